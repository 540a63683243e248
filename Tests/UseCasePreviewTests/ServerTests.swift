import Foundation
import TestSupport
import Testing

@testable import UseCasePreview

/// The server itself, on a port of this machine.
@Suite struct ServerTests {
  /// Runs a server with a page while the body goes on, and stops it.
  private func serving(
    _ files: [String: String] = ["index.html": "<p>home"],
    _ body: (PreviewServer) throws -> Void
  ) throws {
    let server = try PreviewServer(port: 0)
    server.show(Previews.build(files))
    Thread { server.run() }.start()
    defer { server.stop() }
    try body(server)
  }

  private func request(_ port: UInt16, _ target: String = "/", method: String = "GET") -> String {
    "\(method) \(target) HTTP/1.1\r\nHost: 127.0.0.1:\(port)\r\n\r\n"
  }

  @Test func itListensOnThePortThatItNames() throws {
    try serving { server in
      #expect(server.port != 0)
      #expect(server.address == "http://127.0.0.1:\(server.port)/")
      let error = #expect(throws: PreviewError.self) { try PreviewServer(port: server.port) }
      #expect(error?.code == EADDRINUSE)
    }
  }

  @Test func manyRequestsOnOneConnectionAreAnsweredInTheirOrder() throws {
    try serving { server in
      let client = try #require(LoopbackClient(port: server.port))
      client.send(request(server.port) + request(server.port, method: "HEAD"))
      client.send(request(server.port, "/none") + request(server.port))
      #expect(client.response()?.body == "<p>home")
      let head = client.response(toHead: true)
      #expect(head?.head.contains("Content-Length: 7\r\n") == true)
      #expect(client.response()?.head.hasPrefix("HTTP/1.1 404 ") == true)
      #expect(client.response()?.body == "<p>home")
      #expect(!client.isClosed(within: 0))
    }
  }

  @Test func aClientThatAsksForTheEndGetsIt() throws {
    try serving { server in
      let client = try #require(LoopbackClient(port: server.port))
      client.send("GET / HTTP/1.1\r\nHost: 127.0.0.1:\(server.port)\r\nConnection: close\r\n\r\n")
      #expect(client.response()?.head.contains("Connection: close\r\n") == true)
      #expect(client.isClosed())
    }
  }

  @Test func eachResponseTellsTheBrowserWhatItMayDo() throws {
    try serving { server in
      let client = try #require(LoopbackClient(port: server.port))
      for target in ["/", "/none", "/_preview/script.js"] {
        client.send(request(server.port, target))
        let head = try #require(client.response()).head
        #expect(head.contains("Cache-Control: no-store\r\n"))
        #expect(head.contains("X-Content-Type-Options: nosniff\r\n"))
        #expect(head.contains("Cross-Origin-Resource-Policy: same-origin\r\n"))
        #expect(head.contains("default-src 'none'; script-src 'self';"))
        #expect(!head.contains("unsafe-"))
        #expect(!head.contains("Access-Control"))
      }
    }
  }

  @Test func anOpenPageHearsOfEachBuild() throws {
    try serving { server in
      let client = try #require(LoopbackClient(port: server.port))
      client.send(request(server.port, "/_preview/events?page=%2F"))
      #expect(client.receive(through: "\r\n\r\n")?.contains("text/event-stream") == true)
      #expect(client.receive(through: "}\n\n")?.contains("\"revision\":1") == true)
      server.show(Previews.build(["index.html": "<p>new"]))
      #expect(client.receive(through: "}\n\n")?.contains("\"revision\":2") == true)
      server.show(Previews.build(nil))
      #expect(client.receive(through: "}\n\n")?.contains("\"isGood\":false") == true)
    }
  }

  @Test func whoAsksForAFileThatIsBeingMadeWaitsForIt() throws {
    try serving { server in
      var build = Previews.build(["index.html": "2"])
      build.awaited = ["late.html", "later.html"]
      server.show(build)
      let client = try #require(LoopbackClient(port: server.port))
      client.send(request(server.port, "/late.html") + request(server.port))
      let stream = try #require(LoopbackClient(port: server.port))
      stream.send(request(server.port, "/_preview/events?page=%2Flater.html"))
      // Others are answered meanwhile, and those who wait have a word in what is made next.
      let other = try #require(LoopbackClient(port: server.port))
      other.send(request(server.port))
      #expect(other.response()?.body == "2")
      for _ in 0..<500 where server.wanted.count < 2 { usleep(10_000) }
      #expect(server.wanted == ["late.html", "later.html"])
      #expect(server.add(["late.html": Array("made".utf8)]) == 1)
      #expect(client.response()?.body == "made")
      #expect(client.response()?.body == "2")
      #expect(server.add(["later.html": Array("made".utf8)]) == 1)
      #expect(stream.receive(through: "}\n\n")?.contains("\"revision\":2") == true)
    }
  }

  @Test func aStreamThatIsNotReadIsToldTheLatestBuildAndNoBacklog() throws {
    try serving { server in
      let client = try #require(LoopbackClient(port: server.port))
      client.send(request(server.port, "/_preview/events"))
      _ = client.receive(through: "}\n\n")
      let long = String(repeating: "x", count: 1 << 18)
      let finding = PreviewFinding(
        severity: "info", rule: "r", message: long, location: "", details: "")
      // More than the system takes from one side to the other without a reader.
      for _ in 0..<100 { server.show(Previews.build(["index.html": "1"], findings: [finding])) }
      server.show(Previews.build(["index.html": "2"]))
      var events = 0
      var last = ""
      while !last.contains("\"revision\":102,"), let event = client.receive(through: "}\n\n") {
        events += 1
        last = event
      }
      #expect(last.contains("\"revision\":102,"))
      #expect(events < 100)
    }
  }

  // MARK: Clients that mean no good

  @Test func aClientThatIsSlowKeepsNobodyWaiting() throws {
    let page = String(repeating: "<p>long", count: 1_000_000)
    try serving(["index.html": page, "small.html": "small"]) { server in
      let sleepers = (0..<20).compactMap { _ in LoopbackClient(port: server.port) }
      // Half of them ask for more than they read, the others never finish to ask.
      for (index, client) in sleepers.enumerated() {
        client.send(index % 2 == 0 ? request(server.port) : "GET / HTTP/1.1\r\nHo")
      }
      let client = try #require(LoopbackClient(port: server.port))
      for _ in 0..<50 {
        client.send(request(server.port, "/small.html"))
        #expect(client.response()?.body == "small")
      }
      #expect(sleepers.count == 20)
    }
  }

  @Test func aRequestMayComeByteByByte() throws {
    try serving { server in
      let client = try #require(LoopbackClient(port: server.port))
      for byte in request(server.port).utf8 { client.send([byte]) }
      #expect(client.response()?.body == "<p>home")
    }
  }

  @Test func aHeadWithoutEndIsRefused() throws {
    try serving { server in
      let client = try #require(LoopbackClient(port: server.port))
      client.send("GET / HTTP/1.1\r\nA: " + String(repeating: "b", count: 40_000))
      #expect(client.response()?.head.hasPrefix("HTTP/1.1 431 ") == true)
      #expect(client.isClosed())
    }
  }

  @Test func aThousandIdleConnectionsKeepNobodyOut() throws {
    var limit = rlimit()
    getrlimit(descriptorLimit, &limit)
    limit.rlim_cur = min(limit.rlim_max, 4096)
    setrlimit(descriptorLimit, &limit)
    try serving { server in
      let stream = try #require(LoopbackClient(port: server.port))
      stream.send(request(server.port, "/_preview/events"))
      #expect(stream.receive(through: "}\n\n") != nil)
      let idle = (0..<1000).compactMap { _ in LoopbackClient(port: server.port) }
      #expect(idle.count == 1000)
      let client = try #require(LoopbackClient(port: server.port))
      client.send(request(server.port))
      #expect(client.response()?.body == "<p>home")
      // An open page is not what makes room for them.
      server.show(Previews.build(["index.html": "2"]))
      #expect(stream.receive(through: "}\n\n")?.contains("\"revision\":2") == true)
      // Those that said nothing for longest did.
      #expect(idle[0].isClosed(within: 5))
      #expect(!idle[999].isClosed(within: 0))
    }
  }

  @Test func moreOpenPagesThanThereIsRoomForCloseTheOldest() throws {
    try serving { server in
      let streams = (0...PreviewServer.mostStreams).compactMap { _ in
        let client = LoopbackClient(port: server.port)
        client?.send(request(server.port, "/_preview/events"))
        _ = client?.receive(through: "}\n\n")
        return client
      }
      #expect(streams[0].isClosed(within: 5))
      server.show(Previews.build(["index.html": "2"]))
      #expect(streams[1].receive(through: "}\n\n") != nil)
    }
  }

  @Test func noBytesEndTheServer() throws {
    try serving { server in
      var random = FixedSeed(7)
      for _ in 0..<200 {
        let client = try #require(LoopbackClient(port: server.port))
        let start = Array(request(server.port).utf8.prefix(Int.random(in: 0..<60, using: &random)))
        let rest = (0..<Int.random(in: 0..<400, using: &random)).map { _ in
          Bool.random(using: &random)
            ? UInt8.random(in: 0...255, using: &random)
            : Array("\r\n: /%HTTP".utf8).randomElement(using: &random) ?? 0
        }
        client.send(start + rest)
      }
      let client = try #require(LoopbackClient(port: server.port))
      client.send(request(server.port))
      #expect(client.response()?.body == "<p>home")
    }
  }

  @Test func itStopsWhenItIsTold() throws {
    let server = try PreviewServer(port: 0)
    server.stop()
    server.run()
  }
}

#if canImport(Glibc)
  private let descriptorLimit = __rlimit_resource_t(RLIMIT_NOFILE.rawValue)
#else
  private let descriptorLimit = RLIMIT_NOFILE
#endif
