import UseCaseModel

extension Canvas {
  /// Opens the group of an element: its id, its class and what a pointer resting on it is told.
  mutating func openGroup(_ className: StaticString, name: String, tooltip: String = "") {
    raw("<g id=\"")
    uniqueID(name)
    raw("\" class=\"")
    raw(className)
    raw("\">")
    if !tooltip.isEmpty {
      raw("<title>")
      escape(printable(tooltip))
      raw("</title>")
    }
  }

  mutating func closeGroup() { raw("</g>\n") }

  /// Opens a link to an address that is safe to follow, and says whether it did.
  mutating func openLink(to address: String?, name: String) -> Bool {
    guard let address, isSafe(address: address) else { return false }
    hasLinks = true
    raw("<a class=\"uc-link\"")
    attribute(" href=\"", address)
    attribute(" aria-label=\"", name)
    raw(">")
    return true
  }

  mutating func closeLink() { raw("</a>") }

  /// An element that holds text alone.
  mutating func element(_ tag: StaticString, id: String, _ text: String) {
    raw("<")
    raw(tag)
    attribute(" id=\"", idStart + id)
    raw(">")
    escape(printable(text))
    raw("</")
    raw(tag)
    raw(">")
  }

  /// Adds what another canvas holds.
  mutating func append(_ other: Canvas) { bytes.append(contentsOf: other.bytes) }

  /// Writes the id of a name; where two names make the same one, a number tells them apart.
  private mutating func uniqueID(_ name: String) {
    let start = bytes.count
    raw(idStart)
    for byte in name.utf8 { bytes.append(identifierByte(byte)) }
    let end = bytes.count
    var number = 1
    while !usedIDs.insert(hash(ofBytesFrom: start)).inserted {
      number += 1
      bytes.removeLast(bytes.count - end)
      raw("-\(number)")
    }
  }

  /// FNV-1a; where it is the same by chance, an id gets a number that it did not need.
  private func hash(ofBytesFrom start: Int) -> Int {
    var state: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in bytes[start...] { state = (state ^ UInt64(byte)) &* 0x0000_0100_0000_01B3 }
    return Int(truncatingIfNeeded: state)
  }
}

/// A name as part of an id: letters, digits and marks stay, the rest becomes hyphens.
func identifier(_ name: String) -> String {
  String(decoding: name.utf8.map(identifierByte), as: UTF8.self)
}

private func identifierByte(_ byte: UInt8) -> UInt8 {
  switch byte {
  case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x80..., UInt8(ascii: "_"), UInt8(ascii: "."): byte
  default: UInt8(ascii: "-")
  }
}

/// Whether an address is relative or has a scheme that cannot run code.
func isSafe(address: String) -> Bool {
  var scheme: [UInt8] = []
  for byte in address.utf8 {
    switch byte {
    case UInt8(ascii: ":"):
      return ["http", "https", "mailto"].contains(String(decoding: scheme, as: UTF8.self))
    case UInt8(ascii: "/"), UInt8(ascii: "?"), UInt8(ascii: "#"): return true
    // Browsers drop blanks and control characters from addresses before they look for a scheme.
    case ...0x20, 0x7F: return false
    case 0x41...0x5A: scheme.append(byte | 0x20)
    default: scheme.append(byte)
    }
  }
  return true
}
