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
  /// through. What a run that was killed has left beside the file is taken away.
  @discardableResult
  public func write(_ bytes: [UInt8], to path: String) throws(ProjectError) -> WriteResult {
    let temporary = TemporaryFile(for: path)
    let status = try statusOfTarget(path)
    if let status, Int(status.st_size) == bytes.count, try read(path) == bytes {
      temporary.removeIfAbandoned()
      return .unchanged
    }
    var isWritten = false
    while !isWritten {
      // A signal that ends the process waits until the temporary file is gone: it takes no longer
      // than writing one file.
      let attempt = holdingSignals { () -> Result<Int32?, ProjectError> in
        Result { () throws(ProjectError) in
          try temporary.create(mode: status == nil ? 0o666 : 0o600) {
            descriptor throws(ProjectError) in
            try fill(descriptor, with: bytes, like: status, named: path)
            guard rename(temporary.path, path) == 0 else { throw .cannotWrite(path) }
          }
        }
      }
      // Somebody else is writing the same file: the later one has the last word.
      if let other = try attempt.get() { waitForLock(of: other) } else { isWritten = true }
    }
    return .written
  }

  /// Nil where there is nothing yet. Throws where there is something that is not to be replaced.
  private func statusOfTarget(_ path: String) throws(ProjectError) -> stat? {
    var status = stat()
    guard lstat(path, &status) == 0 else { return nil }
    switch FileKind(mode: status.st_mode) {
    case .file: return status
    case .folder: throw ProjectError("cannot write '\(path)': it is a folder")
    case .symbolicLink:
      throw ProjectError(
        "cannot write '\(path)': it is a symbolic link", help: "name the file it leads to")
    case .other: throw ProjectError("cannot write '\(path)': it is no regular file")
    }
  }

  private func fill(
    _ descriptor: Int32, with bytes: [UInt8], like status: stat?, named path: String
  ) throws(ProjectError) {
    guard writeAll(descriptor, bytes) else { throw .cannotWrite(path) }
    if let status {
      // Only the superuser may give files away; for others the owner is right already.
      _ = fchown(descriptor, status.st_uid, status.st_gid)
      guard fchmod(descriptor, status.st_mode & 0o7777) == 0 else { throw .cannotWrite(path) }
    }
    // Some file systems tell only when a file is closed that the disk is full; the file itself stays
    // open, because its lock ends with it.
    let second = dup(descriptor)
    guard second >= 0, close(second) == 0 else { throw .cannotWrite(path) }
  }
}

extension ProjectError {
  /// With the reason of the last call to the system.
  static func cannotWrite(_ path: String) -> ProjectError {
    ProjectError("cannot write '\(path)': \(systemReason())")
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

/// Does something short during which no signal from a terminal or another process ends this one;
/// one that comes meanwhile is answered afterwards.
private func holdingSignals<Value>(_ body: () -> Value) -> Value {
  var held = sigset_t()
  var before = sigset_t()
  sigemptyset(&held)
  for signal in [SIGINT, SIGTERM, SIGHUP, SIGQUIT] { sigaddset(&held, signal) }
  pthread_sigmask(SIG_BLOCK, &held, &before)
  defer { pthread_sigmask(SIG_SETMASK, &before, nil) }
  return body()
}
