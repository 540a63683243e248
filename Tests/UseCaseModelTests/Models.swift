import UseCaseModel
import UseCaseSyntax

/// A model of one file.
func model(_ text: String) -> Model {
  resolve([parse(SourceText(path: "model.usecase", text))])
}
