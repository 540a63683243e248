import UseCaseSyntax

/// How the client counts within a line.
enum PositionEncoding: String, Sendable {
  case utf8 = "utf-8"
  case utf16 = "utf-16"

  /// UTF-8 where the client can, else what every client can.
  init(offered: [String]) {
    self = offered.contains(PositionEncoding.utf8.rawValue) ? .utf8 : .utf16
  }
}

/// A place as the protocol names it: lines and characters counted from 0.
struct ClientPosition: Hashable, Sendable {
  var line: Int
  var character: Int

  init(line: Int, character: Int) {
    self.line = line
    self.character = character
  }

  init(_ value: JSONValue?) throws(ResponseError) {
    guard let line = value?["line"]?.integer, let character = value?["character"]?.integer,
      line >= 0, character >= 0
    else { throw .missing("position") }
    self.init(line: line, character: character)
  }

  var json: JSONValue { ["line": .integer(line), "character": .integer(character)] }
}

/// A text with its lines, as the client counts in it.
struct ClientText: Sendable {
  let source: SourceText
  private let lines: LineTable
  let encoding: PositionEncoding
  /// A byte order mark that the client has taken away: no character of the first line.
  private let hiddenMark: Int

  /// Text that the client sent holds what the client counts; a file's byte order mark is hidden
  /// from it.
  init(_ source: SourceText, _ encoding: PositionEncoding, isFromClient: Bool) {
    self.source = source
    self.encoding = encoding
    lines = LineTable(source)
    hiddenMark = !isFromClient && source.bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
  }

  var lineCount: Int { lines.starts.count }

  /// The bytes of a line counted from 0, without its line end.
  func range(ofLine line: Int) -> Range<Int> { lines.range(ofLine: line) }

  func line(of offset: Int) -> Int { lines.line(of: offset) }

  /// The offset of a place: behind the end of its line where it lies farther right, at the end of
  /// the text where it lies farther down, before a character where it lies in one.
  func offset(_ position: ClientPosition) -> Int {
    guard position.line < lines.starts.count else { return source.bytes.count }
    var range = lines.range(ofLine: position.line)
    if position.line == 0 { range = min(hiddenMark, range.upperBound)..<range.upperBound }
    switch encoding {
    case .utf8:
      guard position.character < range.count else { return range.upperBound }
      var offset = range.lowerBound + position.character
      while offset > range.lowerBound, isContinuation(offset) { offset -= 1 }
      return offset
    case .utf16: return offset(ofUnit: position.character, in: range)
    }
  }

  private func offset(ofUnit unit: Int, in range: Range<Int>) -> Int {
    var offset = range.lowerBound
    var passed = 0
    while offset < range.upperBound {
      let next = end(ofCharacterAt: offset, range.upperBound)
      passed += units(offset)
      if passed > unit { return offset }
      offset = next
    }
    return offset
  }

  /// The place of an offset; one within a line end counts as the end of the line.
  func position(_ offset: Int) -> ClientPosition {
    let line = lines.line(of: min(max(0, offset), source.bytes.count))
    var range = lines.range(ofLine: line)
    if line == 0 { range = min(hiddenMark, range.upperBound)..<range.upperBound }
    let end = min(max(offset, range.lowerBound), range.upperBound)
    switch encoding {
    case .utf8: return ClientPosition(line: line, character: end - range.lowerBound)
    case .utf16:
      var units = 0
      var index = range.lowerBound
      while index < end {
        units += self.units(index)
        index = self.end(ofCharacterAt: index, range.upperBound)
      }
      return ClientPosition(line: line, character: units)
    }
  }

  func range(_ bytes: Range<Int>) -> JSONValue {
    ["start": position(bytes.lowerBound).json, "end": position(bytes.upperBound).json]
  }

  /// The bytes between two places; empty where they stand the wrong way round.
  func bytes(_ range: JSONValue?) throws(ResponseError) -> Range<Int> {
    let start = offset(try ClientPosition(range?["start"]))
    let end = offset(try ClientPosition(range?["end"]))
    return start..<max(start, end)
  }

  // MARK: Characters

  private func isContinuation(_ offset: Int) -> Bool {
    offset < source.bytes.count && source.bytes[offset] & 0xC0 == 0x80
  }

  /// The units of UTF-16 of the character that begins at an offset.
  private func units(_ offset: Int) -> Int { source.bytes[offset] >= 0xF0 ? 2 : 1 }

  private func end(ofCharacterAt offset: Int, _ limit: Int) -> Int {
    var end = offset + 1
    while end < limit, isContinuation(end) { end += 1 }
    return end
  }
}
