import UseCaseSyntax

/// What a growing selection takes in, from the word at the cursor to the whole file.
enum SelectionRangeFeature: Feature {
  static let method = "textDocument/selectionRange"

  static func capability(for client: ClientCapabilities) -> (name: String, value: JSONValue)? {
    ("selectionRangeProvider", true)
  }

  static func answer(
    _ parameters: JSONValue, in session: Session
  ) throws(ResponseError) -> JSONValue {
    let context = try DocumentContext(parameters, in: session)
    guard let positions = parameters["positions"]?.array else { throw .missing("positions") }
    var results: [JSONValue] = []
    for position in positions {
      let offset = context.text.offset(try ClientPosition(position))
      var ranges: [Range<Int>] = []
      for node in context.tree.path(to: offset) where node.range != ranges.last {
        ranges.append(node.range)
      }
      if let word = context.word(at: offset), word != ranges.last { ranges.append(word) }
      let whole: JSONValue? = nil
      results.append(
        ranges.reduce(whole) { outer, range in
          var members = [JSONValue.Member("range", context.text.range(range))]
          if let outer { members.append(.init("parent", outer)) }
          return .object(members)
        } ?? .null)
    }
    return .array(results)
  }
}

extension DocumentContext {
  /// The letters, digits and signs outside ASCII around a place.
  fileprivate func word(at offset: Int) -> Range<Int>? {
    let bytes = tree.source.bytes
    func isLetter(_ index: Int) -> Bool {
      let byte = bytes[index]
      return byte >= 0x80 || byte == 0x5F || byte &- 0x30 < 10 || (byte | 0x20) &- 0x61 < 26
    }
    var (start, end) = (offset, offset)
    while start > 0, isLetter(start - 1) { start -= 1 }
    while end < bytes.count, isLetter(end) { end += 1 }
    return start < end ? start..<end : nil
  }
}
