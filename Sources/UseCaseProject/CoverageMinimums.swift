import UseCaseRules

extension Compilation {
  /// The coverage of the model, counted by the rules as settings have them.
  public func coverage() -> Coverage {
    Coverage(model, rules: folder.settings.rules())
  }
}

/// A figure that does not reach what was asked of it.
public struct CoverageShortfall: Sendable {
  public let figure: CoverageFigure
  public let minimum: CoverageMinimum
}

/// A percentage that a figure of coverage shall reach.
public struct CoverageMinimum: Sendable, Hashable {
  public let figure: FigureInfo
  /// From 0 to 100.
  public let percent: Int
  /// Who asks for it: an option, or a line of the settings.
  public let origin: String

  public init(_ figure: FigureInfo, percent: Int, origin: String) {
    self.figure = figure
    self.percent = percent
    self.origin = origin
  }
}

extension Coverage {
  /// The figures that do not reach what was asked of them, in the order of the catalogue. A figure
  /// with nothing to cover lacks nothing.
  public func shortfalls(of minimums: [CoverageMinimum]) -> [CoverageShortfall] {
    let byFigure = Dictionary(grouping: minimums, by: \.figure)
    return figures.flatMap { figure in
      (byFigure[figure.info] ?? []).filter { figure.count.isBelow($0.percent) }.map {
        CoverageShortfall(figure: figure, minimum: $0)
      }
    }
  }
}

extension ModelFolder {
  /// What the model's settings ask of its figures; `path` is what messages call the settings file.
  public func coverageMinimums(settingsPath path: String) -> [CoverageMinimum] {
    FigureCatalog.all.compactMap { figure in
      guard let least = settings.leastCoverage(figure.name) else { return nil }
      let line = settings.line(of: ["coverage", figure.name])
      return CoverageMinimum(
        figure, percent: least, origin: path + (line.map { ":\($0)" } ?? ""))
    }
  }
}
