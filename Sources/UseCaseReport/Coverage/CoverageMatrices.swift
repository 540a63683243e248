import UseCaseRules
import UseCaseSyntax

/// The figures of packages and journeys in narrow columns, a row for each part.
struct CoverageMatrices {
  let report: CoverageReport
  /// Whether stages stand below their journeys.
  let isVerbose: Bool
  let palette: Palette

  private static let nameWidth = 26
  private static let columnWidth = 9
  /// More than these are not read at a glance.
  private static let mostRows = 20

  func lines() -> [String] {
    lines(ofParts: [.journey, .stage], "by journey") + lines(ofParts: [.package], "by package")
  }

  /// One part alone says what the whole model says.
  private func lines(ofParts kinds: [ElementKind], _ title: String) -> [String] {
    let parts = report.coverage.parts.indices.filter { index in
      let kind = report.coverage.parts[index].kind
      return kinds.contains(kind) && (isVerbose || kind != .stage)
    }
    guard parts.count > 1 else { return [] }
    return FigureGroup.allCases.flatMap { lines(of: $0, parts, title) }
  }

  private func lines(of group: FigureGroup, _ parts: [Int], _ title: String) -> [String] {
    let columns = FigureCatalog.all.filter { $0.group == group }.filter { figure in
      parts.contains { count(figure, $0).total > 0 }
    }
    let known = parts.filter { part in columns.contains { count($0, part).total > 0 } }
    guard !known.isEmpty else { return [] }
    let rows = isVerbose ? known : worst(known, columns)
    let name = "\(group.title), \(title)"
    let head = columns.map { rightAligned($0.heading, in: CoverageMatrices.columnWidth) }.joined()
    // A long title has a line of its own.
    let isOneLine = name.count <= CoverageMatrices.nameWidth
    let first =
      isOneLine
      ? [palette.paint(name, .strong) + blanks(CoverageMatrices.nameWidth - name.count) + head]
      : [palette.paint(name, .strong), blanks(CoverageMatrices.nameWidth) + head]
    return [""] + first
      + rows.map { part in
        row(part) + columns.map { cell(count($0, part)) }.joined()
      }
      + (rows.count < known.count
        ? ["  … those of \(known.count) that lack most; '--verbose' shows all"] : [])
  }

  /// The parts that lack most, in the order of the model.
  private func worst(_ parts: [Int], _ columns: [FigureInfo]) -> [Int] {
    guard parts.count > CoverageMatrices.mostRows else { return parts }
    let missing = parts.map { part in columns.reduce(0) { $0 + count($1, part).missing } }
    let order = parts.indices.sorted { (-missing[$0], $0) < (-missing[$1], $1) }
    return order.prefix(CoverageMatrices.mostRows).sorted().map { parts[$0] }
  }

  private func count(_ figure: FigureInfo, _ part: Int) -> CoverageCount {
    report.coverage.parts[part].counts[figure]
  }

  private func cell(_ count: CoverageCount) -> String {
    let text = rightAligned(percentage(count), in: CoverageMatrices.columnWidth)
    return count.percent == 100 ? palette.paint(text, .good) : text
  }

  /// The name of a part, indented by the parts of its kind around it.
  private func row(_ part: Int) -> String {
    let parts = report.coverage.parts
    var depth = 1
    var next = parts[part].parent
    while let outer = next, depth < 6 {
      if parts[part].kind == .stage || parts[outer].kind == parts[part].kind { depth += 1 }
      next = parts[outer].kind == .journey ? nil : parts[outer].parent
    }
    let name = blanks(2 * depth) + visible(parts[part].title)
    return padded(name, to: CoverageMatrices.nameWidth)
  }
}

/// The text in exactly so many columns of a terminal; what is too long ends in "…".
func padded(_ text: String, to width: Int) -> String {
  var result = ""
  var columns = 0
  let isTooLong = columnCount(of: text) > width
  for character in text {
    let count = columnCount(of: character)
    if isTooLong, columns + count > width - 1 { break }
    result.append(character)
    columns += count
  }
  if isTooLong {
    result += "…"
    columns += 1
  }
  return result + blanks(width - columns)
}
