import UseCaseComparison
import UseCaseModel
import UseCaseRules
import UseCaseSyntax

/// A version of a model of one file.
func version(_ text: String) -> ModelVersion { version(files: [text]) }

/// A version of a model of several files, in this order.
func version(files texts: [String]) -> ModelVersion {
  let trees = texts.enumerated().map { parse(SourceText(path: "file\($0).usecase", $1)) }
  let model = resolve(trees)
  return ModelVersion(model: model, findings: check(model), coverage: Coverage(model))
}
