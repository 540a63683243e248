import UseCaseSyntax

/// Writes an XML document, one element a line.
struct XML {
  private(set) var text = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
  private var open: [String] = []

  /// An element without content.
  mutating func add(_ name: String, _ attributes: [(String, String)]) {
    line("<\(name)\(list(attributes))/>")
  }

  /// An element that holds a text.
  mutating func add(_ name: String, _ attributes: [(String, String)], text: String) {
    line("<\(name)\(list(attributes))>\(XML.escaped(text, lineEnd: "\n"))</\(name)>")
  }

  /// An element that holds others.
  mutating func add(
    _ name: String, _ attributes: [(String, String)], content: (inout XML) -> Void
  ) {
    line("<\(name)\(list(attributes))>")
    open.append(name)
    content(&self)
    open.removeLast()
    line("</\(name)>")
  }

  private mutating func line(_ line: String) {
    text += String(repeating: "  ", count: open.count) + line + "\n"
  }

  private func list(_ attributes: [(String, String)]) -> String {
    attributes.map { " \($0.0)=\"\(XML.escaped($0.1, lineEnd: "&#10;"))\"" }.joined()
  }

  /// Characters that XML cannot hold, or that hide, are spelt out.
  private static func escaped(_ text: String, lineEnd: String) -> String {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    return lines.map { line in
      var result = ""
      for scalar in visible(String(line)).unicodeScalars {
        switch scalar {
        case "&": result += "&amp;"
        case "<": result += "&lt;"
        case ">": result += "&gt;"
        case "\"": result += "&quot;"
        case "\u{FFFE}", "\u{FFFF}": result += "\u{FFFD}"
        default: result.unicodeScalars.append(scalar)
        }
      }
      return result
    }.joined(separator: lineEnd)
  }
}
