import TestSupport
import Testing
import UseCaseModel
import UseCaseRules
import UseCaseSyntax

/// Checking again after an edit gives what checking from the beginning gives.
@Suite struct CheckedModelTests {
  /// The files of one example, as a model.
  private static let files = exampleFiles.filter { $0.path.hasPrefix("fellmark/") }
    .map { SourceText(path: $0.path, bytes: $0.bytes) }

  /// What random edits put in: words, marks, clauses, whole steps, half declarations.
  private static let pieces = [
    "x", " ", "\n", "Customer ", "the system ", "9. Customer waits\n", "resume 2\n",
    "end failure\n",
    "must be ", "\"", "{", "}", "/// Words\n", "// allow(too-few-steps): why\n", "actor Ghost\n",
    "[[PayOrder]]", "[[Nobody]]", "include PayOrder\n", "alternative 2z when \"x\" {\n",
  ]

  @Test(arguments: 0..<4) func editsGiveWhatAFullCheckGives(_ seed: UInt64) throws {
    var random = FixedSeed(seed)
    var texts = Self.files
    var trees = texts.map(parse)
    var checked = CheckedModel(resolve(trees), rules: RuleCatalog.all)
    var takenOver = 0
    for _ in 0..<40 {
      let file = Int.random(in: texts.indices, using: &random)
      texts[file] = edited(texts[file], &random)
      trees[file] = parse(texts[file])
      let model = resolve(trees, after: checked.model)
      let next = CheckedModel(model, rules: RuleCatalog.all, after: checked)
      let expected = check(resolve(trees), rules: RuleCatalog.all)
      try #require(next.findings == expected, "\(difference(next.findings, expected))")
      checked = next
      takenOver += next.takenOver
    }
    #expect(takenOver > 0)
  }

  @Test func aStepThatIsTypedAsksOnlyItsOwnRules() {
    var texts = Self.files
    let trees = texts.map(parse)
    let first = CheckedModel(resolve(trees))
    let file = texts.firstIndex { $0[0..<$0.bytes.count].contains("1. ") } ?? 0
    let place = String(decoding: texts[file].bytes, as: UTF8.self).utf8
    let step = Array(place).firstRange(of: Array("1. ".utf8))?.upperBound ?? 0
    var bytes = texts[file].bytes
    bytes.insert(contentsOf: Array("Zed ".utf8), at: step)
    texts[file] = SourceText(path: texts[file].path, bytes: bytes)
    var later = trees
    later[file] = parse(texts[file])
    let model = resolve(later)
    let quick = CheckedModel(model, after: first, aboutElementsOnly: true)
    #expect(!quick.isComplete)
    let count = Array(model.elements).count
    #expect(count - 4...count - 1 ~= quick.takenOver)
    #expect(quick.findings.contains { $0.rule == "step-unknown-subject" })
    #expect(CheckedModel(model, after: quick).findings == check(model))
  }

  @Test func aCheckThatNobodyWantsIsGivenUp() {
    struct Enough: Error {}
    let model = resolve(Self.files.map(parse))
    for limit in [0, 3, Self.files.count] {
      var count = 0
      let checked = try? CheckedModel(model, rules: RuleCatalog.all, today: nil, after: nil) {
        () throws(Enough) in
        guard count < limit else { throw Enough() }
        count += 1
      }
      #expect(count == limit)
      let expected = limit == Self.files.count ? check(model, rules: RuleCatalog.all) : nil
      #expect(checked?.findings == expected)
    }
  }

  @Test func otherRulesOrAnotherDayAreAskedAnew() throws {
    let model = resolve(Self.files.map(parse))
    let none = CheckedModel(model, rules: [])
    #expect(none.findings.isEmpty)
    let rules = RuleCatalog.all.map { $0.with(severity: .error) }
    #expect(CheckedModel(model, rules: rules, after: none).findings == check(model, rules: rules))
  }

  private func edited(_ text: SourceText, _ random: inout FixedSeed) -> SourceText {
    var bytes = text.bytes
    let start = Int.random(in: 0...bytes.count, using: &random)
    let isRemoval = Int.random(in: 0..<3, using: &random) == 0
    let end = isRemoval ? min(bytes.count, start + Int.random(in: 1...12, using: &random)) : start
    let piece = isRemoval ? "" : Self.pieces.randomElement(using: &random) ?? ""
    bytes.replaceSubrange(start..<end, with: Array(piece.utf8))
    return SourceText(path: text.path, bytes: bytes)
  }

  private func difference(_ left: [Diagnostic], _ right: [Diagnostic]) -> String {
    let (a, b) = (Set(left), Set(right))
    return
      "only after the edit: \(a.subtracting(b).map { "\($0.rule) \($0.place) \($0.message)" }); "
      + "missing: \(b.subtracting(a).map { "\($0.rule) \($0.place) \($0.message)" })"
  }
}
