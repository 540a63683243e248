import UseCaseModel

/// Where something stands in the site: a page, and a place on it.
public struct Address: Sendable, Hashable {
  /// The name of the page's file; all pages stand in one folder.
  public let page: String
  public let fragment: String?

  init(_ page: String, _ fragment: String? = nil) {
    self.page = page
    self.fragment = fragment
  }

  /// As a link from any page of the site.
  public var href: String {
    fragment.map { page + "#" + percentEncoded($0) } ?? page
  }

  static let overview = Address("index.html")
  static let coverage = Address("coverage.html")
  static let gaps = Address("gaps.html")
  static let gapsByOwner = Address("gaps-by-owner.html")
  static let gapsByJourney = Address("gaps-by-journey.html")
  static let plan = Address("plan.html")
  static let reviews = Address("reviews.html")
  static let glossary = Address("glossary.html")
  static let index = Address("a-z.html")
  static let whole = Address("whole.html")
  static let stylesheet = Address("assets/site.css")
  static let pictureStylesheet = Address("assets/pictures.css")
  static let icon = Address("assets/icon.svg")
  static let script = Address("assets/site.js")
  static let searchIndex = Address("assets/search.js")
}

/// Encodes what may not stand in a fragment or in a part of a path.
func percentEncoded(_ text: String) -> String {
  let digits = Array("0123456789ABCDEF".utf8)
  var bytes: [UInt8] = []
  for byte in text.utf8 {
    if isUnreserved(byte) || byte == UInt8(ascii: "*") {
      bytes.append(byte)
    } else {
      bytes += [UInt8(ascii: "%"), digits[Int(byte >> 4)], digits[Int(byte & 15)]]
    }
  }
  return String(decoding: bytes, as: UTF8.self)
}

/// A letter or digit of ASCII, or one of `-._~`.
func isUnreserved(_ byte: UInt8) -> Bool {
  switch byte {
  case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
    UInt8(ascii: "0")...UInt8(ascii: "9"):
    true
  case UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"), UInt8(ascii: "~"): true
  default: false
  }
}
