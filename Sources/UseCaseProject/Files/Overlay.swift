/// A file system over which some files have other texts: open buffers, or standard input.
public struct Overlay: FileSystem {
  private let base: any FileSystem
  /// By absolute path, links resolved.
  private let texts: [String: [UInt8]]

  /// The files need not exist, but their folders must.
  public init(_ texts: [String: [UInt8]], over base: any FileSystem) {
    self.base = base
    self.texts = texts
  }

  public func kind(of path: String) -> FileKind? {
    base.kind(of: path) ?? (texts[path] == nil ? nil : .file)
  }

  public func resolve(_ path: String) throws(ProjectError) -> String {
    if texts[path] != nil { return path }
    return try base.resolve(path)
  }

  public func entries(of folder: String) throws(ProjectError) -> [FolderEntry] {
    var entries = try base.entries(of: folder)
    let known = Set(entries.map(\.name))
    for path in texts.keys.sorted() where Path.parent(of: path) == folder {
      let name = Path.name(of: path)
      if !known.contains(name) { entries.append(FolderEntry(name: name, kind: .file)) }
    }
    return entries
  }

  public func read(_ path: String) throws(ProjectError) -> [UInt8] {
    if let text = texts[path] { return text }
    return try base.read(path)
  }
}
