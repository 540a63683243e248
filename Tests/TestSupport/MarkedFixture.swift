import UseCaseSyntax

/// A file with findings marked by comments under their lines: `// ^^^^ rule-name: message`.
///
/// The carets stand under what is marked; only the beginning of the message is given. Where the
/// finding covers several lines, the carets end with the first.
public struct MarkedFixture {
  public struct Mark: Hashable, CustomStringConvertible {
    /// Counted from 1, in the text without the marks.
    public let line: Int
    public let column: Int
    public let length: Int
    public let rule: String
    public let message: String

    public var description: String {
      "\(line):\(column)+\(length) \(rule): \(message)"
    }

    /// Whether a finding is the one that is marked.
    public func matches(_ other: Mark) -> Bool {
      line == other.line && column == other.column && length == other.length
        && rule == other.rule && other.message.hasPrefix(message)
    }
  }

  /// Without the marks.
  public let text: String
  public let marks: [Mark]

  public init(_ marked: String) {
    var lines: [Substring] = []
    var marks: [Mark] = []
    for line in marked.split(separator: "\n", omittingEmptySubsequences: false) {
      if let mark = MarkedFixture.mark(in: line, under: lines.count) {
        marks.append(mark)
      } else {
        lines.append(line)
      }
    }
    text = lines.joined(separator: "\n")
    self.marks = marks
  }

  private static func mark(in line: Substring, under number: Int) -> Mark? {
    let content = line.drop { $0 == " " }
    guard content.hasPrefix("//"), let first = line.firstIndex(of: "^"),
      content.dropFirst(2).drop(while: { $0 == " " }).first == "^"
    else { return nil }
    let carets = line[first...].prefix { $0 == "^" }
    let rest = line[carets.endIndex...].drop { $0 == " " }
    guard let colon = rest.firstIndex(of: ":") else { return nil }
    return Mark(
      line: number, column: line.distance(from: line.startIndex, to: first) + 1,
      length: carets.count, rule: String(rest[..<colon]),
      message: rest[colon...].dropFirst().drop { $0 == " " }.description)
  }

  /// The mark that a finding would have.
  public static func mark(of diagnostic: Diagnostic, in source: SourceText) -> Mark {
    let table = LineTable(source)
    let start = table.position(of: diagnostic.place.range.lowerBound)
    let end = table.position(of: diagnostic.place.range.upperBound)
    let lineEnd = table.text(ofLine: start.line - 1).count + 1
    return Mark(
      line: start.line, column: start.column,
      length: (end.line == start.line ? end.column : lineEnd) - start.column,
      rule: diagnostic.rule, message: diagnostic.message)
  }
}
