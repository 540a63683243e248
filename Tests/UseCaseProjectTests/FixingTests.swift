import TestSupport
import Testing
import UseCaseModel
import UseCaseProject
import UseCaseSyntax

@testable import UseCaseRules

/// How fixes are chosen and taken back: with rules made for it.
@Suite struct FixingTests {
  private func compile(_ rules: [AnyRule], _ texts: String...) -> Compilation {
    let sources = texts.enumerated().map { SourceText(path: "\($0.offset).usecase", $0.element) }
    return Compilation(sources, rules: rules)
  }

  private func texts(_ fixing: Fixing) -> [String] {
    fixing.compilation.sources.map { String(decoding: $0.bytes, as: UTF8.self) }
  }

  @Test func overlappingFixesTakeTurns() {
    // Each removes a digit and the one behind it.
    let fixing = fix(compile([AnyRule(DigitPairs())], "// 12345\nactor A\n"))
    #expect(texts(fixing) == ["//\nactor A\n"])
    #expect(fixing.fixedCount == 3)
    #expect(fixing.refusedCount == 0)
  }

  @Test func aFixIsAllOfItsEditsOrNone() {
    // What stands in brackets is taken out of all files that have it.
    let rules = [AnyRule(Brackets())]
    let whole = fix(compile(rules, "// <x> 1\n", "actor A // <x>\n", "// <y>\n"))
    #expect(texts(whole) == ["//  1\n", "actor A //\n", "//\n"])
    #expect(whole.changes.map(\.path) == ["0.usecase", "1.usecase", "2.usecase"])
    let broken = fix(compile(rules, "// <x> 1\n", "actor { // <x>\n", "// <y>\n"))
    #expect(texts(broken) == ["// <x> 1\n", "actor { // <x>\n", "//\n"])
    #expect(broken.brokenFiles == ["1.usecase"])
    #expect(broken.fixedCount == 1)
    let chosen = fix(
      compile(rules, "// <x> 1\n", "actor A // <x>\n", "// <y>\n"),
      within: FixScope(files: ["0.usecase", "2.usecase"]))
    #expect(texts(chosen) == ["// <x> 1\n", "actor A // <x>\n", "//\n"])
    #expect(chosen.brokenFiles.isEmpty)
  }

  @Test func fixesThatUndoEachOtherChangeNothing() {
    let compilation = compile([AnyRule(Swap("1", "2")), AnyRule(Swap("2", "1"))], "// 1\n")
    let fixing = fix(compilation)
    #expect(fixing.changes.isEmpty)
    #expect(fixing.fixedCount == 0)
    let both = fix(compile([AnyRule(Swap("1", "2")), AnyRule(Swap("2", "3"))], "// 1\n"))
    #expect(texts(both) == ["// 3\n"])
    #expect(both.fixedCount == 2)
  }

  @Test func anEndlessChainEnds() {
    let fixing = fix(compile([AnyRule(Swap("1", "11"))], "// 1\n"))
    #expect(fixing.fixedCount == 0)
    #expect(fixing.refusedCount == 1)
    let growing = fix(compile([AnyRule(Grow())], "// 1\n"))
    #expect(growing.fixedCount < 100)
  }

  /// Of many fixes only those are taken back that do harm.
  @Test func harmfulFixesAreTakenBackAlone() {
    let names = (0..<40).map { "actor A\($0)X\n" }
    // Without its X, the name of one of them is another's.
    let text = names.joined() + "actor A7\n"
    let rules = RuleCatalog.errors + [AnyRule(DropX())]
    let fixing = fix(compile(rules, text))
    #expect(fixing.fixedCount == 39)
    #expect(fixing.refusedCount == 1)
    #expect(texts(fixing)[0].contains("actor A7X\n"))
    #expect(!texts(fixing)[0].contains("A8X"))
    let broken = fix(compile([AnyRule(Swap("actor", "{ actor"))], "actor A\n"))
    #expect(broken.changes.isEmpty)
    #expect(broken.refusedCount == 1)
  }

  @Test func unsafeFixesAreAppliedWhereTheyAreAskedFor() {
    let compilation = compile([AnyRule(Swap("1", "2", isSafe: false))], "// 1\n")
    let safe = fix(compilation)
    #expect(safe.changes.isEmpty)
    #expect(safe.unsafeCount == 1)
    let all = fix(compilation, within: FixScope(includesUnsafe: true))
    #expect(texts(all) == ["// 2\n"])
    #expect(all.unsafeCount == 0)
    let count = FixableCount(compilation)
    #expect(count.safe == 0)
    #expect(count.unsafe == 1)
  }

  @Test func onlyPickedFindingsAreFixed() {
    let compilation = compile([AnyRule(Brackets())], "// <x>\n", "// <y>\n")
    let scope = FixScope(pick: { $0.filter { $0.place.path == "1.usecase" } })
    #expect(texts(fix(compilation, within: scope)) == ["// <x>\n", "//\n"])
  }

  @Test func aFileThatWasNotLaidOutKeepsItsLayout() {
    let rules = [AnyRule(DropX())]
    #expect(texts(fix(compile(rules, "actor   AX\n"))) == ["actor   A\n"])
    // The comments of laid-out lines stand in one column.
    let laidOut = "term Aaaaaa \"a\"    // one\nterm BX \"b\"        // two\n"
    let result = String(
      decoding: format(parse(SourceText(path: "a", laidOut))).bytes ?? [], as: UTF8.self)
    let fixed = texts(fix(compile(rules, result)))[0]
    #expect(format(parse(SourceText(path: "a", fixed))).text == fixed)
  }

  @Test func aSharedReplacementIsMadeOnce() {
    let fixing = fix(compile([AnyRule(Swap("1", "")), AnyRule(Swap("1", ""))], "// 212\n"))
    #expect(texts(fixing) == ["// 22\n"])
    #expect(fixing.fixedCount == 2)
  }

  @Test func insertionsThatTouchTakeTurns() {
    let rules = [AnyRule(Swap("1", "3")), AnyRule(InsertBefore("1", "4"))]
    let fixing = fix(compile(rules, "// 1\n"))
    #expect(texts(fixing) == ["// 43\n"])
    #expect(fixing.fixedCount == 2)
  }

  @Test func manyFixesTakeLittleTime() {
    let text = String(repeating: "// <x> <y>\n", count: 20_000)
    let started = ContinuousClock.now
    let fixing = fix(
      compile([AnyRule(Digits())], text + String(repeating: "// 1\n", count: 20_000)))
    #expect(fixing.fixedCount == 20_000)
    #expect(ContinuousClock.now - started < .seconds(60))
  }
}
