import UseCaseRules
import UseCaseSyntax

/// The coverage of a model, with what is needed to show it.
public struct CoverageReport: Sendable {
  /// What the model is called.
  public var title: String
  public var coverage: Coverage
  /// The texts that gaps stand in, and what leads to them.
  public var model: ReportedModel
  /// By the name of a figure: the percentage that it shall reach.
  public var minimums: [String: Int]
  /// The rules that `check` does not ask, so that it shows no findings of theirs.
  public var unaskedRules: Set<String>
  /// What a reader types behind `usecase check` to see the findings.
  public var path: String

  public init(
    title: String, coverage: Coverage, model: ReportedModel, minimums: [String: Int] = [:],
    unaskedRules: Set<String> = [], path: String = ""
  ) {
    self.title = title
    self.coverage = coverage
    self.model = model
    self.minimums = minimums
    self.unaskedRules = unaskedRules
    self.path = path
  }

  /// Whether a figure lies below what it shall reach.
  func isShort(_ figure: CoverageFigure) -> Bool {
    minimums[figure.name].map(figure.count.isBelow) ?? false
  }
}

/// How coverage is put.
public struct CoverageOptions: Sendable {
  /// Adds ANSI colours, which never say anything that the text does not say, too.
  public var isColored: Bool
  /// Lists what is missing, and stages beside journeys.
  public var isVerbose: Bool
  /// What a badge shows.
  public var figure: FigureInfo
  /// How many places a format for people lists for a figure before it counts the rest.
  public var limit: Int

  public init(
    isColored: Bool = false, isVerbose: Bool = false, figure: FigureInfo = FigureCatalog.overall,
    limit: Int = 1_000
  ) {
    self.isColored = isColored
    self.isVerbose = isVerbose
    self.figure = figure
    self.limit = limit
  }
}

/// A way to put coverage: one file each, and one line in the catalogue.
public protocol CoverageFormat: Sendable {
  /// What `--format` calls it.
  static var name: String { get }
  /// What it is for, in a few words.
  static var purpose: String { get }

  /// The whole document, each line of it ended.
  static func render(_ report: CoverageReport, options: CoverageOptions) -> String
}

/// The formats, the one for people first.
public enum CoverageFormatCatalog {
  public static let all: [any CoverageFormat.Type] = [
    CoverageTable.self,
    CoverageMarkdown.self,
    CoverageJSON.self,
    CoverageBadge.self,
  ]

  public static func format(named name: String) -> (any CoverageFormat.Type)? {
    all.first { $0.name == name }
  }
}

/// "87 %", or "–" where there is nothing to cover.
func percentage(_ count: CoverageCount) -> String {
  count.percent.map { "\($0) %" } ?? "–"
}

extension CoverageFigure {
  /// The rules that find something, with how often, in the order of the figure's rules.
  var speakingRules: [(name: String, count: Int)] {
    var counts: [String: Int] = [:]
    for gap in gaps {
      for finding in gap.findings { counts[finding.rule, default: 0] += 1 }
    }
    return info.rules.compactMap { rule in counts[rule].map { (rule, $0) } }
  }
}

extension CoverageReport {
  /// The figures of a group that have anything to cover.
  func figures(of group: FigureGroup?) -> [CoverageFigure] {
    coverage.figures.filter { $0.info.group == group }
  }
}
