import TOMLKit
import UseCaseSyntax

/// Takes the values out of a settings file, as the catalogue describes them.
struct SettingsReader {
  private let text: TOMLText
  private var given: [[String]: GivenSetting] = [:]
  /// The first in the file of those that were found.
  private var problem: TOMLProblem?

  init(_ text: TOMLText) { self.text = text }

  /// What is set; throws what is wrong first.
  mutating func read() throws(TOMLProblem) -> [[String]: GivenSetting] {
    let edition = SettingKeys.edition
    // What a later edition says would be misread as mistakes.
    if let value = text.table[edition.info.name] { read(value, edition.info, edition.path) }
    if problem == nil { readTable(text.table, SettingCatalog.all, []) }
    if let problem { throw problem }
    guard given[edition.path] != nil else {
      throw TOMLProblem(
        "the file does not state the edition of the language", help: "add the line 'edition = 1'",
        at: 0)
    }
    return given
  }

  private mutating func note(_ problem: TOMLProblem) {
    if let earlier = self.problem, earlier.offset <= problem.offset { return }
    self.problem = problem
  }

  private func entry(_ path: [String]) -> TOMLOutline.Entry {
    text.outline.entries[path] ?? TOMLOutline.Entry(key: 0)
  }

  private func offset(_ path: [String]) -> Int {
    let entry = entry(path)
    return entry.value ?? entry.key
  }

  // MARK: Tables

  private mutating func readTable(_ table: TOMLTable, _ known: SettingTable, _ path: [String]) {
    var unknown: (name: String, offset: Int)?
    for name in table.keys {
      let full = path + [name]
      if let info = known.setting(name), let value = table[name] {
        read(value, info, full)
      } else {
        let offset = entry(full).key
        if offset < unknown?.offset ?? Int.max { unknown = (name, offset) }
      }
    }
    guard let unknown else { return }
    let shown = known.noun == "setting" ? dotted(path + [unknown.name]) : unknown.name
    let whose = path.count > 1 ? " in '\(dotted(path))'" : ""
    note(
      TOMLProblem(
        "there is no \(known.noun) '\(shown)'\(whose)", help: remedy(unknown.name, known, path),
        at: unknown.offset))
  }

  /// What an unknown name may have meant, or where it would be right.
  private func remedy(_ name: String, _ known: SettingTable, _ path: [String]) -> String {
    for case let info in SettingCatalog.all.settings {
      if !path.isEmpty, info.name == name {
        return "'\(name)' stands above all tables"
      }
      if case .table(let table) = info.shape, path != [info.name], table.setting(name) != nil {
        return "'\(name)' stands in '[\(info.name)]'"
      }
    }
    if let near = nearest(to: name, among: known.settings.map(\.name)) {
      return "did you mean '\(near)'?"
    }
    guard known.settings.count <= 12 else { return "'usecase config show' lists them" }
    let names = known.settings.map { "'\($0.name)'" }.joined(separator: ", ")
    return "the \(known.noun)s are \(names)"
  }

  // MARK: Values

  private mutating func read(_ value: TOMLValueConvertible, _ info: SettingInfo, _ path: [String]) {
    switch info.shape {
    case .edition(let newest): readEdition(value, newest, path)
    case .whole(let range):
      guard let number = value.int, range.contains(number) else {
        return refuse(path, "a whole number from \(range.lowerBound) to \(range.upperBound)", info)
      }
      set(path, .whole(number))
    case .text(let form):
      guard let text = value.string else { return refuse(path, "a text", info) }
      if isFit(text, form, path, at: offset(path)) { set(path, .text(text)) }
    case .texts(let form): readTexts(value, form, info, path)
    case .choice(let words): readChoice(value, words, info, path, named: path)
    case .table(let known):
      guard let table = value.table else { return refuse(path, "settings of its own", info) }
      readTable(table, known, path)
    case .severity(let known):
      if let table = value.table {
        readTable(table, known, path)
      } else {
        readChoice(
          value, SettingCatalog.severities, info, path + ["severity"], named: path)
      }
    }
  }

  private mutating func readEdition(_ value: TOMLValueConvertible, _ newest: Int, _ path: [String])
  {
    guard let number = value.int, 1...newest ~= number else {
      return note(
        TOMLProblem(
          "this compiler knows no such edition of the language",
          help: "write 'edition = \(newest)', or use a newer compiler", at: offset(path)))
    }
    set(path, .whole(number))
  }

  private mutating func readTexts(
    _ value: TOMLValueConvertible, _ form: SettingText, _ info: SettingInfo, _ path: [String]
  ) {
    guard let array = value.array else { return refuse(path, "a list of texts", info) }
    let places = entry(path).elements
    var texts: [String] = []
    for (index, element) in array.enumerated() {
      let place = index < places.count ? places[index] : offset(path)
      guard let text = element.string else {
        return refuse(path, "a list of texts", info, at: place)
      }
      guard isFit(text, form, path, at: place) else { return }
      texts.append(text)
    }
    guard texts.count(where: { $0.contains("*") }) <= PathPatterns.limit || form != .pattern else {
      return refuse(path, "at most \(PathPatterns.limit) patterns with '*'", info)
    }
    set(path, .texts(texts))
  }

  private mutating func readChoice(
    _ value: TOMLValueConvertible, _ words: [String], _ info: SettingInfo, _ path: [String],
    named shown: [String]
  ) {
    let choices = words.map { "'\($0)'" }.joined(separator: ", ")
    guard let word = value.string else { return refuse(shown, "one of \(choices)", info) }
    guard words.contains(word) else {
      return note(
        TOMLProblem(
          "'\(dotted(shown))' cannot be '\(word)'",
          help: nearest(to: word, among: words).map { "did you mean '\($0)'?" }
            ?? "the choices are \(choices)", at: offset(shown)))
    }
    set(path, .text(word), from: shown)
  }

  private mutating func isFit(
    _ text: String, _ form: SettingText, _ path: [String], at offset: Int
  ) -> Bool {
    guard let wrong = form.problem(in: text) else { return true }
    note(TOMLProblem("'\(text)' in '\(dotted(path))' \(wrong)", at: offset))
    return false
  }

  private mutating func set(_ path: [String], _ value: SettingValue, from place: [String]? = nil) {
    given[path] = GivenSetting(value: value, line: text.line(of: entry(place ?? path).key))
  }

  private mutating func refuse(
    _ path: [String], _ expected: String, _ info: SettingInfo, at place: Int? = nil
  ) {
    let example = info.example.split(separator: "\n").map(String.init).joined(separator: ", then ")
    note(
      TOMLProblem(
        "'\(dotted(path))' takes \(expected)", help: "for example: \(example)",
        at: place ?? offset(path)))
  }

  private func dotted(_ path: [String]) -> String { path.joined(separator: ".") }
}
