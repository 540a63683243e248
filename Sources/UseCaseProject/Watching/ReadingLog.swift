import Synchronization

/// A file system that notes what is read through it.
final class ReadingLog: FileSystem {
  private let base: any FileSystem
  private let notes = Mutex(Notes())

  /// What was read: by absolute path, and as what.
  struct Notes: Sendable, Equatable {
    var files: [String: [UInt8]] = [:]
    /// The folders that were listed.
    var folders: Set<String> = []
    /// The names of files that were looked for, found or not.
    var names: Set<String> = []
  }

  init(over base: any FileSystem) { self.base = base }

  /// What was read until now.
  var read: Notes { notes.withLock { $0 } }

  func kind(of path: String) -> FileKind? {
    notes.withLock { _ = $0.names.insert(Path.name(of: path)) }
    return base.kind(of: path)
  }

  func resolve(_ path: String) throws(ProjectError) -> String { try base.resolve(path) }

  func entries(of folder: String) throws(ProjectError) -> [FolderEntry] {
    notes.withLock { _ = $0.folders.insert(folder) }
    return try base.entries(of: folder)
  }

  func read(_ path: String) throws(ProjectError) -> [UInt8] {
    notes.withLock { _ = $0.names.insert(Path.name(of: path)) }
    let bytes = try base.read(path)
    notes.withLock { $0.files[path] = bytes }
    return bytes
  }
}

extension ReadingLog.Notes {
  /// Where changes of what was read are seen: in the folders that were listed, and beside the files.
  var places: Set<String> { folders.union(files.keys.map(Path.parent)) }
}
