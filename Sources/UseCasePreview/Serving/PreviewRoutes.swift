/// Which request gets which answer: a function of the request and of what there is to show. No path
/// of a request ever reaches the disk.
struct PreviewRoutes: Sendable {
  /// The port that the server listens on: part of the only names that it answers to.
  let port: UInt16

  enum Answer: Sendable {
    case response(HTTPResponse)
    /// None yet: a file of the site is still being made.
    case later(file: String)
    /// A stream of events about a page.
    case events(page: String)
  }

  static let script = "/_preview/script.js"
  static let styles = "/_preview/style.css"
  static let events = "/_preview/events"

  func answer(_ request: HTTPRequest, _ state: PreviewState) -> Answer {
    if let refusal = refusal(of: request) { return .response(refusal) }
    guard let path = request.path else {
      return .response(HTTPResponse(.badRequest, says: "The path is no text in UTF-8."))
    }
    switch path {
    case PreviewRoutes.script:
      return .response(HTTPResponse(type: .script, body: Array(PreviewScript.text.utf8)))
    case PreviewRoutes.styles:
      return .response(HTTPResponse(type: .css, body: Array(PreviewStylesheet.text.utf8)))
    case PreviewRoutes.events where request.method == "GET":
      return .events(page: PreviewRoutes.file(at: request.query("page") ?? "/"))
    default:
      let file = PreviewRoutes.file(at: path)
      return state.awaits(file) ? .later(file: file) : .response(page(file, state))
    }
  }

  /// The path of a file in the site; the folder itself stands for its overview.
  private static func file(at path: String) -> String {
    path == "/" ? "index.html" : String(path.dropFirst())
  }

  private func page(_ path: String, _ state: PreviewState) -> HTTPResponse {
    guard let (bytes, version) = state.file(path) else {
      var response = HTTPResponse(
        status: .notFound, type: .html,
        body: Array((state.isReady ? MessagePage.missing : MessagePage.waiting).utf8))
      if !state.isReady, path == "index.html" { response.status = .ok }
      return response.telling("none")
    }
    return HTTPResponse(type: .init(ofFileAt: path), body: bytes).telling(version)
  }

  // MARK: Who may ask

  /// Nil where a request is fine.
  private func refusal(of request: HTTPRequest) -> HTTPResponse? {
    let hosts = request.values(of: "host")
    guard hosts.count == 1, let host = hosts.first else {
      return HTTPResponse(.badRequest, says: "The request names no host, or several.")
    }
    // Another site's name that was made to lead here (DNS rebinding) is no name of ours.
    guard names.contains(host.lowercased()) else {
      return HTTPResponse(.forbidden, says: "This server does not answer to that name.")
    }
    let isForeign = request.values(of: "origin").contains { origin in
      !names.contains { origin.lowercased() == "http://" + $0 }
    }
    guard !isForeign, !isEmbedded(request) else {
      return HTTPResponse(.forbidden, says: "This server does not answer to other sites.")
    }
    guard request.method == "GET" || request.method == "HEAD" else {
      var response = HTTPResponse(.methodNotAllowed, says: "This server knows GET and HEAD.")
      response.fields.append(("Allow", "GET, HEAD"))
      return response
    }
    guard !request.hasBody else {
      return HTTPResponse(.badRequest, says: "This server takes nothing.")
    }
    return nil
  }

  private var names: [String] {
    let names = ["127.0.0.1", "localhost"]
    return names.map { "\($0):\(port)" } + (port == 80 ? names : [])
  }

  /// Whether another site asks for a part of its own page. It may link here, and no more.
  private func isEmbedded(_ request: HTTPRequest) -> Bool {
    let sites = request.values(of: "sec-fetch-site")
    guard sites.contains(where: { $0 == "cross-site" || $0 == "same-site" }) else { return false }
    return request.values(of: "sec-fetch-mode") != ["navigate"]
      || request.values(of: "sec-fetch-dest") != ["document"]
  }
}

extension HTTPResponse {
  /// Tells the script of a page which version of the page it runs in.
  fileprivate func telling(_ version: String) -> HTTPResponse {
    var response = self
    response.fields.append(("Server-Timing", "page;desc=\"\(version)\""))
    return response
  }
}
