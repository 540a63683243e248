import UseCaseSyntax

/// The lines and columns of every place in a list of findings.
///
/// Each file is read once, whatever the number of places in it.
struct Locations {
  /// What columns count.
  enum Unit {
    case characters
    /// UTF-16 code units, as SARIF and editors count them.
    case utf16
  }

  private var files: [String: File] = [:]

  struct File {
    let text: SourceText
    let lines: LineTable
    fileprivate var positions: [Int: Position] = [:]
  }

  init(
    of findings: some Sequence<Diagnostic>, in sources: [SourceText], unit: Unit = .characters
  ) {
    var offsets: [String: Set<Int>] = [:]
    func add(_ place: Place) {
      offsets[place.path, default: []].formUnion([place.range.lowerBound, place.range.upperBound])
    }
    for finding in findings {
      add(finding.place)
      for label in finding.labels { add(label.place) }
      for fix in finding.fixes {
        for edit in fix.edits { add(edit.place) }
      }
    }
    for source in sources {
      guard let wanted = offsets[source.path] else { continue }
      var file = File(text: source, lines: LineTable(source))
      file.locate(wanted.sorted(), unit)
      files[source.path] = file
    }
  }

  func file(_ path: String) -> File? { files[path] }

  /// Nil where the file is not among the sources.
  func position(_ offset: Int, in path: String) -> Position? {
    files[path]?.positions[offset]
  }
}

extension Locations.File {
  /// Goes through the lines that hold ascending offsets, and through each of them once.
  fileprivate mutating func locate(_ offsets: [Int], _ unit: Locations.Unit) {
    var current = -1
    var columns = LineColumns(text.bytes[0..<0], unit)
    for offset in offsets {
      let line = lines.line(of: offset)
      if line != current {
        current = line
        columns = LineColumns(text.bytes[lines.visibleRange(ofLine: line, in: text)], unit)
      }
      positions[offset] = Position(line: line + 1, column: columns.column(of: offset))
    }
  }
}

extension LineTable {
  /// The bytes of a line without its end and without a byte order mark.
  func visibleRange(ofLine line: Int, in text: SourceText) -> Range<Int> {
    let range = range(ofLine: line)
    let hasMark = text.bytes[range].starts(with: [0xEF, 0xBB, 0xBF] as [UInt8])
    return hasMark ? range.lowerBound + 3..<range.upperBound : range
  }
}

/// The columns of ascending offsets in a line; the line is read once.
private struct LineColumns {
  private let line: ArraySlice<UInt8>
  /// Nil where each byte is a character.
  private let characters: [TextCharacter]?
  private let unit: Locations.Unit
  private var next = 0
  private var end: Int
  private var current = 1

  init(_ line: ArraySlice<UInt8>, _ unit: Locations.Unit) {
    self.line = line
    self.unit = unit
    characters = line.allSatisfy { $0 < 0x80 } ? nil : textCharacters(of: line)
    end = line.startIndex
  }

  mutating func column(of offset: Int) -> Int {
    guard let characters else {
      return min(max(offset, line.startIndex), line.endIndex) - line.startIndex + 1
    }
    while next < characters.count, end + characters[next].length <= offset {
      end += characters[next].length
      current += unit == .characters ? 1 : characters[next].character.utf16.count
      next += 1
    }
    return current
  }
}
