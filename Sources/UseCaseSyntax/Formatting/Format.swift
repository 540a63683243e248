/// What became of a file that was to be laid out.
public struct FormattingResult: Sendable {
  /// The file in its canonical layout; nil where syntax errors keep it from being laid out.
  public let bytes: [UInt8]?
  /// Why the file was left alone, or which use cases keep their step numbers.
  public let diagnostics: [Diagnostic]

  /// The canonical layout as text; nil where there is none.
  public var text: String? { bytes.map { String(decoding: $0, as: UTF8.self) } }
}

/// Lays a file out: four blanks a level, a statement a line, steps numbered from 1.
///
/// Keeps every comment, the order of all clauses and the meaning; formatting the result again
/// changes nothing. A file with syntax errors is left alone. Linear in the size of the file.
public func format(_ tree: SyntaxTree) -> FormattingResult {
  if let error = tree.diagnostics.first(where: { $0.severity == .error }) {
    return FormattingResult(bytes: nil, diagnostics: [leftAlone(tree, because: error)])
  }
  var numbering = StepNumbering()
  numbering.read(tree)
  var formatter = Formatter(tree, stepNumbers: numbering.replacements)
  formatter.printFile()
  return FormattingResult(bytes: formatter.lines.finished, diagnostics: numbering.diagnostics)
}

private func leftAlone(_ tree: SyntaxTree, because error: Diagnostic) -> Diagnostic {
  let count = tree.diagnostics.count { $0.severity == .error }
  let others = count > 1 ? " and \(count - 1) more" : ""
  return Diagnostic(
    rule: "format", severity: .error,
    message: "the file is not formatted, because it has a syntax error\(others)",
    at: error.place, notes: [error.message])
}
