import Testing
import UseCaseRules
import UseCaseSyntax

/// The text of a baseline: one way to write it, and no way to misread it.
@Suite struct BaselineDocumentTests {
  private func finding(
    _ rule: String, _ file: String, _ element: String?, _ message: String
  ) -> Diagnostic {
    Diagnostic(
      rule: rule, severity: .warning, message: message, at: Place(path: file, range: 0..<0),
      element: element)
  }

  @Test func theTextIsSortedWithAnEntryOnEachLine() throws {
    let list = [
      finding("unused-allow", "b.usecase", nil, "nothing\u{202E}"),
      finding("missing-flow", "b.usecase", "usecase B", "no flow"),
      finding("missing-flow", "a.usecase", "usecase Z", "no flow"),
      finding("missing-flow", "b.usecase", "usecase A", "\"none\""),
      finding("missing-flow", "a.usecase", "usecase Z", "no flow"),
    ]
    let text = """
      {
        "schema": 1,
        "baseline": [
          {"rule":"missing-flow","file":"a.usecase","element":"usecase Z","message":"no flow","count":2},
          {"rule":"missing-flow","file":"b.usecase","element":"usecase A","message":"\\"none\\""},
          {"rule":"missing-flow","file":"b.usecase","element":"usecase B","message":"no flow"},
          {"rule":"unused-allow","file":"b.usecase","message":"nothing\\u202e"}
        ]
      }

      """
    #expect(Baseline(list).text == text)
    #expect(Baseline(list.reversed()).text == text)
    #expect(try Baseline(parsing: Array(text.utf8)).text == text)
    #expect(Baseline([]).text == "{\n  \"schema\": 1,\n  \"baseline\": []\n}\n")
    #expect(try Baseline(parsing: Array(Baseline([]).text.utf8)) == Baseline([]))
  }

  @Test func theOrderOfMembersIsFree() throws {
    let text = """
      {"baseline":[{"message":"m","count":3,"file":"f","rule":"r"}],"schema":1}
      """
    let baseline = try Baseline(parsing: Array(text.utf8))
    #expect(baseline.count == 3)
    #expect(baseline.entries.map(\.message) == ["m"])
    #expect(baseline.entries.map(\.element) == [nil])
  }

  private static let entry = #""rule":"r","file":"f","message":"m""#

  @Test(arguments: [
    ("", "1:1: the text ends before the value does"), ("[]", "1:1: a baseline is an object"),
    ("{}", "1:1: a baseline needs 'schema'"),
    (#"{"schema":1}"#, "1:1: a baseline needs 'baseline'"),
    ("{\n\"schema\":2,\"new\":1}", "2:10: this compiler knows no such schema of baselines"),
    (
      #"{"new":1,"baseline":7,"schema":0}"#, "1:32: this compiler knows no such schema of baselines"
    ),
    (#"{"schema":"1"}"#, "1:11: 'schema' is a whole number"),
    (#"{"schema":1.0}"#, "1:11: 'schema' is a whole number"),
    (#"{"schema":1,"schema":1}"#, "1:13: 'schema' stands twice in a baseline"),
    (#"{"schema":1,"baseline":[],"x":1}"#, "1:27: a baseline has no 'x'"),
    (#"{"schema":1,"baseline":{}}"#, "1:24: 'baseline' is a list"),
    ("{\"schema\":1,\"baseline\":[\n7]}", "2:1: an entry is an object"),
    ("{\"schema\":1,\"baseline\":[\n{\"file\":\"f\"}]}", "2:1: an entry needs 'rule'"),
    ("{\"schema\":1,\"baseline\":[\n{\(entry),\"line\":1}]}", "2:38: an entry has no 'line'"),
    (
      "{\"schema\":1,\"baseline\":[\n{\(entry),\"rule\":1}]}",
      "2:38: 'rule' stands twice in an entry"
    ),
    ("{\"schema\":1,\"baseline\":[\n{\"rule\":7}]}", "2:9: 'rule' is a text"),
    ("{\"schema\":1,\"baseline\":[\n{\(entry),\"element\":null}]}", "2:48: 'element' is a text"),
    ("{\"schema\":1,\"baseline\":[\n{\(entry),\"count\":0}]}", "2:46: 'count' is at least 1"),
    ("{\"schema\":1,\"baseline\":[\n{\(entry),\"count\":1.5}]}", "2:46: 'count' is a whole number"),
    (
      "{\"schema\":1,\"baseline\":[\n{\(entry),\"count\":9223372036854775807}]}",
      "2:46: 'count' is at least 1"
    ),
    ("{\n<<<<<<< HEAD\n", "2:1: here a name in double quotes should stand"),
    ("{\"schema\":1,\"baseline\":[\n{\(entry)}\n{\(entry)}]}", "3:1: here ',' or ']' should stand"),
    ("{\"schema\":1,\"baseline\":[\n[[[[[[[[[", "2:7: the value is nested more than 8 levels deep"),
    ("{\"schema\":1,\"baseline\":\u{0}", "1:24: here a value should stand"),
    ("\u{FEFF}{}", "1:1: a byte order mark stands before the value"),
  ])
  func mistakes(text: String, message: String) {
    do {
      _ = try Baseline(parsing: Array(text.utf8))
      Issue.record("read without complaint")
    } catch {
      #expect("\(error.position.line):\(error.position.column): \(error.message)" == message)
    }
  }

  @Test func whatIsTooLargeIsRefusedWithItsLine() {
    let bytes = [UInt8](repeating: 0x0A, count: Baseline.largest + 1)
    do {
      _ = try Baseline(parsing: bytes)
      Issue.record("read without complaint")
    } catch {
      #expect(error.message == "the baseline is larger than 32 MB, which end here")
      #expect(error.position.line == Baseline.largest + 1)
    }
  }
}
