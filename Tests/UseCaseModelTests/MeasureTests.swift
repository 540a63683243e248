import Testing
import UseCaseModel
import UseCaseSyntax

/// Grids, scales and values of KPIs.
@Suite struct MeasureTests {
  @Test(arguments: [
    (4, 4, EngagementStrategy.manageClosely), (5, 3, .keepSatisfied), (3, 4, .keepInformed),
    (3, 3, .monitor), (1, 5, .keepInformed), (5, 5, .manageClosely),
  ])
  func quadrants(power: Int, interest: Int, strategy: EngagementStrategy) throws {
    let text = "stakeholder S {\npower \(power)\ninterest \(interest)\n}"
    let stakeholder = try #require(model(text).all(Stakeholder.self).first)
    let placement = try #require(stakeholder.placement)
    #expect(placement.strategy() == strategy)
    #expect(placement.isKeyPlayer() == (strategy == .manageClosely))
  }

  @Test func theMiddleOfTheGridCanBeMoved() throws {
    let stakeholder = try #require(
      model("stakeholder S {\npower 3\ninterest 2\n}").all(Stakeholder.self).first)
    #expect(stakeholder.placement?.strategy(above: 2) == .keepSatisfied)
    #expect(stakeholder.placement?.strategy(above: 1) == .manageClosely)
  }

  @Test(arguments: [
    "power 5", "power 6\ninterest 3", "power 0\ninterest 3", "power 2.5\ninterest 3",
  ])
  func nobodyIsPlacedByGuessing(clauses: String) throws {
    let stakeholder = try #require(
      model("stakeholder S {\n\(clauses)\n}").all(Stakeholder.self).first)
    #expect(stakeholder.placement == nil)
  }

  @Test func scoresOfRisks() throws {
    let risk = try #require(
      model("risk R {\nprobability 3\nimpact 4\nresidual 3, 2\n}").all(Risk.self).first)
    #expect(risk.inherent?.product == RiskScore.high)
    #expect(risk.residual?.product == 6)
    #expect(RiskScore(probability: 6, impact: 1) == nil)
    #expect(RiskScore(probability: 5, impact: 5)?.product == RiskScore.greatest)
  }

  @Test func whatMetricsAllow() {
    #expect(Metric.nps.possible(in: "") == -100...100)
    #expect(Metric.churn.possible(in: "%") == 0...100)
    #expect(Metric.churn.possible(in: "‰") == 0...1000)
    #expect(Metric.referral.possible(in: "friends")?.contains(1e9) == true)
    #expect(Metric.firstResponse.possible(in: "h")?.contains(-0.1) == false)
    #expect(Metric.clv.possible(in: "EUR") == nil)
    for metric in Metric.allCases { #expect(!metric.title.isEmpty) }
  }

  @Test func unitsThatAreTheSame() {
    func same(_ left: String, _ right: String) -> Bool {
      Quantity(1, unit: left).hasSameUnit(as: Quantity(2, unit: right))
    }
    #expect(same("day", "days") && same("loans", "loan") && same("", "") && same("%", "%"))
    #expect(!same("s", "") && !same("h", "min") && !same("%", "‰") && !same("m", "ms"))
  }

  @Test func unitsThatCanBeConverted() {
    func converted(_ value: Double, _ unit: String, _ other: String) -> String? {
      Quantity(value, unit: unit).converted(to: other)?.description
    }
    #expect(converted(240, "min", "h") == "4 h")
    #expect(converted(90, "min", "h") == "1.5 h")
    #expect(converted(28, "‰", "%") == "2.8%")
    #expect(converted(2, "weeks", "days") == "14 days")
    #expect(converted(7, "s", "h") == nil)
    #expect(converted(7, "EUR", "USD") == nil)
    #expect(converted(50, "%", "h") == nil)
    #expect(converted(.infinity, "min", "h") == nil)
  }

  @Test func valuesOfAKPI() throws {
    let text = """
      kpi K {
        metric abandonment
        baseline 76% on 2025-09-30
        current 70% on 2026-09-30 n 12
        current 74% on 2026-03-31
        target 65% by 2027-03-31
        benchmark industry 70% source "a yearbook" on 2026-01-01
      }
      """
    let kpi = try #require(model(text).all(KPI.self).first)
    #expect(kpi.values.map(\.role) == [.baseline, .current, .current, .target, .benchmark])
    #expect(kpi.standing?.quantity.value == 70)
    #expect(kpi.standing?.answers == 12)
    #expect(kpi.target?.date == CalendarDate("2027-03-31"))
    #expect(kpi.values.last?.benchmarkKind == .industry)
    #expect(kpi.values.last?.source?.string == "a yearbook")
    #expect(kpi.isTargetReached == false)
    #expect(kpi.isWorse(Quantity(71, unit: "%"), than: Quantity(70, unit: "%")) == true)
    #expect(kpi.isWorse(Quantity(71), than: Quantity(70, unit: "%")) == nil)
  }
}
