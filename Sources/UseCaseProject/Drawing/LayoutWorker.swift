import Graphviz
import UseCaseText

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// How Graphviz is run in processes of its own.
public struct LayoutProgram: Sendable {
  let program: Program
  let arguments: [String]
  /// How long one layout may take.
  let limit: Duration

  /// A program that calls `serveLayouts`.
  public init(_ program: Program, arguments: [String], limit: Duration) {
    self.program = program
    self.arguments = arguments
    self.limit = limit
  }
}

/// Graphviz in a process of its own: whatever it does to that process, this one goes on.
///
/// It is started by the first layout, and again after it has crashed or hung. Belongs to one thread.
final class LayoutWorker {
  /// Graphviz keeps a little of what it lays out; a new process begins without.
  private static let layoutsPerProcess = 200

  private let program: LayoutProgram
  private var running: Running?

  private struct Running {
    let process: ChildProcess
    /// Its standard input.
    let requests: ProcessPipe
    /// Its standard output.
    let answers: ProcessPipe
    var layouts = 0
  }

  init(_ program: LayoutProgram) { self.program = program }

  deinit { stop() }

  func layout(dot: String) throws(GraphvizError) -> Layout {
    if running.map({ $0.layouts >= LayoutWorker.layoutsPerProcess }) ?? false { stop() }
    do throws(ProjectError) {
      if running == nil { running = try start() }
    } catch {
      throw .unusable(reason: error.message)
    }
    running?.layouts += 1
    var frame = ByteWriter()
    frame.write(dot)
    guard let running else { throw .unusable(reason: "it does not start") }
    let reply = exchange(frame.bytes, with: running)
    if case .answer(let bytes) = reply {
      var reader = ByteReader(bytes)
      if let answer = try? reader.layoutAnswer() { return try answer.get() }
    }
    if reply == .late { running.process.kill() }
    let status = stop()
    throw .layoutFailed(reason: reason(reply, status))
  }

  private func reason(_ reply: Reply, _ status: ChildProcess.Status?) -> String {
    if reply == .late { return "it has not finished within \(program.limit.components.seconds) s" }
    switch status {
    case .killed(let signal): return "it has crashed with signal \(signal)"
    case .exited(let code): return "it has ended with code \(code)"
    case nil: return "it has ended without an answer"
    }
  }

  private func start() throws(ProjectError) -> Running {
    let requests = try ProcessPipe()
    let answers = try ProcessPipe()
    let process = try program.program.start(
      program.arguments, input: requests.readEnd, output: answers.writeEnd)
    requests.closeReadEnd()
    answers.closeWriteEnd()
    for end in [requests.writeEnd, answers.readEnd] {
      _ = fcntl(end, F_SETFL, fcntl(end, F_GETFL) | O_NONBLOCK)
    }
    return Running(process: process, requests: requests, answers: answers)
  }

  /// Ends the process and waits for that; one whose streams are closed ends by itself.
  @discardableResult
  private func stop() -> ChildProcess.Status? {
    guard let stopped = running else { return nil }
    running = nil
    stopped.requests.closeWriteEnd()
    stopped.answers.closeReadEnd()
    return stopped.process.wait()
  }

  // MARK: Asking

  private enum Reply: Equatable {
    case answer([UInt8])
    /// The process closed its end, or said what cannot be read.
    case none
    case late
  }

  /// Writes a request while the answer is waited for: neither side ever waits for the other to read.
  private func exchange(_ request: [UInt8], with worker: Running) -> Reply {
    let clock = ContinuousClock()
    let deadline = clock.now + program.limit
    var unsent = request[...]
    var received: [UInt8] = []
    while true {
      let left = (deadline - clock.now).milliseconds
      guard left > 0 else { return .late }
      var streams = [
        pollfd(fd: worker.answers.readEnd, events: Int16(POLLIN), revents: 0),
        pollfd(
          fd: unsent.isEmpty ? -1 : worker.requests.writeEnd, events: Int16(POLLOUT), revents: 0),
      ]
      guard poll(&streams, 2, left) >= 0 else {
        if errno == EINTR { continue }
        return .none
      }
      if streams[1].revents != 0 {
        guard let sent = send(unsent, to: worker.requests.writeEnd) else { return .none }
        unsent = unsent.dropFirst(sent)
      }
      if streams[0].revents != 0 {
        let chunk = readChunk(worker.answers.readEnd)
        guard !chunk.isEmpty else { return .none }
        received += chunk
        guard received.count >= 8 else { continue }
        guard let length = try? frameLength(Array(received[..<8])) else { return .none }
        if received.count == 8 + length { return .answer(Array(received[8...])) }
      }
    }
  }

  /// How many bytes were taken; nil where nobody takes any.
  private func send(_ bytes: ArraySlice<UInt8>, to descriptor: Int32) -> Int? {
    let count = bytes.withUnsafeBytes { write(descriptor, $0.baseAddress, $0.count) }
    if count >= 0 { return count }
    return errno == EAGAIN || errno == EINTR ? 0 : nil
  }
}

extension Duration {
  /// Rounded up, as far as `poll` can wait.
  fileprivate var milliseconds: Int32 {
    let (seconds, attoseconds) = components
    let attosecondsPerMillisecond: Int64 = 1_000_000_000_000_000
    guard seconds < 1_000_000 else { return 1_000_000_000 }
    return Int32(
      clamping: seconds * 1000
        + (attoseconds + attosecondsPerMillisecond - 1) / attosecondsPerMillisecond)
  }
}
