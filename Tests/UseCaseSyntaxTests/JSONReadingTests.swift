import Foundation
import TestSupport
import Testing
import UseCaseSyntax

@Suite struct JSONReadingTests {
  private func read(_ text: String) throws -> JSONValue { try JSONValue(parsing: Array(text.utf8)) }

  private func problem(_ bytes: [UInt8]) -> String? {
    do {
      _ = try JSONValue(parsing: bytes)
      return nil
    } catch {
      return "\(error.position.line):\(error.position.column): \(error.message)"
    }
  }

  @Test(
    arguments: [
      ("null", .null), (" true\r\n", .boolean(true)), ("\tfalse", .boolean(false)),
      ("0", .integer(0)), ("-7", .integer(-7)), ("9223372036854775807", .integer(.max)),
      ("-9223372036854775808", .integer(.min)),
      ("9223372036854775808", .number(9_223_372_036_854_775_808)),
      ("1.5", .number(1.5)), ("-0", .number(-0.0)), ("2e3", .number(2000)), ("1E-2", .number(0.01)),
      ("1.0", .number(1)), ("[]", .array([])), ("{}", .object([])), ("[ ]", .array([])),
      ("[1,[2,{}],\"x\"]", [1, [2, [:]], "x"]),
      ("{\"b\":1, \"a\" : [true] ,\"b\":null}", ["b": 1, "a": [true], "b": .null]),
    ] as [(String, JSONValue)])
  func values(text: String, value: JSONValue) throws {
    #expect(try read(text) == value)
  }

  @Test(arguments: [
    (#""""#, ""), (#""a\"\\\/\b\f\n\r\t""#, "a\"\\/\u{8}\u{C}\n\r\t"),
    (#""\u0041\u00e9\u00E9\u0000""#, "Aéé\u{0}"), (#""\ud83d\ude80!""#, "🚀!"),
    ("\"é 🚀\u{2028}\"", "é 🚀\u{2028}"),
    (#""\ud83d""#, "\u{FFFD}"), (#""\ude80\ud83d""#, "\u{FFFD}\u{FFFD}"),
    (#""\ud83d\ud83d\ude80""#, "\u{FFFD}🚀"), (#""\ud83dx\u0041""#, "\u{FFFD}xA"),
    (#""\ud83d\u0041""#, "\u{FFFD}A"),
  ])
  func texts(text: String, value: String) throws {
    let read = try #require(try read(text).string)
    #expect(Array(read.unicodeScalars) == Array(value.unicodeScalars))
  }

  @Test(arguments: [
    ("", "1:1: the text ends before the value does"),
    ("[1,\n", "2:1: the text ends before the value does"),
    ("\"a", "1:3: the text ends before the value does"),
    ("\"a\\", "1:4: the text ends before the value does"),
    ("[1,]", "1:4: nothing follows the comma before"),
    ("{\"a\":1,\n}", "2:1: nothing follows the comma before"),
    ("[1 2]", "1:4: here ',' or ']' should stand"), ("{\"a\" 1}", "1:6: here ':' should stand"),
    ("{\"a\":1]", "1:7: here ',' or '}' should stand"),
    ("{a:1}", "1:2: here a name in double quotes should stand"),
    ("{'a':1}", "1:2: here a name in double quotes should stand"),
    ("[\n 'a']", "2:2: here a value should stand"), ("tru", "1:1: here a value should stand"),
    ("truee", "1:5: nothing may follow the value"), ("1 2", "1:3: nothing may follow the value"),
    ("01", "1:2: nothing may follow the value"), ("+1", "1:1: here a value should stand"),
    ("1.", "1:3: the text ends before the value does"), ("[1.]", "1:4: here a digit should stand"),
    ("[-]", "1:3: here a digit should stand"), ("[1e]", "1:4: here a digit should stand"),
    (".5", "1:1: here a value should stand"), ("NaN", "1:1: here a value should stand"),
    ("1e999", "1:1: the number is too large"),
    ("\"a\nb\"", "1:3: a control character must be written as an escape"),
    ("\"\\x\"", "1:2: JSON has no such escape"),
    ("\"\\u12G4\"", "1:6: here a hexadecimal digit should stand"),
    ("// c\n1", "1:1: here a value should stand"),
    ("\u{FEFF}1", "1:1: a byte order mark stands before the value"),
    ("1\u{0}", "1:2: nothing may follow the value"),
  ])
  func mistakes(text: String, message: String) {
    #expect(problem(Array(text.utf8)) == message)
  }

  @Test func bytesThatAreNoText() {
    #expect(problem([0x22, 0x61, 0xFF, 0x22]) == "1:2: the text is no UTF-8")
    #expect(problem([0x22, 0x5C, 0x6E, 0xC3, 0x22]) == "1:2: the text is no UTF-8")
    #expect(problem([0xFF]) == "1:1: here a value should stand")
    // An overlong slash, and half a surrogate pair in UTF-8.
    #expect(problem([0x22, 0xC0, 0xAF, 0x22]) != nil)
    #expect(problem([0x22, 0xED, 0xA0, 0x80, 0x22]) != nil)
  }

  @Test func placesAreThoseOfValues() throws {
    let node = try JSONNode(parsing: Array(#" {"a": [1, {"b" :null}]}"#.utf8))
    guard case .object(let members) = node.content, case .array(let list) = members[0].node.content,
      case .object(let inner) = list[1].content
    else {
      Issue.record("not read as written")
      return
    }
    let outer = [node.offset, members[0].offset, members[0].node.offset]
    #expect(outer == [1, 2, 7])
    let within = [list[0].offset, list[1].offset, inner[0].offset, inner[0].node.offset]
    #expect(within == [8, 11, 12, 17])
  }

  @Test(arguments: ["[", "{\"a\":", "[[],{\"a\":"]) func nesting(opening: String) {
    let text = String(repeating: opening, count: 300_000)
    #expect(problem(Array(text.utf8))?.hasSuffix("nested more than 128 levels deep") == true)
  }

  @Test func theDeepestValueThatIsRead() throws {
    let text = String(repeating: "[", count: 128) + String(repeating: "]", count: 128)
    #expect(try read(text).text(.compact) == text)
    #expect(problem(Array("[\(text)]".utf8)) != nil)
    #expect(try JSONValue(parsing: Array("[\(text)]".utf8), depthLimit: 129).array?.count == 1)
  }

  @Test func longNumbersAreRefusedAtOnce() {
    let digits = Array(String(repeating: "9", count: 4_000_000).utf8)
    #expect(problem(digits) == "1:1: the number is too long")
  }

  @Test func whatIsWrittenReadsTheSame() throws {
    var random = FixedSeed(11)
    for _ in 0..<500 {
      let value = value(&random, depth: 4)
      for layout in [JSONValue.Layout.compact, .indented] {
        #expect(try read(value.text(layout)) == value)
      }
    }
  }

  /// Whatever is cut off or changed, Foundation and this reader agree on whether it is JSON, but for
  /// the comma that Foundation allows before '}'; and nothing traps.
  @Test func brokenTextsAreJudgedAsFoundationDoes() throws {
    var random = FixedSeed(12)
    var disagreements: [String] = []
    for _ in 0..<3_000 {
      var bytes = Array(value(&random, depth: 3).text(.compact).utf8)
      let signs = Array("{}[],:\"\\ 019.eE+-tfnu\u{1}é".utf8)
      for _ in 0..<Int.random(in: 1...2, using: &random) {
        let place = Int.random(in: 0...bytes.count, using: &random)
        switch Int.random(in: 0..<3, using: &random) {
        case 0: bytes = Array(bytes.prefix(place))
        case 1 where place < bytes.count: bytes.remove(at: place)
        default: bytes.insert(signs.randomElement(using: &random) ?? 0x20, at: place)
        }
      }
      let json = try? JSONSerialization.jsonObject(
        with: Data(bytes), options: .fragmentsAllowed)
      let problem = problem(bytes)
      let isLenient = problem?.hasSuffix("nothing follows the comma before") == true
      if !isLenient, (json != nil) != (problem == nil) {
        disagreements.append(String(decoding: bytes, as: UTF8.self))
      }
    }
    #expect(disagreements.isEmpty, "\(disagreements.prefix(5))")
  }

  private func value(_ random: inout FixedSeed, depth: Int) -> JSONValue {
    let scalars = Array("a\"\\/\n\t\u{1}é€🚀\u{202E}".unicodeScalars)
    func text() -> String {
      var view = String.UnicodeScalarView()
      for _ in 0..<Int.random(in: 0...6, using: &random) {
        view.append(scalars.randomElement(using: &random) ?? "a")
      }
      return String(view)
    }
    switch Int.random(in: 0..<(depth > 0 ? 7 : 5), using: &random) {
    case 0: return .null
    case 1: return .boolean(Bool.random(using: &random))
    case 2: return .integer(Int.random(in: .min ... .max, using: &random))
    case 3: return .number(Double.random(in: -1e9...1e9, using: &random))
    case 4: return .string(text())
    case 5:
      return .array(
        (0..<Int.random(in: 0...4, using: &random)).map { _ in value(&random, depth: depth - 1) })
    default:
      return .object(
        (0..<Int.random(in: 0...4, using: &random)).map { _ in
          JSONValue.Member(text(), value(&random, depth: depth - 1))
        })
    }
  }
}
