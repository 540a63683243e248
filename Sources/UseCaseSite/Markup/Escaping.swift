/// Appends a text as HTML; characters that HTML forbids become U+FFFD.
func appendEscaped(_ text: String, to bytes: inout [UInt8]) {
  var text = text
  text.withUTF8 { units in
    var start = 0
    for index in units.indices {
      guard let replacement = replacement(for: units[index]) else { continue }
      bytes.append(contentsOf: units[start..<index])
      replacement.withUTF8Buffer { bytes.append(contentsOf: $0) }
      start = index + 1
    }
    bytes.append(contentsOf: units[start...])
  }
}

private func replacement(for byte: UInt8) -> StaticString? {
  switch byte {
  case UInt8(ascii: "&"): "&amp;"
  case UInt8(ascii: "<"): "&lt;"
  case UInt8(ascii: ">"): "&gt;"
  case UInt8(ascii: "\""): "&quot;"
  case UInt8(ascii: "'"): "&#39;"
  case 0x09, 0x0A: nil
  case 0x0D: " "
  case 0..<0x20, 0x7F: "\u{FFFD}"
  default: nil
  }
}

/// An attribute; its name is part of this program, its value is escaped when it is written.
struct Attribute {
  enum Value {
    case text(String)
    case phrase(Phrase, [String])
    /// Written as the page that holds it sees it.
    case address(Address)
  }
  let name: StaticString
  let value: Value

  init(_ name: StaticString, _ value: String) { self.init(name, .text(value)) }

  init(_ name: StaticString, _ value: Value) {
    self.name = name
    self.value = value
  }

  static func `class`(_ names: String) -> Attribute { Attribute("class", names) }
  static func href(_ address: Address) -> Attribute { Attribute("href", .address(address)) }
  static func label(_ words: String) -> Attribute { Attribute("aria-label", words) }
  static func label(_ phrase: Phrase, _ values: String...) -> Attribute {
    Attribute("aria-label", .phrase(phrase, values))
  }

  /// An address outside; nil unless it leads to the web or to a mailbox.
  static func href(outside address: String) -> Attribute? {
    let scheme = address.prefix { $0 != ":" }.lowercased()
    guard ["http", "https", "mailto"].contains(scheme) else { return nil }
    return Attribute("href", address.split(whereSeparator: \.isWhitespace).joined(separator: "%20"))
  }
}
