/// A file system over which some files have other texts: open buffers, or standard input.
public struct Overlay: FileSystem {
  private let base: any FileSystem
  /// By absolute path, links resolved.
  private let texts: [String: [UInt8]]

  /// The files need not exist, nor be files any more, but their folders must exist.
  public init(_ texts: [String: [UInt8]], over base: any FileSystem) {
    self.base = base
    self.texts = texts
  }

  public func kind(of path: String) -> FileKind? {
    texts[path] == nil ? base.kind(of: path) : .file
  }

  public func resolve(_ path: String) throws(ProjectError) -> String {
    if texts[path] != nil { return path }
    return try base.resolve(path)
  }

  public func entries(of folder: String) throws(ProjectError) -> [FolderEntry] {
    let names = texts.keys.sorted().filter { Path.parent(of: $0) == folder }.map(Path.name)
    guard !names.isEmpty else { return try base.entries(of: folder) }
    // A file stands for what may have taken its place in the meantime.
    return try base.entries(of: folder).filter { !names.contains($0.name) }
      + names.map { FolderEntry(name: $0, kind: .file) }
  }

  public func read(_ path: String) throws(ProjectError) -> [UInt8] {
    if let text = texts[path] { return text }
    return try base.read(path)
  }
}
