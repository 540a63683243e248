import UseCaseSyntax

/// A text in which `⟦1` and `⟧1` mark the ends of a place called 1; the marks are taken out.
struct MarkedText {
  let source: SourceText
  private var starts: [Character: Int] = [:]
  private var ends: [Character: Int] = [:]

  init(_ path: String, _ marked: String) {
    var text = ""
    var iterator = marked.makeIterator()
    while let character = iterator.next() {
      guard character == "⟦" || character == "⟧", let name = iterator.next() else {
        text.append(character)
        continue
      }
      if character == "⟦" {
        starts[name] = text.utf8.count
      } else {
        ends[name] = text.utf8.count
      }
    }
    source = SourceText(path: path, text)
  }

  subscript(number: Int) -> Place {
    let name = Character("\(number)")
    let start = starts[name] ?? 0
    return source.place(start..<(ends[name] ?? start))
  }
}
