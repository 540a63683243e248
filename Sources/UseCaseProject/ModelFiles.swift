import UseCaseModel
import UseCaseSyntax

/// The trees of a model's files, and of the models that it builds on.
struct ModelFiles {
  let own: [SyntaxTree]
  let foreign: [ForeignModel]

  /// Reads the files of a folder. Trees of files whose text is the same as that of a known one are
  /// taken over.
  init(
    _ folder: ModelFolder, on disk: any FileSystem, known trees: [SyntaxTree] = []
  ) throws(ProjectError) {
    let known = Dictionary(
      trees.map { ($0.source.path, $0) }, uniquingKeysWith: { first, _ in first })
    own = try readTrees(folder.files, in: folder.path, on: disk, known: known)
    var foreign: [ForeignModel] = []
    for path in folder.settings.buildsOn {
      foreign.append(try readForeign(path, of: folder, on: disk, known: known))
    }
    self.foreign = foreign
  }
}

/// The trees of a folder's files; their paths begin with `prefix`, which leads to the folder.
private func readTrees(
  _ files: [String], in folder: String, prefix: String = "", on disk: any FileSystem,
  known: [String: SyntaxTree]
) throws(ProjectError) -> [SyntaxTree] {
  var trees: [SyntaxTree] = []
  trees.reserveCapacity(files.count)
  for file in files {
    let source = SourceText(
      path: Path.join(prefix, file), bytes: try disk.read(Path.join(folder, file)))
    if let tree = known[source.path], tree.source.bytes == source.bytes {
      trees.append(tree)
    } else {
      trees.append(parse(source))
    }
  }
  return trees
}

private func readForeign(
  _ path: String, of folder: ModelFolder, on disk: any FileSystem, known: [String: SyntaxTree]
) throws(ProjectError) -> ForeignModel {
  let settings = Path.join(folder.path, Settings.fileName)
  let named = Path.join(folder.path, path)
  let root: String
  do throws(ProjectError) {
    root = try disk.resolve(named)
  } catch {
    throw ProjectError("\(settings): there is no folder '\(path)' to build on")
  }
  guard root != folder.path else {
    throw ProjectError("\(settings): a model cannot build on itself")
  }
  guard disk.kind(of: Path.join(root, Settings.fileName)) == .file else {
    throw ProjectError(
      "\(settings): '\(path)' is no model's folder",
      help: "put a 'usecase.toml' with the line 'edition = 1' into it")
  }
  let other = try ModelFolder(root: root, named: named, hasSettings: true, on: disk)
  let trees = try readTrees(
    other.files, in: root, prefix: Path.relative(root, from: folder.path), on: disk, known: known)
  return ForeignModel(name: modelName(trees) ?? Path.name(of: root), trees: trees)
}

/// The name of the `model` declaration, which stands at the top of one of the files.
private func modelName(_ trees: [SyntaxTree]) -> String? {
  for tree in trees {
    for child in tree.root.children where child.kind == .declaration {
      let declaration = DeclarationSyntax(child)
      if declaration.kind == .model, let name = declaration.name { return name }
    }
  }
  return nil
}
