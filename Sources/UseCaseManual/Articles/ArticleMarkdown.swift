import UseCaseReport
import UseCaseSyntax

extension Article {
  /// The article in Markdown, its title a heading of a level from 1 on.
  public func markdown(level: Int = 1) -> String {
    var text = heading(title, level) + "\n"
    for block in blocks { text += "\n" + markdown(block, level) }
    return text
  }

  private func heading(_ title: String, _ level: Int) -> String {
    String(repeating: "#", count: min(6, max(1, level))) + " " + title
  }

  private func markdown(_ block: Block, _ level: Int) -> String {
    switch block {
    case .heading(let title): return heading(title, level + 1) + "\n"
    case .paragraph(let prose): return prose.replacing("\n", with: " ").escapedProse + "\n"
    case .model(let text): return fenced(shown(text), "usecase")
    case .code(let text, let language): return fenced(shown(text), language)
    case .findings(let report):
      return fenced(FullFormat.render(report, options: ReportOptions()), "text")
    case .facts(let facts):
      return facts.map { "- **\($0.name):** \($0.prose.escapedProse)\n" }.joined()
    case .entries(let entries): return entries.map(markdown).joined()
    }
  }

  private func markdown(_ entry: Entry) -> String {
    let example = entry.example.map { "  \n  `\($0)`" } ?? ""
    return "- `\(entry.term)`: \(entry.prose.escapedProse)\(example)\n"
  }

  /// A fence that nothing in the text closes.
  private func fenced(_ text: String, _ language: String) -> String {
    var fence = "```"
    while text.contains(fence) { fence += "`" }
    return fence + language + "\n" + text + (text.hasSuffix("\n") ? "" : "\n") + fence + "\n"
  }
}

/// An example with what would hide, or act on a terminal, spelt as escapes.
func shown(_ text: String) -> String {
  text.split(separator: "\n", omittingEmptySubsequences: false)
    .map { visible(String($0)) }.joined(separator: "\n")
}

extension String {
  /// Prose of ours as Markdown: what is not code may hold no sign that Markdown reads.
  var escapedProse: String {
    split(separator: "`", omittingEmptySubsequences: false).enumerated().map { index, part in
      guard index.isMultiple(of: 2) else { return String(part) }
      var result = ""
      for character in part {
        if "\\*_<>[]#|".contains(character) { result.append("\\") }
        result.append(character)
      }
      return result
    }.joined(separator: "`")
  }
}
