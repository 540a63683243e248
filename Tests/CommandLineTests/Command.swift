import Foundation
import Testing

/// What a run of the command came to.
struct Outcome {
  let code: Int32
  let output: String
  let messages: String
  /// False where a signal ended it.
  let hasExited: Bool

  var lines: [String] { output.split(separator: "\n").map(String.init) }
}

/// The built command, run as a person runs it.
enum Command {
  /// It stands beside the test bundle.
  static let path = URL(filePath: CommandLine.arguments.first ?? "")
    .deletingLastPathComponent().appending(path: "usecase").path

  static let root = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  /// Runs it with an environment of its own; input and streams are files, so that nothing blocks.
  static func run(
    _ arguments: String..., in folder: String? = nil, input: String? = nil,
    environment: [String: String] = [:], output: FileHandle? = nil
  ) throws -> Outcome {
    try run(arguments, in: folder, input: input, environment: environment, output: output)
  }

  static func run(
    _ arguments: [String], in folder: String? = nil, input: String? = nil,
    environment: [String: String] = [:], output: FileHandle? = nil
  ) throws -> Outcome {
    try run(
      executable: path, arguments, in: folder, input: input, environment: environment,
      output: output)
  }

  /// Runs a script of bash, which finds the command in `$USECASE`.
  static func shell(
    _ script: String, in folder: String, environment: [String: String] = [:]
  ) throws -> Outcome {
    let environment = environment.merging(["USECASE": path]) { given, _ in given }
    return try run(
      executable: "/bin/bash", ["-c", script], in: folder, environment: environment)
  }

  private static func run(
    executable: String, _ arguments: [String], in folder: String?, input: String? = nil,
    environment: [String: String], output: FileHandle? = nil
  ) throws -> Outcome {
    let streams = FileManager.default.temporaryDirectory.appending(
      path: "usecase-streams-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: streams, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: streams) }
    func file(_ name: String, _ content: String = "") throws -> URL {
      let url = streams.appending(path: name)
      try Data(content.utf8).write(to: url)
      return url
    }
    let outputFile = try file("output")
    let messageFile = try file("messages")
    let process = Process()
    process.executableURL = URL(filePath: executable)
    process.arguments = arguments
    let path = ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin"
    // 1 July 2026: what the command finds does not depend on the day of the test.
    let defaults = ["PATH": path, "HOME": "/", "SOURCE_DATE_EPOCH": "1782864000"]
    process.environment = environment.merging(defaults) { given, _ in given }
    if let folder { process.currentDirectoryURL = URL(filePath: folder) }
    process.standardInput = try FileHandle(forReadingFrom: file("input", input ?? ""))
    process.standardOutput = try output ?? FileHandle(forWritingTo: outputFile)
    process.standardError = try FileHandle(forWritingTo: messageFile)
    try process.run()
    process.waitUntilExit()
    return Outcome(
      code: process.terminationStatus,
      output: String(decoding: try Data(contentsOf: outputFile), as: UTF8.self),
      messages: String(decoding: try Data(contentsOf: messageFile), as: UTF8.self),
      hasExited: process.terminationReason == .exit)
  }
}
