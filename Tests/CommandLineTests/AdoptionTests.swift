import Foundation
import TestSupport
import Testing

/// A team with a large imperfect model begins to check it: what is found, what is lived with, what is
/// new, and what is mended by one command.
@Suite struct AdoptionTests {
  private struct Finding: Hashable {
    let rule: String
    let text: String
  }

  private let folder: TemporaryFolder

  /// A copy of the flagship with many mistakes.
  init() throws {
    folder = try TemporaryFolder()
    let example = packageRoot.appending(path: "examples/fellmark")
    for file in ["usecase", "toml", "png"].flatMap({ files(in: example, withExtension: $0) }) {
      try folder.write(file.bytes, to: file.path)
    }
  }

  private func make(_ mistakes: [SeededMistake]) throws {
    for mistake in mistakes {
      let text = try #require(mistake.applied(to: try folder.read(mistake.path)), "\(mistake)")
      try folder.write(text, to: mistake.path)
    }
  }

  private func check(_ arguments: String...) throws -> Outcome {
    try Command.run(["check", "--today=2026-10-15"] + arguments, in: folder.path)
  }

  private func report(_ arguments: String...) throws -> [[String: Any]] {
    let outcome = try Command.run(
      ["check", "--today=2026-10-15", "--output-format=json"] + arguments, in: folder.path)
    let document = try JSONSerialization.jsonObject(with: Data(outcome.output.utf8))
    return try #require((document as? [String: Any])?["findings"] as? [[String: Any]])
  }

  /// The rule and the marked text of each finding.
  private func findings() throws -> [Finding] {
    try report().map { finding in
      let range = try #require(finding["range"] as? [String: [String: Int]])
      let file = try #require(finding["file"] as? String)
      let bytes = Array(try folder.read(file).utf8)
      let start = try #require(range["start"]?["offset"])
      let end = try #require(range["end"]?["offset"])
      return Finding(
        rule: finding["rule"] as? String ?? "",
        text: String(decoding: bytes[start..<end], as: UTF8.self))
    }
  }

  @Test func everyMistakeIsFoundAndNothingElse() throws {
    #expect(try findings().isEmpty)
    let mistakes = SeededMistake.together
    #expect(mistakes.count >= 40)
    try make(mistakes)
    let found = Set(try findings())
    let expected = Set(mistakes.map { Finding(rule: $0.rule, text: $0.place) })
    #expect(found.subtracting(expected).isEmpty)
    #expect(expected.subtracting(found).isEmpty)
    #expect(try report().count == mistakes.count)
  }

  @Test func whatIsKnownPassesAndWhatIsNewFails() throws {
    let mistakes = SeededMistake.together
    try make(Array(mistakes.dropFirst()))
    #expect(try check().code == 1)
    #expect(try check("--write-baseline").code == 0)
    let known = try check()
    #expect(known.code == 0, "\(known.output)")
    #expect(known.output.isEmpty)
    // A misspelt actor, as it was not there before.
    let misspelt = try #require(mistakes.first)
    try make([misspelt])
    #expect(try findings().map(\.rule) == [misspelt.rule])
    #expect(try check().code == 1)
  }

  @Test func oneCommandMendsWhatCanBeMendedAndChangesNothingElse() throws {
    try make(SeededMistake.together)
    let findings = try report()
    var expected: [String: [UInt8]] = [:]
    var mended = 0
    // The edits of all safe fixes, the last of a file first; none overlap.
    var edits: [(file: String, start: Int, end: Int, text: String)] = []
    for finding in findings {
      let fixes = try #require(finding["fixes"] as? [[String: Any]])
      guard let fix = fixes.first(where: { $0["safe"] as? Bool == true }) else { continue }
      mended += 1
      for edit in try #require(fix["edits"] as? [[String: Any]]) {
        let range = try #require(edit["range"] as? [String: [String: Int]])
        edits.append(
          (
            try #require(edit["file"] as? String), try #require(range["start"]?["offset"]),
            try #require(range["end"]?["offset"]), try #require(edit["replacement"] as? String)
          ))
      }
    }
    #expect(mended >= 6)
    for edit in edits.sorted(by: { ($0.file, $1.start) < ($1.file, $0.start) }) {
      var bytes = try expected[edit.file] ?? Array(folder.read(edit.file).utf8)
      bytes.replaceSubrange(edit.start..<edit.end, with: Array(edit.text.utf8))
      expected[edit.file] = bytes
    }
    let untouched = try folder.names().filter { $0.hasSuffix(".usecase") && expected[$0] == nil }
      .map { ($0, try folder.read($0)) }
    let unmended = findings.count - mended
    #expect(try check("--fix").code == 1)
    #expect(try report().count == unmended)
    for (file, bytes) in expected {
      #expect(try folder.read(file) == String(decoding: bytes, as: UTF8.self))
    }
    for (file, text) in untouched { #expect(try folder.read(file) == text) }
  }
}
