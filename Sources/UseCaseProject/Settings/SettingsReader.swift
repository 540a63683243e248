import UseCaseSyntax

/// Takes the values out of a settings file, as the catalogue describes them.
struct SettingsReader {
  private let root: TOMLTable
  private let lines: LineTable
  private var given: [GivenSetting] = []
  /// The first in the file of those that were found.
  private var problem: TOMLProblem?

  init(_ bytes: [UInt8]) throws(TOMLProblem) {
    root = try TOMLReader.read(try TOMLText(bytes))
    lines = LineTable(SourceText(path: "", bytes: bytes))
  }

  /// What is set; throws what is wrong first.
  mutating func read() throws(TOMLProblem) -> [GivenSetting] {
    let edition = SettingKeys.edition
    // What a later edition says would be misread as mistakes.
    if let entry = root.entry(edition.info.name) { read(entry, edition.info, edition.path) }
    if problem == nil { readTable(root, SettingCatalog.all) }
    if let problem { throw problem }
    guard given.contains(where: { $0.path == edition.path }) else {
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

  // MARK: Tables

  private mutating func readTable(_ table: TOMLTable, _ known: SettingTable) {
    var isFirstUnknown = true
    for entry in table.entries {
      // It was read before all others.
      if table.path.isEmpty, entry.name == SettingKeys.edition.info.name { continue }
      if let info = known.setting(entry.name) {
        read(entry, info, table.path + [entry.name])
      } else if isFirstUnknown {
        // Proposals take their time, and only the first problem is told.
        isFirstUnknown = false
        note(unknown(entry, table.path, known))
      }
    }
  }

  private func unknown(
    _ entry: TOMLEntry, _ path: [String], _ known: SettingTable
  ) -> TOMLProblem {
    let shown = known.noun == "setting" ? dotted(path + [entry.name]) : entry.name
    let whose = path.count > 1 ? " in '\(dotted(path))'" : ""
    return TOMLProblem(
      "there is no \(known.noun) '\(shown)'\(whose)", help: remedy(entry.name, known, path),
      at: entry.key)
  }

  /// What an unknown name may have meant, or where it would be right.
  private func remedy(_ name: String, _ known: SettingTable, _ path: [String]) -> String {
    for info in SettingCatalog.all.settings {
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

  private mutating func read(_ entry: TOMLEntry, _ info: SettingInfo, _ path: [String]) {
    switch (info.shape, entry.value) {
    case (.edition(let newest), .whole(let number)) where 1...newest ~= number:
      set(path, .whole(number), entry)
    case (.edition(let newest), _):
      note(
        TOMLProblem(
          "this compiler knows no such edition of the language",
          help: "write 'edition = \(newest)', or use a newer compiler", at: entry.offset))
    case (.whole(let range), .whole(let number)) where range.contains(number):
      set(path, .whole(number), entry)
    case (.text(let form), .text(let text)):
      if isFit(text, form, path, at: entry.offset) { set(path, .text(text), entry) }
    case (.texts(let form), .list(let items)): readTexts(items, form, info, path, entry)
    case (.choice(let words), .text(let word)): readChoice(word, words, path, entry)
    case (.severity, .text(let word)):
      readChoice(word, SettingCatalog.severities, path + ["severity"], entry, named: path)
    case (.table(let known), .table(let table)), (.severity(let known), .table(let table)):
      readTable(table, known)
    default: refuse(path, expected(info.shape), info, at: entry.offset)
    }
  }

  private func expected(_ shape: SettingShape) -> String {
    switch shape {
    case .edition(let newest): "a whole number from 1 to \(newest)"
    case .whole(let range): "a whole number from \(range.lowerBound) to \(range.upperBound)"
    case .text: "a text"
    case .texts: "a list of texts"
    case .choice(let words): "one of \(listed(words))"
    case .table: "settings of its own"
    case .severity: "one of \(listed(SettingCatalog.severities))"
    }
  }

  private mutating func readTexts(
    _ items: [TOMLItem], _ form: SettingText, _ info: SettingInfo, _ path: [String],
    _ entry: TOMLEntry
  ) {
    var texts: [String] = []
    for item in items {
      guard case .text(let text) = item.value else {
        return refuse(path, expected(info.shape), info, at: item.offset)
      }
      guard isFit(text, form, path, at: item.offset) else { return }
      texts.append(text)
    }
    guard texts.count(where: { $0.contains("*") }) <= PathPatterns.limit || form != .pattern else {
      return refuse(
        path, "at most \(PathPatterns.limit) patterns with '*'", info, at: entry.offset)
    }
    set(path, .texts(texts), entry)
  }

  private mutating func readChoice(
    _ word: String, _ words: [String], _ path: [String], _ entry: TOMLEntry,
    named shown: [String]? = nil
  ) {
    guard words.contains(word) else {
      return note(
        TOMLProblem(
          "'\(dotted(shown ?? path))' cannot be '\(word)'",
          help: nearest(to: word, among: words).map { "did you mean '\($0)'?" }
            ?? "the choices are \(listed(words))", at: entry.offset))
    }
    set(path, .text(word), entry)
  }

  private mutating func isFit(
    _ text: String, _ form: SettingText, _ path: [String], at offset: Int
  ) -> Bool {
    guard let wrong = form.problem(in: text) else { return true }
    note(TOMLProblem("'\(text)' in '\(dotted(path))' \(wrong)", at: offset))
    return false
  }

  private mutating func set(_ path: [String], _ value: SettingValue, _ entry: TOMLEntry) {
    given.append(
      GivenSetting(path: path, value: value, line: lines.line(of: entry.key) + 1))
  }

  private mutating func refuse(
    _ path: [String], _ expected: String, _ info: SettingInfo, at offset: Int
  ) {
    let example = info.example.split(separator: "\n").map(String.init).joined(separator: ", then ")
    note(
      TOMLProblem(
        "'\(dotted(path))' takes \(expected)", help: "for example: \(example)", at: offset))
  }

  private func dotted(_ path: [String]) -> String { path.joined(separator: ".") }

  private func listed(_ words: [String]) -> String {
    words.map { "'\($0)'" }.joined(separator: ", ")
  }
}
