import UseCaseModel
import UseCaseRules
import UseCaseSyntax

/// What is wrong with a model of one file.
func findings(in text: String, path: String = "model.usecase") -> [Diagnostic] {
  findings(in: [SourceText(path: path, text)])
}

func findings(in sources: [SourceText]) -> [Diagnostic] {
  check(resolve(sources.map(parse)))
}

extension [Diagnostic] {
  func of(_ rule: String) -> [Diagnostic] { filter { $0.rule == rule } }

  var errors: [Diagnostic] { filter { $0.severity == .error } }

  /// For messages of failed expectations.
  var summary: String {
    map { "\($0.place.path):\($0.place.range) \($0.rule): \($0.message)" }.joined(separator: "\n")
  }
}
