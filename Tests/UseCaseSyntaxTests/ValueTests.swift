import Testing

@testable import UseCaseSyntax

@Suite struct ValueTests {
  @Test func datesExistOrAreNone() {
    #expect(CalendarDate("2024-02-29")?.description == "2024-02-29")
    for text in ["2023-02-29", "1900-02-29", "2026-13-01", "2026-00-10", "2026-1-1", "2026-10-01 "]
    {
      #expect(CalendarDate(text) == nil)
    }
    #expect(CalendarDate("0001-01-01")?.dayNumber == 0)
    #expect(CalendarDate("2000-03-01")?.dayNumber == 730_179)
    #expect(CalendarDate("0999-12-31")?.description == "0999-12-31")
    for text in [
      "0001-01-01", "1900-02-28", "1970-01-01", "2000-02-29", "2100-03-01", "9999-12-31",
    ] {
      let date = CalendarDate(text)
      #expect(date.flatMap { CalendarDate(dayNumber: $0.dayNumber) } == date)
    }
    for number in stride(from: 700_000, through: 740_000, by: 1) {
      #expect(CalendarDate(dayNumber: number)?.dayNumber == number)
    }
    for number in [-1, 3_652_059, .min, .max] { #expect(CalendarDate(dayNumber: number) == nil) }
  }

  @Test func quantitiesKnowTheirSeconds() {
    #expect(Quantity(2, unit: "h").seconds == 7200)
    #expect(Quantity(1, unit: "week").seconds == 604_800)
    #expect(Quantity(1, unit: "EUR").seconds == nil)
    #expect(Quantity(62, unit: "%").description == "62%")
    #expect(Quantity(9.5, unit: "h").description == "9.5 h")
    #expect(Quantity(34).description == "34")
    #expect(Quantity.durationUnits.allSatisfy { Quantity.secondsOfUnit[$0] != nil })
  }

  @Test func anchorsNameStepsAndLetters() {
    #expect(Anchor("3a") == Anchor(steps: 3...3, letters: "a"))
    #expect(Anchor("2-4ab") == Anchor(steps: 2...4, letters: "ab"))
    #expect(Anchor("*a") == Anchor(steps: nil, letters: "a"))
    #expect(Anchor("7") == Anchor(steps: 7...7, letters: ""))
    for text in ["", "*", "a", "4-2a", "3A", "3a1", "99999999999a", "3-a"] {
      #expect(Anchor(text) == nil)
    }
    for text in ["3a", "2-4a", "*b", "7"] { #expect(Anchor(text)?.description == text) }
  }

  @Test func clausesReadTheirValues() throws {
    let text = """
      kpi K {
          current 9.5 h on 2026-01-01 n 12
          scale 1..7
          target 4"loans"
      }
      usecase U { extension point P after 3 }
      risk R { residual 2, 3 }
      """
    let tree = parse(SourceText(path: "t", text))
    #expect(tree.diagnostics.isEmpty)
    let members = tree.root.children.map(DeclarationSyntax.init)
    let kpi = try #require(members.first)
    let current = try #require(kpi.first(Keyword("current")))
    #expect(current.quantity == Quantity(9.5, unit: "h"))
    #expect(current.on == CalendarDate("2026-01-01"))
    #expect(current.tail(Keyword("n"))?.number == 12)
    #expect(kpi[Clauses.scale] == 1...7)
    #expect(kpi[Clauses.target] == Quantity(4, unit: "loans"))
    let point = members[1].first(Keyword("extension point"))
    #expect(point?.declaredName?.raw == "P")
    #expect(point?.tail(Keyword("after"))?.anchor?.steps == 3...3)
    #expect(members[2][Clauses.residual]?.impact == 3)
  }
}
