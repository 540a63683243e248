import UseCaseModel
import UseCaseRules
import UseCaseSyntax

/// A model's files, read, understood and checked: a value that never changes.
public struct Compilation: Sendable {
  public let folder: ModelFolder
  /// The rules that were asked.
  public let rules: [AnyRule]
  /// The day on which it was checked; nil where rules about dates kept quiet.
  public let today: CalendarDate?
  public let model: Model
  /// Sorted by file and place.
  public let findings: [Diagnostic]
  /// The models that it builds on.
  private let foreign: [ForeignModel]

  /// Reads all files of a folder, and those of the models that it builds on.
  ///
  /// Of the rules, those are asked that the settings have in force. Trees of files whose text is
  /// the same as in an earlier compilation are taken over from it.
  public init(
    _ folder: ModelFolder, on disk: any FileSystem, rules: [AnyRule] = RuleCatalog.all,
    today: CalendarDate? = nil, after earlier: Compilation? = nil
  ) throws(ProjectError) {
    let known = Dictionary(
      (earlier?.model.trees ?? []).map { ($0.source.path, $0) }, uniquingKeysWith: { a, _ in a })
    let own = try readTrees(folder.files, in: folder.path, on: disk, known: known)
    var foreign: [ForeignModel] = []
    for path in folder.settings.buildsOn {
      foreign.append(try readForeign(path, of: folder, on: disk, known: known))
    }
    self.init(
      folder, trees: own, buildingOn: foreign, rules: folder.settings.rules(among: rules),
      today: today, after: earlier?.model)
  }

  /// A model of texts that stand in no folder.
  public init(
    _ texts: [SourceText], rules: [AnyRule] = RuleCatalog.standard, today: CalendarDate? = nil
  ) {
    let folder = ModelFolder(files: texts.map(\.path))
    self.init(folder, trees: texts.map(parse), buildingOn: [], rules: rules, today: today)
  }

  private init(
    _ folder: ModelFolder, trees: [SyntaxTree], buildingOn foreign: [ForeignModel],
    rules: [AnyRule], today: CalendarDate?, after earlier: Model? = nil
  ) {
    self.folder = folder
    self.rules = rules
    self.today = today
    self.foreign = foreign
    model = resolve(trees, buildingOn: foreign, after: earlier)
    findings = check(model, rules: rules, today: today)
  }

  /// The same model with other trees of some of its own files, by path.
  func replacing(_ trees: [String: SyntaxTree]) -> Compilation {
    let own = model.ownTrees.map { trees[$0.source.path] ?? $0 }
    return Compilation(
      folder, trees: own, buildingOn: foreign, rules: rules, today: today, after: model)
  }

  /// The texts that findings may point into, its own first.
  public var sources: [SourceText] { model.trees.map(\.source) }
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
