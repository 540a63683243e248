#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// A file to be written below a folder.
public struct OutputFile: Sendable {
  /// Relative, with `/` between its parts; none of them is `..`.
  public let path: String
  public let bytes: [UInt8]
  let hash: ContentHash

  public init(path: String, bytes: [UInt8]) {
    self.path = path
    self.bytes = bytes
    hash = ContentHash(bytes)
  }
}

/// A folder that holds what the compiler wrote, and a manifest of it.
///
/// Only what the manifest lists is ever replaced or removed, and nothing is written through a
/// symbolic link. Whoever has it keeps others out of it until it is given up.
public struct OutputFolder: Sendable {
  let path: String
  private let disk = Disk()
  private let manifest: OutputManifest
  private let lock: FolderLock

  /// Makes the folder where it is missing, with the folders around it; waits until nobody else
  /// writes to it.
  public init(
    _ path: String, holding contents: OutputManifest.Contents = .site
  ) throws(ProjectError) {
    try OutputFolder.refuseLink(path)
    self.path = path
    try OutputFolder.makeFolders(path)
    lock = FolderLock(path)
    manifest = try OutputManifest(in: path, of: contents)
  }

  /// Whether a path is that of a file which the compiler wrote.
  func holds(_ file: String) -> Bool { manifest.files.contains(file) }

  /// What writing all files came to, in numbers of files.
  public struct Summary: Sendable, Equatable {
    public var written = 0
    public var unchanged = 0
    public var removed = 0

    public init(written: Int = 0, unchanged: Int = 0, removed: Int = 0) {
      self.written = written
      self.unchanged = unchanged
      self.removed = removed
    }
  }

  /// Writes the files in their order, then the manifest; removes what an earlier run wrote and
  /// this one does not, but for what is kept. Each file is the old one or the new one, whenever it is
  /// read.
  public func write(
    _ files: [OutputFile], keeping kept: [String] = []
  ) throws(ProjectError) -> Summary {
    try write(files, keeping: kept, knowing: [])
  }

  /// The same; a file that `known` describes and nobody has touched since is not read to be compared.
  func write(
    _ files: [OutputFile], keeping kept: [String], knowing known: [BuildStamp.Output]
  ) throws(ProjectError) -> Summary {
    for file in files { try refuseForeign(file.path) }
    // The manifest names the new files before they are there: a run that is cut short leaves none
    // that the next run would take for somebody else's.
    let paths = files.map(\.path)
    try manifest.write(manifest.files.union(paths))
    let known = Dictionary(known.map { ($0.path, $0) }, uniquingKeysWith: { first, _ in first })
    var summary = Summary()
    for file in files {
      let place = Path.join(path, file.path)
      if let output = known[file.path], output.hash == file.hash,
        FileState(at: place) == output.state
      {
        summary.unchanged += 1
        continue
      }
      try makeFolder(for: file.path)
      switch try disk.write(file.bytes, to: place) {
      case .written: summary.written += 1
      case .unchanged: summary.unchanged += 1
      }
    }
    let wanted = Set(paths).union(manifest.files.intersection(kept))
    for old in manifest.files.subtracting(wanted).sorted() where remove(old) {
      summary.removed += 1
    }
    try manifest.write(wanted)
    return summary
  }

  private func refuseForeign(_ file: String) throws(ProjectError) {
    guard !manifest.files.contains(file), disk.kind(of: Path.join(path, file)) != nil else {
      return
    }
    throw ProjectError(
      "'\(Path.join(path, file))' is there already, and usecase did not write it",
      help: "choose an empty folder, or move the file away")
  }

  /// Removes a file, and the folders that it leaves empty.
  private func remove(_ file: String) -> Bool {
    guard !leadsThroughLink(file) else { return false }
    TemporaryFile(for: Path.join(path, file)).removeIfAbandoned()
    let isRemoved = unlink(Path.join(path, file)) == 0
    var folder = Path.parent(of: file)
    while !folder.isEmpty, folder != ".", rmdir(Path.join(path, folder)) == 0 {
      folder = Path.parent(of: folder)
    }
    return isRemoved
  }

  private func leadsThroughLink(_ file: String) -> Bool {
    var folder = path
    for part in file.split(separator: "/").dropLast() {
      folder = Path.join(folder, String(part))
      if disk.kind(of: folder) == .symbolicLink { return true }
    }
    return false
  }

  // MARK: Folders

  private func makeFolder(for file: String) throws(ProjectError) {
    var folder = path
    for part in file.split(separator: "/").dropLast() {
      folder = Path.join(folder, String(part))
      switch disk.kind(of: folder) {
      case .folder: continue
      case .symbolicLink:
        throw ProjectError("cannot write below '\(folder)': it is a symbolic link")
      case nil: try OutputFolder.make(folder)
      default: throw ProjectError("cannot write below '\(folder)': it is no folder")
      }
    }
  }

  /// The folders around the output may be links, which is the user's own choice; the folder itself
  /// may not, like any file that is written.
  static func refuseLink(_ path: String) throws(ProjectError) {
    var name = path[...]
    while name.count > 1, name.hasSuffix("/") { name = name.dropLast() }
    guard Disk().kind(of: String(name)) == .symbolicLink else { return }
    throw ProjectError(
      "cannot write to '\(path)': it is a symbolic link", help: "name the folder it leads to")
  }

  /// Makes a folder with those around it, where they are missing.
  static func makeFolders(_ path: String) throws(ProjectError) {
    var folder = path.hasPrefix("/") ? "/" : ""
    for part in path.split(separator: "/") {
      folder = folder.isEmpty ? String(part) : Path.join(folder, String(part))
      var status = stat()
      if stat(folder, &status) == 0 {
        guard status.st_mode & S_IFMT == S_IFDIR else {
          throw ProjectError("cannot write to '\(path)': '\(folder)' is no folder")
        }
      } else {
        try make(folder)
      }
    }
  }

  private static func make(_ folder: String) throws(ProjectError) {
    guard mkdir(folder, 0o777) == 0 || errno == EEXIST else {
      throw ProjectError("cannot make the folder '\(folder)': \(systemReason())")
    }
  }
}

/// Keeps other runs out of a folder as long as it lives. On a disk that knows no locks it keeps
/// nobody out.
private final class FolderLock: Sendable {
  private let descriptor: Int32

  init(_ folder: String) {
    descriptor = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    while descriptor >= 0, flock(descriptor, LOCK_EX) != 0, errno == EINTR {}
  }

  deinit {
    if descriptor >= 0 { close(descriptor) }
  }
}
