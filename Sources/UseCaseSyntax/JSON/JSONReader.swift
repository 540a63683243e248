/// Reads a JSON text without recursion: what is open waits in a list.
struct JSONReader {
  let bytes: [UInt8]
  var index = 0
  private let depthLimit: Int
  private var open: [Opened] = []

  /// An array or object whose end was not reached yet.
  private struct Opened {
    let offset: Int
    let isObject: Bool
    var elements: [JSONNode] = []
    var members: [JSONNode.Member] = []
    var name = ""
    var nameOffset = 0

    mutating func add(_ node: JSONNode) {
      if isObject {
        members.append(JSONNode.Member(name: name, offset: nameOffset, node: node))
      } else {
        elements.append(node)
      }
    }

    var closing: UInt8 { isObject ? 0x7D : 0x5D }

    var node: JSONNode {
      JSONNode(isObject ? .object(members) : .array(elements), at: offset)
    }
  }

  init(_ bytes: [UInt8], depthLimit: Int) {
    self.bytes = bytes
    self.depthLimit = depthLimit
  }

  mutating func readDocument() throws(JSONError) -> JSONNode {
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) {
      throw error("a byte order mark stands before the value")
    }
    while true {
      guard let node = try readValue() else { continue }
      guard let whole = try close(behind: node) else { continue }
      guard index == bytes.count else { throw error("nothing may follow the value") }
      return whole
    }
  }

  /// A value that is complete; nil where it is an array or object that holds something.
  private mutating func readValue() throws(JSONError) -> JSONNode? {
    skipBlanks()
    let start = index
    switch current {
    case 0x7B, 0x5B: return try openList()
    case 0x22: return JSONNode(.string(try readString()), at: start)
    case 0x2D, 0x30...0x39: return JSONNode(try readNumber(), at: start)
    case 0x74: return try readWord("true", .boolean(true))
    case 0x66: return try readWord("false", .boolean(false))
    case 0x6E: return try readWord("null", .null)
    default: throw error("here a value should stand")
    }
  }

  private mutating func openList() throws(JSONError) -> JSONNode? {
    guard open.count < depthLimit else {
      throw error("the value is nested more than \(depthLimit) levels deep")
    }
    let list = Opened(offset: index, isObject: current == 0x7B)
    index += 1
    skipBlanks()
    if current == list.closing {
      index += 1
      return list.node
    }
    open.append(list)
    if list.isObject { try readName(of: open.count - 1) }
    return nil
  }

  /// Puts a complete value into what is open, and closes what ends behind it; the whole document
  /// where nothing is open any more, nil where a further value follows.
  private mutating func close(behind first: JSONNode) throws(JSONError) -> JSONNode? {
    var node = first
    while let last = open.indices.last {
      open[last].add(node)
      skipBlanks()
      if current == open[last].closing {
        index += 1
        node = open.removeLast().node
      } else if current == 0x2C {
        index += 1
        skipBlanks()
        if current == open[last].closing { throw error("nothing follows the comma before") }
        if open[last].isObject { try readName(of: last) }
        return nil
      } else {
        throw error("here ',' or '\(open[last].isObject ? "}" : "]")' should stand")
      }
    }
    skipBlanks()
    return node
  }

  /// The name of a member of an object that is open.
  private mutating func readName(of object: Int) throws(JSONError) {
    guard current == 0x22 else { throw error("here a name in double quotes should stand") }
    open[object].nameOffset = index
    open[object].name = try readString()
    skipBlanks()
    guard current == 0x3A else { throw error("here ':' should stand") }
    index += 1
  }

  private mutating func readWord(
    _ word: StaticString, _ content: JSONNode.Content
  ) throws(JSONError) -> JSONNode {
    let start = index
    let length = word.utf8CodeUnitCount
    let isThere = word.withUTF8Buffer { word in
      bytes.count - start >= length && bytes[start..<start + length].elementsEqual(word)
    }
    guard isThere else { throw error("here a value should stand") }
    index += length
    return JSONNode(content, at: start)
  }

  // MARK: Bytes

  /// The byte at hand; 0, which fits nowhere, at the end.
  var current: UInt8 { index < bytes.count ? bytes[index] : 0 }

  private mutating func skipBlanks() {
    while index < bytes.count {
      switch bytes[index] {
      case 0x20, 0x0A, 0x0D, 0x09: index += 1
      default: return
      }
    }
  }

  /// An error at a place, or at the byte at hand.
  func error(_ message: String, at offset: Int? = nil) -> JSONError {
    let offset = offset ?? index
    let isEnd = offset >= bytes.count
    let table = LineTable(SourceText(path: "", bytes: bytes))
    return JSONError(
      message: isEnd ? "the text ends before the value does" : message, offset: offset,
      position: table.position(of: offset))
  }
}
