import UseCaseSyntax

/// One line for each finding, as compilers write them and editors read them.
public enum ConciseFormat: ReportFormat {
  public static let name = "concise"
  public static let purpose = "one line for each finding"
  public static let isForPeople = true

  public static func render(_ report: Report, options: ReportOptions) -> String {
    let palette = Palette(isColored: options.isColored)
    var text = ""
    let rest = report.forEachShown(limit: options.limit) { model, finding, locations in
      let path = finding.place.path
      text += visible(model.shownPath(path))
      if let position = locations.position(finding.place.range.lowerBound, in: path) {
        text += ":\(position.line):\(position.column)"
      }
      let severity = palette.paint(finding.severity.name, .severity(finding.severity))
      text += ": \(severity): \(visible(finding.message))"
      switch model.fixability(of: finding) {
      case .safe: text += " (fixable)"
      case .unsafe: text += " (unsafely fixable)"
      case nil: break
      }
      text += " [\(finding.rule)]\n"
    }
    return text + rest
  }
}

extension Report {
  /// Goes through the findings that a format for people shows, in their order, the worst chosen
  /// first where they are too many; what is left is counted in the line that it returns.
  func forEachShown(
    limit: Int, _ body: (ReportedModel, Diagnostic, Locations) -> Void
  ) -> String {
    // Severities count from 0, and are few: a dictionary would cost more than all the rest.
    var counts = [Int](repeating: 0, count: Severity.allCases.count)
    for model in models {
      for finding in model.findings { counts[Int(finding.severity.rawValue)] += 1 }
    }
    var room = limit
    var allowance = counts
    for index in counts.indices.reversed() {
      allowance[index] = min(room, counts[index])
      room -= allowance[index]
    }
    for model in models {
      let shown = model.findings.filter { finding in
        let index = Int(finding.severity.rawValue)
        allowance[index] -= 1
        return allowance[index] >= 0
      }
      let locations = Locations(of: shown, in: model.sources)
      for finding in shown { body(model, finding, locations) }
    }
    let hidden = counts.reduce(0, +) - (limit - room)
    return hidden > 0 ? "… and \(counted(hidden, "further finding")), not shown\n" : ""
  }
}
