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
  let path: String
  private var identifiers: Set<String> = []

  init(_ site: Site, _ pictures: Pictures, path: String) {
    self.site = site
    self.pictures = pictures
    self.path = path
    bytes.reserveCapacity(16_384)
  }

  /// Markup of our own.
  mutating func raw(_ markup: StaticString) {
    markup.withUTF8Buffer { bytes.append(contentsOf: $0) }
  }

  /// Markup that a picture is made of; the drawing escapes what comes from the model.
  mutating func picture(_ markup: String) {
    bytes.append(contentsOf: markup.utf8)
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

  /// An element on a line of its own that holds one text.
  mutating func block(_ name: StaticString, _ attributes: Attribute?..., text: String) {
    open(name, attributes)
    self.text(text)
    close(name)
    bytes.append(0x0A)
  }

  /// An element without an end tag.
  mutating func void(_ name: StaticString, _ attributes: Attribute?...) { open(name, attributes) }

  /// The attribute that makes a place an anchor; nil where the page has it already.
  mutating func anchor(_ name: String?) -> Attribute? {
    guard let name, !name.isEmpty, identifiers.insert(name).inserted else { return nil }
    return Attribute("id", name)
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
  }

  private mutating func open(_ name: StaticString, _ attributes: [Attribute?]) {
    bytes.append(UInt8(ascii: "<"))
    raw(name)
    for case let attribute? in attributes {
      bytes.append(UInt8(ascii: " "))
      raw(attribute.name)
      raw("=\"")
      text(attribute.value)
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
