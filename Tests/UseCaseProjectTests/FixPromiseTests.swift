import Foundation
import TestSupport
import Testing
import UseCaseProject
import UseCaseRules
import UseCaseSyntax

/// What fixing promises, asked of every rule's bad example and of every fixture.
@Suite struct FixPromiseTests {
  struct Sample: Sendable, CustomTestStringConvertible {
    let name: String
    let text: String

    var testDescription: String { name }
    var compilation: Compilation {
      Compilation(
        [SourceText(path: "model.usecase", text)], rules: RuleCatalog.all,
        today: CalendarDate("2026-10-01"))
    }
  }

  static let samples: [Sample] = {
    let examples = RuleCatalog.all.map { Sample(name: "bad \($0.info.name)", text: $0.info.bad) }
    let files = files(in: fixtures.appending(path: "rules"), withExtension: "usecase")
    return examples
      + files.map { file in
        let text = MarkedFixture(String(decoding: file.bytes, as: UTF8.self)).text
        return Sample(name: file.path, text: text)
      }
  }()

  @Test func thereAreSamples() {
    let fixable = Self.samples.filter { FixableCount($0.compilation).total > 0 }
    #expect(Self.samples.count > 100)
    #expect(fixable.count > 20)
  }

  @Test(arguments: samples, [false, true]) func promises(_ sample: Sample, unsafe: Bool) {
    let before = sample.compilation
    let scope = FixScope(includesUnsafe: unsafe)
    let fixing = fix(before, within: scope)
    let after = fixing.compilation
    #expect(after.brokenFiles == before.brokenFiles)
    #expect(newErrors(before, after).isEmpty, "\(newErrors(before, after))")
    #expect(fixing.changes.isEmpty == (fixing.fixedCount == 0))
    if !before.brokenFiles.isEmpty { #expect(fixing.changes.isEmpty) }
    let again = fix(after, within: scope)
    #expect(
      again.changes.isEmpty, "\(again.changes.map { String(decoding: $0.new, as: UTF8.self) })")
    #expect(again.fixedCount == 0)
  }

  /// What is left although it could be fixed would bring an error to light.
  @Test(arguments: samples) func everyProposedFixIsApplied(_ sample: Sample) {
    let before = sample.compilation
    guard before.brokenFiles.isEmpty else { return }
    let fixing = fix(before, within: FixScope(includesUnsafe: true))
    let after = fixing.compilation
    let left = after.findings.filter { !$0.fixes.isEmpty }
    #expect(fixing.refusedCount == left.count)
    for finding in left {
      let text = applying([finding.fixes[0]], to: after.sources[0])
      let next = Sample(name: sample.name, text: text).compilation
      #expect(!newErrors(after, next).isEmpty, "\(finding.message)")
    }
    #expect(sample.name.hasPrefix("bad ") ? left.isEmpty : left.count < 2)
  }

  /// One fix alone changes what its edits say, and takes its finding away.
  @Test(arguments: samples) func nothingElseChanges(_ sample: Sample) {
    let before = sample.compilation
    guard before.brokenFiles.isEmpty else { return }
    for finding in before.findings {
      guard let first = finding.fixes.first else { continue }
      let alone = Sample(name: sample.name, text: applying([first], to: before.sources[0]))
      guard newErrors(before, alone.compilation).isEmpty else { continue }
      let scope = FixScope(includesUnsafe: true, pick: { $0.filter { $0 == finding } })
      let fixing = fix(before, within: scope)
      var expected = applying([first], to: before.sources[0])
      if format(parse(before.sources[0])).text == sample.text {
        expected = format(parse(SourceText(path: "model.usecase", expected))).text ?? ""
      }
      #expect(fixing.changes.map { String(decoding: $0.new, as: UTF8.self) } == [expected])
      #expect(fixing.fixedCount == 1)
      let count = { (list: [Diagnostic]) in
        list.count { $0.rule == finding.rule && $0.message == finding.message }
      }
      #expect(count(fixing.compilation.findings) < count(before.findings))
    }
  }

  @Test(arguments: samples) func whatWasLaidOutIsLaidOut(_ sample: Sample) {
    guard let text = format(parse(SourceText(path: "model.usecase", sample.text))).text else {
      return
    }
    let before = Sample(name: sample.name, text: text).compilation
    let fixing = fix(before, within: FixScope(includesUnsafe: true))
    for change in fixing.changes {
      let result = SourceText(path: change.path, bytes: change.new)
      #expect(format(parse(result)).bytes == change.new)
    }
    #expect(newErrors(before, fixing.compilation).isEmpty)
  }

  @Test(arguments: samples) func lineEndsStay(_ sample: Sample) {
    let text = sample.text.replacing("\n", with: "\r\n")
    let before = Sample(name: sample.name, text: text).compilation
    let fixing = fix(before, within: FixScope(includesUnsafe: true))
    let plain = fix(sample.compilation, within: FixScope(includesUnsafe: true))
    for (change, other) in zip(fixing.changes, plain.changes) {
      let result = String(decoding: change.new, as: UTF8.self)
      #expect(result == String(decoding: other.new, as: UTF8.self).replacing("\n", with: "\r\n"))
    }
    // A text of one laid-out line has no line ends of its own to keep.
    #expect(fixing.fixedCount == plain.fixedCount)
  }

  /// A model with many misspellings gets back the lines that it had, or keeps those that it has.
  @Test(arguments: ["fellmark", "library"], [1, 2, 3] as [UInt64])
  func misspeltWordsAreMendedAndNothingElse(example: String, seed: UInt64) {
    var random = FixedSeed(seed)
    let original = exampleFiles.filter { $0.path.hasPrefix(example + "/") }
    let broken = original.map { file in
      misspelt(SourceText(path: file.path, bytes: file.bytes), &random)
    }
    let before = Compilation(broken)
    let fixing = fix(before)
    #expect(fixing.fixedCount > 5)
    #expect(newErrors(before, fixing.compilation).isEmpty)
    #expect(FixableCount(fixing.compilation).safe == fixing.refusedCount)
    for (index, source) in fixing.compilation.sources.enumerated() {
      let texts = [original[index].bytes, broken[index].bytes, source.bytes]
      let lines = texts.map { $0.split(separator: 0x0A, omittingEmptySubsequences: false) }
      #expect(lines[2].count == lines[0].count)
      for (place, line) in lines[2].enumerated() where line != lines[1][place] {
        #expect(line == lines[0][place], "\(String(decoding: line, as: UTF8.self))")
      }
    }
  }

  /// Two letters of some names and choices stand the other way round.
  private func misspelt(_ source: SourceText, _ random: inout FixedSeed) -> SourceText {
    let nodes = parse(source).nodes.filter {
      ($0.kind == .reference || $0.kind == .choice) && $0.range.count > 5
    }
    var bytes = source.bytes
    for node in nodes where Int.random(in: 0..<20, using: &random) == 0 {
      let index = node.range.lowerBound + Int.random(in: 1..<4, using: &random)
      bytes.swapAt(index, index + 1)
    }
    return SourceText(path: source.path, bytes: bytes)
  }

  /// Errors that are there more often than before.
  private func newErrors(_ before: Compilation, _ after: Compilation) -> [String] {
    func counts(_ compilation: Compilation) -> [String: Int] {
      let errors = compilation.findings.filter { $0.severity == .error }
      return Dictionary(grouping: errors) { "\($0.rule): \($0.message)" }.mapValues(\.count)
    }
    let old = counts(before)
    return counts(after).filter { $0.value > old[$0.key] ?? 0 }.map(\.key)
  }
}

extension FixableCount {
  init(_ compilation: Compilation) { self.init(compilation.findings, in: compilation) }

  var total: Int { safe + unsafe }
}
