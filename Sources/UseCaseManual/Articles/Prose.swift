import UseCaseReport

/// Prose with `code` in it, taken apart into words.
struct Prose {
  /// A word with what hangs on it: "`flow`," is one.
  struct Word {
    var parts: [(text: String, isCode: Bool)] = []

    /// Code stands in quotes where there is no other type.
    var text: String { parts.map { $0.isCode ? "'\($0.text)'" : $0.text }.joined() }
  }

  private(set) var words: [Word] = []

  init(_ text: String) {
    var word = Word()
    var part = ""
    var isCode = false
    func close() {
      if !part.isEmpty { word.parts.append((part, isCode)) }
      part = ""
    }
    for character in text {
      if character == "`" {
        close()
        isCode.toggle()
      } else if !isCode, character == " " || character == "\n" {
        close()
        if !word.parts.isEmpty { words.append(word) }
        word = Word()
      } else {
        part.append(character)
      }
    }
    close()
    if !word.parts.isEmpty { words.append(word) }
  }

  /// Lines of at most so many columns; a longer word stands alone.
  func lines(width: Int) -> [[Word]] {
    var lines: [[Word]] = []
    var line: [Word] = []
    var columns = 0
    for word in words {
      let length = columnCount(of: word.text)
      if !line.isEmpty, columns + 1 + length > width {
        lines.append(line)
        line = []
        columns = 0
      }
      columns += (line.isEmpty ? 0 : 1) + length
      line.append(word)
    }
    return line.isEmpty ? lines : lines + [line]
  }
}
