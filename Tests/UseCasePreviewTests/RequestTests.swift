import Testing

@testable import UseCasePreview

/// What is a request and what is none.
@Suite struct RequestTests {
  private func read(_ text: String) throws -> HTTPRequest {
    try HTTPRequest(Array(text.utf8)[...])
  }

  @Test func aRequestIsReadWithItsFields() throws {
    let request = try read(
      "GET /a%20b.html?page=%2Fx&y=1 HTTP/1.1\r\nHost: 127.0.0.1:1\r\nORIGIN:\t null \r\n\r\n")
    #expect(request.method == "GET")
    #expect(request.path == "/a b.html")
    #expect(request.query("page") == "/x")
    #expect(request.query("y") == "1")
    #expect(request.query("z") == nil)
    #expect(request.values(of: "host") == ["127.0.0.1:1"])
    #expect(request.values(of: "origin") == ["null"])
    #expect(!request.isLast)
    #expect(!request.hasBody)
  }

  @Test(arguments: [
    "", "GET", "GET /", "GET  / HTTP/1.1", "GET / HTTP/1.1 ", " GET / HTTP/1.1", "G@T / HTTP/1.1",
    "GET / http/1.1", "GET /\u{7F} HTTP/1.1", "GET /\u{E9} HTTP/1.1", "GET x HTTP/1.1",
    "GET http://127.0.0.1/ HTTP/1.1", "GET * HTTP/1.1", "GET / HTTP/1.1\r\nHost",
    "GET / HTTP/1.1\r\nHost : a", "GET / HTTP/1.1\r\n folded: a", "GET / HTTP/1.1\r\n: a",
    "GET / HTTP/1.1\nHost: a", "GET / HTTP/1.1\r\nA: b\rc", "GET / HTTP/1.1\r\nA: b\u{0}c",
    "\r\nGET / HTTP/1.1",
  ])
  func whatIsNoRequestIsRefused(head: String) throws {
    #expect(throws: HTTPError.malformed) { try read(head + "\r\n\r\n") }
  }

  @Test(arguments: ["HTTP/2.0", "HTTP/0.9", "HTTP/1.10", "HTTP/"])
  func otherVersionsAreToldApart(version: String) throws {
    #expect(throws: HTTPError.unknownVersion) { try read("GET / \(version)\r\n\r\n") }
  }

  @Test(arguments: ["/%", "/%2", "/%zz", "/%+1", "/%ff", "/%C3"])
  func aPathThatIsNoTextIsNone(target: String) throws {
    #expect(try read("GET \(target) HTTP/1.1\r\n\r\n").path == nil)
  }

  @Test func theEndOfAHeadIsFoundWhereverItIsCut() {
    let head = Array("GET / HTTP/1.1\r\nA: b\r\n\r\nrest".utf8)
    for cut in 0..<head.count {
      let end = HTTPRequest.end(ofHeadIn: head, unseen: min(cut, head.count - 5))
      #expect(end == head.count - 4, "\(cut)")
    }
    #expect(HTTPRequest.end(ofHeadIn: Array(head.prefix(21))) == nil)
    #expect(HTTPRequest.end(ofHeadIn: []) == nil)
  }

  @Test func aBodyIsNoticed() throws {
    #expect(try read("GET / HTTP/1.1\r\nContent-Length: 5\r\n\r\n").hasBody)
    #expect(try read("GET / HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\n").hasBody)
    #expect(try !read("GET / HTTP/1.1\r\nContent-Length: 0\r\n\r\n").hasBody)
  }
}
