import ArgumentParser
import UseCaseProject
import UseCaseSyntax

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Nobody reads the output any more; there is nobody to tell.
struct ClosedPipe: Error {}

/// The two streams: results to standard output, everything else to standard error.
enum Console {
  static func write(_ text: String) throws {
    try write(Array(text.utf8))
  }

  static func write(_ bytes: [UInt8]) throws {
    guard !bytes.isEmpty, !writeAll(STDOUT_FILENO, bytes) else { return }
    if errno == EPIPE { throw ClosedPipe() }
    throw ProjectError("cannot write to standard output: \(systemReason())")
  }

  /// Some file systems tell only when a file is closed that it could not be written.
  static func finish() throws {
    guard close(STDOUT_FILENO) != 0, errno != EBADF else { return }
    throw ProjectError("cannot write to standard output: \(systemReason())")
  }

  /// Says something beside the results; where that cannot be said, nothing else can.
  static func say(_ message: String, help: String? = nil) {
    let lines = message.split(separator: "\n", omittingEmptySubsequences: false)
    var text = lines.map { visible(String($0)) + "\n" }.joined()
    if let help { text += "help: \(visible(help))\n" }
    show(text)
  }

  /// Says what went wrong while everything else was done, and ends the command with 2.
  static func fail(with problems: [ProjectError]) throws {
    for problem in problems { say("error: \(problem.message)", help: problem.help) }
    if !problems.isEmpty { throw ExitCode(2) }
  }

  /// Writes a text that is fit to be shown beside the results.
  static func show(_ text: String) {
    _ = writeAll(STDERR_FILENO, Array(text.utf8))
  }
}

extension Disk {
  /// What standard input holds, up to its end.
  func readStandardInput() throws(ProjectError) -> [UInt8] {
    try readStream(STDIN_FILENO, named: "standard input")
  }
}
