import Foundation
import Testing
import UseCaseSyntax

@Suite struct JSONValueTests {
  @Test func everyScalarSurvives() throws {
    let scalars = (0...0x2FFF).compactMap { Unicode.Scalar($0 as UInt32) }
    let text = String(String.UnicodeScalarView(scalars)) + "👩‍🚀\u{E0020}\u{10FFFF}"
    let document = JSONValue.array([.string(text)]).text(.compact)
    let read = try JSONSerialization.jsonObject(with: Data(document.utf8)) as? [String]
    #expect(read?.first.map { Array($0.unicodeScalars) } == Array(text.unicodeScalars))
    #expect(document.unicodeScalars.allSatisfy { !$0.isUnsafeToShow })
  }

  @Test func layouts() {
    let value: JSONValue = ["b": [1, .number(0.1), .null], "a": [:], "c": [], "d": true]
    #expect(value.text(.compact) == #"{"b":[1,0.1,null],"a":{},"c":[],"d":true}"#)
    #expect(
      value.text(.indented, level: 1)
        == """
        {
            "b": [
              1,
              0.1,
              null
            ],
            "a": {},
            "c": [],
            "d": true
          }
        """)
    #expect(JSONValue.number(.nan).text() == "null")
  }
}
