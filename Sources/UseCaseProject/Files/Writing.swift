#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// What writing a file came to.
public enum WriteResult: Sendable {
  case written
  /// The file had the very bytes already and was left alone, so that build tools see no change.
  case unchanged
}

extension Disk {
  /// Gives a file its content, all of it or nothing: a reader sees the old file or the new one.
  ///
  /// Written beside the file and renamed; mode and owner are kept, and links are never written
  /// through.
  @discardableResult
  public func write(_ bytes: [UInt8], to path: String) throws(ProjectError) -> WriteResult {
    var status = stat()
    let exists = lstat(path, &status) == 0
    if exists {
      switch FileKind(mode: status.st_mode) {
      case .file: break
      case .folder: throw ProjectError("cannot write '\(path)': it is a folder")
      case .symbolicLink:
        throw ProjectError(
          "cannot write '\(path)': it is a symbolic link", help: "name the file it leads to")
      case .other: throw ProjectError("cannot write '\(path)': it is no regular file")
      }
      if Int(status.st_size) == bytes.count, try read(path) == bytes { return .unchanged }
    }
    let (temporary, descriptor) = try createBeside(path, mode: exists ? 0o600 : 0o666)
    do throws(ProjectError) {
      try fill(descriptor, with: bytes, like: exists ? status : nil, named: path)
      guard rename(temporary, path) == 0 else {
        throw ProjectError("cannot write '\(path)': \(systemReason())")
      }
    } catch {
      unlink(temporary)
      throw error
    }
    return .written
  }

  /// A new hidden file in the folder of a path.
  private func createBeside(_ path: String, mode: mode_t) throws(ProjectError) -> (String, Int32) {
    for attempt in 0..<100 {
      let name = ".usecase-\(getpid())-\(attempt).tmp"
      let temporary = Path.join(Path.parent(of: path), name)
      let flags = O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC
      let descriptor = open(temporary, flags, mode)
      if descriptor >= 0 { return (temporary, descriptor) }
      guard errno == EEXIST else { break }
    }
    throw ProjectError("cannot write '\(path)': \(systemReason())")
  }

  private func fill(
    _ descriptor: Int32, with bytes: [UInt8], like status: stat?, named path: String
  ) throws(ProjectError) {
    var reason: String?
    if writeAll(descriptor, bytes) {
      if let status {
        // Only the superuser may give files away; for others the owner is right already.
        _ = fchown(descriptor, status.st_uid, status.st_gid)
        if fchmod(descriptor, status.st_mode & 0o7777) != 0 { reason = systemReason() }
      }
    } else {
      reason = systemReason()
    }
    // Some file systems tell only here that the disk is full.
    if close(descriptor) != 0, reason == nil { reason = systemReason() }
    if let reason { throw ProjectError("cannot write '\(path)': \(reason)") }
  }
}

/// Writes everything to an open file; where it fails, `errno` says why.
public func writeAll(_ descriptor: Int32, _ bytes: [UInt8]) -> Bool {
  bytes.withUnsafeBytes { buffer in
    var rest = buffer[...]
    while !rest.isEmpty {
      let count = write(descriptor, UnsafeRawBufferPointer(rebasing: rest).baseAddress, rest.count)
      if count < 0 {
        if errno == EINTR { continue }
        return false
      }
      rest = rest.dropFirst(count)
    }
    return true
  }
}
