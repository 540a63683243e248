/// A response, all of whose body is there.
struct HTTPResponse: Sendable {
  var status: Status
  var type: ContentType
  var body: [UInt8] = []
  /// Fields beside those that each response has; names and values are part of this program.
  var fields: [(name: String, value: String)] = []

  /// The few statuses of a server that only shows pages.
  enum Status: String, Sendable {
    case ok = "200 OK"
    case badRequest = "400 Bad Request"
    case forbidden = "403 Forbidden"
    case notFound = "404 Not Found"
    case methodNotAllowed = "405 Method Not Allowed"
    case headTooLarge = "431 Request Header Fields Too Large"
    case versionNotSupported = "505 HTTP Version Not Supported"
  }

  enum ContentType: String, Sendable {
    case html = "text/html; charset=utf-8"
    case css = "text/css; charset=utf-8"
    case script = "text/javascript; charset=utf-8"
    case json = "application/json; charset=utf-8"
    case svg = "image/svg+xml"
    case png = "image/png"
    case jpeg = "image/jpeg"
    case gif = "image/gif"
    case webp = "image/webp"
    case text = "text/plain; charset=utf-8"
    case events = "text/event-stream"
    case other = "application/octet-stream"

    /// The type of a file of the site, by the end of its name.
    init(ofFileAt path: String) {
      switch path.split(separator: ".").last?.lowercased() {
      case "html": self = .html
      case "css": self = .css
      case "js": self = .script
      case "json": self = .json
      case "svg": self = .svg
      case "png": self = .png
      case "jpg", "jpeg": self = .jpeg
      case "gif": self = .gif
      case "webp": self = .webp
      case "txt": self = .text
      default: self = .other
      }
    }
  }

  /// A sentence, for those who look at what came of a wrong request.
  init(_ status: Status, says sentence: String) {
    self.init(status: status, type: .text, body: Array((sentence + "\n").utf8))
  }

  init(status: Status = .ok, type: ContentType, body: [UInt8] = []) {
    self.status = status
    self.type = type
    self.body = body
  }

  /// Answers a request that was not understood.
  init(_ error: HTTPError) {
    switch error {
    case .malformed: self.init(.badRequest, says: "This is no request in HTTP/1.1.")
    case .unknownVersion: self.init(.versionNotSupported, says: "This server speaks HTTP/1.1.")
    case .tooLarge: self.init(.headTooLarge, says: "The request is too large.")
    }
  }

  /// Nothing is kept by the browser, no other site may read or frame it, and its pages load nothing
  /// but what this server has.
  private static let commonFields = [
    "Cache-Control: no-store",
    "X-Content-Type-Options: nosniff",
    "Cross-Origin-Resource-Policy: same-origin",
    "Referrer-Policy: no-referrer",
    "Content-Security-Policy: default-src 'none'; script-src 'self'; style-src 'self'; "
      + "img-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'none'; "
      + "frame-ancestors 'none'",
  ]

  /// The head with its empty line. A stream of events has no length: it ends with the connection.
  func head(isLast: Bool) -> [UInt8] {
    var lines = ["HTTP/1.1 \(status.rawValue)", "Content-Type: \(type.rawValue)"]
    if type != .events { lines.append("Content-Length: \(body.count)") }
    lines += HTTPResponse.commonFields
    lines += fields.map { "\($0.name): \($0.value)" }
    if isLast { lines.append("Connection: close") }
    return Array((lines.joined(separator: "\r\n") + "\r\n\r\n").utf8)
  }
}
