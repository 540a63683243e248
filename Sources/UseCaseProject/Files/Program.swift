#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Another program on this machine, which is handed its arguments as they are: there is no shell.
public struct Program: Sendable {
  /// Absolute.
  public let path: String
  /// `NAME=value`
  private let environment: [String]

  /// What a run came to.
  public struct Outcome: Sendable {
    public let code: Int32
    public let output: [UInt8]
    public let messages: [UInt8]
  }

  /// Finds a program in the folders of the `PATH` of an environment; nil where there is none.
  ///
  /// Folders that are not absolute are left out: what lies in the current folder is somebody's data.
  public init?(named name: String, environment: [String], adding further: [String] = []) {
    let prefix = "PATH="
    let paths = environment.first { $0.hasPrefix(prefix) }?.dropFirst(prefix.count) ?? ""
    let candidates = paths.split(separator: ":").filter { $0.hasPrefix("/") }
      .map { Path.join(String($0), name) }
    guard let path = candidates.first(where: { access($0, X_OK) == 0 }) else { return nil }
    self.path = path
    // The first one of a name counts.
    self.environment = further + environment
  }

  /// Runs it to its end. The input must be short: it is written before anything is read.
  public func run(
    _ arguments: [String], input: [UInt8] = []
  ) throws(ProjectError) -> Outcome {
    let input = try Pipe(filledWith: input)
    defer { input.close() }
    let output = try Pipe()
    defer { output.close() }
    let messages = try Pipe()
    defer { messages.close() }
    let process = try spawn(arguments, input, output, messages)
    for pipe in [input, output, messages] { pipe.closeChildsEnd() }
    let texts = readAll([output.readEnd, messages.readEnd])
    var status: Int32 = 0
    while waitpid(process, &status, 0) < 0 {
      guard errno == EINTR else { throw failure() }
    }
    guard let texts else { throw failure() }
    // The low seven bits are the signal that ended it.
    let code = status & 0x7F == 0 ? status >> 8 & 0xFF : 128 + status & 0x7F
    return Outcome(code: code, output: texts[0], messages: texts[1])
  }

  private func spawn(
    _ arguments: [String], _ input: Pipe, _ output: Pipe, _ messages: Pipe
  ) throws(ProjectError) -> pid_t {
    #if canImport(Darwin)
      var actions: posix_spawn_file_actions_t?
      var attributes: posix_spawnattr_t?
    #else
      var actions = posix_spawn_file_actions_t()
      var attributes = posix_spawnattr_t()
    #endif
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    posix_spawn_file_actions_adddup2(&actions, input.readEnd, STDIN_FILENO)
    posix_spawn_file_actions_adddup2(&actions, output.writeEnd, STDOUT_FILENO)
    posix_spawn_file_actions_adddup2(&actions, messages.writeEnd, STDERR_FILENO)
    // The command ignores closed pipes; other programs should end at one.
    var signals = sigset_t()
    sigemptyset(&signals)
    sigaddset(&signals, SIGPIPE)
    posix_spawnattr_setsigdefault(&attributes, &signals)
    posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGDEF))
    var process: pid_t = 0
    let words = ([path] + arguments).map { strdup($0) } + [nil]
    let variables = environment.map { strdup($0) } + [nil]
    defer { for word in words + variables { free(word) } }
    let result = posix_spawn(&process, path, &actions, &attributes, words, variables)
    guard result == 0 else {
      throw ProjectError("cannot run '\(path)': \(systemReason(result))")
    }
    return process
  }

  /// Reads several streams at once, so that nobody waits for a full one; nil where that fails.
  private func readAll(_ streams: [Int32]) -> [[UInt8]]? {
    var texts = streams.map { _ in [UInt8]() }
    var open = streams.map { pollfd(fd: $0, events: Int16(POLLIN), revents: 0) }
    while open.contains(where: { $0.fd >= 0 }) {
      guard poll(&open, nfds_t(open.count), -1) >= 0 else {
        if errno == EINTR { continue }
        return nil
      }
      for index in open.indices where open[index].fd >= 0 && open[index].revents != 0 {
        let chunk = [UInt8](unsafeUninitializedCapacity: 1 << 16) { buffer, count in
          count = max(0, read(open[index].fd, buffer.baseAddress, 1 << 16))
        }
        if chunk.isEmpty { open[index].fd = -1 }
        texts[index] += chunk
      }
    }
    return texts
  }

  private func failure() -> ProjectError {
    ProjectError("cannot run '\(path)': \(systemReason())")
  }
}

/// Two ends, of which a child process gets one.
private final class Pipe {
  let readEnd: Int32
  private(set) var writeEnd: Int32
  private let isInput: Bool
  private var isChildsEndOpen = true

  init() throws(ProjectError) {
    (readEnd, writeEnd) = try Pipe.ends()
    isInput = false
  }

  /// A pipe that holds a text which fits into it, and its end.
  init(filledWith text: [UInt8]) throws(ProjectError) {
    (readEnd, writeEnd) = try Pipe.ends()
    isInput = true
    let isWritten = writeAll(writeEnd, text)
    systemClose(writeEnd)
    writeEnd = -1
    guard isWritten else {
      systemClose(readEnd)
      throw ProjectError("cannot write to another program: \(systemReason())")
    }
  }

  func closeChildsEnd() {
    guard isChildsEndOpen else { return }
    isChildsEndOpen = false
    systemClose(isInput ? readEnd : writeEnd)
  }

  func close() {
    closeChildsEnd()
    if !isInput { systemClose(readEnd) }
  }

  private static func ends() throws(ProjectError) -> (Int32, Int32) {
    var ends: [Int32] = [-1, -1]
    guard pipe(&ends) == 0 else {
      throw ProjectError("cannot run another program: \(systemReason())")
    }
    for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    return (ends[0], ends[1])
  }
}

private func systemClose(_ descriptor: Int32) { _ = close(descriptor) }
