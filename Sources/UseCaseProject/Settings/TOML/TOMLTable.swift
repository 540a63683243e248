/// A table of a settings file, with where everything in it stands.
final class TOMLTable {
  /// How it came to be, which says what may be added to it.
  enum Origin {
    /// By the name of a table within it: `[so.within]`.
    case implied
    /// By lines of its own: `[so]`.
    case header
    /// By a key with points: `so.key = 1`.
    case dotted
    /// In braces, which hold all of it.
    case inline
  }

  /// The names that lead there.
  let path: [String]
  var origin: Origin
  /// In the order of the file.
  private(set) var entries: [TOMLEntry] = []
  /// By name, as soon as there are more entries than are quickly looked through.
  private var places: [String: Int]?

  init(path: [String], _ origin: Origin) {
    self.path = path
    self.origin = origin
  }

  func entry(_ name: String) -> TOMLEntry? {
    guard let places else { return entries.first { $0.name == name } }
    return places[name].map { entries[$0] }
  }

  /// Adds an entry under a name that it does not have yet.
  func add(_ entry: TOMLEntry) {
    entries.append(entry)
    if places != nil {
      places?[entry.name] = entries.count - 1
    } else if entries.count > 16 {
      places = Dictionary(
        entries.enumerated().map { ($0.element.name, $0.offset) }, uniquingKeysWith: { a, _ in a })
    }
  }
}

/// A key of a table with its value.
struct TOMLEntry {
  let name: String
  /// The offset of the name.
  let key: Int
  /// The offset of the value; that of the name, for a table with lines of its own.
  let offset: Int
  let value: TOMLValue
}

/// A value, as far as settings need it.
enum TOMLValue {
  case text(String)
  case whole(Int)
  case list([TOMLItem])
  case table(TOMLTable)
  /// Tables in a list: `[[so]]`; what stands in them is not kept.
  case tables
  /// Whatever else TOML has, and words that it does not have: no setting takes them.
  case other
}

/// A value in a list; tables there are not kept.
struct TOMLItem {
  let value: TOMLValue
  let offset: Int
}

/// What is wrong with a settings file, and at which byte.
struct TOMLProblem: Error {
  let message: String
  var help: String?
  let offset: Int

  init(_ message: String, help: String? = nil, at offset: Int) {
    self.message = message
    self.help = help
    self.offset = offset
  }
}
