import Testing

@testable import UseCaseProject

/// What is read, where it stands, and what is refused.
@Suite struct TOMLReaderTests {
  static func read(_ text: String) throws -> TOMLTable {
    try TOMLReader.read(TOMLText(Array(text.utf8)))
  }

  /// By path: what stands where the key and the value begin, up to the end of the line.
  private func places(_ text: String) throws -> [String: String] {
    let bytes = Array(text.utf8)
    func rest(_ offset: Int) -> String {
      String(decoding: bytes[offset...].prefix { $0 != 0x0A }, as: UTF8.self)
    }
    var places: [String: String] = [:]
    func add(_ table: TOMLTable) {
      for entry in table.entries {
        let path = (table.path + [entry.name]).joined(separator: "|")
        let value = entry.offset == entry.key ? "" : " → " + rest(entry.offset)
        places[path] = rest(entry.key) + value
        if case .table(let inner) = entry.value { add(inner) }
      }
    }
    add(try TOMLReaderTests.read(text))
    return places
  }

  @Test(
    arguments: [
      ("a = 1 # x\nb=2", ["a": "a = 1 # x → 1 # x", "b": "b=2 → 2"]),
      (
        "# a = 1\ns = \"a = 1\"\n'a' = \"#\"",
        ["s": "s = \"a = 1\" → \"a = 1\"", "a": "'a' = \"#\" → \"#\""]
      ),
      ("l = '''\na = 1\n[a]\n''''' # '\na = 2", ["l": "l = ''' → '''", "a": "a = 2 → 2"]),
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
      ("", [:]), ("\n \t\n# é", [:]), ("a = {}\nb = []", ["a": "a = {} → {}", "b": "b = [] → []"]),
    ] as [(String, [String: String])])
  func whereThingsStand(text: String, expected: [String: String]) throws {
    #expect(try places(text) == expected)
  }

  @Test func whereItemsStand() throws {
    let table = try TOMLReaderTests.read("a = [ 1, # 2,\n 'x', [3, 4] ,\n]\n")
    guard case .list(let items) = table.entry("a")?.value else {
      Issue.record("no list")
      return
    }
    #expect(items.map(\.offset) == [6, 15, 20])
  }

  @Test(arguments: [
    ("''", ""), ("\"\"", ""), ("'a\\b'", "a\\b"),
    ("\"\\\"\\\\\\b\\t\\n\\f\\r\"", "\"\\\u{8}\t\n\u{C}\r"),
    ("\"\\u00e9\\U0001F680é\"", "éé".replacing("éé", with: "é🚀é")), ("''''''", ""),
    ("\"\"\"\"\"\"", ""),
    ("'''\na\r\n b'''", "a\n b"), ("'''''a'''''", "''a''"), ("\"\"\"\"\"a\"\"\"\"\"", "\"\"a\"\""),
    ("\"\"\"a \\  \n\n   b\\n\"\"\"", "a b\n"), ("\"\"\"\r\na\\\"\"\"\"", "a\""),
    ("'''\n\na'''", "\na"), ("\"\"\"a\"b\"\"c\"\"\"", "a\"b\"\"c"),
  ])
  func texts(text: String, value: String) throws {
    guard case .text(let read) = try TOMLReaderTests.read("a = \(text)").entry("a")?.value else {
      Issue.record("no text")
      return
    }
    #expect(Array(read.unicodeScalars) == Array(value.unicodeScalars))
  }

  @Test(
    arguments: [
      ("0", 0), ("-0", 0), ("+7", 7), ("-12", -12), ("1_000", 1000), ("0xFf", 255), ("0o17", 15),
      ("0b1_0", 2), ("9223372036854775807", Int.max), ("-9223372036854775808", Int.min),
      ("9223372036854775808", nil), ("01", nil), ("1_", nil), ("_1", nil), ("1__0", nil),
      ("+-1", nil), ("0x", nil), ("0xG", nil), ("+0x1", nil), ("0X1", nil), ("0x_1", nil),
      ("1.0", nil), ("1e3", nil), ("true", nil), ("1979-05-27", nil), ("1979-05-27 07:32:00", nil),
      ("nan", nil), ("error", nil), ("٣", nil), ("1979-05-27TQ", nil), ("Ａ", nil),
    ] as [(String, Int?)])
  func wholeNumbers(text: String, value: Int?) throws {
    switch try TOMLReaderTests.read("a = \(text) # x").entry("a")?.value {
    case .whole(let number): #expect(number == value)
    case .other: #expect(value == nil)
    default: Issue.record("something else")
    }
  }

  @Test(arguments: [
    ("[a]\n[a]", 4), ("[a]\n[[a]]", 4), ("[[a]]\n[a]", 6), ("a = 1\n[a]", 6), ("a = 1\n[a.b]", 6),
    ("a = 1\n[[a]]", 6), ("a = {}\n[a]", 7), ("a = {}\n[a.b]", 7), ("a = []\n[[a]]", 7),
    ("a.b = 1\n[a]", 8), ("a.b = 1\na = 2", 8), ("a = 1\na.b = 2", 6), ("a = {}\na.b = 2", 7),
    ("[a.b]\nx = 1\n[a]\nb.y = 1", 16), ("[a]\nb.c = 1\n[a.b]", 12), ("a = {b = 1, b = 2}", 12),
    ("a = {b.c = 1, b = 2}", 14), ("a = {b = {}, b.c = 2}", 13), ("'a' = 1\n\"\\u0061\" = 2", 8),
    ("[a.b]\n[a]\n[a.b]", 10),
  ])
  func whatIsSetTwice(text: String, place: Int) {
    do {
      _ = try TOMLReaderTests.read(text)
      Issue.record("read without complaint")
    } catch let problem as TOMLProblem {
      #expect(problem.message.hasSuffix("is set twice"))
      // The brackets do not belong to the name.
      #expect(problem.offset - place <= 2 && problem.offset >= place)
    } catch {
      Issue.record("\(error)")
    }
  }

  @Test(arguments: [
    "[a.b]\n[a]", "[a]\n[a.b]\n[a.c]", "[a]\nb.c = 1\nb.d = 2\n[a.b.e]", "a.b = 1\na.c = 2\n[d]",
    "[[a]]\n[[a]]\nb = 1\n[a.c]\n[[a]]\n[a.c]", "[[a.b]]\n[a]\nc = 1", "a.b.c = 1\n[a.d]",
    "a = {b.c = 1, b.d = 2}", "[a.b.c]\n[a.b]\n[a]",
  ])
  func whatIsNotSetTwice(text: String) throws {
    _ = try TOMLReaderTests.read(text)
  }
}
