import TestSupport
import Testing
import UseCaseSyntax

/// What is proposed at a place: all that is legal there, and nothing else.
@Suite struct CompletionTests {
  private static let people = """
    actor Customer
    actor PaymentProvider { kind system }
    role CheckoutTeam "The checkout team"

    """

  /// The labels that are proposed where `|` stands in the first file.
  private func labels(_ text: String) throws -> [String] {
    let desk = try Desk(text)
    let result = try desk.ask("textDocument/completion", at: desk.cursor)
    return (result["items"]?.array ?? []).compactMap { $0["label"]?.string }
  }

  @Test func offersClausesThatAreNotGivenYet() throws {
    let found = try labels(
      Self.people + """
        system Shop {
            usecase PayOrder {
                actor Customer
                |
                priority must
                precondition "The basket is full"
                flow {
                    1. Customer pays
                }
            }
        }
        """)
    #expect(found.contains("supporting"))
    #expect(found.contains("precondition"))
    #expect(found.contains("success guarantee"))
    #expect(found.contains("alternative"))
    for word in ["actor", "priority", "flow", "system", "include", "kpi", "stage", "usecase"] {
      #expect(!found.contains(word), "\(word)")
    }
  }

  @Test(arguments: [
    ("actor |", ["Customer", "PaymentProvider"]),
    ("actor Customer, |", ["PaymentProvider"]),
    ("priority |", ["must", "should", "could", "wont"]),
    ("owner |", ["Customer", "PaymentProvider", "CheckoutTeam"]),
    ("success |", ["guarantee"]),
    ("extend |", ["Other"]),
    ("extend Other |", ["at", "when"]),
    ("extend Other at |", ["Totals"]),
    ("reviewed 2026-01-01 |", ["every", "by"]),
    ("level su|", ["summary", "subfunction"]),
    ("alternative |", ["1a", "2b", "*a"]),
    ("goal \"x\" |", []),
    ("// actor |", []),
    ("goal \"actor |\"", []),
  ])
  func offersWhatTheClauseTakes(_ line: String, _ expected: [String]) throws {
    let found = try labels(
      Self.people + """
        usecase Other { extension point Totals }
        usecase PayOrder {
            \(line)
            flow {
                1. Customer pays
                2. PaymentProvider confirms
            }
            alternative 2a when "it is declined" {
                resume 1
            }
        }
        """)
    #expect(found == expected)
  }

  @Test func offersWhoTakesPartInAStep() throws {
    let model = """
      usecase PayOrder {
          actor Customer
          supporting PaymentProvider
          flow {
              1. |
          }
      }
      """
    #expect(
      try labels(Self.people + "system Shop \"Web shop\" {\n" + model + "\n}") == [
        "include", "Customer", "Payment provider", "PaymentProvider", "Web shop", "Shop",
      ])
    #expect(
      try labels(Self.people + "actor Ghost\n" + model.replacing("1. |", with: "1. Pay|")) == [
        "Payment provider", "PaymentProvider",
      ])
  }

  @Test func offersTheEndsOfABranch() throws {
    func branch(_ line: String) throws -> [String] {
      try labels(
        Self.people + """
          usecase PayOrder {
              actor Customer
              flow {
                  1. Customer pays
                  2. System confirms
              }
              alternative 2a when "it is declined" {
                  1. System says why
                  \(line)
              }
          }
          """)
    }
    #expect(try branch("|").prefix(4) == ["2.", "resume", "end success", "end failure"])
    #expect(try branch("resume |") == ["1", "2"])
    #expect(try branch("end |") == ["success", "failure"])
  }

  @Test func offersTouchpointsInTransitions() throws {
    let journey = """
      journey Buy {
          stage Purchase {
              touchpoint Look
              touchpoint Pay
          }
          start -> |
      }
      """
    #expect(try labels(journey) == ["completed", "abandoned", "Look", "Pay"])
    #expect(
      try labels(journey.replacing("start -> |", with: "Look -> Pay |")) == ["when", "carries"])
  }

  @Test func livesInAFileThatIsHalfTyped() throws {
    #expect(
      try labels(Self.people + "usecase PayOrder {\n    pri|") == ["priority", "precondition"])
    #expect(
      try labels("usecase PayOrder {\n    flow {\n        1. Customer p\n    |").isEmpty == false)
    #expect(
      try labels(Self.people + "usecase A {\n    goal \"unclosed\n    actor |").contains("Customer")
    )
    #expect(try labels("|").contains("usecase"))
  }

  @Test func linksAreToAnything() throws {
    let found = try labels(Self.people + "usecase A {\n    goal \"asks [[Cu|\"\n}\n")
    #expect(found.first == "Customer")
  }
}
