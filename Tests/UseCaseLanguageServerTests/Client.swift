import Foundation
import UseCaseSyntax

/// An editor without a screen: drives the built server through its streams, as editors do.
final class Client {
  private let process = Process()
  private let input = Pipe()
  private let output = Pipe()
  private var buffer: [UInt8] = []
  private var requestCount = 0
  /// What the server told without having been asked, in order.
  private(set) var notifications: [JSONValue] = []

  struct Ended: Error {}

  /// The command stands beside the test bundle.
  static let command = URL(filePath: CommandLine.arguments.first ?? "")
    .deletingLastPathComponent().appending(path: "usecase")

  /// A server that hangs is ended after some seconds, so that its test fails and no more.
  init(_ arguments: [String] = ["lsp"], secondsAtMost: Double = 120) throws {
    process.executableURL = Client.command
    process.arguments = arguments
    let path = ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin"
    let cache = FileManager.default.temporaryDirectory.appending(path: "usecase-cache").path
    process.environment = [
      "PATH": path, "XDG_CACHE_HOME": cache, "SOURCE_DATE_EPOCH": "1782864000",
    ]
    process.standardInput = input
    process.standardOutput = output
    try process.run()
    let identifier = process.processIdentifier
    let process = process
    DispatchQueue.global().asyncAfter(deadline: .now() + secondsAtMost) {
      if process.isRunning { kill(identifier, SIGKILL) }
    }
  }

  deinit {
    if process.isRunning { process.terminate() }
  }

  // MARK: Sending

  func send(bytes: some Sequence<UInt8>) throws {
    try input.fileHandleForWriting.write(contentsOf: Data(bytes))
  }

  func send(_ message: JSONValue) throws {
    let body = Array(message.text(.compact).utf8)
    try send(bytes: Array("Content-Length: \(body.count)\r\n\r\n".utf8) + body)
  }

  func notify(_ method: String, _ parameters: JSONValue) throws {
    try send(["jsonrpc": "2.0", "method": .string(method), "params": parameters])
  }

  /// Sends a request and returns its number.
  func request(_ method: String, _ parameters: JSONValue) throws -> Int {
    requestCount += 1
    try send([
      "jsonrpc": "2.0", "id": .integer(requestCount), "method": .string(method),
      "params": parameters,
    ])
    return requestCount
  }

  // MARK: Receiving

  /// The next message, whatever it is.
  func receive() throws -> JSONValue {
    while true {
      if let message = try takeMessage() { return message }
      let data = output.fileHandleForReading.availableData
      guard !data.isEmpty else { throw Ended() }
      buffer += data
    }
  }

  private func takeMessage() throws -> JSONValue? {
    let end = Array("\r\n\r\n".utf8)
    guard let start = buffer.firstRange(of: end) else { return nil }
    let header = String(decoding: buffer[..<start.lowerBound], as: UTF8.self)
    guard let length = Int(header.split(separator: " ").last ?? "") else { throw Ended() }
    guard buffer.count >= start.upperBound + length else { return nil }
    let body = Array(buffer[start.upperBound..<start.upperBound + length])
    buffer.removeFirst(start.upperBound + length)
    return try JSONValue(parsing: body)
  }

  /// The whole answer to a request.
  func answer(to id: Int) throws -> JSONValue {
    while true {
      let message = try receive()
      if message["method"] != nil {
        notifications.append(message)
      } else if message["id"]?.integer == id {
        return message
      }
    }
  }

  /// The result of a request; null where it was refused.
  func call(_ method: String, _ parameters: JSONValue) throws -> JSONValue {
    try answer(to: try request(method, parameters))["result"] ?? .null
  }

  /// What the server says next about a document.
  func diagnostics(of uri: String, version: Int? = nil) throws -> [JSONValue] {
    while true {
      let message = try receive()
      notifications.append(message)
      guard message["method"]?.string == "textDocument/publishDiagnostics",
        message["params"]?["uri"]?.string == uri,
        version == nil || message["params"]?["version"]?.integer == version
      else { continue }
      return message["params"]?["diagnostics"]?.array ?? []
    }
  }

  // MARK: A session

  @discardableResult
  func initialize(_ folders: [String], capabilities: JSONValue = Client.usual) throws -> JSONValue {
    let list = folders.map { folder -> JSONValue in
      ["uri": .string("file://" + folder), "name": .string(folder)]
    }
    let result = try call(
      "initialize",
      [
        "processId": .integer(Int(ProcessInfo.processInfo.processIdentifier)), "rootUri": .null,
        "workspaceFolders": .array(list), "capabilities": capabilities,
      ])
    try notify("initialized", [:])
    return result
  }

  /// What editors of these days can.
  static let usual: JSONValue = [
    "textDocument": [
      "completion": [
        "completionItem": ["snippetSupport": true, "documentationFormat": ["markdown"]]
      ],
      "hover": ["contentFormat": ["markdown"]],
      "documentSymbol": ["hierarchicalDocumentSymbolSupport": true],
    ],
    "workspace": ["workspaceEdit": ["documentChanges": true]],
  ]

  func open(_ uri: String, _ text: String, version: Int = 1) throws {
    try notify(
      "textDocument/didOpen",
      [
        "textDocument": [
          "uri": .string(uri), "languageId": "usecase", "version": .integer(version),
          "text": .string(text),
        ]
      ])
  }

  /// Replaces the whole text.
  func change(_ uri: String, to text: String, version: Int) throws {
    try notify(
      "textDocument/didChange",
      [
        "textDocument": ["uri": .string(uri), "version": .integer(version)],
        "contentChanges": [["text": .string(text)]],
      ])
  }

  /// Says goodbye; the code that the server ends with.
  func finish() throws -> Int32 {
    _ = try call("shutdown", .null)
    try notify("exit", .null)
    process.waitUntilExit()
    return process.terminationStatus
  }

  /// Closes the stream to the server; the code that it ends with.
  func hangUp() throws -> Int32 {
    try input.fileHandleForWriting.close()
    process.waitUntilExit()
    return process.terminationStatus
  }

  var processIdentifier: Int32 { process.processIdentifier }
  var isRunning: Bool { process.isRunning }
}
