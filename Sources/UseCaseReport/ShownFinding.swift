import UseCaseSyntax

/// A finding in words, to be shown apart from the others.
public struct ShownFinding: Sendable {
  public let finding: Diagnostic
  /// `path:line:column`, as messages call it.
  public let location: String
  /// The lines of the source with marks under them, notes and help, as `full` shows them below the
  /// message.
  public let details: String
}

extension Report {
  /// The findings, the worst first, up to a limit.
  public func shownFindings(limit: Int) -> [ShownFinding] {
    var shown: [ShownFinding] = []
    _ = forEachShown(limit: limit) { model, finding, locations in
      var location = visible(model.shownPath(finding.place.path))
      if let position = locations.position(
        finding.place.range.lowerBound, in: finding.place.path)
      {
        location += ":\(position.line):\(position.column)"
      }
      var message = FullMessage(
        finding: finding, model: model, locations: locations, palette: Palette(isColored: false))
      shown.append(
        ShownFinding(finding: finding, location: location, details: message.renderDetails()))
    }
    return Severity.allCases.reversed().flatMap { severity in
      shown.filter { $0.finding.severity == severity }
    }
  }
}
