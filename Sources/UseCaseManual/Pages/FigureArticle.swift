import UseCaseRules
import UseCaseSyntax

extension Article {
  /// What a figure of coverage counts. In the reference, what holds of every figure is said once.
  public init(about figure: FigureInfo, inReference: Bool = false) {
    self.init(figure.name, [.paragraph(figure.title + ".")])
    blocks.append(.paragraph(Article.counting(figure)))
    guard !inReference else { return }
    blocks += [
      .paragraph(
        """
        What a comment allows is not counted. Where there is nothing to count, `–` stands for the \
        percentage, and no minimum is missed.
        """),
      .heading("How to see it"),
      .code("usecase coverage --verbose", language: "sh"),
      .heading("How to keep it"),
      .paragraph("In `usecase.toml`, so that `coverage` and `check` fail below:"),
      .code("[coverage]\n\(figure.name) = 90", language: "toml"),
      .paragraph("or once:"),
      .code("usecase coverage --min \(figure.name)=90", language: "sh"),
    ]
  }

  private static func counting(_ figure: FigureInfo) -> String {
    let names = figure.rules.map { "`\($0)`" }
    return switch names.count {
    case 0: "It adds up all other figures: what is there, of everything that they count."
    case 1: "It counts what \(names[0]) expects; what that rule finds is missing."
    default: "It counts what \(listed(names)) expect; what these rules find is missing."
    }
  }
}
