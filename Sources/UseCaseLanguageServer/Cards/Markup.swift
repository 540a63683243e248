import UseCaseSyntax

/// A text in Markdown, or without its signs for clients that show them.
struct Markup {
  private let markdown: String
  private let isRead: Bool

  /// `feature` is what the client says about the place where the text is shown.
  init(_ markdown: String, _ feature: JSONValue?, member: String = "contentFormat") {
    self.markdown = markdown
    isRead = feature?[member]?.array?.contains { $0.string == "markdown" } ?? false
  }

  var json: JSONValue {
    isRead
      ? ["kind": "markdown", "value": .string(markdown)]
      : ["kind": "plaintext", "value": .string(plain)]
  }

  private var plain: String {
    var lines: [String] = []
    for line in markdown.split(separator: "\n", omittingEmptySubsequences: false)
    where !line.hasPrefix("```") && line != "---" {
      var text = String(line.drop { $0 == "#" })
      text = text.replacing("**", with: "").replacing("`", with: "")
      var result = ""
      var isEscaped = false
      for character in text {
        if character == "\\", !isEscaped {
          isEscaped = true
        } else {
          if character != "*" || isEscaped { result.append(character) }
          isEscaped = false
        }
      }
      while result.hasSuffix(" ") { result.removeLast() }
      lines.append(result)
    }
    return lines.joined(separator: "\n")
  }

  /// Words of the user's as Markdown that shows them as they are.
  static func escaped(_ text: String) -> String {
    var result = ""
    for character in visible(text.replacing("\n", with: " ")) {
      if "\\`*_{}[]<>()#+!|~$&".contains(character) { result.append("\\") }
      result.append(character)
    }
    return result
  }
}
