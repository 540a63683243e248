import Synchronization

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Held while a process is started, and while a file that none may inherit is not marked so yet.
let startingProcess = Mutex(())

/// A pipe, whose ends are closed with it; a process that is started gets the ends that it is given
/// and no others.
final class ProcessPipe {
  private(set) var readEnd: Int32
  private(set) var writeEnd: Int32

  init() throws(ProjectError) {
    // Not while another thread starts a process, which would keep the ends open.
    let ends = startingProcess.withLock { _ in
      var ends: [Int32] = [-1, -1]
      guard pipe(&ends) == 0 else { return [Int32]() }
      for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
      return ends
    }
    guard ends.count == 2 else {
      throw ProjectError("cannot run another program: \(systemReason())")
    }
    (readEnd, writeEnd) = (ends[0], ends[1])
  }

  /// A pipe that holds a text which fits into it, and its end.
  convenience init(filledWith text: [UInt8]) throws(ProjectError) {
    try self.init()
    guard writeAll(writeEnd, text) else {
      throw ProjectError("cannot write to another program: \(systemReason())")
    }
    closeWriteEnd()
  }

  deinit {
    closeReadEnd()
    closeWriteEnd()
  }

  func closeReadEnd() {
    if readEnd >= 0 { close(readEnd) }
    readEnd = -1
  }

  func closeWriteEnd() {
    if writeEnd >= 0 { close(writeEnd) }
    writeEnd = -1
  }
}
