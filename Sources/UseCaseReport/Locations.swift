import UseCaseSyntax

/// The lines and columns of every place in a list of findings.
///
/// Each file is read once, whatever the number of places in it.
struct Locations {
  private var files: [String: File] = [:]

  struct File {
    let text: SourceText
    let lines: LineTable
    fileprivate var positions: [Int: Position] = [:]
  }

  init(of findings: some Sequence<Diagnostic>, in sources: [SourceText]) {
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
      file.locate(wanted.sorted())
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
  fileprivate mutating func locate(_ offsets: [Int]) {
    var current = -1
    var characters: [TextCharacter] = []
    var next = 0
    var end = 0
    for offset in offsets {
      let line = lines.line(of: offset)
      if line != current {
        current = line
        var range = lines.range(ofLine: line)
        if text.bytes[range].starts(with: [0xEF, 0xBB, 0xBF]) {
          range = range.lowerBound + 3..<range.upperBound
        }
        characters = textCharacters(of: text.bytes[range])
        next = 0
        end = range.lowerBound
      }
      while next < characters.count, end + characters[next].length <= offset {
        end += characters[next].length
        next += 1
      }
      positions[offset] = Position(line: line + 1, column: next + 1)
    }
  }
}
