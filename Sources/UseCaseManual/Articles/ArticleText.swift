import UseCaseReport

/// How an article is put on a terminal.
public struct ArticleTextOptions: Sendable {
  /// Prose is wrapped at this column; examples and messages are not.
  public var width: Int
  /// Adds ANSI sequences, which never say anything that the text does not say, too.
  public var isColored: Bool

  public init(width: Int = 80, isColored: Bool = false) {
    self.width = width
    self.isColored = isColored
  }
}

extension Article {
  /// The article for a terminal, each line of it ended.
  public func text(_ options: ArticleTextOptions = ArticleTextOptions()) -> String {
    var writer = ArticleTextWriter(options)
    writer.add([writer.palette.paint(title, .strong)])
    for block in blocks { writer.add(block) }
    return writer.lines.joined(separator: "\n") + "\n"
  }
}

private struct ArticleTextWriter {
  let width: Int
  let isColored: Bool
  let palette: Palette
  private(set) var lines: [String] = []

  private static let indentation = 4

  init(_ options: ArticleTextOptions) {
    width = max(30, options.width)
    isColored = options.isColored
    palette = Palette(isColored: options.isColored)
  }

  /// A block of lines, with a blank line before it.
  mutating func add(_ block: [String]) {
    if !lines.isEmpty { lines.append("") }
    lines += block
  }

  mutating func add(_ block: Article.Block) {
    switch block {
    case .heading(let title): add([palette.paint(title, .strong)])
    case .paragraph(let prose): add(wrapped(prose, indentation: 0))
    case .model(let text), .code(let text, language: _): add(indented(shown(text)))
    case .findings(let report):
      let options = ReportOptions(isColored: isColored)
      add(indented(FullFormat.render(report, options: options)))
    case .facts(let facts): add(facts)
    case .entries(let entries): add(entries.flatMap(lines))
    }
  }

  private mutating func add(_ facts: [Article.Fact]) {
    let column = (facts.map(\.name.count).max() ?? 0) + 2
    add(
      facts.flatMap { fact in
        let rest = wrapped(fact.prose, indentation: ArticleTextWriter.indentation + column)
        let name = blanks(ArticleTextWriter.indentation) + palette.paint(fact.name, .faint)
        let first = rest.first?.dropFirst(ArticleTextWriter.indentation + fact.name.count) ?? ""
        return [name + first] + rest.dropFirst()
      })
  }

  private func lines(_ entry: Article.Entry) -> [String] {
    var result = [blanks(ArticleTextWriter.indentation) + palette.paint(entry.term, .strong)]
    result += wrapped(entry.prose, indentation: 2 * ArticleTextWriter.indentation)
    if let example = entry.example {
      result += [blanks(2 * ArticleTextWriter.indentation) + palette.paint(example, .faint)]
    }
    return result
  }

  private func wrapped(_ prose: String, indentation: Int) -> [String] {
    Prose(prose).lines(width: max(20, width - indentation)).map { line in
      blanks(indentation)
        + line.map { word in
          word.parts.map { $0.isCode ? palette.paint("'\($0.text)'", .strong) : $0.text }.joined()
        }.joined(separator: " ")
    }
  }

  private func indented(_ text: String) -> [String] {
    var lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    if lines.last?.isEmpty == true { lines.removeLast() }
    return lines.map { line in
      line.isEmpty ? "" : blanks(ArticleTextWriter.indentation) + line
    }
  }

  private func blanks(_ count: Int) -> String { String(repeating: " ", count: max(0, count)) }
}
