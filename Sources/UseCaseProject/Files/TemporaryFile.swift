#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// The hidden file beside another one in which that one's new content is written.
///
/// There is one for each file, by its name, and whoever writes it holds its lock: what nobody holds
/// was left behind by a process that was killed, and the next one takes it away.
struct TemporaryFile {
  let path: String
  private let target: String

  init(for target: String) {
    self.target = target
    let digits = String(ContentHash(Path.name(of: target).utf8).value, radix: 16)
    path = Path.join(Path.parent(of: target), ".usecase-\(digits).tmp")
  }

  /// Makes the file and holds its lock while the body fills and renames it; it is gone afterwards.
  ///
  /// Gives nil then, or the open file of somebody else who is at it, to be waited for.
  func create(
    mode: mode_t, _ body: (Int32) throws(ProjectError) -> Void
  ) throws(ProjectError) -> Int32? {
    // Others may come and go between two steps, but not for ever.
    for _ in 0..<100 {
      let descriptor = open(path, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, mode)
      guard descriptor >= 0 else {
        guard errno == EEXIST else { throw .cannotWrite(target) }
        if let other = try removeOrOpen() { return other }
        continue
      }
      defer { close(descriptor) }
      // Somebody may have taken it for abandoned before it was locked.
      guard lock(descriptor), isStill(descriptor) else { continue }
      do throws(ProjectError) {
        try body(descriptor)
      } catch {
        unlink(path)
        throw error
      }
      return nil
    }
    throw .cannotWrite(target)
  }

  /// Takes the file away where nobody is writing it.
  func removeIfAbandoned() {
    if let other = try? removeOrOpen() { close(other) }
  }

  /// Nil where there is no file any more; else the open file of somebody who is writing it.
  private func removeOrOpen() throws(ProjectError) -> Int32? {
    let descriptor = open(path, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC)
    guard descriptor >= 0 else {
      guard errno == ENOENT else { throw .cannotWrite(target) }
      return nil
    }
    guard lock(descriptor) else { return descriptor }
    defer { close(descriptor) }
    guard isStill(descriptor) else { return nil }
    guard unlink(path) == 0 || errno == ENOENT else { throw .cannotWrite(target) }
    return nil
  }

  /// Whether the lock was free. A disk that knows no locks has nobody else on it.
  private func lock(_ descriptor: Int32) -> Bool {
    flock(descriptor, LOCK_EX | LOCK_NB) == 0 || errno != EWOULDBLOCK
  }

  /// Whether an open file still has this path.
  private func isStill(_ descriptor: Int32) -> Bool {
    var (open, named) = (stat(), stat())
    return fstat(descriptor, &open) == 0 && lstat(path, &named) == 0
      && open.st_ino == named.st_ino && open.st_dev == named.st_dev
  }
}

/// Waits until whoever holds the lock of an open file is done with it, and closes that.
func waitForLock(of descriptor: Int32) {
  while flock(descriptor, LOCK_EX) != 0, errno == EINTR {}
  close(descriptor)
}
