import TOMLKit
import UseCaseSyntax

/// What a model's `usecase.toml` says.
public struct Settings: Sendable, Hashable {
  /// The edition of the language.
  public var edition = 1
  /// The folders of models that this one builds on, as written.
  public var buildsOn: [String] = []

  public static let fileName = "usecase.toml"

  public init() {}

  /// Reads the text of a settings file; `path` is what messages call it.
  public init(_ bytes: [UInt8], path: String) throws(ProjectError) {
    let text = String(decoding: bytes, as: UTF8.self)
    guard text.utf8.elementsEqual(bytes), !bytes.contains(0) else {
      throw ProjectError("'\(path)' is no text in UTF-8")
    }
    let reader = SettingsReader(table: try parseTable(text, path), text: text, path: path)
    try reader.refuseUnknownKeys()
    edition = try reader.edition()
    buildsOn = try reader.texts("builds-on")
  }
}

private func parseTable(_ text: String, _ path: String) throws(ProjectError) -> TOMLTable {
  do {
    return try TOMLTable(string: text)
  } catch let error as TOMLParseError {
    let place = error.source.begin
    throw ProjectError("\(path):\(place.line):\(place.column): \(error.description)")
  } catch {
    throw ProjectError("cannot read '\(path)': \(error)")
  }
}

/// The table of a settings file, with messages that name the line.
private struct SettingsReader {
  static let keys = ["edition", "builds-on"]

  let table: TOMLTable
  let text: String
  let path: String

  func refuseUnknownKeys() throws(ProjectError) {
    for key in table.keys.sorted(by: { line(of: $0) < line(of: $1) })
    where !SettingsReader.keys.contains(key) {
      let near = nearest(to: key, among: SettingsReader.keys)
      throw problem(
        "there is no setting '\(key)'", at: key,
        help: near.map { "did you mean '\($0)'?" }
          ?? "the settings are \(SettingsReader.keys.map { "'\($0)'" }.joined(separator: ", "))")
    }
  }

  func edition() throws(ProjectError) -> Int {
    guard let value = table["edition"] else {
      throw ProjectError(
        "'\(path)' does not state the edition of the language", help: "add the line 'edition = 1'")
    }
    guard value.int == 1 else {
      throw problem(
        "this compiler knows no such edition of the language", at: "edition",
        help: "write 'edition = 1', or use a newer compiler")
    }
    return 1
  }

  func texts(_ key: String) throws(ProjectError) -> [String] {
    guard let value = table[key] else { return [] }
    let array = value.array
    let texts = array?.compactMap { $0.string } ?? []
    guard let array, array.count == texts.count else {
      throw problem(
        "'\(key)' takes a list of texts", at: key, help: "write '\(key) = [\"../shared\"]'")
    }
    return texts
  }

  private func problem(_ message: String, at key: String, help: String) -> ProjectError {
    ProjectError("\(path):\(line(of: key)): \(message)", help: help)
  }

  /// The line that gives a key its value, counted from 1; the reader of TOML does not tell.
  private func line(of key: String) -> Int {
    let lines = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
    let index = lines.firstIndex { line in
      let words = line.drop { $0 == " " || $0 == "\t" || $0 == "[" || $0 == "\"" || $0 == "'" }
      guard words.hasPrefix(key) else { return false }
      return words.dropFirst(key.count).first.map { " \t=.]\"'".contains($0) } ?? false
    }
    return (index ?? 0) + 1
  }
}
