import UseCaseProject
import UseCaseRules
import UseCaseSyntax

extension LocatedModel {
  /// What the settings ask of the figures of coverage, and what options ask instead.
  func coverageMinimums(overriddenBy options: [CoverageMinimum] = []) -> [CoverageMinimum] {
    let path = reported.shownPath(Settings.fileName)
    let given = compilation.folder.coverageMinimums(settingsPath: path)
    var byFigure: [FigureInfo: CoverageMinimum] = [:]
    for minimum in given + options { byFigure[minimum.figure] = minimum }
    return FigureCatalog.all.compactMap { byFigure[$0] }
  }

  /// What the model calls itself, else its folder's name.
  var title: String {
    compilation.model.title ?? Path.name(of: compilation.folder.path)
  }
}

extension Console {
  /// Says that a figure is too low, and who finds what is missing.
  static func say(_ shortfall: CoverageShortfall, isFailure: Bool = true) {
    let figure = shortfall.figure
    let percent = figure.percent ?? 0
    say(
      "\(isFailure ? "error" : "warning"): '\(figure.name)' is \(percent) % (\(figure.covered) of "
        + "\(figure.total)), less than the \(shortfall.minimum.percent) % of "
        + shortfall.minimum.origin,
      help: help(for: figure))
  }

  private static func help(for figure: CoverageFigure) -> String {
    guard figure.info != FigureCatalog.overall else {
      return "'usecase coverage' shows which figures are below 100 %"
    }
    let speaking = figure.info.rules.filter { rule in
      figure.gaps.contains { $0.findings.contains { $0.rule == rule } }
    }
    let rules = listed(speaking.map { "'\($0)'" })
    return "\(rules) \(speaking.count == 1 ? "finds" : "find") what is missing; "
      + "'usecase coverage --verbose' lists the places"
  }
}
