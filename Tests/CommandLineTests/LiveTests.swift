import Foundation
import TestSupport
import Testing

/// A command that goes on until somebody ends it.
private final class LiveCommand {
  let process = Process()
  private let streams: URL

  init(_ arguments: String...) throws {
    streams = FileManager.default.temporaryDirectory.appending(
      path: "usecase-live-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: streams, withIntermediateDirectories: true)
    for name in ["output", "messages"] {
      try Data().write(to: streams.appending(path: name))
    }
    process.executableURL = URL(filePath: Command.path)
    process.arguments = arguments
    let path = ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin"
    process.environment = ["PATH": path, "HOME": "/", "SOURCE_DATE_EPOCH": "1782864000"]
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = try FileHandle(forWritingTo: streams.appending(path: "output"))
    process.standardError = try FileHandle(forWritingTo: streams.appending(path: "messages"))
    // Shells start what runs in the background with this signal ignored, and so would we.
    signal(SIGINT, SIG_DFL)
    // Threads that run tests block signals, and what they start inherits that.
    var none = sigset_t()
    sigemptyset(&none)
    pthread_sigmask(SIG_SETMASK, &none, nil)
    try process.run()
  }

  deinit {
    if process.isRunning { kill(process.processIdentifier, SIGKILL) }
    try? FileManager.default.removeItem(at: streams)
  }

  var output: String { text("output") }
  var messages: String { text("messages") }

  private func text(_ name: String) -> String {
    (try? String(contentsOf: streams.appending(path: name), encoding: .utf8)) ?? ""
  }

  /// Whether something comes true within half a minute.
  func waits(for condition: () -> Bool) -> Bool {
    for _ in 0..<1500 {
      if condition() { return true }
      guard process.isRunning else { return condition() }
      usleep(20_000)
    }
    return false
  }

  /// The port of the address that it has printed.
  func port() -> UInt16? {
    func line() -> Substring? {
      output.split(separator: "\n").first { $0.hasPrefix("http://") && $0.hasSuffix("/") }
    }
    guard waits(for: { line() != nil }) else { return nil }
    return line()?.split(separator: ":").last.flatMap { UInt16($0.dropLast()) }
  }
}

/// `watch` and `serve`: commands that follow a model.
@Suite struct LiveTests {
  private let folder: TemporaryFolder
  private static let model = """
    actor Reader
    system Library {
        usecase BorrowBook {
            actor Reader
            success guarantee "The loan is recorded"
        }
    }

    """
  private static let broken = "actor {\n"

  init() throws {
    folder = try TemporaryFolder()
    try folder.write(LiveTests.model, to: "model/library.usecase")
  }

  private var model: String { folder.url.appending(path: "model").path }

  private func save(_ text: String) throws {
    try folder.write(text, to: "model/library.usecase")
  }

  private func get(_ target: String, _ port: UInt16) throws -> (head: String, body: String) {
    let client = try #require(LoopbackClient(port: port))
    client.send("GET \(target) HTTP/1.1\r\nHost: 127.0.0.1:\(port)\r\n\r\n")
    return try #require(client.response())
  }

  // MARK: serve

  @Test func everySaveReachesTheBrowser() throws {
    let command = try LiveCommand("serve", model, "--port", "0")
    let port = try #require(command.port())
    #expect(command.output.contains("http://127.0.0.1:\(port)/\n"))
    let page = try get("/", port)
    #expect(page.head.hasPrefix("HTTP/1.1 200 "))
    #expect(
      page.body.contains(
        "script-src 'self'; base-uri 'none'; form-action 'none'; connect-src 'self'"))
    #expect(page.body.contains("<script src=\"/_preview/script.js\" defer=\"\"></script>"))
    let browser = try #require(LoopbackClient(port: port))
    browser.send(
      "GET /_preview/events?page=%2F HTTP/1.1\r\nHost: localhost:\(port)\r\n\r\n")
    #expect(browser.receive(through: "}\n\n")?.contains("\"revision\":1") == true)

    try save(LiveTests.model + "actor Visitor\n")
    let change = try #require(browser.receive(through: "}\n\n"))
    #expect(change.contains("actor 'Visitor' takes part in no use case"))
    #expect(change.contains("\"page\":\"actor-Visitor.html\""))
    #expect(try get("/actor-Visitor.html", port).body.contains("Visitor"))

    try save(LiveTests.broken)
    let breakage = try #require(browser.receive(through: "}\n\n"))
    #expect(breakage.contains("\"isGood\":false,\"showsEarlier\":true"))
    #expect(try get("/actor-Visitor.html", port).head.hasPrefix("HTTP/1.1 200 "))

    try save(LiveTests.model)
    let repair = try #require(browser.receive(through: "}\n\n"))
    #expect(repair.contains("\"isGood\":true,\"showsEarlier\":false"))
    #expect(try get("/actor-Visitor.html", port).head.hasPrefix("HTTP/1.1 404 "))
  }

  @Test func theTerminalTellsNewFindingsAndEachBuild() throws {
    let command = try LiveCommand("serve", model, "--port", "0")
    #expect(command.waits { command.messages.contains(" files changed; ") })
    try save(LiveTests.model + "actor Visitor\n")
    #expect(command.waits { command.output.contains("actor 'Visitor' takes part in no use case") })
    try save("\n" + LiveTests.model + "actor Visitor\n" + LiveTests.broken)
    #expect(command.waits { command.messages.contains("not built: ") })
    // What was said is not said again because it has moved.
    #expect(command.output.components(separatedBy: "'Visitor'").count == 2)
    #expect(command.output.contains("library.usecase:10:7: error: "))
    #expect(!command.messages.contains("\u{1B}"))
  }

  @Test func knownFindingsAreNotShown() throws {
    try save(LiveTests.model + "actor Visitor\n")
    let command = try LiveCommand("serve", model, "--port", "0")
    let port = try #require(command.port())
    #expect(command.waits { command.output.contains("'Visitor' takes part in no use case") })
    #expect(try Command.run("check", model, "--write-baseline", "--quiet").code == 0)
    #expect(command.waits { command.messages.contains("known finding") })
    let browser = try #require(LoopbackClient(port: port))
    browser.send("GET /_preview/events?page=%2F HTTP/1.1\r\nHost: localhost:\(port)\r\n\r\n")
    let state = try #require(browser.receive(through: "}\n\n"))
    #expect(!state.contains("takes part in no use case"))
    try save(LiveTests.model + "actor Visitor\nactor Stranger\n")
    let change = try #require(browser.receive(through: "}\n\n"))
    #expect(change.contains("actor 'Stranger' takes part in no use case"))
    #expect(!change.contains("'Visitor'"))
  }

  @Test func aModelThatIsBrokenFromTheStartIsServedOnceItIsMended() throws {
    try save(LiveTests.broken)
    let command = try LiveCommand("serve", model, "--port", "0", "--quiet")
    let port = try #require(command.port())
    #expect(try get("/", port).body.contains("Nothing to show yet"))
    try save(LiveTests.model)
    #expect(command.waits { (try? get("/", port).body.contains("Borrow book")) == true })
    #expect(!command.messages.contains("built in"))
  }

  @Test(arguments: [SIGINT, SIGTERM])
  func itEndsAtOnce(signal: Int32) throws {
    let command = try LiveCommand("serve", model, "--port", "0")
    let port = try #require(command.port())
    let client = LoopbackClient(port: port)
    kill(command.process.processIdentifier, signal)
    command.process.waitUntilExit()
    #expect(command.process.terminationReason == .uncaughtSignal)
    #expect(command.process.terminationStatus == signal)
    #expect(client != nil)
    #expect(LoopbackClient(port: port) == nil)
  }

  @Test func whatCannotBeServedIsSaid() throws {
    let missing = try Command.run("serve", model + "/none")
    #expect(missing.code == 2)
    #expect(missing.messages.contains("there is no file or folder '\(model)/none'"))
    let wrong = try Command.run("serve", model, "--port", "65536")
    #expect(wrong.code == 2)
    #expect(wrong.messages.contains("a number from 0 to 65535"))
    let command = try LiveCommand("serve", model, "--port", "0")
    let port = try #require(command.port())
    let taken = try Command.run("serve", model, "--port", "\(port)")
    #expect(taken.code == 2)
    #expect(taken.output.isEmpty)
    #expect(taken.messages.contains("port \(port) is taken by another program"))
    #expect(taken.messages.contains("'--port 0' takes a free one"))
  }

  /// Told when it comes up, not on every save.
  @Test(arguments: ["serve", "watch"]) func aViewThatCannotBeDrawnIsTold(name: String) throws {
    let site = folder.url.appending(path: "site").path
    let command =
      name == "serve"
      ? try LiveCommand("serve", model, "--port", "0") : try LiveCommand("watch", model, "-o", site)
    func builds() -> Int { command.messages.components(separatedBy: "built in ").count - 1 }
    func warnings() -> [Substring] {
      command.messages.split(separator: "\n").filter { $0.contains("warning: ") }
    }
    #expect(command.waits { builds() == 1 })
    #expect(warnings().isEmpty)
    let view = "view Gone \"What is gone\" {\n    show use-cases\n    only status retired\n}\n"
    try save(LiveTests.model + view)
    #expect(command.waits { builds() == 2 })
    #expect(
      warnings().map { String($0.drop { $0 != "w" }) } == [
        "warning: library.usecase:8: the view 'What is gone' cannot be drawn: "
          + "'only status retired' leaves nothing to show of 'What is gone'"
      ])
    try save(LiveTests.model + view + "actor Visitor\n")
    #expect(command.waits { builds() == 3 })
    #expect(warnings().count == 1)
  }

  // MARK: watch

  @Test func everySaveIsBuilt() throws {
    let site = folder.url.appending(path: "site")
    let command = try LiveCommand("watch", model, "-o", site.path)
    func isThere(_ page: String) -> Bool {
      FileManager.default.fileExists(atPath: site.appending(path: page).path)
    }
    #expect(command.waits { command.messages.contains("built in") })
    let overview = site.appending(path: "index.html")
    #expect(try !String(contentsOf: overview, encoding: .utf8).contains("_preview"))
    #expect(try !String(contentsOf: overview, encoding: .utf8).contains("connect-src"))
    try save(LiveTests.model + "actor Visitor\n")
    #expect(command.waits { isThere("actor-Visitor.html") })
    try save(LiveTests.model + "actor Visitor\n" + LiveTests.broken)
    #expect(command.waits { command.messages.contains("not built: ") })
    #expect(isThere("actor-Visitor.html"))
    try save(LiveTests.model)
    #expect(command.waits { !isThere("actor-Visitor.html") })
    kill(command.process.processIdentifier, SIGINT)
    command.process.waitUntilExit()
    let left = try FileManager.default.subpathsOfDirectory(atPath: site.path)
    #expect(!left.contains { $0.hasSuffix(".tmp") })
  }

  @Test func whereverItIsEndedNoTemporaryFileIsLeft() throws {
    var random = FixedSeed(5)
    let useCases = (0..<60).map { "usecase Borrow\($0) { actor Reader }\n" }.joined()
    try save("actor Reader\nsystem Library {\n\(useCases)}\n")
    for round in 0..<8 {
      let site = folder.url.appending(path: "site\(round)")
      let command = try LiveCommand("watch", model, "-o", site.path)
      func files() -> [String] {
        (try? FileManager.default.subpathsOfDirectory(atPath: site.path)) ?? []
      }
      let count = Int.random(in: 1...60, using: &random)
      #expect(command.waits { files().count >= count })
      kill(command.process.processIdentifier, round.isMultiple(of: 2) ? SIGINT : SIGTERM)
      command.process.waitUntilExit()
      #expect(!files().contains { $0.hasSuffix(".tmp") }, "\(files())")
    }
  }

  @Test func aSiteInTheModelsOwnFolderIsBuiltOnce() throws {
    let command = try LiveCommand("watch", model, "-o", model + "/site")
    #expect(command.waits { command.messages.contains("built in") })
    usleep(700_000)
    #expect(command.messages.components(separatedBy: "built in").count == 2)
  }

  @Test func whatCannotBeWatchedIsSaid() throws {
    let missing = try Command.run("watch", model + "/none", "-o", folder.path + "/site")
    #expect(missing.code == 2)
    #expect(missing.messages.contains("there is no file or folder"))
    let file = try Command.run("watch", model, "-o", model + "/library.usecase")
    #expect(file.code == 2)
    #expect(file.messages.contains("is no folder"))
  }
}
