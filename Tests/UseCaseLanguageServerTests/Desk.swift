import Foundation
import TestSupport
import UseCaseSyntax

/// A model in a folder of its own, with a server that has one of its files open.
final class Desk {
  let folder: TemporaryFolder
  let client: Client
  let uri: String
  private(set) var text: String
  private(set) var version = 1

  /// Writes the files; the first one is opened. `|` in its text marks the cursor and is taken out.
  init(
    _ files: [(name: String, text: String)], capabilities: JSONValue = Client.usual
  ) throws {
    folder = try TemporaryFolder()
    for file in files {
      try folder.write(file.text.replacing("|", with: ""), to: file.name)
    }
    client = try Client()
    try client.initialize([folder.path], capabilities: capabilities)
    uri = "file://\(folder.path)/\(files[0].name)"
    text = files[0].text
    cursor = Desk.place(of: "|", in: text)
    text = text.replacing("|", with: "")
    try client.open(uri, text)
  }

  convenience init(_ text: String, capabilities: JSONValue = Client.usual) throws {
    try self.init([("a.usecase", text)], capabilities: capabilities)
  }

  /// Where `|` stood.
  private(set) var cursor: JSONValue

  /// The place of a word's beginning, or some characters behind it.
  func place(_ word: String, _ distance: Int = 0) -> JSONValue {
    Desk.place(of: word, in: text, distance)
  }

  static func place(of word: String, in text: String, _ distance: Int = 0) -> JSONValue {
    guard let range = text.range(of: word) else { return ["line": 0, "character": 0] }
    let before = text[..<range.lowerBound]
    let line = before.components(separatedBy: "\n").count - 1
    let start = before.lastIndex(of: "\n").map { text.index(after: $0) } ?? text.startIndex
    let character = text[start..<range.lowerBound].utf16.count + distance
    return ["line": .integer(line), "character": .integer(character)]
  }

  func ask(_ method: String, _ more: JSONValue = [:]) throws -> JSONValue {
    guard case .object(let members) = more else { return .null }
    let document = JSONValue.Member("textDocument", ["uri": .string(uri)])
    return try client.call(method, .object([document] + members))
  }

  /// The same, at a place.
  func ask(_ method: String, at place: JSONValue, _ more: [JSONValue.Member] = []) throws
    -> JSONValue
  {
    try ask(method, .object([JSONValue.Member("position", place)] + more))
  }

  func type(_ text: String) throws {
    version += 1
    self.text = text
    try client.change(uri, to: text, version: version)
  }

  func diagnostics() throws -> [JSONValue] {
    try client.diagnostics(of: uri, version: version)
  }
}
