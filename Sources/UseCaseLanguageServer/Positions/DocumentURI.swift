/// Addresses of documents: `file:` with a path, or anything else for texts that lie nowhere.
enum DocumentURI {
  /// The path of a `file:` address; nil for any other.
  static func path(_ uri: String) -> String? {
    let scheme = "file://"
    guard uri.count >= scheme.count, uri.prefix(scheme.count).lowercased() == scheme else {
      return nil
    }
    let rest = uri.dropFirst(scheme.count)
    // What stands before the path is a host; this machine's is the only one whose files are here.
    guard let slash = rest.firstIndex(of: "/") else { return nil }
    let host = rest[..<slash]
    guard host.isEmpty || host == "localhost" else { return nil }
    return decoded(rest[slash...])
  }

  static func uri(ofPath path: String) -> String { "file://" + encoded(path) }

  /// Nil where the bytes are no UTF-8, or one of them is 0.
  private static func decoded(_ text: Substring) -> String? {
    var bytes: [UInt8] = []
    var rest = text.utf8[...]
    while let byte = rest.popFirst() {
      guard byte == UInt8(ascii: "%") else {
        bytes.append(byte)
        continue
      }
      guard let high = rest.popFirst().flatMap(digit), let low = rest.popFirst().flatMap(digit)
      else { return nil }
      bytes.append(high << 4 | low)
    }
    guard !bytes.contains(0) else { return nil }
    return String(validating: bytes, as: UTF8.self)
  }

  private static func digit(_ byte: UInt8) -> UInt8? {
    Character(Unicode.Scalar(byte)).hexDigitValue.map { UInt8($0) }
  }

  /// RFC 3986: what is not unreserved is written by its bytes, but for `/`.
  static func encoded(_ path: String) -> String {
    var result: [UInt8] = []
    let digits = Array("0123456789ABCDEF".utf8)
    for byte in path.utf8 {
      switch byte {
      case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2D, 0x2E, 0x2F, 0x5F, 0x7E: result.append(byte)
      default: result += [0x25, digits[Int(byte >> 4)], digits[Int(byte & 15)]]
      }
    }
    return String(decoding: result, as: UTF8.self)
  }
}
