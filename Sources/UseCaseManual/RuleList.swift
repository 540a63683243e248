import UseCaseReport
import UseCaseRules
import UseCaseSyntax

/// The rules as a list.
public enum RuleList {
  /// The rules by category: name, severity, whether it is fixed, and what it finds. Without a width
  /// each takes one line.
  public static func text(width lineWidth: Int? = nil, isColored: Bool = false) -> String {
    let palette = Palette(isColored: isColored)
    let rules = RuleCatalog.all.map(\.info)
    let width = rules.map(\.name.count).max() ?? 0
    let indentation = 2 + width + 2 + 7 + 2 + 4 + 2
    var text = ""
    for category in RuleCategory.allCases {
      let members = rules.filter { $0.category == category }
      guard !members.isEmpty else { continue }
      text += (text.isEmpty ? "" : "\n") + palette.paint(category.title, .strong) + "\n"
      for rule in members {
        let lines = Prose(rule.summary).lines(width: max(24, (lineWidth ?? Int.max) - indentation))
          .map { $0.map(\.text).joined(separator: " ") }
        let severity = padded(rule.isOn ? rule.severity.name : "off", to: 7)
        let style: Style = rule.isOn ? .severity(rule.severity) : .faint
        text += "  \(padded(rule.name, to: width))  \(palette.paint(severity, style))  "
        text += padded(rule.fixMark, to: 4) + "  "
        text += lines.joined(separator: "\n" + String(repeating: " ", count: indentation)) + "\n"
      }
    }
    return text + "\n" + legend
  }

  private static let legend = """
    off   asked only where 'usecase.toml' gives it a severity
    fix   'usecase check --fix' mends what it finds, or some of it
    fix!  '--unsafe-fixes' does

    'usecase explain RULE' says why it matters and how to mend it.

    """

  /// Everything about every rule, for programs.
  public static func document() -> JSONValue {
    ["schema": 1, "rules": .array(RuleCatalog.all.map(document))]
  }

  private static func document(_ rule: AnyRule) -> JSONValue {
    let info = rule.info
    let fixes = info.fixes.map { fix in
      ["summary": .string(fix.summary), "safe": .boolean(fix.isSafe)] as JSONValue
    }
    let figures = FigureCatalog.all.filter { $0.rules.contains(info.name) }
    return [
      "name": .string(info.name), "category": .string(info.category.title),
      "severity": .string(info.severity.name), "on": .boolean(info.isOn),
      "summary": .string(info.summary), "rationale": .string(info.rationale),
      "source": .string(info.source.rawValue), "fixes": .array(fixes),
      "options": .array(rule.options.map(document)),
      "coverage": .array(figures.map { .string($0.name) }),
      "bad": .string(info.bad), "good": .string(info.good),
    ]
  }

  private static func document(_ option: RuleOptionInfo) -> JSONValue {
    let value: JSONValue =
      switch option.value {
      case .number(let number): .integer(number)
      case .texts(let texts): .array(texts.map { .string($0) })
      }
    return .object(
      [
        .init("name", .string(option.name)), .init("value", value),
        .init("documentation", .string(option.documentation)),
      ]
        + (option.range.map {
          [
            .init("minimum", .integer($0.lowerBound)), .init("maximum", .integer($0.upperBound)),
          ]
        } ?? []))
  }

  private static func padded(_ text: String, to width: Int) -> String {
    text + String(repeating: " ", count: max(0, width - text.count))
  }
}

extension RuleInfo {
  /// Whether the program mends what it finds: "fix", "fix!" where that is unsafe.
  fileprivate var fixMark: String {
    if fixes.contains(where: \.isSafe) { return "fix" }
    return fixes.isEmpty ? "" : "fix!"
  }
}
