import UseCaseReport
import UseCaseSyntax

extension DifferenceReport {
  /// A changelog for people: grouped by kind, a line for each change, details indented below it.
  public func text(isColored: Bool = false) -> String {
    TextWriter(report: self, palette: Palette(isColored: isColored)).text
  }
}

private struct TextWriter {
  let report: DifferenceReport
  let palette: Palette

  var text: String {
    let difference = report.difference
    guard !difference.isEmpty else { return "" }
    let groups = report.groups.map { group in
      section(group.kind.plural, group.changes.flatMap(lines))
    }
    let figures = difference.figures.map { line("  ", "~", figure($0)) }
    let findings =
      difference.newFindings.map { line("  ", "+", finding($0)) }
      + difference.goneFindings.map { line("  ", "-", finding($0)) }
    let sections = groups + [section("coverage", figures), section("findings", findings)]
    return sections.filter { !$0.isEmpty }.joined(separator: "\n")
  }

  private func section(_ title: String, _ lines: [String]) -> String {
    guard !lines.isEmpty else { return "" }
    return palette.paint(title, .strong) + "\n" + lines.joined()
  }

  private func line(_ indentation: String, _ sign: String, _ text: String) -> String {
    let style: Style = sign == "+" ? .added : sign == "-" ? .removed : .changed
    return indentation + palette.paint(sign, style) + " " + visible(text) + "\n"
  }

  private func lines(_ change: ElementChange) -> [String] {
    guard let shown = change.new ?? change.old else { return [] }
    let origin = change.origin.map { ", " + $0 } ?? ""
    let head = "\(shown.title) (\(shown.key))\(origin)"
    return [line("  ", change.sign, head)] + change.details.map { detail($0) }
  }

  private func detail(_ detail: Detail) -> String {
    let verb = detail.verb.map { " \($0)" } ?? ""
    let (old, new) = detail.texts
    let texts = [old, new].compactMap { $0 }.filter { !$0.isEmpty }
    let isChange = old != nil && new != nil
    let shown =
      isChange
      ? [old, new].map { $0 ?? "" }.map { $0.isEmpty ? "nothing" : $0 }.joined(separator: " -> ")
      : texts.joined()
    return line("      ", detail.sign, detail.part + verb + (shown.isEmpty ? "" : ": " + shown))
  }

  private func figure(_ figure: FigureChange) -> String {
    let part = figure.part.map { " in " + $0 } ?? ""
    return figure.label + part + ": " + figure.text + (figure.direction.map { ", " + $0 } ?? "")
  }

  private func finding(_ finding: FindingSummary) -> String {
    "\(finding.file):\(finding.line): \(finding.text)"
  }
}
