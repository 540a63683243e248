import Testing
import UseCaseModel
import UseCaseRules
import UseCaseSyntax

@Suite struct AllowanceTests {
  private func rules(in text: String) -> [String] {
    findings(in: text).map(\.rule).filter { $0 != "unused-declaration" }
  }

  @Test func endOfLineCoversItsLine() {
    #expect(rules(in: "actor A // allow(actor-without-usecase): later") == [])
    #expect(
      rules(in: "actor A // allow(actor-without-usecase): later\nactor B")
        == ["actor-without-usecase"])
  }

  @Test func lineAboveCoversTheNextStatement() {
    #expect(rules(in: "// allow(actor-without-usecase): later\n\n// more\nactor A") == [])
    #expect(
      rules(in: "// allow(actor-without-usecase): later\nactor A\nactor B")
        == ["actor-without-usecase"])
  }

  @Test func aboveAHeaderCoversTheDeclaration() {
    let journey = """
      persona P
      // allow(empty-stage): to be filled in May
      journey J {
        persona P
        stage A
        stage B
      }
      """
    #expect(rules(in: journey) == [])
    let inside = """
      persona P
      journey J { // allow(empty-stage): covers the header's line only
        persona P
        stage A
      }
      """
    #expect(rules(in: inside) == ["unused-allow", "empty-stage"])
  }

  @Test func betweenDescriptionAndDeclaration() {
    let text = """
      persona P
      /// A journey.
      // allow(empty-stage): to be filled in May
      journey J {
        persona P
        stage A
      }
      """
    #expect(rules(in: text) == [])
    let above = """
      persona P
      // allow(empty-stage): to be filled in May
      /// A journey.
      journey J {
        persona P
        stage A
      }
      """
    #expect(rules(in: above) == [])
  }

  @Test func fileCommentCoversTheFile() {
    let text = "// A file.\n// allow-file(actor-without-usecase): all of them later\n"
    #expect(rules(in: text + "actor A\nactor B") == [])
    #expect(
      rules(in: "actor A\n" + text)
        == ["actor-without-usecase", "unused-allow"])
  }

  @Test func fileCommentLeavesOtherFiles() {
    let found = findings(in: [
      SourceText(path: "a.usecase", "// allow-file(actor-without-usecase): later\nactor A"),
      SourceText(path: "b.usecase", "actor B"),
    ])
    #expect(found.map(\.place.path) == ["b.usecase"])
  }

  @Test func severalRulesWithCommas() {
    let text = """
      // allow(empty-stage, journey-without-persona): a sketch
      journey J { stage A }
      """
    #expect(rules(in: text) == [])
  }

  @Test func nestedRangesAreAllUsed() {
    let text = """
      // allow(empty-stage): the journey is a sketch
      journey J {
        persona P
        // allow(empty-stage): this stage, too
        stage A
        stage B // allow(empty-stage): and this one
      }
      persona P
      """
    #expect(rules(in: text) == [])
  }

  @Test func reasonsAreWanted() {
    for reason in ["", ":", ":  ", " because"] {
      #expect(
        rules(in: "actor A // allow(actor-without-usecase)\(reason)") == ["unused-allow"])
    }
  }

  @Test func misspeltRulesAreProposed() {
    let found = findings(in: "actor A // allow(actor-without-usecases): later")
    #expect(found.map(\.rule) == ["actor-without-usecase", "unused-allow"])
    #expect(found.last?.fixes.first?.edits.first?.replacement == "actor-without-usecase")
  }

  @Test func errorsMayBeAllowed() {
    #expect(rules(in: "risk R { threatens R } // allow(missing-clause): not judged yet") == [])
  }

  @Test func rulesThatWereNotAskedAreNotUnused() throws {
    let rule = try #require(RuleCatalog.rule(named: "unused-allow"))
    let tree = parse(
      SourceText(path: "a.usecase", "actor A // allow(actor-without-usecase): later"))
    #expect(check(resolve([tree]), rules: [rule]).isEmpty)
  }

  @Test func otherCommentsAllowNothing() {
    for comment in ["allowed(actor-without-usecase): x", "allow actor-without-usecase", "allow()"] {
      #expect(rules(in: "actor A // \(comment)").contains("actor-without-usecase"))
    }
  }

  @Test func manyCommentsStayFast() {
    let lines = (0..<2_000).map { "actor A\($0) // allow(actor-without-usecase): later" }
    let text = "// allow-file(actor-without-usecase): all\n" + lines.joined(separator: "\n")
    #expect(rules(in: text) == [])
  }
}
