import Testing
import UseCaseModel
import UseCaseRules
import UseCaseSyntax

/// What rules about the plan, dates and measures say beyond their place, and when they keep quiet.
@Suite struct PlanningTests {
  private func timebox(capacity: Int, _ useCases: [(String, String, Int)]) -> String {
    let declared = useCases.map { name, priority, effort in
      "usecase \(name) {\npriority \(priority)\neffort \(effort)\n}\n"
    }
    return """
      model M { effort in days }
      \(declared.joined())
      increment I {
        from 2026-03-02
        to 2026-05-08
        timebox T {
          from 2026-03-02
          to 2026-03-20
          capacity \(capacity)
          delivers \(useCases.map(\.0).joined(separator: ", "))
        }
      }
      """
  }

  private func help(_ text: String) -> String? {
    findings(in: text).of("timebox-overcommitted").first?.help.first
  }

  @Test func theLargestCouldsAreDroppedUntilItFits() {
    let useCases = [
      ("Pay", "must", 8), ("Rate", "could", 2), ("Compare", "could", 5), ("Share", "could", 3),
    ]
    #expect(help(timebox(capacity: 12, useCases)) == "drop 'Compare' and 'Share': 10 days are left")
    #expect(help(timebox(capacity: 13, useCases)) == "drop 'Compare': 13 days are left")
    #expect(
      help(timebox(capacity: 5, useCases))
        == "even without its Coulds, 'Compare', 'Share' and 'Rate', it holds 8 days: move a use case "
        + "to another timebox")
    #expect(help(timebox(capacity: 18, useCases)) == nil)
    #expect(
      help(timebox(capacity: 5, [("Pay", "must", 8)]))
        == "nothing in it is a Could: move a use case to another timebox")
  }

  @Test func theLargestMustsAreShown() throws {
    let text = timebox(
      capacity: 90,
      [
        ("A", "must", 3), ("B", "must", 9), ("C", "must", 5), ("D", "must", 4),
        ("E", "should", 4),
      ])
    let found = findings(in: text).of("must-effort-over-60")
    let finding = try #require(found.first)
    // Model, increment and timebox hold the same: it is said once.
    #expect(found.count == 1)
    #expect(
      finding.message == "84% of the effort of increment 'I' goes into Musts: 21 of 25 days")
    #expect(
      finding.labels.map(\.message)
        == ["a Must of 9 days", "a Must of 5 days", "a Must of 4 days"])
    #expect(finding.help == ["make Shoulds of what can wait: at least 6 days"])
  }

  @Test func aShareThatIsCloseToTheLimitIsShownInFull() {
    let text = timebox(
      capacity: 9000, [("A", "must", 601), ("B", "should", 200), ("C", "could", 199)])
    #expect(findings(in: text).of("must-effort-over-60").first?.message.hasPrefix("60.1% ") == true)
    #expect(
      findings(in: text).of("could-effort-under-20").first?.message.hasPrefix("only 19.9% ") == true
    )
  }

  @Test func withoutADayRulesAboutDatesKeepQuiet() {
    for name in ["review-overdue", "benchmark-stale", "kpi-target-missed"] {
      guard let rule = RuleCatalog.rule(named: name) else { continue }
      let model = resolve([parse(SourceText(path: "a.usecase", rule.info.bad))])
      #expect(check(model, rules: [rule]).isEmpty)
      #expect(!check(model, rules: [rule], today: testDay).isEmpty)
      #expect(check(model, rules: [rule], today: CalendarDate("1999-12-31")).isEmpty)
    }
  }

  @Test func optionsMoveTheThreshold() throws {
    func count(_ name: String, _ option: String, _ value: Int) throws -> Int {
      let rule = try #require(RuleCatalog.rule(named: name))
      let model = resolve([parse(SourceText(path: "a.usecase", rule.info.bad))])
      let changed = try rule.with(option, .number(value))
      return check(model, rules: [changed], today: testDay).count
    }
    #expect(try count("must-effort-over-60", "most", 78) == 0)
    #expect(try count("could-effort-under-20", "least", 6) == 0)
    #expect(try count("benchmark-stale", "months", 120) == 0)
    #expect(try count("timebox-length", "longest", 9) == 0)
    #expect(try count("risk-without-mitigation", "score", 13) == 0)
    #expect(try count("moment-low-priority", "impact", 5) == 1)
    #expect(try count("strategy-mismatch", "high-above", 1) == 1)
    #expect(try count("key-player-unengaged", "high-above", 4) == 1)
  }

  @Test func aMisspeltNameIsOneMistake() {
    let plan = timebox(
      capacity: 90, [("Pay", "must", 8), ("Rate", "should", 2), ("Find", "could", 9)])
    let before = Set(findings(in: plan).map(\.rule))
    let after = Set(findings(in: plan.replacing("delivers Pay", with: "delivers Pax")).map(\.rule))
    #expect(after.subtracting(before) == ["unknown-reference"])
    let roles = plan + "\nrole A { dsdm business-sponsr }"
    #expect(findings(in: roles).of("role-vacant").isEmpty)
    #expect(findings(in: plan).of("role-vacant").count == 1)
  }

  @Test func whatOtherModelsDeclareCounts() {
    let shared = """
      role Sponsor { dsdm business-sponsor }
      role Visionary { dsdm business-visionary }
      role Ambassador { dsdm business-ambassador }
      stakeholder Regulator { kind indirect }
      """
    let own = """
      stakeholder Team { kind internal }
      stakeholder Customers { kind external }
      increment I {
        from 2026-03-02
        to 2026-05-08
        timebox T {
          from 2026-03-02
          to 2026-03-20
        }
      }
      """
    let trees = [parse(SourceText(path: "own.usecase", own))]
    let other = ForeignModel(name: "Shared", trees: [parse(SourceText(path: "s.usecase", shared))])
    let names = Set(check(resolve(trees, buildingOn: [other]), today: testDay).map(\.rule))
    #expect(!names.contains("role-vacant") && !names.contains("stakeholder-class-missing"))
    let alone = Set(findings(in: own).map(\.rule))
    #expect(alone.isSuperset(of: ["role-vacant", "stakeholder-class-missing"]))
  }

  /// The review of the model covers its journeys, unless these are reviewed one by one.
  @Test func reviewsOfModelAndJourneys() {
    let review = "{ reviewed 2026-06-15 }"
    func missing(_ text: String) -> [String] {
      findings(in: text, asking: "review-missing").of("review-missing").compactMap(\.element)
    }
    #expect(missing("model M\njourney A\njourney B") == ["model M"])
    #expect(missing("model M \(review)\njourney A") == [])
    #expect(missing("model M\njourney A \(review)\njourney B") == ["journey B"])
    #expect(missing("journey A\njourney B") == ["journey A", "journey B"])
    #expect(missing("model M") == ["model M"])
    #expect(missing("actor A") == [])
  }
}
