/// The files of one revision of a repository, whose root is `/`; submodules are left out.
public struct RevisionFiles: FileSystem {
  struct Entry: Sendable {
    let path: String
    /// Git's name for its content.
    let object: String
    let size: Int
    let isLink: Bool
    let isReadable: Bool
  }

  private let revision: String
  private var files: [String: Entry] = [:]
  private var folders: [String: [FolderEntry]] = ["/": []]
  /// By object: the content of what a model is made of.
  private var contents: [String: [UInt8]] = [:]

  init(_ entries: [Entry], named revision: String) {
    self.revision = revision
    for entry in entries {
      files[entry.path] = entry
      let kind = entry.isLink ? FileKind.symbolicLink : .file
      add(
        FolderEntry(name: Path.name(of: entry.path), kind: kind, isReadable: entry.isReadable),
        to: Path.parent(of: entry.path))
    }
  }

  private mutating func add(_ entry: FolderEntry, to folder: String) {
    if folders[folder] == nil {
      folders[folder] = []
      add(FolderEntry(name: Path.name(of: folder), kind: .folder), to: Path.parent(of: folder))
    }
    folders[folder]?.append(entry)
  }

  /// What is read: models, their settings, and links, which may lead to either.
  var wantedObjects: [String] {
    let wanted = files.values.filter { entry in
      guard entry.size <= largestFile else { return false }
      let name = Path.name(of: entry.path)
      return entry.isLink || FolderScan.isModelFile(name) || name == Settings.fileName
    }
    return Set(wanted.map(\.object)).sorted()
  }

  mutating func add(_ contents: [String: [UInt8]]) {
    self.contents.merge(contents) { _, new in new }
  }

  // MARK: Reading

  public func kind(of path: String) -> FileKind? {
    if folders[path] != nil { return .folder }
    return files[path].map { $0.isLink ? .symbolicLink : .file }
  }

  /// Follows links within the revision; where one leads out of it, there is nothing.
  public func resolve(_ path: String) throws(ProjectError) -> String {
    var waiting = Array(path.split(separator: "/").map(String.init).reversed())
    var resolved = "/"
    var links = 0
    while let part = waiting.popLast() {
      if part == "." { continue }
      if part == ".." {
        resolved = Path.parent(of: resolved)
        continue
      }
      let next = Path.join(resolved, part)
      switch kind(of: next) {
      case .folder: resolved = next
      case .file where waiting.isEmpty: resolved = next
      case .symbolicLink:
        links += 1
        guard links <= 40, let target = target(of: next) else { throw missing(path) }
        waiting += target.split(separator: "/").map(String.init).reversed()
      case .file, .other, nil: throw missing(path)
      }
    }
    return resolved
  }

  private func target(of link: String) -> String? {
    guard let entry = files[link], let bytes = contents[entry.object], bytes.first != 0x2F else {
      return nil
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  public func entries(of folder: String) throws(ProjectError) -> [FolderEntry] {
    guard let entries = folders[folder] else { throw missing(folder) }
    return entries
  }

  public func read(_ path: String) throws(ProjectError) -> [UInt8] {
    let resolved = try resolve(path)
    guard let entry = files[resolved] else { throw missing(path) }
    guard entry.size <= largestFile else { throw .tooLarge(path) }
    guard let content = contents[entry.object] else { throw missing(path) }
    return content
  }

  private func missing(_ path: String) -> ProjectError {
    let shown = path == "/" ? "." : String(path.drop { $0 == "/" })
    return ProjectError("there is no file or folder '\(shown)' in the revision '\(revision)'")
  }
}
