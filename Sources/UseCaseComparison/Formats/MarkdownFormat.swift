import UseCaseSyntax

extension DifferenceReport {
  /// A comment for a pull request; long lists fold, and nothing in a model acts as Markdown or HTML.
  public var markdown: String {
    var text = "### What changed in the model\n\n"
    text += escaped(old) + " → " + escaped(new) + ": " + escaped(summary) + "\n"
    for group in groups {
      text += section(capitalized(group.kind.plural), group.changes.map(item))
    }
    text += section("Coverage", difference.figures.map(item))
    text += section("New findings", difference.newFindings.map(item))
    text += section("Findings gone", difference.goneFindings.map(item))
    return text
  }

  /// More items than these fold.
  private static let longest = 10

  private func section(_ title: String, _ items: [String]) -> String {
    guard !items.isEmpty else { return "" }
    let list = items.joined()
    guard items.count > DifferenceReport.longest else { return "\n**\(title)**\n\n" + list }
    return "\n<details><summary><b>\(title)</b> (\(items.count))</summary>\n\n" + list
      + "\n</details>\n"
  }

  private func item(_ change: ElementChange) -> String {
    guard let shown = change.new ?? change.old else { return "" }
    let origin = change.origin.map { ", " + escaped($0) } ?? ""
    let head = "- **\(change.verb)** \(escaped(shown.title)) (\(code(shown.key)))\(origin)\n"
    return head + change.details.map { "  - " + line($0) + "\n" }.joined()
  }

  private func line(_ detail: Detail) -> String {
    let verb = detail.verb ?? detail.kind.rawValue
    let (old, new) = detail.texts
    let texts =
      old != nil && new != nil
      ? [old, new].map { $0.map { $0.isEmpty ? "nothing" : $0 } ?? "" } : [old ?? new ?? ""]
    let shown = texts.filter { !$0.isEmpty }.map(code).joined(separator: " → ")
    return escaped(detail.part) + " " + verb + (shown.isEmpty ? "" : ": " + shown)
  }

  private func item(_ figure: FigureChange) -> String {
    let direction = figure.direction.map { " (\($0))" } ?? ""
    let part = figure.part.map { " in " + code($0) } ?? ""
    return "- " + escaped(figure.label) + part + escaped(": " + figure.text) + direction + "\n"
  }

  private func item(_ finding: FindingSummary) -> String {
    "- " + escaped(finding.text) + " — " + code("\(finding.file):\(finding.line)") + "\n"
  }
}

private func capitalized(_ text: String) -> String {
  text.prefix(1).uppercased() + text.dropFirst()
}

/// Plain words: every sign that Markdown, HTML or a forge could read as its own is spelt so that it
/// is only shown. An `@` is followed by an empty comment, so that nobody is mentioned.
private func escaped(_ text: String) -> String {
  var result = ""
  for scalar in visible(text).unicodeScalars {
    switch scalar {
    case "<": result += "&lt;"
    case ">": result += "&gt;"
    case "&": result += "&amp;"
    case "@": result += "@<!-- -->"
    case "'", "\"", ",", ";", "?", "%", "/": result.unicodeScalars.append(scalar)
    case "!"..."/", ":"..."?", "["..."`", "{"..."~": result += "\\" + String(scalar)
    default: result.unicodeScalars.append(scalar)
    }
  }
  return result
}

/// Words in the language's own notation; entities instead of signs, because Markdown is read within
/// HTML, and nobody is mentioned in code.
private func code(_ text: String) -> String {
  var result = ""
  for scalar in visible(text).unicodeScalars {
    switch scalar {
    case "!"..."/", ":"..."@", "["..."`", "{"..."~": result += "&#\(scalar.value);"
    default: result.unicodeScalars.append(scalar)
    }
  }
  return "<code>" + result + "</code>"
}
