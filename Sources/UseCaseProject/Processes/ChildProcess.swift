#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// A process that this one has started, and must wait for.
struct ChildProcess {
  private let id: pid_t

  /// How a process has ended.
  enum Status: Equatable {
    case exited(Int32)
    case killed(signal: Int32)

    /// As a shell puts it.
    var code: Int32 {
      switch self {
      case .exited(let code): code
      case .killed(let signal): 128 + signal
      }
    }
  }

  /// Waits for its end; nil where the system does not tell.
  func wait() -> Status? {
    var status: Int32 = 0
    while waitpid(id, &status, 0) < 0 {
      guard errno == EINTR else { return nil }
    }
    // The low seven bits are the signal that ended it.
    let signal = status & 0x7F
    return signal == 0 ? .exited(status >> 8 & 0xFF) : .killed(signal: signal)
  }

  func kill() { _ = systemKill(id, SIGKILL) }

  fileprivate init(id: pid_t) { self.id = id }
}

private func systemKill(_ process: pid_t, _ signal: Int32) -> Int32 { kill(process, signal) }

extension Program {
  /// Starts it with three open files as its streams; without one for its messages, nobody hears them.
  func start(
    _ arguments: [String], input: Int32, output: Int32, messages: Int32? = nil
  ) throws(ProjectError) -> ChildProcess {
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
    posix_spawn_file_actions_adddup2(&actions, input, STDIN_FILENO)
    posix_spawn_file_actions_adddup2(&actions, output, STDOUT_FILENO)
    if let messages {
      posix_spawn_file_actions_adddup2(&actions, messages, STDERR_FILENO)
    } else {
      posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, "/dev/null", O_WRONLY, 0)
    }
    var signals = sigset_t()
    sigemptyset(&signals)
    // The threads that draw leave signals to the main one; a program of its own wants them.
    posix_spawnattr_setsigmask(&attributes, &signals)
    // The command ignores closed pipes; other programs should end at one.
    sigaddset(&signals, SIGPIPE)
    posix_spawnattr_setsigdefault(&attributes, &signals)
    posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_SETSIGMASK))
    var process: pid_t = 0
    let words = ([path] + arguments).map { strdup($0) } + [nil]
    let variables = environment.map { strdup($0) } + [nil]
    defer { for word in words + variables { free(word) } }
    let result = startingProcess.withLock { _ in
      posix_spawn(&process, path, &actions, &attributes, words, variables)
    }
    guard result == 0 else {
      throw ProjectError("cannot run '\(path)': \(systemReason(result))")
    }
    return ChildProcess(id: process)
  }
}
