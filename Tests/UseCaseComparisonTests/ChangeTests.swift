import TestSupport
import Testing
import UseCaseComparison
import UseCaseModel
import UseCaseSyntax

/// Each kind of change on the smallest models that show it.
@Suite struct ChangeTests {
  /// The lines of the report about elements, without blanks in front.
  private func changes(_ old: String, _ new: String) -> [String] {
    var difference = ModelDifference(from: version(old), to: version(new))
    difference.figures = []
    difference.newFindings = []
    difference.goneFindings = []
    return DifferenceReport(difference, old: "old", new: "new").text()
      .split(separator: "\n").filter { $0.hasPrefix(" ") }
      .map { String($0.drop { $0 == " " }) }
  }

  @Test func elementsAreAddedAndRemoved() {
    #expect(
      changes("actor Reader\nterm Loan", "actor Reader\nchannel Desk\n")
        == ["+ Desk (channel Desk)", "- Loan (term Loan)"])
  }

  @Test func anElementThatSaysTheSameIsRenamedAndWhatNamesItIsUnchanged() {
    let old = """
      actor Reader
      system Library { usecase Lend { actor Reader
        goal "to read at home"
        flow { 1. Reader shows the card } } }
      """
    let new = """
      actor Member
      system Library { usecase Lend { actor Member
        goal "to read at home"
        flow { 1. Member shows the card } } }
      """
    #expect(changes(old, new) == ["~ Member (actor Member), renamed from actor Reader"])
  }

  @Test func whereTwoResembleItAsMuchNobodyGuesses() {
    let old = "term Loan { synonym \"lending\" }"
    let new = "term A { synonym \"lending\" }\nterm B { synonym \"lending\" }"
    #expect(changes(old, new) == ["+ A (term A)", "+ B (term B)", "- Loan (term Loan)"])
  }

  @Test func choicesAloneMakeNoRename() {
    #expect(
      changes("channel Desk { kind physical }", "channel Van { kind physical }")
        == ["+ Van (channel Van)", "- Desk (channel Desk)"])
  }

  @Test func anElementMovesToAnotherNamespace() {
    #expect(
      changes("package A { term Loan }\npackage B { }", "package A { }\npackage B { term Loan }")
        == ["~ Loan (term B.Loan), moved from term A.Loan"])
  }

  @Test func whatStandsInARenamedPackageIsUnchanged() {
    #expect(
      changes(
        "package Lending { term Loan\nterm Due\nterm Fee }",
        "package Loans { term Loan\nterm Due\nterm Fee }")
        == ["~ Loans (package Loans), renamed from package Lending"])
  }

  @Test func clausesChangeValueByValue() {
    let old = """
      actor Reader
      usecase Lend "Lend" { actor Reader
        priority should
        precondition "a card"
        success guarantee "recorded" }
      """
    let new = """
      actor Reader
      usecase Lend "Borrow" { actor Reader
        priority must
        level user-goal
        success guarantee "recorded"
        success guarantee "printed"
        effort 3 }
      """
    #expect(
      changes(old, new) == [
        "~ Borrow (usecase Lend)", #"~ title: "Lend" -> "Borrow""#,
        "~ priority: should -> must", #"+ success guarantee: "printed""#, "+ effort: 3",
        #"- precondition: "a card""#,
      ])
  }

  @Test func theSameWordsMayMeanAnother() {
    let user = "usecase Lend { actor Reader }"
    #expect(
      changes(
        "actor Reader\npackage P { \(user) }", "actor Reader\npackage P { actor Reader\n\(user) }")
        == ["+ Reader (actor P.Reader)", "~ Lend (usecase P.Lend)", "~ actor: Reader -> P.Reader"])
  }

  @Test func whatIsSaidByDefaultIsShownWhereItChanges() {
    #expect(
      changes("usecase Lend", "usecase Lend { level summary }")
        == ["~ Lend (usecase Lend)", "~ level: user-goal -> summary"])
  }

  @Test func parentsAndSystemsChange() {
    let old = "actor A\nactor B: A\nsystem S { usecase U }\nsystem T { }"
    let new = "actor A\nactor B\nsystem S { }\nsystem T { usecase U }"
    #expect(
      changes(old, new) == [
        "~ B (actor B)", "- parents: A", "~ U (usecase U)", "~ system: S -> T",
      ])
    let written = "actor A\nactor B: A\nusecase U { system S }\nsystem S { }\nsystem T { }"
    #expect(changes(old, written) == [])
  }

  // MARK: Flows

  private func flow(_ steps: String, _ branches: String = "") -> String {
    "actor Reader\nsystem Library { usecase Lend { actor Reader\nflow {\n\(steps)\n}\n\(branches)\n} }"
  }

  @Test func stepsAreAddedRemovedChangedAndRenumbered() {
    let old = flow(
      """
      1. Reader shows the card
      2. Library finds that the card is valid
      3. Library asks for the fee of the year
      4. Library records the loan
      """)
    let new = flow(
      """
      1. Reader greets
      2. Reader shows the card
      3. Library finds that the card is valid
      4. Library asks for the fee of the month
      5. Library records the loan
      """)
    #expect(
      changes(old, new) == [
        "~ Lend (usecase Lend)", "+ step 1: Reader greets",
        "~ step 4 (was step 3): Library asks for the fee of the year"
          + " -> Library asks for the fee of the month",
        "~ steps renumbered: 1–2 -> 2–3", "~ step renumbered: 4 -> 5",
      ])
  }

  @Test func aStepMoves() {
    let old = flow("1. Reader greets\n2. Reader shows the card\n3. Library records the loan")
    let new = flow("1. Reader shows the card\n2. Library records the loan\n3. Reader greets")
    #expect(
      changes(old, new) == [
        "~ Lend (usecase Lend)", "~ step 3 (was step 1) moved: Reader greets",
        "~ steps renumbered: 2–3 -> 1–2",
      ])
  }

  @Test func aBranchFollowsItsStep() {
    let branch = { (anchor: String, resume: String) in
      "alternative \(anchor) when \"it is late\" {\n1. Library asks for a fee\nresume \(resume)\n}"
    }
    let old = flow("1. Reader shows the card\n2. Library records it", branch("1a", "2"))
    let new = flow(
      "1. Reader greets\n2. Reader shows the card\n3. Library records it", branch("2a", "3"))
    #expect(
      changes(old, new) == [
        "~ Lend (usecase Lend)", "+ step 1: Reader greets", "~ steps renumbered: 1–2 -> 2–3",
      ])
  }

  @Test func branchesChange() {
    let steps = "1. Reader shows the card\n2. Library records it"
    let old = flow(
      steps,
      """
      alternative 1a when "it is late" {
      1. Library asks for a fee
      resume 2
      }
      exception *a when "the power fails" { end failure }
      """)
    let new = flow(
      steps,
      """
      exception 2a when "it is late" {
      1. Library asks for a fee
      2. Reader leaves
      end failure
      }
      alternative 1b when "a friend pays" { resume 1 }
      """)
    #expect(
      changes(old, new) == [
        "~ Lend (usecase Lend)",
        #"- branch *a: exception when "the power fails" (0 steps), end failure"#,
        #"+ branch 1b: alternative when "a friend pays" (0 steps), resume 1"#,
        "~ branch 2a (was branch 1a): alternative -> exception",
        "~ branch 2a, hangs on (was branch 1a, hangs on): 1a -> 2a",
        "+ step 2a2: Reader leaves",
        "~ branch 2a, ends with (was branch 1a, ends with): resume 2 -> end failure",
      ])
  }

  // MARK: Journeys

  @Test func journeysChange() {
    let old = """
      journey Trip { stage Go { touchpoint A { pain "slow" }
      touchpoint B }
      stage Stay { touchpoint C }
      start -> A -> B -> completed
      B -> C 40% carries "bag" }
      usecase Help
      """
    let new = """
      journey Trip { stage Stay { touchpoint C }
      stage Go { touchpoint A { pain "slow" answered by Help
      feels angry }
      touchpoint D }
      start -> A -> D -> completed
      A -> C 60% }
      usecase Help
      """
    #expect(
      changes(old, new) == [
        "~ Trip (journey Trip)", "~ order of stages moved: Go, Stay -> Stay, Go",
        "+ arrow A -> D", "+ arrow D -> completed", "+ arrow A -> C: 60%",
        "- arrow A -> B", "- arrow B -> completed", #"- arrow B -> C: 40% carries "bag""#,
        "~ A (touchpoint Trip.A)",
        #"~ pain: "slow" -> "slow" answered by Help"#, "+ feels: angry",
        "+ D (touchpoint Trip.D)", "- B (touchpoint Trip.B)",
      ])
  }

  @Test func twoJourneysOfOneModel() {
    let text = """
      persona P
      usecase Pay
      journey AsIs { persona P
      stage Buy { touchpoint Queue { pain "waiting" }
      touchpoint Leave }
      start -> Queue -> Leave -> completed }
      journey ToBe { persona P
      state to-be
      stage Buy { touchpoint Queue { pain "waiting" answered by Pay
      realized by Pay
      moment First { polarity positive
      impact 5 } }
      touchpoint Rate }
      start -> Queue -> Rate -> completed }
      """
    let whole = version(text)
    let journeys = whole.model.all(Journey.self)
    let difference = ModelDifference(between: journeys[0], and: journeys[1], of: whole)
    let lines = difference.elements.map { "\($0.verb) \(($0.new ?? $0.old)?.key ?? "")" }
    #expect(
      lines == [
        "changed journey ToBe", "changed touchpoint ToBe.Queue", "added touchpoint ToBe.Rate",
        "removed touchpoint AsIs.Leave", "added moment ToBe.First",
      ])
    #expect(difference.figures.contains { $0.name == "pains-answered" && $0.hasRisen == true })
    #expect(
      ModelDifference(between: journeys[0], and: journeys[0], of: whole).isEmpty)
  }

  // MARK: Coverage and findings

  @Test func figuresAndFindingsAreCompared() {
    let old = version("actor Reader\nactor Idle\nusecase Lend { actor Reader }")
    let new = version(
      "\n\n// further down\nactor Reader\nactor Guest\nusecase Lend { actor Reader\npriority must }"
    )
    let difference = ModelDifference(from: old, to: new)
    #expect(!difference.newFindings.isEmpty && !difference.goneFindings.isEmpty)
    #expect(difference.newFindings.allSatisfy { $0.message.contains("Guest") })
    #expect(difference.goneFindings.allSatisfy { $0.message.contains("Idle") })
    #expect(difference.newFindings.count < new.findings.count)
    #expect(difference.figures.map(\.name).contains("overall"))
  }

  @Test func aPartThatCoversLessIsNamedAlsoWhereTheWholeDoesNot() {
    let flow = "flow {\n1. It is done\n}"
    let texts = [true, false].map { isFirst in
      """
      package One { usecase Lend { \(flow) }
      usecase Keep { \(isFirst ? flow : "") } }
      package Two { usecase Send { \(isFirst ? "" : flow) } }
      package Three { usecase Pack { \(flow) } }
      """
    }
    let difference = ModelDifference(from: version(texts[0]), to: version(texts[1]))
    let figures = difference.figures.filter { $0.name == "usecases-with-flow" }
    #expect(figures.map(\.part) == ["package One", "package Two"])
    #expect(figures.map(\.hasRisen) == [false, true])
    let report = DifferenceReport(difference, old: "a", new: "b")
    #expect(
      report.text().contains(
        "  ~ use cases with flow in package One: 100 % (2 of 2) -> 50 % (1 of 2), fallen\n"))
    #expect(report.markdown.contains("use cases with flow in <code>package One</code>"))
    // Where a part is the whole, it is not said twice.
    let single = texts.map { "package All { \($0.replacing("package Two", with: "package Of")) }" }
    let all = ModelDifference(from: version(single[0]), to: version(single[1]))
    #expect(!all.figures.contains { $0.part == "package All" })
  }
}
