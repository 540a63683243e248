import Testing

@testable import UseCasePreview

/// Who gets what: decided by the request and by what there is to show alone.
@Suite struct RouteTests {
  private static let port: UInt16 = 4321
  private let routes = PreviewRoutes(port: port)
  private let state: PreviewState

  init() {
    var state = PreviewState(server: "s")
    _ = state.take(Previews.build(["index.html": "<p>home", "a b.html": "<p>spaced"]))
    self.state = state
  }

  private func answer(
    _ target: String, method: String = "GET", host: String? = "127.0.0.1:4321",
    fields: [String] = [], _ state: PreviewState? = nil
  ) throws -> PreviewRoutes.Answer {
    let lines = ["\(method) \(target) HTTP/1.1"] + (host.map { ["Host: " + $0] } ?? []) + fields
    let head = lines.joined(separator: "\r\n") + "\r\n\r\n"
    return routes.answer(try HTTPRequest(Array(head.utf8)[...]), state ?? self.state)
  }

  private func response(
    _ target: String, method: String = "GET", host: String? = "127.0.0.1:4321",
    fields: [String] = [], _ state: PreviewState? = nil
  ) throws -> HTTPResponse {
    let answer = try answer(target, method: method, host: host, fields: fields, state)
    guard case .response(let response) = answer else { throw NoResponse() }
    return response
  }

  private struct NoResponse: Error {}

  // MARK: Pages

  @Test func knownPagesAreThere() throws {
    #expect(try response("/").body == Array("<p>home".utf8))
    #expect(try response("/index.html?x").body == Array("<p>home".utf8))
    #expect(try response("/a%20b.html").body == Array("<p>spaced".utf8))
    #expect(try response("/_preview/script.js").type == .script)
    #expect(try response("/_preview/style.css").type == .css)
    guard case .events(let page) = try answer("/_preview/events?page=%2F") else {
      Issue.record("no events")
      return
    }
    #expect(page == "index.html")
  }

  /// None of them is the name of a page, and none is ever looked for anywhere else.
  @Test(arguments: [
    "/../index.html", "/..", "/../", "/../../etc/passwd", "/../../../../../../etc/passwd",
    "/./index.html", "//index.html", "//etc/passwd", "/index.html/", "/index.html/..",
    "/assets/../index.html", "/%2e%2e/index.html", "/%2E%2E/index.html", "/.%2e/index.html",
    "/%2e./index.html", "/..%2findex.html", "/..%2Findex.html", "/%2e%2e%2findex.html",
    "/..%5cindex.html", "/..\\index.html", "/%2e%2e%5cindex.html", "/..%252findex.html",
    "/%252e%252e/index.html", "/%252e%252e%252fetc%252fpasswd", "/..;/index.html",
    "/..%00/index.html", "/index.html%00", "/index.html%00.png", "/%c0%ae%c0%ae/index.html",
    "/..%c0%af..%c0%afetc/passwd", "/%ef%bc%8e%ef%bc%8e/index.html", "/..%ef%bc%8findex.html",
    "/%e2%80%a5/index.html", "/....//index.html", "/.../index.html", "/%2fetc%2fpasswd",
    "/file:///etc/passwd", "/~root/", "/index.html%20", "/%20index.html", "/INDEX.HTML",
    "/.usecase-manifest", "/usecase.toml",
  ])
  func noSpellingLeadsOutOfTheKnownPages(target: String) throws {
    let response = try response(target)
    #expect(response.status == .notFound || response.status == .badRequest, "\(target)")
    #expect(!String(decoding: response.body, as: UTF8.self).contains("<p>home"))
    #expect(!String(decoding: response.body, as: UTF8.self).contains("root:"))
  }

  @Test func aPageThatIsMissingFollowsChanges() throws {
    let response = try response("/gone.html")
    #expect(response.status == .notFound)
    #expect(String(decoding: response.body, as: UTF8.self).contains("/_preview/script.js"))
    #expect(response.fields.contains { $0.name == "Server-Timing" && $0.value.contains("none") })
  }

  @Test func beforeTheFirstGoodBuildThereIsAPageThatWaits() throws {
    var state = PreviewState(server: "s")
    _ = state.take(Previews.build(nil))
    #expect(try response("/", state).status == .ok)
    #expect(try response("/other.html", state).status == .notFound)
    _ = state.take(Previews.build(["index.html": "good"]))
    #expect(try response("/", state).body == Array("good".utf8))
  }

  // MARK: Who may ask

  @Test(arguments: ["127.0.0.1:4321", "localhost:4321", "LOCALHOST:4321"])
  func ownNamesAreAnswered(host: String) throws {
    #expect(try response("/", host: host).status == .ok)
  }

  @Test(arguments: [
    "example.com", "example.com:4321", "127.0.0.1", "localhost", "127.0.0.1:80", "127.0.0.1:43210",
    "127.0.0.2:4321", "0.0.0.0:4321", "[::1]:4321", "localhost.example.com:4321",
    "127.0.0.1.nip.io:4321", "evil@127.0.0.1:4321", "127.0.0.1:4321@evil.com", "2130706433:4321",
    "0x7f000001:4321", "127.1:4321", "localhost:4321.", "localhost.:4321", "",
  ])
  func foreignHostsAreRefused(host: String) throws {
    #expect(try response("/", host: host).status == .forbidden)
  }

  @Test func aRequestNamesOneHost() throws {
    #expect(try response("/", host: nil).status == .badRequest)
    #expect(try response("/", fields: ["Host: 127.0.0.1:4321"]).status == .badRequest)
  }

  @Test(arguments: [
    "http://example.com", "https://127.0.0.1:4321", "http://127.0.0.1", "http://127.0.0.1:1",
    "null", "", "http://localhost:4321.evil.com",
  ])
  func foreignOriginsAreRefused(origin: String) throws {
    #expect(try response("/", fields: ["Origin: \(origin)"]).status == .forbidden)
    #expect(
      try response("/_preview/events", fields: ["Origin: \(origin)"]).status == .forbidden)
  }

  @Test func theOwnOriginIsAnswered() throws {
    #expect(try response("/", fields: ["Origin: http://127.0.0.1:4321"]).status == .ok)
    #expect(try response("/", fields: ["Origin: http://localhost:4321"]).status == .ok)
  }

  @Test func otherSitesMayLinkHereAndNoMore() throws {
    func status(_ site: String, _ mode: String, _ destination: String) throws
      -> HTTPResponse.Status
    {
      try response(
        "/",
        fields: [
          "Sec-Fetch-Site: \(site)", "Sec-Fetch-Mode: \(mode)", "Sec-Fetch-Dest: \(destination)",
        ]
      ).status
    }
    #expect(try status("cross-site", "navigate", "document") == .ok)
    #expect(try status("cross-site", "navigate", "iframe") == .forbidden)
    #expect(try status("cross-site", "no-cors", "script") == .forbidden)
    #expect(try status("same-site", "no-cors", "image") == .forbidden)
    #expect(try status("same-origin", "no-cors", "image") == .ok)
    #expect(try status("none", "navigate", "document") == .ok)
  }

  @Test(arguments: ["POST", "PUT", "DELETE", "OPTIONS", "TRACE", "CONNECT", "PATCH", "get"])
  func otherMethodsAreRefused(method: String) throws {
    let response = try response("/", method: method)
    #expect(response.status == .methodNotAllowed)
    #expect(response.fields.contains { $0.name == "Allow" && $0.value == "GET, HEAD" })
  }

  @Test func bodiesAreRefused() throws {
    #expect(try response("/", fields: ["Content-Length: 3"]).status == .badRequest)
  }
}
