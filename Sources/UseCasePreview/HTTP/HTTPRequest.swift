/// The head of a request in HTTP/1.1 (RFC 9112), as far as a server of known pages needs it.
struct HTTPRequest: Sendable {
  let method: String
  /// The path, and the query behind it, as they were sent.
  let target: String
  /// Whether the client speaks HTTP/1.0, which ends a connection with its first response.
  let isOld: Bool
  /// Names in lower case, in the order in which they were sent.
  private let fields: [(name: String, value: String)]

  /// How long a head may be, in bytes.
  static let largestHead = 16_384

  /// Where the head in some bytes ends, behind its empty line; nil where that has not come yet. It
  /// was not in the first `seen` bytes.
  static func end(ofHeadIn bytes: [UInt8], unseen seen: Int = 0) -> Int? {
    guard bytes.count > max(3, seen) else { return nil }
    return (max(4, seen + 1)...bytes.count).first { end in
      bytes[end - 1] == 0x0A && bytes[end - 2] == 0x0D && bytes[end - 3] == 0x0A
        && bytes[end - 4] == 0x0D
    }
  }

  /// Reads a head with its empty line; strictly, because what two programs read in two ways is what
  /// attackers send.
  init(_ head: ArraySlice<UInt8>) throws(HTTPError) {
    let lines = head.dropLast(4).split(separator: 0x0A, omittingEmptySubsequences: false)
    guard let first = lines.first else { throw .malformed }
    var texts: [String] = []
    for (index, line) in lines.enumerated() {
      var line = line
      if index < lines.count - 1, line.popLast() != 0x0D { throw .malformed }
      guard line.allSatisfy({ $0 == 0x09 || $0 >= 0x20 && $0 != 0x7F }) else { throw .malformed }
      texts.append(String(decoding: line, as: UTF8.self))
    }
    let words = first.split(separator: 0x20, omittingEmptySubsequences: false)
      .map { String(decoding: $0.prefix { $0 != 0x0D }, as: UTF8.self) }
    guard words.count == 3, HTTPRequest.isToken(words[0]) else { throw .malformed }
    guard words[2].hasPrefix("HTTP/") else { throw .malformed }
    guard words[2] == "HTTP/1.1" || words[2] == "HTTP/1.0" else { throw .unknownVersion }
    guard words[1].hasPrefix("/"), words[1].utf8.allSatisfy({ (0x21..<0x7F).contains($0) }) else {
      throw .malformed
    }
    method = words[0]
    target = words[1]
    isOld = words[2] == "HTTP/1.0"
    var fields: [(String, String)] = []
    for text in texts.dropFirst() { fields.append(try HTTPRequest.field(text)) }
    self.fields = fields
  }

  private static func field(_ line: String) throws(HTTPError) -> (String, String) {
    guard let colon = line.utf8.firstIndex(of: UInt8(ascii: ":")) else { throw .malformed }
    let name = String(line[..<colon])
    guard isToken(name) else { throw .malformed }
    let value = line[line.utf8.index(after: colon)...]
    let isBlank: (Character) -> Bool = { $0 == " " || $0 == "\t" }
    let start = value.drop(while: isBlank)
    let end = start.lastIndex { !isBlank($0) }
    return (name.lowercased(), end.map { String(start[...$0]) } ?? "")
  }

  /// Whether a text is a `token` of RFC 9110, such as names of methods and fields are.
  private static func isToken(_ text: String) -> Bool {
    !text.isEmpty
      && text.utf8.allSatisfy { byte in
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"): true
        case UInt8(ascii: "0")...UInt8(ascii: "9"): true
        default: "!#$%&'*+-.^_`|~".utf8.contains(byte)
        }
      }
  }

  /// The values of a field, whose name is given in lower case.
  func values(of name: String) -> [String] {
    fields.filter { $0.name == name }.map(\.value)
  }

  /// Whether a body follows the head.
  var hasBody: Bool {
    !values(of: "transfer-encoding").isEmpty || values(of: "content-length").contains { $0 != "0" }
  }

  /// Whether the client wants no further response on this connection.
  var isLast: Bool {
    isOld || values(of: "connection").contains { $0.lowercased().contains("close") }
  }

  /// The path of the target, decoded once; nil where that gives no text.
  var path: String? {
    HTTPRequest.decoded(target.prefix { $0 != "?" })
  }

  /// The decoded value of a name in the query; nil where it is not there, or no text.
  func query(_ name: String) -> String? {
    guard let mark = target.firstIndex(of: "?") else { return nil }
    for pair in target[target.index(after: mark)...].split(separator: "&") {
      let parts = pair.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      if parts.count == 2, parts[0] == name { return HTTPRequest.decoded(parts[1]) }
    }
    return nil
  }

  private static func decoded(_ text: Substring) -> String? {
    var bytes: [UInt8] = []
    var rest = Array(text.utf8)[...]
    while let byte = rest.popFirst() {
      guard byte == UInt8(ascii: "%") else {
        bytes.append(byte)
        continue
      }
      let digits = (rest.popFirst().flatMap(hexDigit), rest.popFirst().flatMap(hexDigit))
      guard let high = digits.0, let low = digits.1 else { return nil }
      bytes.append(high << 4 | low)
    }
    return String(validating: bytes, as: UTF8.self)
  }

  private static func hexDigit(_ byte: UInt8) -> UInt8? {
    UInt8(String(UnicodeScalar(byte)), radix: 16)
  }
}

/// Why a request is not understood.
enum HTTPError: Error {
  case malformed
  case unknownVersion
  case tooLarge
}
