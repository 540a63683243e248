import Foundation
import TestSupport
import Testing
import UseCaseSyntax

/// The server lives on, whatever the client says.
@Suite struct RobustnessTests {
  /// How many messages: all of them where `LSP_MESSAGES` says so, as in CI.
  private static let messageCount =
    ProcessInfo.processInfo.environment["LSP_MESSAGES"].flatMap { Int($0) } ?? 5_000

  @Test func outlivesNonsense() throws {
    let folder = try TemporaryFolder()
    try folder.write("actor Customer\nusecase Pay { actor Customer }\n", to: "a.usecase")
    let client = try Client(secondsAtMost: 120 + Double(Self.messageCount) / 50)
    try client.initialize([folder.path])
    var nonsense = Nonsense(folder.path, seed: 11)
    // Buffers and tables find their sizes first.
    try say(Self.messageCount / 5, client, &nonsense)
    let before = try memory(of: client.processIdentifier)
    try say(Self.messageCount, client, &nonsense)
    let after = try memory(of: client.processIdentifier)
    #expect(Double(after) < Double(before) * 1.1, "\(before) KB, then \(after) KB")
    #expect(try client.finish() == 0)
  }

  /// Sends messages, a hundred at a time, and reads what comes of them.
  private func say(_ count: Int, _ client: Client, _ nonsense: inout Nonsense) throws {
    for _ in 0..<max(1, count / 100) {
      var bytes: [UInt8] = []
      for _ in 0..<100 { bytes += nonsense.next() }
      try client.send(bytes: bytes)
      // What was broken is over: the server finds the next header.
      let answer = try client.answer(
        to: try client.request("workspace/symbol", ["query": "Customer"]))
      try #require(answer["result"]?.array != nil)
    }
  }

  /// The memory that a process holds, in KB.
  private func memory(of process: Int32) throws -> Int {
    let status = try String(contentsOfFile: "/proc/\(process)/status", encoding: .utf8)
    let line = status.split(separator: "\n").first { $0.hasPrefix("VmRSS:") } ?? ""
    return Int(line.split(separator: " ").dropFirst().first ?? "") ?? 0
  }

  @Test func brokenMessagesAreAnswered() throws {
    let client = try Client()
    try client.initialize([])
    func code(_ text: String) throws -> Int? {
      try client.send(bytes: Array(text.utf8))
      return try client.receive()["error"]?["code"]?.integer
    }
    #expect(try code("Content-Length: 3\r\n\r\n{x}") == -32700)
    #expect(try code("Content-Length: 2\r\n\r\n[]") == -32600)
    #expect(try code("Content-Length: 8\r\n\r\n{\"id\":1}") == -32600)
    #expect(try code("nonsense\r\nContent-Length: 2\r\n\r\n{}") == -32700)
    #expect(try client.receive()["error"]?["code"]?.integer == -32600)
    #expect(try code("Content-Length: x\r\n\r\n") == -32700)
    // What follows a broken header is one mistake with it, up to the next message.
    #expect(try client.call("workspace/symbol", ["query": ""]) == [])
    #expect(try code(String(repeating: "x", count: 10_000) + "\r\n") == -32700)
    #expect(try client.finish() == 0)
  }

  @Test func whatIsTooLargeIsRefusedAndNotKept() throws {
    let client = try Client()
    try client.initialize([])
    #expect(try client.call("workspace/symbol", ["query": ""]) == [])
    let before = try memory(of: client.processIdentifier)
    let size = 129 << 20
    try client.send(bytes: Array("Content-Length: \(size)\r\n\r\n".utf8))
    let block = [UInt8](repeating: 0x20, count: 1 << 20)
    for _ in 0..<129 { try client.send(bytes: block) }
    #expect(try client.receive()["error"]?["code"]?.integer == -32700)
    #expect(try client.call("workspace/symbol", ["query": ""]) == [])
    let after = try memory(of: client.processIdentifier)
    #expect(Double(after) < Double(before) * 1.1, "\(before) KB, then \(after) KB")
    #expect(try client.finish() == 0)
  }

  @Test func whatComesInTheWrongOrderHarmsNothing() throws {
    let desk = try Desk("actor Customer\nusecase Pay { actor Customer }\n")
    let other = "file://\(desk.folder.path)/other.usecase"
    let closed: JSONValue = ["textDocument": ["uri": .string(other)]]
    // Nobody has opened it.
    try desk.client.change(other, to: "actor A\n", version: 7)
    try desk.client.notify("textDocument/didClose", closed)
    let refused = try desk.client.answer(
      to: try desk.client.request("textDocument/documentSymbol", closed))
    #expect(refused["error"]?["code"]?.integer == -32602)
    // Answers to questions that were never asked, and what takes back what is not there.
    for id: JSONValue in [1, "x", .null] {
      try desk.client.send(["jsonrpc": "2.0", "id": id, "result": .null])
      try desk.client.notify("$/cancelRequest", ["id": id])
    }
    try desk.client.notify("$/cancelRequest", [:])
    // Twice open, twice closed, and with older versions.
    try desk.client.open(desk.uri, "actor Nobody\n", version: 9)
    try desk.client.change(desk.uri, to: "actor Someone\n", version: 3)
    let symbols = try desk.ask("textDocument/documentSymbol").array ?? []
    #expect(symbols.compactMap { $0["name"]?.string } == ["Someone"])
    for _ in 0..<2 {
      try desk.client.notify(
        "textDocument/didClose", ["textDocument": ["uri": .string(desk.uri)]])
    }
    #expect(try desk.ask("textDocument/documentSymbol") == .null)
    try desk.client.open(desk.uri, "actor Again\n")
    #expect(try desk.ask("textDocument/documentSymbol").array?.count == 1)
    #expect(try desk.client.finish() == 0)
  }

  @Test func takenBackRequestsAreAnswered() throws {
    let client = try Client()
    try client.initialize([])
    var bytes: [UInt8] = []
    func add(_ message: JSONValue) {
      let body = Array(message.text(.compact).utf8)
      bytes += Array("Content-Length: \(body.count)\r\n\r\n".utf8) + body
    }
    for id in 0..<50 {
      add([
        "jsonrpc": "2.0", "id": .integer(1000 + id), "method": "workspace/symbol",
        "params": ["query": ""],
      ])
      add(["jsonrpc": "2.0", "method": "$/cancelRequest", "params": ["id": .integer(1000 + id)]])
    }
    try client.send(bytes: bytes)
    for id in 0..<50 {
      let answer = try client.answer(to: 1000 + id)
      #expect(answer["result"] != nil || answer["error"]?["code"]?.integer == -32800)
    }
  }

  @Test func aFileMayVanishOrBecomeAFolderWhileItIsOpen() throws {
    let desk = try Desk([
      ("a.usecase", "usecase Pay { actor Customer }\n"), ("b.usecase", "actor Customer\n"),
    ])
    _ = try desk.diagnostics()
    let file = desk.folder.url.appending(path: "a.usecase")
    func tell() throws {
      try desk.client.notify(
        "workspace/didChangeWatchedFiles",
        ["changes": [["uri": .string(desk.uri), "type": 3]]])
    }
    try FileManager.default.removeItem(at: file)
    try tell()
    let place: JSONValue = ["line": 0, "character": 22]
    #expect(try desk.ask("textDocument/definition", at: place).array?.count == 1)
    try desk.folder.makeFolder("a.usecase/inside")
    try tell()
    #expect(try desk.ask("textDocument/definition", at: place).array?.count == 1)
    try desk.type("usecase Pay { actor Nobody }\n")
    #expect(try desk.diagnostics().contains { $0["code"]?.string == "unknown-reference" })
    // Closed and opened again while a folder has its name.
    try desk.client.notify("textDocument/didClose", ["textDocument": ["uri": .string(desk.uri)]])
    #expect(
      try desk.client.call("workspace/symbol", ["query": "Customer"]).array?.count == 1)
    try desk.client.open(desk.uri, desk.text)
    #expect(try desk.ask("textDocument/documentSymbol").array?.count == 1)
    try FileManager.default.removeItem(at: desk.folder.url)
    try tell()
    #expect(try desk.ask("textDocument/documentSymbol").array?.count == 1)
    #expect(try desk.client.finish() == 0)
  }

  @Test func endsWithItsParent() throws {
    let parent = Process()
    parent.executableURL = URL(filePath: "/bin/sleep")
    parent.arguments = ["1"]
    try parent.run()
    let client = try Client()
    _ = try client.call(
      "initialize",
      ["processId": .integer(Int(parent.processIdentifier)), "capabilities": [:]])
    parent.waitUntilExit()
    let end = Date().addingTimeInterval(20)
    while client.isRunning, Date() < end { usleep(50_000) }
    #expect(!client.isRunning)
  }
}

/// Random messages: right ones, wrong ones, broken ones.
private struct Nonsense {
  private var random: FixedSeed
  private let folder: String
  private var id = 100_000

  init(_ folder: String, seed: UInt64) {
    self.folder = folder
    random = FixedSeed(seed)
  }

  private static let methods = [
    "textDocument/didOpen", "textDocument/didChange", "textDocument/didClose",
    "textDocument/didSave", "textDocument/completion", "textDocument/hover",
    "textDocument/definition", "textDocument/references", "textDocument/rename",
    "textDocument/prepareRename", "textDocument/documentSymbol", "textDocument/formatting",
    "textDocument/codeAction", "textDocument/foldingRange", "textDocument/selectionRange",
    "textDocument/semanticTokens/full", "textDocument/codeLens", "textDocument/inlayHint",
    "textDocument/documentLink", "textDocument/documentHighlight", "textDocument/diagnostic",
    "workspace/executeCommand", "workspace/didChangeWatchedFiles",
    "workspace/didChangeConfiguration",
    "workspace/didChangeWorkspaceFolders", "initialize", "initialized", "$/cancelRequest",
    "$/nothing", "nothing", "",
  ]
  private static let pieces = [
    "actor Customer", "usecase Pay { actor Customer }", "{", "}", "\n", "\"", "flow {",
    "1. Customer pays", "👩‍👩‍👧", "e\u{301}", "[[Pay]]", "/*", "// allow(x): y", "\r",
  ]

  mutating func next() -> [UInt8] {
    if Int.random(in: 0..<12, using: &random) == 0 { return broken() }
    let body = Array(message().text(.compact).utf8)
    return Array("Content-Length: \(body.count)\r\n\r\n".utf8) + body
  }

  /// Nothing that takes in the messages behind it.
  private mutating func broken() -> [UInt8] {
    switch Int.random(in: 0..<5, using: &random) {
    case 0: return Array("Content-Length: 4\r\n\r\n{,,}".utf8)
    case 1: return Array("Content-Type: x\r\n\r\n".utf8)
    case 2: return (0..<20).map { _ in UInt8.random(in: 0x80...0xFF, using: &random) } + [0x0A]
    case 3: return Array("Content-Length: -1\r\n\r\n".utf8)
    default:
      let body = String(repeating: "[", count: 5_000)
      return Array("Content-Length: \(body.utf8.count)\r\n\r\n\(body)".utf8)
    }
  }

  private mutating func message() -> JSONValue {
    var members: [JSONValue.Member] = [.init("jsonrpc", "2.0")]
    let method = Nonsense.methods.randomElement(using: &random) ?? ""
    let isNotification = method.contains("/did") || Int.random(in: 0..<9, using: &random) == 0
    if !isNotification {
      id += 1
      members.append(.init("id", .integer(id)))
    }
    members.append(.init("method", .string(method)))
    if Int.random(in: 0..<20, using: &random) > 0 { members.append(.init("params", parameters())) }
    return .object(members)
  }

  private mutating func parameters() -> JSONValue {
    if Int.random(in: 0..<20, using: &random) == 0 {
      return [1, "x", .null, ["y": []]].randomElement(using: &random) ?? .null
    }
    let uri = "file://\(folder)/\(["a", "b", "c"].randomElement(using: &random) ?? "a").usecase"
    let document: JSONValue = [
      "uri": .string(uri), "version": .integer(Int.random(in: -2..<50, using: &random)),
      "languageId": "usecase", "text": .string(text()),
    ]
    let range: JSONValue = ["start": position(), "end": position()]
    return [
      "textDocument": document, "position": position(), "range": range,
      "positions": [position()], "context": ["diagnostics": [], "includeDeclaration": true],
      "newName": .string(Nonsense.pieces.randomElement(using: &random) ?? ""),
      "contentChanges": [["range": range, "text": .string(text())]],
      "changes": [["uri": .string(uri), "type": 2]], "command": "usecase.fixFile",
      "arguments": [.string(uri)], "id": .integer(id),
    ]
  }

  private mutating func position() -> JSONValue {
    let wild = [-1, 0, 1, 2, 3, 5, 8, 99, Int.max]
    return [
      "line": .integer(wild.randomElement(using: &random) ?? 0),
      "character": .integer(wild.randomElement(using: &random) ?? 0),
    ]
  }

  private mutating func text() -> String {
    (0..<Int.random(in: 0..<6, using: &random)).map { _ in
      Nonsense.pieces.randomElement(using: &random) ?? ""
    }.joined(separator: " ")
  }
}
