import UseCaseModel
import UseCaseReport
import UseCaseRules
import UseCaseSyntax

/// What a rule says of its bad example.
struct RuleExample {
  let report: Report
  /// The day without which it would say nothing.
  let day: CalendarDate?

  /// The day on which the examples of rules about dates are checked.
  private static let exampleDay = CalendarDate(year: 2026, month: 7, day: 1)

  init(_ rule: AnyRule) {
    let source = SourceText(path: "model.usecase", rule.info.bad + "\n")
    let model = resolve([parse(source)])
    // All are asked, because a rule may speak about what others find.
    let rules = RuleCatalog.all.filter { $0.info.isOn || $0.info.name == rule.info.name }
    func findings(on day: CalendarDate?) -> [Diagnostic] {
      check(model, rules: rules, today: day).filter { $0.rule == rule.info.name }
    }
    let timeless = findings(on: nil)
    let today = RuleExample.exampleDay
    day = timeless.isEmpty ? today : nil
    report = Report(models: [
      ReportedModel(
        findings: timeless.isEmpty ? findings(on: today) : timeless, sources: [source])
    ])
  }

  /// What is wrong with the syntax of a text.
  static func syntaxErrors(in text: String) -> Report {
    let source = SourceText(path: "model.usecase", text + "\n")
    return Report(models: [
      ReportedModel(
        findings: parse(source).diagnostics, sources: [source], brokenFiles: [source.path])
    ])
  }
}
