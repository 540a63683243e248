import Testing
import UseCaseModel
import UseCaseSyntax

/// Effort is summed up over what is planned, and shown as people write it.
@Suite struct EffortTests {
  private func effort(_ text: String) -> Effort { Effort(model(text).all(UseCase.self)) }

  @Test func sumsByPriority() {
    let effort = effort(
      """
      usecase A {
        priority must
        effort 3
      }
      usecase B {
        priority must
        effort 4.5
      }
      usecase C {
        priority could
        effort 0
      }
      usecase D { effort 2 }
      usecase E { priority should }
      """)
    #expect(effort.total == 9.5)
    #expect(effort.sum(of: .must) == 7.5)
    #expect(effort.sum(of: .could) == 0)
    #expect(effort.sum(of: nil) == 2)
    #expect(effort.unsized == 1)
    #expect(effort.largest(of: .must).map(\.useCase.name) == ["B", "A"])
    #expect(effort.isTelling)
  }

  @Test func leavesOutWhatIsNotPlanned() {
    let effort = effort(
      """
      usecase A {
        priority wont
        effort 3
      }
      usecase B {
        status retired
        effort 3
      }
      usecase C { effort -3 }
      """)
    #expect(effort.parts.isEmpty)
    #expect(effort.unsized == 1)
    #expect(!effort.isTelling)
  }

  @Test func countsEachUseCaseOnce() {
    let useCases = model("usecase A { effort 3 }").all(UseCase.self)
    #expect(Effort(useCases + useCases).total == 3)
  }

  @Test func hugeNumbersDoNotTell() {
    let huge = String(repeating: "9", count: 308)
    let effort = effort(
      (0..<20).map { "usecase U\($0) { effort \(huge) }" }.joined(separator: "\n"))
    #expect(!effort.total.isFinite || effort.total > 1e300)
    #expect(effort.isTelling == effort.total.isFinite)
  }

  @Test func needsThreeAndHalfOfThem() {
    let sized = "usecase A { effort 1 }\nusecase B { effort 1 }\n"
    #expect(!effort(sized).isTelling)
    #expect(effort(sized + "usecase C { effort 1 }").isTelling)
    let open = (0..<4).map { "usecase O\($0)" }.joined(separator: "\n")
    #expect(!effort(sized + "usecase C { effort 1 }\n" + open).isTelling)
  }

  @Test func isShownInTheUnitOfTheModel() {
    let days = model("model M { effort in days }")
    #expect(days.text(ofEffort: 0.1 + 0.2) == "0.3 days")
    #expect(days.text(ofEffort: 1) == "1 day")
    #expect(days.text(ofEffort: 1e300) == formatted(1e300) + " days")
    #expect(model("model M { effort in points }").text(ofEffort: 12) == "12 points")
    #expect(model("actor A").text(ofEffort: 12) == "12")
  }

  @Test func periodsIncludeTheirLastDay() throws {
    let text = """
      increment I {
        from 2026-03-02
        to 2026-03-20
        timebox T {
          from 2026-03-20
          to 2026-03-20
        }
        timebox B {
          from 2026-03-20
          to 2026-03-19
        }
      }
      """
    let increment = try #require(model(text).all(Increment.self).first)
    let whole = try #require(increment.period)
    let one = try #require(increment.timeboxes.first?.period)
    #expect(whole.days == 19)
    #expect(one.days == 1)
    #expect(increment.timeboxes.last?.period == nil)
    #expect(whole.isBefore(one))
    #expect(!one.isBefore(whole) && !one.isBefore(one))
  }
}
