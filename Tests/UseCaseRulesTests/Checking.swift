import UseCaseModel
import UseCaseRules
import UseCaseSyntax

/// The day on which the tests check, so that rules about dates find the same on every day.
let testDay = CalendarDate(year: 2026, month: 7, day: 1)

/// What is wrong with a model of one file, on `testDay`; a rule that is off is asked where it is
/// named.
func findings(
  in text: String, path: String = "model.usecase", asking rule: String? = nil
) -> [Diagnostic] {
  findings(in: [SourceText(path: path, text)], asking: rule)
}

func findings(in sources: [SourceText], asking rule: String? = nil) -> [Diagnostic] {
  let rules = RuleCatalog.all.filter { $0.info.isOn || $0.info.name == rule }
  return check(resolve(sources.map(parse)), rules: rules, today: testDay)
}

extension [Diagnostic] {
  func of(_ rule: String) -> [Diagnostic] { filter { $0.rule == rule } }

  var errors: [Diagnostic] { filter { $0.severity == .error } }

  /// For messages of failed expectations.
  var summary: String {
    map { "\($0.place.path):\($0.place.range) \($0.rule): \($0.message)" }.joined(separator: "\n")
  }
}
