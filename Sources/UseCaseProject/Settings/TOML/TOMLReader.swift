/// Reads TOML 1.0 into tables that know where everything stands, without recursion.
///
/// It is more lenient than TOML only where no setting can tell the difference: in what stands in
/// lists of tables, in commas and line ends within braces, and in values that are neither texts,
/// whole numbers, lists nor tables. It is stricter with NUL and byte order marks. No library does
/// it because toml++, with TOMLKit above it, tells no places, and ends the process at lines such
/// as `[é]` and `x = 1979-05-27TQ`.
struct TOMLReader {
  /// How deep tables and lists may lie in each other.
  static let depthLimit = 32

  private var scanner: TOMLScanner
  private let root = TOMLTable(path: [], .header)
  /// The table whose lines are read; nil where it stands in a list.
  private var table: TOMLTable?
  private var depth = 0

  /// The table of a whole text.
  static func read(_ text: TOMLText) throws(TOMLProblem) -> TOMLTable {
    var reader = TOMLReader(text)
    try reader.readLines()
    return reader.root
  }

  private init(_ text: TOMLText) {
    scanner = TOMLScanner(text.bytes)
    table = root
  }

  private mutating func readLines() throws(TOMLProblem) {
    while true {
      scanner.skipLines()
      guard !scanner.isAtEnd else { return }
      if scanner.skip(0x5B) {
        try readHeader()
      } else {
        let place = try readPlace(in: table, depth: depth)
        try readValue(of: place, depth: depth)
      }
      scanner.skipBlanks()
      guard scanner.isAtLineEnd else { throw scanner.problem("here the line should end") }
    }
  }

  // MARK: Tables

  private typealias Name = (text: String, offset: Int)

  /// The rest of `[table]` or `[[table]]`.
  private mutating func readHeader() throws(TOMLProblem) {
    let isListed = scanner.skip(0x5B)
    let names = try readNames(depth: 0)
    guard scanner.skip(0x5D), !isListed || scanner.skip(0x5D) else {
      throw scanner.problem("here the table's name should end with '\(isListed ? "]]" : "]")'")
    }
    depth = names.count
    table = try tableOfLines(names, isListed: isListed)
  }

  /// The table that a line of its own names; nil where it stands in a list.
  private func tableOfLines(
    _ names: [Name], isListed: Bool
  ) throws(TOMLProblem) -> TOMLTable? {
    var current = root
    for (place, name) in names.enumerated() {
      let isLast = place == names.count - 1
      let entry = current.entry(name.text)
      switch entry?.value {
      case .tables where !isLast || isListed: return nil
      case nil where isLast && isListed:
        current.add(
          TOMLEntry(name: name.text, key: name.offset, offset: name.offset, value: .tables))
        return nil
      case nil: current = add(name, to: current, isLast ? .header : .implied)
      case .table(let inner) where inner.origin != .inline && !isLast: current = inner
      case .table(let inner) where inner.origin == .implied && !isListed:
        inner.origin = .header
        current = inner
      default: throw twice(names, current, entry)
      }
    }
    return current
  }

  private func add(
    _ name: Name, to table: TOMLTable, _ origin: TOMLTable.Origin
  ) -> TOMLTable {
    let inner = TOMLTable(path: table.path + [name.text], origin)
    table.add(
      TOMLEntry(name: name.text, key: name.offset, offset: name.offset, value: .table(inner)))
    return inner
  }

  private func twice(
    _ names: [Name], _ table: TOMLTable, _ earlier: TOMLEntry?
  ) -> TOMLProblem {
    let path = table.path + [earlier?.name ?? ""]
    return TOMLProblem(
      "'\(path.joined(separator: "."))' is set twice",
      help: "it was set in line \(scanner.line(of: earlier?.key ?? 0)) first",
      at: names.first?.offset ?? 0)
  }

  // MARK: Keys

  /// Where a value goes.
  private struct Place {
    let table: TOMLTable
    let name: Name
  }

  /// `key =`; nil in a table that stands in a list.
  private mutating func readPlace(
    in table: TOMLTable?, depth: Int
  ) throws(TOMLProblem) -> Place? {
    let names = try readNames(depth: depth)
    guard scanner.skip(0x3D) else { throw scanner.problem("here '=' should stand") }
    scanner.skipBlanks()
    guard var current = table, let last = names.last else { return nil }
    for name in names.dropLast() {
      let entry = current.entry(name.text)
      switch entry?.value {
      case nil: current = add(name, to: current, .dotted)
      case .table(let inner) where inner.origin == .dotted || inner.origin == .implied:
        inner.origin = .dotted
        current = inner
      default: throw twice(names, current, entry)
      }
    }
    if let earlier = current.entry(last.text) { throw twice(names, current, earlier) }
    return Place(table: current, name: last)
  }

  /// Names with points between them.
  private mutating func readNames(depth: Int) throws(TOMLProblem) -> [Name] {
    var names: [Name] = []
    repeat {
      scanner.skipBlanks()
      try refuse(depth: depth + names.count)
      let offset = scanner.index
      names.append((try scanner.readName(), offset))
      scanner.skipBlanks()
    } while scanner.skip(0x2E)
    return names
  }

  private func refuse(depth: Int) throws(TOMLProblem) {
    guard depth >= TOMLReader.depthLimit else { return }
    throw scanner.problem(
      "tables and lists lie in each other more than \(TOMLReader.depthLimit) deep")
  }

  // MARK: Values

  /// A list or an inline table whose end was not reached yet.
  private struct Opened {
    let isList: Bool
    let offset: Int
    /// Where it goes; nil in a list.
    let place: Place?
    /// What the lines of an inline table go to; nil in a list.
    var table: TOMLTable?
    var items: [TOMLItem] = []

    var closing: UInt8 { isList ? 0x5D : 0x7D }

    var value: TOMLValue {
      if isList { return .list(items) }
      return table.map { .table($0) } ?? .other
    }
  }

  private mutating func readValue(of place: Place?, depth: Int) throws(TOMLProblem) {
    var open: [Opened] = []
    var place = place
    repeat {
      let offset = scanner.index
      let isList = scanner.skip(0x5B)
      if isList || scanner.skip(0x7B) {
        open.append(opened(isList: isList, offset, place))
        try refuse(depth: depth + open.count)
        scanner.skipLines()
      } else {
        put(try scanner.readScalar(), offset, at: place, in: &open)
        try skipComma(in: open)
      }
      while let inner = open.last, scanner.skip(inner.closing) {
        open.removeLast()
        put(inner.value, inner.offset, at: inner.place, in: &open)
        try skipComma(in: open)
      }
      place = nil
      if let inner = open.last, !inner.isList {
        place = try readPlace(in: inner.table, depth: depth + open.count)
      }
    } while !open.isEmpty
  }

  private func opened(isList: Bool, _ offset: Int, _ place: Place?) -> Opened {
    var opened = Opened(isList: isList, offset: offset, place: place)
    if !isList, let place {
      opened.table = TOMLTable(path: place.table.path + [place.name.text], .inline)
    }
    return opened
  }

  private func put(
    _ value: TOMLValue, _ offset: Int, at place: Place?, in open: inout [Opened]
  ) {
    if let place {
      let (name, key) = place.name
      place.table.add(TOMLEntry(name: name, key: key, offset: offset, value: value))
    } else if let last = open.indices.last, open[last].isList {
      open[last].items.append(TOMLItem(value: value, offset: offset))
    }
  }

  /// What stands behind a value in a list or an inline table: a comma, or the end.
  private mutating func skipComma(in open: [Opened]) throws(TOMLProblem) {
    guard let inner = open.last else { return }
    scanner.skipLines()
    if scanner.skip(0x2C) {
      scanner.skipLines()
    } else if !scanner.isAt(inner.closing) {
      throw scanner.problem("here ',' or '\(inner.isList ? "]" : "}")' should stand")
    }
  }
}
