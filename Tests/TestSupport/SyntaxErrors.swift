import UseCaseSyntax

/// The findings about a file, one line each: place, severity, message, help and fixes.
public func describe(_ diagnostics: [Diagnostic], in source: SourceText) -> String {
  let lines = LineTable(source)
  func mark(_ offset: Int) -> String {
    let position = lines.position(of: offset)
    return "\(position.line):\(position.column)"
  }
  return diagnostics.map { finding in
    let range = finding.place.range
    var text = "\(mark(range.lowerBound))-\(mark(range.upperBound)) "
    text += "\(finding.severity.name): \(finding.message)\n"
    for label in finding.labels {
      text += "    at \(mark(label.place.range.lowerBound)): \(label.message)\n"
    }
    for help in finding.help { text += "    help: \(help)\n" }
    for fix in finding.fixes { text += "    fix: \(fix.title.debugDescription)\n" }
    return text
  }.joined()
}

/// The bytes of a file after edits that do not overlap.
public func applying(_ edits: [Edit], to source: SourceText) -> [UInt8] {
  var bytes = source.bytes
  for edit in edits.sorted(by: { $0.place.range.lowerBound > $1.place.range.lowerBound }) {
    bytes.replaceSubrange(edit.place.range, with: Array(edit.replacement.utf8))
  }
  return bytes
}
