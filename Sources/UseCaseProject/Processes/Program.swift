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
  let environment: [String]

  /// What a run came to.
  public struct Outcome: Sendable {
    public let code: Int32
    public let output: [UInt8]
    public let messages: [UInt8]
  }

  private init(path: String, environment: [String]) {
    self.path = path
    self.environment = environment
  }

  /// The program that runs this.
  public static func running(environment: [String]) throws(ProjectError) -> Program {
    #if canImport(Darwin)
      var size: UInt32 = 0
      _NSGetExecutablePath(nil, &size)
      var name = [CChar](repeating: 0, count: Int(size) + 1)
      _NSGetExecutablePath(&name, &size)
      let path = name.withUnsafeBufferPointer { $0.baseAddress.map { String(cString: $0) } ?? "" }
    #else
      let path = "/proc/self/exe"
    #endif
    return Program(path: try Disk().resolve(path), environment: environment)
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
    // The first one of a name counts.
    self.init(path: path, environment: further + environment)
  }

  /// Runs it to its end. The input must be short: it is written before anything is read.
  public func run(
    _ arguments: [String], input: [UInt8] = []
  ) throws(ProjectError) -> Outcome {
    let input = try ProcessPipe(filledWith: input)
    let output = try ProcessPipe()
    let messages = try ProcessPipe()
    let process = try start(
      arguments, input: input.readEnd, output: output.writeEnd, messages: messages.writeEnd)
    input.closeReadEnd()
    output.closeWriteEnd()
    messages.closeWriteEnd()
    let texts = readAll([output.readEnd, messages.readEnd])
    let status = process.wait()
    guard let texts, let status else {
      throw ProjectError("cannot run '\(path)': \(systemReason())")
    }
    return Outcome(code: status.code, output: texts[0], messages: texts[1])
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
        let chunk = readChunk(open[index].fd)
        if chunk.isEmpty { open[index].fd = -1 }
        texts[index] += chunk
      }
    }
    return texts
  }
}

/// The next bytes of a stream that has some; none at its end, and where it cannot be read.
func readChunk(_ descriptor: Int32) -> [UInt8] {
  [UInt8](unsafeUninitializedCapacity: 1 << 16) { buffer, count in
    count = max(0, read(descriptor, buffer.baseAddress, 1 << 16))
  }
}
