import UseCaseModel
import UseCaseSyntax

/// Writes one page: every text is escaped, every element is closed.
///
/// Names of elements and attributes are part of this program, never of a model.
struct PageWriter {
  private(set) var bytes: [UInt8] = []
  let site: Site
  let pictures: Pictures
  /// The page being written; links to its own anchors leave its name out.
  private(set) var path: String
  /// The paths of all pages, where they are parts of this one: their places are told apart by the
  /// names of their pages, and links lead to them.
  let parts: Set<String>
  private var identifiers: Set<String> = []
  private var shownPictures: Set<PictureRequest> = []

  init(_ site: Site, _ pictures: Pictures, path: String, parts: Set<String> = []) {
    self.site = site
    self.pictures = pictures
    self.path = path
    self.parts = parts
    bytes.reserveCapacity(16_384)
  }

  var words: Words { site.words }

  /// Marks what rules say, which is English whatever the language of the page.
  var english: Attribute? {
    site.language.hasPrefix("en") ? nil : Attribute("lang", "en")
  }

  /// Whether it is a part of a page of many, which has its ways around for all of them.
  var isPart: Bool { parts.contains(path) }

  /// Markup of our own.
  mutating func raw(_ markup: StaticString) {
    let markup = UnsafeBufferPointer(start: markup.utf8Start, count: markup.utf8CodeUnitCount)
    // Most pieces are a few letters, for which a copy of a block costs more than the bytes do.
    if markup.count > 12 {
      bytes.append(contentsOf: markup)
    } else {
      for byte in markup { bytes.append(byte) }
    }
  }

  /// Markup in which everything is escaped: that of a picture, or of what several pages share.
  mutating func markup(_ markup: [UInt8]) {
    bytes.append(contentsOf: markup)
  }

  mutating func text(_ text: String) { appendEscaped(text, to: &bytes) }

  mutating func element(
    _ name: StaticString, _ attributes: Attribute?...,
    content: (inout PageWriter) -> Void
  ) {
    open(name, attributes)
    content(&self)
    close(name)
  }

  /// An element that holds one text.
  mutating func element(_ name: StaticString, _ attributes: Attribute?..., text: String) {
    open(name, attributes)
    self.text(text)
    close(name)
  }

  /// An element on lines of its own.
  mutating func block(
    _ name: StaticString, _ attributes: Attribute?...,
    content: (inout PageWriter) -> Void
  ) {
    open(name, attributes)
    content(&self)
    close(name)
    bytes.append(0x0A)
  }

  /// Badges one beside the other on a line of their own; nothing where there are none.
  mutating func badges(_ name: StaticString, content: (inout PageWriter) -> Void) {
    let start = bytes.count
    open(name, [.class("badges")])
    let opened = bytes.count
    content(&self)
    guard bytes.count > opened else { return bytes.removeSubrange(start...) }
    close(name)
    bytes.append(0x0A)
  }

  /// An element on a line of its own that holds one text.
  mutating func block(_ name: StaticString, _ attributes: Attribute?..., text: String) {
    open(name, attributes)
    self.text(text)
    close(name)
    bytes.append(0x0A)
  }

  /// An element that holds words of the site.
  mutating func element(_ name: StaticString, _ attributes: Attribute?..., text: Phrase) {
    open(name, attributes)
    self.text(text)
    close(name)
  }

  /// An element on a line of its own that holds words of the site.
  mutating func block(_ name: StaticString, _ attributes: Attribute?..., text: Phrase) {
    open(name, attributes)
    self.text(text)
    close(name)
    bytes.append(0x0A)
  }

  /// Words of the site; the places in them are filled from left to right.
  mutating func text(_ phrase: Phrase, _ values: String...) { text(words.filled(phrase, values)) }

  /// Words of the site with something at their only place.
  mutating func text(_ phrase: Phrase, around content: (inout PageWriter) -> Void) {
    let (before, behind) = words.around(phrase)
    text(before)
    content(&self)
    text(behind)
  }

  /// A part of a picture that holds nothing.
  mutating func shape(_ name: StaticString, _ attributes: Attribute?...) {
    open(name, attributes)
    bytes[bytes.count - 1] = UInt8(ascii: "/")
    bytes.append(UInt8(ascii: ">"))
  }

  /// An element without an end tag.
  mutating func void(_ name: StaticString, _ attributes: Attribute?...) { open(name, attributes) }

  /// The attribute that makes a place an anchor; nil where the page has it already.
  mutating func anchor(_ name: String?) -> Attribute? {
    guard let name, !name.isEmpty || isPart else { return nil }
    let identifier = place(name, on: path)
    return identifiers.insert(identifier).inserted ? Attribute("id", identifier) : nil
  }

  /// The name of a place, and of the page that it stands on where that is a part of this one.
  private func place(_ name: String, on page: String) -> String {
    guard parts.contains(page) else { return name }
    return String(page.dropLast(".html".count)) + "/" + name
  }

  /// Goes on with another of the pages that are parts of this one.
  mutating func begin(part: String) { path = part }

  /// Whether a picture is to be shown here: its own anchors allow it once on a page.
  mutating func shows(_ request: PictureRequest) -> Bool { shownPictures.insert(request).inserted }

  func isShown(_ request: PictureRequest) -> Bool { shownPictures.contains(request) }

  /// A link from the page being written.
  private func reference(to address: Address) -> String {
    let page = address.page.isEmpty ? path : address.page
    if parts.contains(page) { return Address("", place(address.fragment ?? "", on: page)).href }
    return page == path && address.fragment != nil
      ? Address("", address.fragment).href : address.href
  }

  /// A writer for a part of the same page, to be appended.
  var inner: PageWriter {
    var writer = self
    writer.bytes = []
    return writer
  }

  mutating func append(_ part: PageWriter) {
    bytes += part.bytes
    identifiers.formUnion(part.identifiers)
    shownPictures.formUnion(part.shownPictures)
  }

  private mutating func open(_ name: StaticString, _ attributes: [Attribute?]) {
    bytes.append(UInt8(ascii: "<"))
    raw(name)
    for case let attribute? in attributes {
      bytes.append(UInt8(ascii: " "))
      raw(attribute.name)
      raw("=\"")
      switch attribute.value {
      case .text(let value): text(value)
      case .phrase(let phrase, let values): text(words.filled(phrase, values))
      case .address(let address): text(reference(to: address))
      }
      bytes.append(UInt8(ascii: "\""))
    }
    bytes.append(UInt8(ascii: ">"))
  }

  private mutating func close(_ name: StaticString) {
    raw("</")
    raw(name)
    bytes.append(UInt8(ascii: ">"))
  }
}
