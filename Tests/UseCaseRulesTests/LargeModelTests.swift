import Testing
import UseCaseRules
import UseCaseSyntax

/// What is linear stays fast, and what is deep does not overflow.
@Suite struct LargeModelTests {
  private func useCases(_ count: Int, _ clause: (Int) -> String?) -> String {
    (0..<count).map { number in
      "usecase U\(number) { \(clause(number) ?? "level summary") }"
    }.joined(separator: "\n")
  }

  @Test func aLongRingIsOneFinding() {
    let text = useCases(4_000) { "include U\(($0 + 1) % 4_000)" }
    let found = findings(in: text).of("include-cycle")
    #expect(found.count == 1)
    #expect(found.first?.message.contains("… (3988 more) …") == true)
    #expect((found.first?.labels.count ?? 0) < 20)
  }

  @Test func aLongChainIsOneFinding() {
    let text = useCases(4_000) { $0 < 3_999 ? "include U\($0 + 1)" : nil }
    #expect(findings(in: text).of("include-cycle").isEmpty)
    #expect(findings(in: text).of("include-depth").count == 1)
  }

  @Test func aDeepHierarchyOfActorsTakesPart() {
    let actors = (1..<4_000).map { "actor A\($0): A\($0 - 1)" }.joined(separator: "\n")
    let text = "actor A0\n\(actors)\nusecase U { actor A0 }"
    #expect(findings(in: text).of("actor-without-usecase").isEmpty)
  }

  @Test func manyUnknownNamesAreAllFound() {
    let actors = (0..<50).map { "actor Actor\($0)" }.joined(separator: "\n")
    let text = actors + "\n" + useCases(400) { "actor Nobody\($0)" }
    #expect(findings(in: text).of("unknown-reference").count == 400)
  }
}
