/// Where the keys and values of a TOML text stand, which TOMLKit does not tell.
///
/// It is made before TOMLKit sees the text, and refuses what that could not bear: endless nesting,
/// and NUL in texts, where TOMLKit would cut them off. What stands in lists is walked through but
/// not noted, because no setting is a list of tables.
struct TOMLOutline {
  struct Entry {
    /// Where the key stands first.
    let key: Int
    /// Where its value begins; nil for a table with lines of its own.
    var value: Int?
    /// Where the values in it begin, if it is a list.
    var elements: [Int] = []
  }

  /// How deep tables and lists may lie in each other.
  static let depthLimit = 32

  /// By the names that lead there.
  private(set) var entries: [[String]: Entry] = [:]
  /// The tables that stand in lists: `[[so]]`.
  private var listed: Set<[String]> = []
  private var scanner: TOMLScanner
  /// The table whose lines are read; nil where it stands in a list.
  private var table: [String]? = []
  private var depth = 0

  init(_ bytes: [UInt8]) throws(TOMLProblem) {
    scanner = TOMLScanner(bytes)
    while true {
      scanner.skipLines()
      guard !scanner.isAtEnd else { return }
      if scanner.skip(0x5B) {
        try readHeader()
      } else {
        let path = try readPair(below: table, depth: depth)
        try readValue(path, depth: depth)
      }
      scanner.skipBlanks()
      guard scanner.isAtLineEnd else { throw scanner.problem("here the line should end") }
    }
  }

  // MARK: Keys

  /// The rest of `[table]` or `[[table]]`.
  private mutating func readHeader() throws(TOMLProblem) {
    let isListed = scanner.skip(0x5B)
    let key = try readKey(depth: 0)
    guard scanner.skip(0x5D), !isListed || scanner.skip(0x5D) else {
      throw scanner.problem("here the table's name should end with '\(isListed ? "]]" : "]")'")
    }
    let names = key.map(\.name)
    let isInList = (1...names.count).contains { listed.contains(Array(names.prefix($0))) }
    depth = names.count
    table = isInList || isListed ? nil : names
    if isListed { listed.insert(names) }
    if !isInList { note(key, below: []) }
  }

  /// `key =`, noted; the path of its value, nil where that stands in a list.
  private mutating func readPair(
    below table: [String]?, depth: Int
  ) throws(TOMLProblem) -> [String]? {
    let start = scanner.index
    let key = try readKey(depth: depth)
    guard scanner.skip(0x3D) else { throw scanner.problem("here '=' should stand") }
    scanner.skipBlanks()
    guard let table else { return nil }
    let path = table + key.map(\.name)
    if let earlier = entries[path], earlier.value != nil {
      throw TOMLProblem(
        "'\(path.joined(separator: "."))' is set twice",
        help: "it was set in line \(scanner.line(of: earlier.key)) first", at: start)
    }
    note(key, below: table)
    entries[path]?.value = scanner.index
    return path
  }

  private typealias Key = [(name: String, offset: Int)]

  /// Names with points between them.
  private mutating func readKey(depth: Int) throws(TOMLProblem) -> Key {
    var key: Key = []
    repeat {
      scanner.skipBlanks()
      try refuse(depth: depth + key.count)
      let offset = scanner.index
      key.append((try scanner.readName(), offset))
      scanner.skipBlanks()
    } while scanner.skip(0x2E)
    return key
  }

  private mutating func note(_ key: Key, below table: [String]) {
    var path = table
    for (name, offset) in key {
      path.append(name)
      if entries[path] == nil { entries[path] = Entry(key: offset) }
    }
  }

  private func refuse(depth: Int) throws(TOMLProblem) {
    guard depth >= TOMLOutline.depthLimit else { return }
    throw scanner.problem(
      "tables and lists lie in each other more than \(TOMLOutline.depthLimit) deep")
  }

  // MARK: Values

  /// A list or an inline table whose end was not reached yet.
  private enum Opened {
    /// The path under which its values are noted, if they are.
    case list([String]?)
    case table([String]?)

    var closing: UInt8 {
      switch self {
      case .list: 0x5D
      case .table: 0x7D
      }
    }
  }

  /// The value of a path, without recursion.
  private mutating func readValue(_ path: [String]?, depth: Int) throws(TOMLProblem) {
    var open: [Opened] = []
    var path = path
    repeat {
      if case .list(let list?) = open.last { entries[list]?.elements.append(scanner.index) }
      let isList = scanner.skip(0x5B)
      if isList || scanner.skip(0x7B) {
        open.append(isList ? .list(path) : .table(path))
        try refuse(depth: depth + open.count)
        scanner.skipLines()
      } else {
        try scanner.skipScalar()
        try skipComma(in: open.last)
      }
      while let inner = open.last, scanner.skip(inner.closing) {
        open.removeLast()
        if !open.isEmpty { try skipComma(in: open.last) }
      }
      path = nil
      if case .table(let table) = open.last {
        path = try readPair(below: table, depth: depth + open.count)
      }
    } while !open.isEmpty
  }

  /// What stands behind a value in a list or an inline table: a comma, or the end.
  private mutating func skipComma(in opened: Opened?) throws(TOMLProblem) {
    guard let opened else { return }
    scanner.skipLines()
    if scanner.skip(0x2C) {
      scanner.skipLines()
    } else if !scanner.isAt(opened.closing) {
      let closing = Character(Unicode.Scalar(opened.closing))
      throw scanner.problem("here ',' or '\(closing)' should stand")
    }
  }
}
