import UseCaseSyntax

/// How often each rule speaks, and how many of its findings the program can fix.
public struct Statistics: Sendable {
  public struct Row: Sendable, Hashable {
    public let rule: String
    public let severity: Severity
    public fileprivate(set) var count = 0
    public fileprivate(set) var fixable = 0
    /// Those that can be fixed unsafely only.
    public fileprivate(set) var unsafelyFixable = 0
  }

  /// The worst first, then the most frequent, then by name.
  public let rows: [Row]

  public init(_ report: Report) {
    struct Key: Hashable {
      let rule: String
      let severity: Severity
    }
    var rows: [Key: Row] = [:]
    for model in report.models {
      for finding in model.findings {
        let key = Key(rule: finding.rule, severity: finding.severity)
        var row = rows[key] ?? Row(rule: finding.rule, severity: finding.severity)
        row.count += 1
        switch model.fixability(of: finding) {
        case .safe: row.fixable += 1
        case .unsafe: row.unsafelyFixable += 1
        case nil: break
        }
        rows[key] = row
      }
    }
    self.rows = rows.values.sorted { left, right in
      if left.severity != right.severity { return left.severity > right.severity }
      if left.count != right.count { return left.count > right.count }
      return left.rule < right.rule
    }
  }

  /// A table with a line for each rule; empty where there are no findings.
  public func table(isColored: Bool = false) -> String {
    guard !rows.isEmpty else { return "" }
    let palette = Palette(isColored: isColored)
    let head = ["severity", "findings", "fixable", "unsafely", "rule"]
    let cells = rows.map { row in
      [
        row.severity.name, "\(row.count)", "\(row.fixable)", "\(row.unsafelyFixable)", row.rule,
      ]
    }
    let widths = head.indices.map { column in
      ([head] + cells).map { $0[column].count }.max() ?? 0
    }
    func line(_ cells: [String], _ style: Style) -> String {
      var text = palette.paint(cells[0], style)
      text += blanks(widths[0] - cells[0].count)
      for column in 1..<4 {
        text += "  " + blanks(widths[column] - cells[column].count) + cells[column]
      }
      return text + "  " + cells[4] + "\n"
    }
    return line(head, .plain)
      + zip(rows, cells).map { line($1, .severity($0.severity)) }.joined()
  }

  private func blanks(_ count: Int) -> String { String(repeating: " ", count: count) }
}
