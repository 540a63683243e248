import Graphviz

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// A folder that is made of a model, and made again only where something has changed.
public final class FolderBuild {
  /// The disk, as the model is to be read for the folder.
  public let files: ReadRecord
  /// The layouts that an earlier run has made.
  public private(set) lazy var layouts = readLayouts()

  private let path: String
  /// The same, absolute and without links.
  private let folder: String
  private let contents: OutputManifest.Contents
  private let request: String
  private let compiler: String
  private let usesCache: Bool
  /// What the last run has left, unless it was cut short.
  private var earlier: BuildStamp?
  /// The folder, once nobody else may write to it.
  private var output: OutputFolder?

  /// `request` is everything that the content follows from, beside the compiler and what is read.
  ///
  /// Without the cache nothing that earlier runs kept is used, and nothing is kept.
  public init(
    into path: String, holding contents: OutputManifest.Contents, for request: [String],
    usingCache: Bool = true
  ) throws(ProjectError) {
    try OutputFolder.refuseLink(path)
    self.path = path
    self.contents = contents
    folder = try Disk().resolveExisting(path)
    compiler = try Program.running(environment: []).identity
    self.request = ([compiler, contents.rawValue] + request).joined(separator: "\n")
    usesCache = usingCache
    files = ReadRecord(of: Disk(), without: folder)
  }

  /// The files in the folder where making them again would change none of them; else nil.
  ///
  /// What was read for them is in `files` then.
  public func unchangedOutputs() -> [String]? {
    earlier = readStamp()
    guard let stamp = earlier, stamp.holds(for: request, in: folder, asking: files) else {
      return nil
    }
    for name in [BuildStamp.fileName, LayoutCache.fileName, OutputManifest.fileName] {
      TemporaryFile(for: place(of: name)).removeIfAbandoned()
    }
    return stamp.outputs.map(\.path)
  }

  /// The files in the folder that follow from the same inputs as when they were written, and that
  /// nobody has touched since. From then on nobody else writes to the folder.
  func unchanged(_ inputs: [String: ContentHash]) throws(ProjectError) -> Set<String> {
    // Where nothing was built yet, no folder is made before there is something to put into it.
    guard usesCache, Disk().kind(of: place(of: BuildStamp.fileName)) == .file else { return [] }
    let output = try open()
    guard let earlier, earlier.holdsButForModels(for: request, asking: files) else { return [] }
    let same = earlier.outputs.filter { file in
      file.inputs != nil && file.inputs == inputs[file.path] && output.holds(file.path)
        && FileState(at: place(of: file.path)) == file.state
    }
    return Set(same.map(\.path))
  }

  /// The folder, to which nobody else writes from now on.
  private func open() throws(ProjectError) -> OutputFolder {
    if let output { return output }
    let opened = try OutputFolder(path, holding: contents)
    output = opened
    earlier = readStamp()
    return opened
  }

  /// Writes what was made of `files`.
  public func write(_ built: BuiltFiles) throws(ProjectError) -> OutputFolder.Summary {
    let output = try open()
    // A run that is cut short leaves no stamp, so that the next one looks at every file.
    unlink(place(of: BuildStamp.fileName))
    var summary = try output.write(
      built.files, keeping: built.missing + built.kept, knowing: earlier?.outputs ?? [])
    summary.unchanged += built.kept.count
    // What is kept to save time may be missing: nobody is told where it cannot be written.
    if usesCache { try? keep(built) }
    return summary
  }

  private func keep(_ built: BuiltFiles) throws(ProjectError) {
    let graphviz = try keepLayouts(of: built)
    guard built.problems.isEmpty else { return }
    let kept = earlier?.outputs.filter { built.kept.contains($0.path) } ?? []
    var outputs = Dictionary(kept.map { ($0.path, $0) }, uniquingKeysWith: { first, _ in first })
    for file in built.files {
      guard let state = FileState(at: place(of: file.path)) else { return }
      outputs[file.path] = BuildStamp.Output(
        path: file.path, state: state, hash: file.hash, inputs: built.inputs[file.path])
    }
    let stamp = BuildStamp(
      request: request, graphviz: graphviz, answers: files.answers,
      outputs: built.paths.compactMap { outputs[$0] })
    try Disk().write(stamp.bytes(in: folder), to: place(of: BuildStamp.fileName))
  }

  /// Returns the Graphviz that the files in the folder needed, if any did.
  private func keepLayouts(of built: BuiltFiles) throws(ProjectError) -> String? {
    let cache = place(of: LayoutCache.fileName)
    let isWhole = built.kept.isEmpty
    guard layouts.isUsed, let graphviz = graphvizIdentity(),
      let bytes = layouts.bytes(madeBy: [compiler, graphviz], usedOnly: isWhole)
    else {
      // Files that were kept may need what is there.
      guard isWhole else { return earlier?.graphviz }
      unlink(cache)
      return nil
    }
    try Disk().write(bytes, to: cache)
    return graphviz
  }

  private func readStamp() -> BuildStamp? {
    guard usesCache else { return nil }
    let bytes = try? Disk().read(place(of: BuildStamp.fileName))
    return bytes.flatMap { BuildStamp($0, in: folder) }
  }

  private func readLayouts() -> LayoutCache {
    guard usesCache, let bytes = try? Disk().read(place(of: LayoutCache.fileName)),
      let graphviz = graphvizIdentity()
    else { return LayoutCache() }
    return LayoutCache(bytes, madeBy: [compiler, graphviz])
  }

  private func place(of file: String) -> String { Path.join(folder, file) }
}

/// What tells one Graphviz on this machine from another; nil where there is none.
func graphvizIdentity() -> String? {
  guard let path = libraryPath(), let resolved = try? Disk().resolve(path) else { return nil }
  return FileState(at: resolved).map { "\(resolved) \($0.text)" }
}

extension Program {
  /// What tells one version of a program from another: its numbers may stay while it is worked on.
  fileprivate var identity: String { FileState(at: path).map(\.text) ?? "" }
}

extension Disk {
  /// The absolute path without links of what exists of a path, and the rest of it as it is.
  func resolveExisting(_ path: String) throws(ProjectError) -> String {
    if let resolved = try? resolve(path) { return resolved }
    let parent = Path.parent(of: path)
    guard parent != path else { return try resolve(path) }
    return Path.normalized(Path.join(try resolveExisting(parent), Path.name(of: path)))
  }
}
