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

  public init(path: String, bytes: [UInt8]) {
    self.path = path
    self.bytes = bytes
  }
}

/// A folder that holds what the compiler wrote, and a manifest of it.
///
/// Only what the manifest lists is ever replaced or removed, and nothing is written through a
/// symbolic link.
public struct OutputFolder: Sendable {
  static let manifestName = ".usecase-manifest"
  static let manifestHeader = "usecase output 1"

  private let path: String
  private let disk = Disk()
  /// What the manifest lists.
  private let known: Set<String>

  /// Makes the folder where it is missing, with the folders around it.
  public init(_ path: String) throws(ProjectError) {
    self.path = path
    try OutputFolder.makeFolders(path)
    known = try OutputFolder.readManifest(in: path)
  }

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
  /// this one does not. Each file is the old one or the new one, whenever it is read.
  public func write(_ files: [OutputFile]) throws(ProjectError) -> Summary {
    for file in files { try refuseForeign(file.path) }
    // The manifest names the new files before they are there: a run that is cut short leaves none
    // that the next run would take for somebody else's.
    let paths = files.map(\.path)
    try writeManifest(known.union(paths))
    var summary = Summary()
    for file in files {
      try makeFolder(for: file.path)
      switch try disk.write(file.bytes, to: Path.join(path, file.path)) {
      case .written: summary.written += 1
      case .unchanged: summary.unchanged += 1
      }
    }
    for old in known.subtracting(paths).sorted() where remove(old) { summary.removed += 1 }
    try writeManifest(Set(paths))
    return summary
  }

  private func refuseForeign(_ file: String) throws(ProjectError) {
    guard !known.contains(file), disk.kind(of: Path.join(path, file)) != nil else { return }
    throw ProjectError(
      "'\(Path.join(path, file))' is there already, and usecase did not write it",
      help: "choose an empty folder, or move the file away")
  }

  /// Removes a file, and the folders that it leaves empty.
  private func remove(_ file: String) -> Bool {
    guard OutputFolder.isSafe(file), !leadsThroughLink(file) else { return false }
    guard unlink(Path.join(path, file)) == 0 else { return false }
    var folder = Path.parent(of: file)
    while !folder.isEmpty, folder != ".", rmdir(Path.join(path, folder)) == 0 {
      folder = Path.parent(of: folder)
    }
    return true
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

  /// Makes a folder with those around it, where they are missing.
  static func makeFolders(_ path: String) throws(ProjectError) {
    var folder = path.hasPrefix("/") ? "/" : ""
    for part in path.split(separator: "/") {
      folder = folder.isEmpty ? String(part) : Path.join(folder, String(part))
      var status = stat()
      // The folders around the output may be links: that is the user's own choice.
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

  // MARK: The manifest

  private static func readManifest(in path: String) throws(ProjectError) -> Set<String> {
    let file = Path.join(path, manifestName)
    guard Disk().kind(of: file) == .file else { return [] }
    let text = String(decoding: try Disk().read(file), as: UTF8.self)
    let lines = text.split(separator: "\n").map(String.init)
    guard lines.first == manifestHeader else {
      throw ProjectError(
        "'\(file)' was written by another version of usecase", help: "remove the folder '\(path)'")
    }
    return Set(lines.dropFirst().filter(isSafe))
  }

  private func writeManifest(_ files: Set<String>) throws(ProjectError) {
    let lines = [OutputFolder.manifestHeader] + files.sorted()
    try disk.write(
      Array((lines.joined(separator: "\n") + "\n").utf8),
      to: Path.join(path, OutputFolder.manifestName))
  }

  /// A manifest that somebody changed never leads out of the folder.
  private static func isSafe(_ file: String) -> Bool {
    !file.hasPrefix("/") && !file.split(separator: "/").contains("..") && file != manifestName
  }
}
