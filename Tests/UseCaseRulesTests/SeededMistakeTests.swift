import TestSupport
import Testing
import UseCaseModel
import UseCaseRules
import UseCaseSyntax

/// One mistake in a copy of an example is found by the rule that is meant for it, where it was made,
/// and by no other rule that warns.
@Suite struct SeededMistakeTests {
  @Test(arguments: SeededMistake.all) func isFoundOnce(_ mistake: SeededMistake) throws {
    let example = Example("fellmark")
    let broken = try #require(
      example.replacing(mistake.old, by: mistake.new, behind: mistake.mark, in: mistake.path))
    let known = Set(example.findings.map { $0.rule + $0.message })
    let new = broken.findings.filter {
      ($0.severity > .info || $0.rule == mistake.rule) && !known.contains($0.rule + $0.message)
    }
    #expect(new.map(\.rule) == [mistake.rule], "\(new.summary)")
    #expect(new.first.map { broken.text(at: $0.place) } == mistake.place)
  }

  @Test(arguments: ["fellmark", "library", "compiler"])
  func theExamplesAreClean(_ name: String) {
    let found = Example(name).findings
    #expect(found.isEmpty, "\(found.summary)")
  }

  @Test func theOrderOfFilesChangesNothing() throws {
    let broken = try #require(
      Example("fellmark").replacing(
        "Customer", by: "Custmer", behind: "actor Guest", in: "actors.usecase"))
    let reversed = Example(Array(broken.sources.reversed()))
    #expect(broken.findings == reversed.findings)
    #expect(!broken.findings.isEmpty)
  }

  /// The misspelt name may be the actor that now takes part in nothing.
  @Test func aMisspeltActorIsOneMistake() {
    let text = "actor Reader\nusecase BorrowBook {\n  actor Raeder\n  status draft\n}\n"
    let model = resolve([parse(SourceText(path: "a.usecase", text))])
    #expect(check(model).map(\.rule) == ["unknown-reference"])
  }
}
