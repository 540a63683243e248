import TestSupport
import Testing
import UseCaseModel
import UseCaseRules
import UseCaseSyntax

/// What is known stays known, and nothing else becomes so.
@Suite struct BaselineTests {
  private static let model = """
    actor Reader
    actor Clerk
    usecase Lend {
      actor Reader
      include Retrun
      status draft
    }
    """

  private func compare(
    _ text: String, path: String = "model.usecase", with baseline: Baseline
  ) -> Baseline.Comparison {
    baseline.compare(findings(in: text, path: path), asked: RuleCatalog.standard)
  }

  private func messages(_ findings: [Diagnostic]) -> [String] {
    findings.map { "\($0.rule): \($0.message)" }
  }

  private let known = Baseline(findings(in: BaselineTests.model))

  @Test func theSameFindingsAreKnown() {
    let comparison = compare(BaselineTests.model, with: known)
    #expect(comparison.new.isEmpty)
    #expect(comparison.known == findings(in: BaselineTests.model))
    #expect(comparison.known.count == known.count)
    #expect(known.count >= 2)
    #expect(comparison.stale.isEmpty)
    #expect(comparison.pruned == known)
  }

  @Test(arguments: [
    "\n// a remark\n\n" + model, model.replacing("\n", with: "\r\n"),
    model.replacing("actor Reader\nactor Clerk", with: "actor Clerk\n\nactor Reader"),
    model.replacing("  actor", with: "       actor"), model + "\nchannel Web\n",
  ])
  func editsElsewhereChangeNothing(text: String) {
    let comparison = compare(text, with: known)
    #expect(
      !messages(comparison.new).contains { !$0.contains("'Web'") }, "\(comparison.new.summary)")
    #expect(comparison.stale.isEmpty)
  }

  @Test func anElementMayMoveToAnotherFile() {
    let comparison = compare(BaselineTests.model, path: "elsewhere.usecase", with: known)
    #expect(comparison.new.isEmpty)
    #expect(comparison.stale.isEmpty)
    #expect(Set(comparison.pruned.entries.map(\.file)) == ["elsewhere.usecase"])
  }

  @Test func oneMoreOfARuleAboutAnElementIsTheOneThatIsNew() throws {
    let text = BaselineTests.model.replacing("Retrun", with: "Pya, Retrun")
    let new = try #require(compare(text, with: known).new.first)
    #expect(new.rule == "unknown-reference")
    #expect(new.message.contains("'Pya'"))
    #expect(compare(text, with: known).new.count == 1)
  }

  @Test func otherWordsAboutTheSameElementAreNoNews() {
    let text = BaselineTests.model.replacing("Retrun", with: "Retrn")
    let comparison = compare(text, with: known)
    #expect(comparison.new.isEmpty)
    #expect(comparison.stale.isEmpty)
    #expect(comparison.pruned != known)
  }

  @Test func aRenamedElementIsAnother() {
    let text = BaselineTests.model.replacing("Clerk", with: "Cashier")
    let comparison = compare(text, with: known)
    #expect(
      messages(comparison.new) == [
        "actor-without-usecase: actor 'Cashier' takes part in no use case"
      ])
    #expect(comparison.stale.map(\.element) == ["actor Clerk"])
  }

  @Test func whatIsMendedIsStale() {
    let text = BaselineTests.model.replacing("  include Retrun\n", with: "")
    let comparison = compare(text, with: known)
    #expect(comparison.new.isEmpty)
    #expect(comparison.stale.map(\.rule) == ["unknown-reference"])
    #expect(comparison.pruned.count == known.count - 1)
    let again = compare(text, with: comparison.pruned)
    #expect(again.new.isEmpty)
    #expect(again.stale.isEmpty)
  }

  @Test func equalFindingsAreCounted() throws {
    let text = "usecase A {\n  actor X\n  status draft\n}\nusecase B { status draft }\n"
    let one = findings(in: text).of("unknown-reference")
    try #require(one.count == 1)
    let twice = Baseline(one + one)
    #expect(twice.entries.map(\.count) == [2])
    #expect(twice.compare(one + one + one, asked: RuleCatalog.standard).new == one)
    let stale = twice.compare(one, asked: RuleCatalog.standard).stale
    #expect(stale.map(\.count) == [1])
  }

  @Test func entriesOfRulesThatWereNotAskedStay() {
    let rules = RuleCatalog.standard.filter { $0.info.name != "actor-without-usecase" }
    let asked = check(resolve([parse(SourceText(path: "a", BaselineTests.model))]), rules: rules)
    let comparison = known.compare(asked, asked: rules)
    #expect(comparison.stale.isEmpty)
    #expect(comparison.pruned.count == known.count)
    #expect(comparison.known.count < known.count)
  }

  @Test func entriesOfRulesThatNobodyKnowsAreStale() throws {
    let text = """
      {"schema":1,"baseline":[{"rule":"of-old","file":"a","element":"actor A","message":"m"}]}
      """
    let baseline = try Baseline(parsing: Array(text.utf8))
    let comparison = baseline.compare([], asked: [])
    #expect(comparison.stale == baseline.entries)
    #expect(comparison.pruned.entries.isEmpty)
  }

  @Test func syntaxErrorsAreNeverKnown() {
    let broken = findings(in: "actor {\nactor A\n")
    #expect(broken.contains { $0.rule == "syntax" })
    let baseline = Baseline(broken)
    #expect(!baseline.entries.contains { $0.rule == "syntax" })
    let new = baseline.compare(broken, asked: RuleCatalog.standard).new
    #expect(new == broken.of("syntax"))
  }

  /// A finding without an element is known by its file and message.
  @Test func findingsWithoutAnElement() {
    let place = Place(path: "a.usecase", range: 0..<1)
    let finding = Diagnostic(
      rule: "unused-allow", severity: .warning, message: "nothing is allowed", at: place)
    let baseline = Baseline([finding])
    var moved = finding
    moved.place.range = 90..<99
    var reworded = finding
    reworded.message = "too late"
    var elsewhere = finding
    elsewhere.place.path = "b.usecase"
    let comparison = baseline.compare([elsewhere, moved, reworded], asked: RuleCatalog.standard)
    #expect(comparison.new == [elsewhere, reworded])
    #expect(comparison.stale.isEmpty)
  }

  /// Over every fixture: what was found is known, wherever it moves to in its file.
  @Test(arguments: FixtureTests.names) func movedDownAllIsKnown(_ name: String) throws {
    let url = fixtures.appending(path: "rules/\(name).usecase")
    let text = MarkedFixture(try String(contentsOf: url, encoding: .utf8)).text
    let baseline = Baseline(findings(in: text, asking: name))
    let moved = findings(in: "\n\n\n" + text, asking: name)
    let comparison = baseline.compare(moved, asked: RuleCatalog.all)
    #expect(comparison.new == moved.of("syntax"), "\(comparison.new.summary)")
    #expect(comparison.stale.isEmpty)
    #expect(try Baseline(parsing: Array(baseline.text.utf8)) == baseline)
  }

  @Test func manyFindingsOfOneElementTakeLittleTime() {
    let place = Place(path: "a", range: 0..<1)
    let many = (0..<30_000).map { number in
      Diagnostic(
        rule: "unknown-reference", severity: .error, message: "\(number)", at: place,
        element: "usecase A")
    }
    let reworded = many.map { finding in
      var finding = finding
      finding.message += "!"
      return finding
    }
    let clock = ContinuousClock()
    let time = clock.measure {
      let baseline = Baseline(many)
      #expect(baseline.compare(reworded, asked: RuleCatalog.standard).new.isEmpty)
      #expect((try? Baseline(parsing: Array(baseline.text.utf8))) == baseline)
    }
    #expect(time < .seconds(20))
  }
}
