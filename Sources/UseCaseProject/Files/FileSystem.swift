/// What a path leads to.
public enum FileKind: String, Sendable {
  case file, folder, symbolicLink
  /// A pipe, a device, a socket.
  case other
}

/// A name in a folder.
public struct FolderEntry: Sendable {
  public let name: String
  public let kind: FileKind
  /// False where the name's bytes are no UTF-8, so that nothing can be reached by it.
  public let isReadable: Bool

  public init(name: String, kind: FileKind, isReadable: Bool = true) {
    self.name = name
    self.kind = kind
    self.isReadable = isReadable
  }
}

/// How the compiler reads: from the disk, or from an editor's open buffers over it.
public protocol FileSystem: Sendable {
  /// Nil where there is nothing; a link at the end of the path is not followed.
  func kind(of path: String) -> FileKind?

  /// The absolute path without links, `.` and `..`.
  func resolve(_ path: String) throws(ProjectError) -> String

  /// The names in a folder, without `.` and `..`, in no order.
  func entries(of folder: String) throws(ProjectError) -> [FolderEntry]

  /// The bytes of a file of at most `largestFile` bytes.
  func read(_ path: String) throws(ProjectError) -> [UInt8]
}

/// The size above which a file is refused: offsets in a file stay small, and so does memory.
public let largestFile = 64 << 20

/// Why something could not be done: what is wrong with which path, and what to do about it.
public struct ProjectError: Error, Sendable, Hashable {
  public let message: String
  public let help: String?

  public init(_ message: String, help: String? = nil) {
    self.message = message
    self.help = help
  }

  static func missing(_ path: String) -> ProjectError {
    ProjectError("there is no file or folder '\(path)'")
  }

  static func tooLarge(_ path: String) -> ProjectError {
    ProjectError("'\(path)' is larger than 64 MB")
  }
}
