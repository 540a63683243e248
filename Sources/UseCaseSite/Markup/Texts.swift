import Markdown
import UseCaseModel
import UseCaseSyntax

extension PageWriter {
  /// A text with its links to elements.
  mutating func text(_ text: TextSyntax) {
    for segment in text.segments { write(segment) }
  }

  mutating func write(_ segment: TextSegment) {
    switch segment {
    case .words(let words): text(words)
    case .link(let reference, let words): link(reference, words: words)
    }
  }

  /// A name that links to what it names; its words where it names nothing we know.
  mutating func link(_ reference: ReferenceSyntax, words: String? = nil) {
    guard let target = site.model.target(of: reference) else {
      return text(words ?? reference.name)
    }
    link(to: target, words: words)
  }

  /// An element's title that links to its place.
  mutating func link(to element: Element, words: String? = nil) {
    let words = words ?? element.title
    guard let address = site.address(of: element) else { return text(words) }
    link(to: address, words)
  }

  mutating func link(to address: Address, _ words: String) {
    element("a", .href(address), text: words)
  }

  mutating func link(to address: Address, _ phrase: Phrase) {
    element("a", .href(address), text: phrase)
  }

  /// Links with commas between them.
  mutating func links(to elements: [Element]) {
    for (index, element) in elements.enumerated() {
      if index > 0 { text(", ") }
      link(to: element)
    }
  }

  // MARK: Markdown

  /// A description; its headings begin one level below the given one.
  mutating func markdown(_ description: TextSyntax, below level: Int = 1) {
    let marked = MarkedText(description)
    var writer = MarkdownWriter(marked, below: level)
    for block in parseMarkdown(marked.text) { writer.write(block, to: &self) }
  }

  /// A text that is no part of the model, such as a page of its own.
  mutating func markdown(_ text: String) {
    let marked = MarkedText(words: text)
    var writer = MarkdownWriter(marked)
    for block in parseMarkdown(marked.text) { writer.write(block, to: &self) }
  }

  /// The first paragraph of a description, without links.
  mutating func summary(_ description: TextSyntax) {
    let marked = MarkedText(description)
    for block in parseMarkdown(marked.text) {
      guard case .paragraph(let inlines) = block else { continue }
      MarkdownWriter(marked, isLinking: false).write(inlines, to: &self)
      return
    }
  }
}

/// A description whose links to elements are marked by private-use characters, which Markdown leaves alone.
private struct MarkedText {
  static let opening: Unicode.Scalar = "\u{10F8F0}"
  static let closing: Unicode.Scalar = "\u{10F8F1}"

  private(set) var text = ""
  private(set) var links: [(reference: ReferenceSyntax, words: String?)] = []

  init(words: String) { append(words) }

  private mutating func append(_ words: String) {
    text.unicodeScalars.append(
      contentsOf: words.unicodeScalars.map {
        $0 == MarkedText.opening || $0 == MarkedText.closing ? "\u{FFFD}" : $0
      })
  }

  init(_ description: TextSyntax) {
    for segment in description.segments {
      switch segment {
      case .words(let words): append(words)
      case .link(let reference, let words):
        text.unicodeScalars.append(MarkedText.opening)
        text += String(links.count)
        text.unicodeScalars.append(MarkedText.closing)
        links.append((reference, words))
      }
    }
  }
}

private struct MarkdownWriter {
  let marked: MarkedText
  let isLinking: Bool
  private let highest: Int
  private var level: Int

  init(_ marked: MarkedText, below level: Int = 1, isLinking: Bool = true) {
    self.marked = marked
    self.isLinking = isLinking
    highest = level
    self.level = level
  }

  mutating func write(_ block: MarkdownBlock, to page: inout PageWriter) {
    switch block {
    case .paragraph(let inlines): page.block("p") { write(inlines, to: &$0) }
    case .heading(let level, let inlines): writeHeading(level, inlines, to: &page)
    case .list(let start, let isTight, let items): writeList(start, isTight, items, to: &page)
    case .quote(let blocks):
      page.block("blockquote") { page in for block in blocks { write(block, to: &page) } }
    case .code(let code):
      page.block("pre", Attribute("tabindex", "0")) { $0.element("code", text: code) }
    case .rule: page.void("hr")
    }
  }

  /// No heading stands more than one level below the one before it.
  private mutating func writeHeading(
    _ wanted: Int, _ inlines: [MarkdownInline], to page: inout PageWriter
  ) {
    level = min(wanted + highest, level + 1, 6)
    switch level {
    case ...2: page.block("h2") { write(inlines, to: &$0) }
    case 3: page.block("h3") { write(inlines, to: &$0) }
    case 4: page.block("h4") { write(inlines, to: &$0) }
    case 5: page.block("h5") { write(inlines, to: &$0) }
    default: page.block("h6") { write(inlines, to: &$0) }
    }
  }

  private mutating func writeList(
    _ start: Int?, _ isTight: Bool, _ items: [[MarkdownBlock]], to page: inout PageWriter
  ) {
    func writeItems(_ page: inout PageWriter) {
      for item in items {
        page.block("li") { page in
          for block in item {
            if isTight, case .paragraph(let inlines) = block {
              write(inlines, to: &page)
            } else {
              write(block, to: &page)
            }
          }
        }
      }
    }
    guard let start else { return page.block("ul", content: writeItems) }
    page.block("ol", Attribute("start", String(start)), content: writeItems)
  }

  func write(_ inlines: [MarkdownInline], to page: inout PageWriter, inLink: Bool = false) {
    for inline in inlines {
      switch inline {
      case .text(let text): writeText(text, to: &page, inLink: inLink)
      case .code(let code): page.element("code", text: code)
      case .emphasis(let inner): page.element("em") { write(inner, to: &$0, inLink: inLink) }
      case .strong(let inner): page.element("strong") { write(inner, to: &$0, inLink: inLink) }
      case .lineBreak: page.void("br")
      case .link(let address, let inner):
        guard isLinking, !inLink, let href = Attribute.href(outside: address) else {
          write(inner, to: &page, inLink: inLink)
          continue
        }
        page.element("a", href, Attribute("rel", "noreferrer")) {
          write(inner, to: &$0, inLink: true)
        }
      }
    }
  }

  /// Puts links to elements where their marks stand.
  private func writeText(_ text: String, to page: inout PageWriter, inLink: Bool) {
    var rest = Substring(text).unicodeScalars
    while let open = rest.firstIndex(of: MarkedText.opening),
      let close = rest[open...].firstIndex(of: MarkedText.closing)
    {
      page.text(String(rest[..<open]))
      let number = Int(String(rest[rest.index(after: open)..<close]))
      if let number, marked.links.indices.contains(number) {
        let link = marked.links[number]
        if isLinking, !inLink {
          page.link(link.reference, words: link.words)
        } else {
          let title = page.site.model.target(of: link.reference)?.title
          page.text(link.words ?? title ?? link.reference.name)
        }
      }
      rest = rest[rest.index(after: close)...]
    }
    page.text(String(rest))
  }
}
