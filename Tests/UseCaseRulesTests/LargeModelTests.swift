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

  @Test func aLargePlanIsCheckedOnce() {
    let count = 3_000
    let declared = useCases(count) { "include U\(($0 * 7 + 1) % count)\neffort 2\npriority must" }
    let timeboxes = (0..<count).map { number in
      """
      timebox T\(number) {
        from 2026-03-02
        to 2026-03-20
        capacity 1
        delivers U\(number)
      }
      """
    }
    let plan =
      "increment I {\nfrom 2026-03-02\nto 2026-05-08\n\(timeboxes.joined(separator: "\n"))\n}"
    let found = findings(in: declared + "\n" + plan)
    #expect(found.of("timebox-overcommitted").count == count)
    #expect(found.of("must-effort-over-60").count == 1)
  }

  @Test func aTimeboxOfManyCoulds() {
    let names = (0..<5_000).map { "U\($0)" }.joined(separator: ", ")
    let plan = """
      increment I {
        from 2026-03-02
        to 2026-05-08
        timebox T {
          from 2026-03-02
          to 2026-03-20
          capacity 10
          delivers \(names)
        }
      }
      """
    let found = findings(in: useCases(5_000) { _ in "priority could\neffort 1" } + "\n" + plan)
    let finding = found.of("timebox-overcommitted").first
    #expect(finding?.help.first?.contains("and 4982 more: 10") == true, "\(finding?.help ?? [])")
    #expect((finding?.labels.count ?? 99) < 10)
  }

  @Test func aRingOfObjectives() {
    let objectives = (0..<4_000).map { "objective O\($0) { supports O\(($0 + 1) % 4_000) }" }
    let text = objectives.joined(separator: "\n")
    #expect(findings(in: text).of("objective-without-kpi").count == 4_000)
    let measured = text + "\nobjective P {\nmeasured by K\nsupports O7\n}\nkpi K { metric nps }"
    #expect(findings(in: measured).of("objective-without-kpi").isEmpty)
  }
}
