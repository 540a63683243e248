/// Something that Graphviz has to say.
struct Message: Hashable {
  var isError: Bool
  /// The message on one line, without its severity.
  var text: String

  /// The messages in a text where the byte 1 stands before each of them.
  static func split(_ text: UnsafePointer<CChar>) -> [Message] {
    guard text.pointee != 0 else { return [] }
    return String(cString: text).split(separator: "\u{1}").map { Message($0) }
  }

  private init(_ text: Substring) {
    let parts = text.split(separator: ":", maxSplits: 1)
    isError = parts.first == "Error"
    let body = parts.count > 1 ? parts[1] : text
    let lines = body.split(whereSeparator: \.isNewline)
    self.text = lines.map { $0.drop { $0 == " " } }.joined(separator: " ")
  }
}
