import TOMLKit
import TestSupport
import Testing

@testable import UseCaseProject

/// The outline finds the keys that TOMLKit reads, where they stand.
@Suite struct TOMLOutlineTests {
  /// By path: what stands where the key and the value begin, up to the end of the line.
  private func places(_ text: String) throws -> [String: String] {
    let bytes = Array(text.utf8)
    func rest(_ offset: Int) -> String {
      String(decoding: bytes[offset...].prefix { $0 != 0x0A }, as: UTF8.self)
    }
    let entries = try TOMLOutline(bytes).entries
    return Dictionary(
      uniqueKeysWithValues: entries.map { path, entry in
        let value = entry.value.map { " → " + rest($0) } ?? ""
        return (path.joined(separator: "|"), rest(entry.key) + value)
      })
  }

  @Test(
    arguments: [
      ("a = 1 # x\nb=2", ["a": "a = 1 # x → 1 # x", "b": "b=2 → 2"]),
      (
        "# a = 1\ns = \"a = 1\"\n'a' = \"#\"",
        ["s": "s = \"a = 1\" → \"a = 1\"", "a": "'a' = \"#\" → \"#\""]
      ),
      (
        "l = '''\na = 1\n[a]\n''''' # '\na = 2", ["l": "l = ''' → '''", "a": "a = 2 → 2"]
      ),
      (
        "l = \"\"\"\\\na = 1\n \\\"\"\" x \"\"\"\na = 2",
        ["l": "l = \"\"\"\\ → \"\"\"\\", "a": "a = 2 → 2"]
      ),
      ("\"a.b\" = 1\n\"\\u0061\" = 2", ["a.b": "\"a.b\" = 1 → 1", "a": "\"\\u0061\" = 2 → 2"]),
      (
        "a . 'b' . \"c\" = 1",
        ["a": "a . 'b' . \"c\" = 1", "a|b": "'b' . \"c\" = 1", "a|b|c": "\"c\" = 1 → 1"]
      ),
      (
        "[ a . b ] # x\nc = 1\n[a]\nd = 2",
        ["a": "a . b ] # x", "a|b": "b ] # x", "a|b|c": "c = 1 → 1", "a|d": "d = 2 → 2"]
      ),
      (
        "t = { a = {b = '}'}, c.d = 1 }\ne = 1",
        [
          "t": "t = { a = {b = '}'}, c.d = 1 } → { a = {b = '}'}, c.d = 1 }",
          "t|a": "a = {b = '}'}, c.d = 1 } → {b = '}'}, c.d = 1 }",
          "t|a|b": "b = '}'}, c.d = 1 } → '}'}, c.d = 1 }",
          "t|c": "c.d = 1 }", "t|c|d": "d = 1 } → 1 }", "e": "e = 1 → 1",
        ]
      ),
      (
        "l = [ # [\n  1, ']',\n  { a = 1 },\n  [ 2 ], # ]\n]\na = 3",
        ["l": "l = [ # [ → [ # [", "a": "a = 3 → 3"]
      ),
      (
        "[[a]]\nb = 1\n[a.c]\nd = 1\n[[a]]\nb = 2\n[e]\nf = 1",
        ["a": "a]]", "e": "e]", "e|f": "f = 1 → 1"]
      ),
      ("a = 1\r\n[b]\r\nc = 2\r\n", ["a": "a = 1\r → 1\r", "b": "b]\r", "b|c": "c = 2\r → 2\r"]),
      (
        "a = 1979-05-27 07:32:00Z\nb = -inf",
        ["a": "a = 1979-05-27 07:32:00Z → 1979-05-27 07:32:00Z", "b": "b = -inf → -inf"]
      ),
      ("", [:]), ("\n \t\n# é", [:]), ("a = {}\nb = []", ["a": "a = {} → {}", "b": "b = [] → []"]),
    ] as [(String, [String: String])])
  func oddFiles(text: String, expected: [String: String]) throws {
    #expect(try places(text) == expected)
    #expect(try keys(of: TOMLTable(string: text)) == Set(expected.keys))
  }

  @Test func elementsOfLists() throws {
    let text = "a = [ 1, # 2,\n 'x', [3, 4] ,\n]\nb = {c = [5]}"
    let entries = try TOMLOutline(Array(text.utf8)).entries
    #expect(entries[["a"]]?.elements == [6, 15, 20])
    #expect(entries[["b", "c"]]?.elements == [41])
  }

  /// Paths of keys, but for those below lists.
  private func keys(of table: TOMLTable, below path: String = "") -> Set<String> {
    var result: Set<String> = []
    for name in table.keys {
      let full = path.isEmpty ? name : path + "|" + name
      result.insert(full)
      if let inner = table[name]?.table { result.formUnion(keys(of: inner, below: full)) }
    }
    return result
  }

  /// Random texts: where TOMLKit accepts one, the outline has found the same keys, each where it
  /// was written.
  @Test func randomFiles() throws {
    var random = FixedSeed(3)
    var accepted = 0
    for _ in 0..<1_500 {
      var writer = TOMLWriter(random: random)
      writer.writeFile()
      random = writer.random
      let outline = try TOMLOutline(Array(writer.text.utf8))
      guard let table = try? TOMLTable(string: writer.text) else { continue }
      accepted += 1
      let found = Set(outline.entries.keys.map { $0.joined(separator: "|") })
      #expect(found == keys(of: table), "\(writer.text)")
      for (path, offset) in writer.places {
        #expect(outline.entries[path]?.key == offset, "\(path) in \(writer.text)")
      }
    }
    #expect(accepted > 1_400)
  }

  /// One byte more or less: nothing traps, and what both accept has the same keys.
  @Test func brokenFiles() throws {
    var random = FixedSeed(4)
    var accepted = 0
    for _ in 0..<3_000 {
      var writer = TOMLWriter(random: random)
      writer.writeFile()
      random = writer.random
      var bytes = Array(writer.text.utf8)
      let place = Int.random(in: 0..<max(1, bytes.count), using: &random)
      let signs = Array("[]{}'\"=.,#\n\\a1 ".utf8)
      if Bool.random(using: &random), !bytes.isEmpty {
        bytes.remove(at: place)
      } else {
        bytes.insert(signs.randomElement(using: &random) ?? 0x20, at: place)
      }
      guard let text = String(validating: bytes, as: UTF8.self),
        let outline = try? TOMLOutline(bytes), let table = try? TOMLTable(string: text)
      else { continue }
      accepted += 1
      let found = Set(outline.entries.keys.map { $0.joined(separator: "|") })
      #expect(found == keys(of: table), "\(text)")
    }
    #expect(accepted > 300)
  }
}

/// Writes random TOML, and remembers where the keys stand that no list holds.
private struct TOMLWriter {
  var random: FixedSeed
  var text = ""
  var places: [[String]: Int] = [:]
  private var count = 0
  private var isListed = false

  init(random: FixedSeed) { self.random = random }

  mutating func writeFile() {
    var table: [String] = []
    for _ in 0..<Int.random(in: 0...8, using: &random) {
      text += ["", "\n", "# a = [ '\n", "\t"].randomElement(using: &random) ?? ""
      switch Int.random(in: 0..<6, using: &random) {
      case 0:
        isListed = Int.random(in: 0..<4, using: &random) == 0
        text += isListed ? "[[" : "["
        table = writeKey(below: [], isNoted: true)
        text += isListed ? "]]" : "]"
      default:
        writePair(below: isListed ? nil : table, depth: 3)
      }
      text += ["\n", " # 'x = 1\n", "\r\n"].randomElement(using: &random) ?? "\n"
    }
  }

  private mutating func writePair(below table: [String]?, depth: Int) {
    let path = writeKey(below: table ?? [], isNoted: table != nil)
    text += ["=", " = ", "\t= "].randomElement(using: &random) ?? "="
    writeValue(table == nil ? nil : path, depth: depth)
  }

  /// Names that no other key has, so that nothing is set twice.
  private mutating func writeKey(below table: [String], isNoted: Bool) -> [String] {
    var path = table
    for part in 0..<Int.random(in: 1...2, using: &random) {
      if part > 0 { text += [".", " . "].randomElement(using: &random) ?? "." }
      count += 1
      let (name, written) =
        [
          ("k\(count)", "k\(count)"), ("a.\(count)", "\"a.\(count)\""),
          ("\\\(count)#=", "'\\\(count)#='"), ("\"]\(count)é", "\"\\\"]\(count)\\u00e9\""),
          ("-_\(count)", "-_\(count)"),
        ].randomElement(using: &random) ?? ("k", "k")
      path.append(name)
      if isNoted { places[path] = text.utf8.count }
      text += written
    }
    return path
  }

  private mutating func writeValue(_ path: [String]?, depth: Int) {
    switch Int.random(in: 0..<(depth > 0 ? 6 : 4), using: &random) {
    case 4:
      text += "["
      for _ in 0..<Int.random(in: 0...3, using: &random) {
        text += ["", "\n", " # ]\n"].randomElement(using: &random) ?? ""
        writeValue(nil, depth: depth - 1)
        text += ","
      }
      text += "]"
    case 5:
      text += "{"
      for number in 0..<Int.random(in: 0...3, using: &random) {
        if number > 0 { text += ", " }
        writePair(below: path, depth: depth - 1)
      }
      text += "}"
    default:
      text +=
        [
          "1", "-0.5e3", "true", "0xFF", "1979-05-27 07:32:00Z", "07:32:00", "'x = [\"'", "''",
          "\"]} # \\\" \\\\\"", "\"\"", "\"\"\"\na = 1\n\"\" \\\"\"\"\n\"\"\"",
          "'''\n[a]\nb = ''\n'''",
          "\"\"\"x\\\n   y\"\"\"\"\"", "+inf",
        ].randomElement(using: &random) ?? "1"
    }
  }
}
