import UseCaseModel
import UseCaseReport
import UseCaseRules
import UseCaseSyntax

extension Article {
  /// What a rule finds, why, and what to do about it. In the reference, what holds of every rule is
  /// said once.
  public init(about rule: AnyRule, inReference: Bool = false) {
    let info = rule.info
    self.init(
      info.name,
      [.paragraph(info.summary), .facts(Article.facts(about: info))])
    blocks += [.heading("Why it matters"), .paragraph(info.rationale)]
    blocks += [.heading("What it finds"), .model(info.bad)]
    let examples = RuleExample(rule)
    if let day = examples.day {
      blocks.append(.paragraph("On \(day.description), as `--today` would say, it finds:"))
    }
    blocks.append(.findings(examples.report))
    blocks += [.heading("What it is content with"), .model(info.good)]
    blocks += Article.options(of: rule)
    if !inReference { blocks += Article.remedies(for: rule) }
  }

  private static func facts(about info: RuleInfo) -> [Fact] {
    let severity =
      "\(info.severity.name), \(info.isOn ? "on" : "off") unless settings say otherwise"
    var facts = [
      Fact("Category", info.category.title), Fact("Severity", severity),
      Fact("Source", info.source.rawValue),
    ]
    facts += info.fixes.map {
      Fact($0.isSafe ? "Fix" : "Unsafe fix", $0.summary)
    }
    if info.fixes.isEmpty { facts.append(Fact("Fix", "None; it takes somebody who knows.")) }
    let figures = FigureCatalog.all.filter { $0.rules.contains(info.name) }
    facts += figures.map { Fact("Coverage", "Counted in `\($0.name)`.") }
    return facts
  }

  // MARK: Options

  private static func options(of rule: AnyRule) -> [Block] {
    guard !rule.options.isEmpty else { return [] }
    let entries = rule.options.map { option in
      let range = option.range.map { " From \($0.lowerBound) to \($0.upperBound)." } ?? ""
      return Entry("\(option.name) = \(written(option.value))", option.documentation + range)
    }
    return [.heading(rule.options.count == 1 ? "Option" : "Options"), .entries(entries)]
  }

  /// As settings write it; long lists are cut short.
  private static func written(_ value: OptionValue, most: Int = 4) -> String {
    switch value {
    case .number(let number): return String(number)
    case .texts(let texts):
      let shown = texts.prefix(most).map { JSONValue.string($0).text() }
      return "[" + (shown + (texts.count > most ? ["…"] : [])).joined(separator: ", ") + "]"
    }
  }

  // MARK: What to do

  private static func remedies(for rule: AnyRule) -> [Block] {
    let info = rule.info
    return [
      .heading("How to set it"),
      .paragraph(
        info.isOn
          ? "In `usecase.toml`, with `error`, `warning`, `info` or `off`:"
          : "It stays off until `usecase.toml` gives it a severity:"),
      .code(settings(for: rule), language: "toml"),
      .heading("How to allow it"),
      .paragraph(
        """
        Where the facts force it, a comment allows it at one place and says why: behind the line, \
        on the line above, or above a declaration for all of it.
        """),
      .model("// allow(\(info.name)): why"),
      .paragraph(
        "Among the first comments of a file, `// allow-file(\(info.name)): why` covers the file."),
    ]
  }

  private static func settings(for rule: AnyRule) -> String {
    let info = rule.info
    let other = info.severity == .info ? Severity.warning : .info
    let severity = (info.isOn ? other : info.severity).name
    guard !rule.options.isEmpty else { return "[rules]\n\(info.name) = \"\(severity)\"" }
    let options = rule.options.map { option -> String in
      guard case .texts(let texts) = option.value else {
        return "\(option.name) = \(written(option.value))"
      }
      return "\(option.name) = \(written(.texts(Array(texts.prefix(2)))))"
    }
    return (["[rules.\(info.name)]", "severity = \"\(severity)\""] + options)
      .joined(separator: "\n")
  }
}
