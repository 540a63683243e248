import UseCaseRules
import UseCaseSyntax

/// A table for a terminal, at most 80 columns wide: figures with bars, what is missing, parts.
public enum CoverageTable: CoverageFormat {
  public static let name = "table"
  public static let purpose = "figures with bars, for a terminal"

  public static func render(_ report: CoverageReport, options: CoverageOptions) -> String {
    var writer = CoverageTableWriter(report: report, options: options)
    return writer.text()
  }
}

/// A table on its way to text.
private struct CoverageTableWriter {
  let report: CoverageReport
  let options: CoverageOptions
  private let palette: Palette
  private let locations: Locations
  private var lines: [String] = []

  private static let labelWidth = 32
  private static let barWidth = 20
  private static let ratioWidth = 14

  init(report: CoverageReport, options: CoverageOptions) {
    self.report = report
    self.options = options
    palette = Palette(isColored: options.isColored)
    let findings = report.coverage.figures.lazy.flatMap { $0.gaps.prefix(options.limit) }
      .flatMap(\.findings)
    locations = Locations(
      of: options.isVerbose ? Array(findings) : [], in: report.model.sources)
  }

  mutating func text() -> String {
    lines.append(palette.paint(visible(report.title), .strong))
    for group in FigureGroup.allCases {
      addHeading(group.title)
      for figure in report.figures(of: group) { add(figure) }
    }
    lines.append("")
    for figure in report.figures(of: nil) { addRow(figure, indentation: 0) }
    addRules()
    addAllowed()
    let matrices = CoverageMatrices(report: report, isVerbose: options.isVerbose, palette: palette)
    lines += matrices.lines()
    return lines.joined(separator: "\n") + "\n"
  }

  private mutating func addHeading(_ title: String) {
    lines += ["", palette.paint(title, .strong)]
  }

  // MARK: Figures

  private mutating func add(_ figure: CoverageFigure) {
    addRow(figure, indentation: 2)
    guard options.isVerbose else { return }
    for gap in figure.gaps.prefix(options.limit) {
      for finding in gap.findings { lines.append("    " + line(finding)) }
    }
    let hidden = figure.gaps.count - options.limit
    if hidden > 0 { lines.append("    … and \(counted(hidden, "further place")), not shown") }
  }

  private mutating func addRow(_ figure: CoverageFigure, indentation: Int) {
    let label = blanks(indentation) + figure.info.label
    let ratio = figure.total > 0 ? "\(figure.covered) of \(figure.total)" : ""
    let row =
      label + blanks(2 + CoverageTableWriter.labelWidth - label.count)
      + palette.paint(rightAligned(percentage(figure.count), in: 7), style(figure)) + "  "
      + bar(figure.count) + " " + rightAligned(ratio, in: CoverageTableWriter.ratioWidth)
    lines.append(row.trimmingBlanks)
  }

  private func style(_ figure: CoverageFigure) -> Style {
    if report.isShort(figure) { return .severity(.error) }
    return figure.percent == 100 ? .good : .plain
  }

  /// Full only where everything is covered, empty only where nothing is.
  private func bar(_ count: CoverageCount) -> String {
    let width = CoverageTableWriter.barWidth
    guard count.total > 0 else { return blanks(width) }
    let length = count.covered > 0 ? max(1, count.covered * width / count.total) : 0
    return String(repeating: "█", count: length)
      + palette.paint(String(repeating: "░", count: width - length), .faint)
  }

  private func line(_ finding: Diagnostic) -> String {
    var text = visible(report.model.shownPath(finding.place.path))
    if let start = locations.position(finding.place.range.lowerBound, in: finding.place.path) {
      text += ":\(start.line):\(start.column)"
    }
    return text + ": \(visible(finding.message)) [\(finding.rule)]"
  }

  // MARK: What to do

  private mutating func addRules() {
    let open = report.coverage.figures.filter { !$0.gaps.isEmpty }
    guard !open.isEmpty else { return }
    addHeading("What is missing, by the rule that finds it")
    var hasUnasked = false
    for figure in open {
      for (index, rule) in figure.speakingRules.enumerated() {
        let label = index == 0 ? figure.info.label : ""
        let isAsked = !report.unaskedRules.contains(rule.name)
        if !isAsked { hasUnasked = true }
        lines.append(
          "  " + label + blanks(CoverageTableWriter.labelWidth + 2 - label.count)
            + "\(rule.name)\(isAsked ? "" : "*") (\(rule.count))")
      }
    }
    let path = report.path.isEmpty ? "" : " " + forShell(report.path)
    lines += [
      "", "See them:  usecase check\(path)",
      "Why:       usecase explain RULE",
    ]
    if !options.isVerbose { lines.append("Places:    usecase coverage\(path) --verbose") }
    if hasUnasked {
      lines.append("* 'check' asks it only where 'usecase.toml' gives it a severity")
    }
  }

  private mutating func addAllowed() {
    let allowed = report.coverage.figures.filter { $0.info.group != nil && $0.count.allowed > 0 }
    guard !allowed.isEmpty else { return }
    addHeading("Allowed by comments, and not counted")
    for figure in allowed {
      let label = figure.info.label
      lines.append(
        "  " + label + blanks(CoverageTableWriter.labelWidth - label.count)
          + rightAligned("\(figure.count.allowed)", in: 7))
    }
  }
}

func blanks(_ count: Int) -> String { String(repeating: " ", count: max(0, count)) }

func rightAligned(_ text: String, in width: Int) -> String { blanks(width - text.count) + text }

extension String {
  fileprivate var trimmingBlanks: String {
    String(self[...(lastIndex { $0 != " " } ?? startIndex)])
  }
}

/// A path as it is typed behind a command.
private func forShell(_ path: String) -> String {
  let isPlain = path.allSatisfy { $0.isLetter || $0.isNumber || "/._-".contains($0) }
  return isPlain ? path : "'" + visible(path).replacing("'", with: "'\\''") + "'"
}
