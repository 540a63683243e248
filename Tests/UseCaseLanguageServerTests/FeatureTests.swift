import TestSupport
import Testing
import UseCaseSyntax

/// What an editor asks about names and text.
@Suite struct FeatureTests {
  private static let shop = """
    system Shop {
        /// Pays for what is in the basket.
        usecase PayOrder "Pay the order" {
            actor PaymentProvider
            goal "Own what is in the basket"
            flow {
                1. PaymentProvider names the amount
                2. Payment provider authorises it
                3. payment provider tells [[PaymentProvider]] so
            }
        }
    }

    """
  private static let people = "actor PaymentProvider { kind system }\n"
  private static let journey = """
    journey Buy "Buy a jacket" {
        stage Purchase {
            touchpoint Pay { realized by PayOrder }
        }
    }

    """

  private func desk(_ text: String = FeatureTests.shop) throws -> Desk {
    try Desk([
      ("shop.usecase", text), ("people.usecase", Self.people), ("journey.usecase", Self.journey),
    ])
  }

  @Test func hoveringShowsTheGoalAndTheJourney() throws {
    let desk = try desk()
    let hover = try desk.ask("textDocument/hover", at: desk.place("PayOrder", 2))
    let text = hover["contents"]?["value"]?.string ?? ""
    for words in [
      "Pay the order", "Pays for what is in the basket.", "Own what is in the basket",
      "Buy a jacket, Purchase", "Shop",
    ] {
      #expect(text.contains(words), "\(words) is missing in\n\(text)")
    }
    #expect(hover["range"]?["start"] == desk.place("PayOrder"))
    let keyword = try desk.ask("textDocument/hover", at: desk.place("goal", 1))
    #expect(keyword["contents"]?["value"]?.string?.contains("What is to be reached.") == true)
  }

  @Test func definitionsLieInOtherFiles() throws {
    let desk = try desk()
    for place in [
      desk.place("actor PaymentProvider", 8), desk.place("1. PaymentProvider", 5),
      desk.place("2. Payment provider", 5), desk.place("[[PaymentProvider", 4),
    ] {
      let found = try desk.ask("textDocument/definition", at: place).array ?? []
      #expect(found.count == 1)
      #expect(found.first?["uri"]?.string?.hasSuffix("/people.usecase") == true)
      #expect(found.first?["range"]?["start"] == ["line": 0, "character": 6])
    }
  }

  @Test func referencesAreNamesLinksAndSubjects() throws {
    let desk = try desk()
    let more = [JSONValue.Member("context", ["includeDeclaration": true])]
    let found = try desk.ask(
      "textDocument/references", at: desk.place("actor PaymentProvider", 8), more)
    #expect(found.array?.count == 6)
    let highlights = try desk.ask(
      "textDocument/documentHighlight", at: desk.place("actor PaymentProvider", 8))
    #expect(highlights.array?.count == 5)
  }

  @Test func renamingReachesEveryFileAndEveryForm() throws {
    let desk = try desk()
    let place = desk.place("actor PaymentProvider", 8)
    let prepared = try desk.ask("textDocument/prepareRename", at: place)
    #expect(prepared["placeholder"]?.string == "PaymentProvider")
    let result = try desk.ask(
      "textDocument/rename", at: place, [.init("newName", "CardIssuer")])
    let texts = (result["documentChanges"]?.array ?? []).flatMap { file in
      (file["edits"]?.array ?? []).compactMap { $0["newText"]?.string }
    }
    #expect(
      texts == [
        "CardIssuer", "CardIssuer", "CardIssuer", "Card issuer", "card issuer", "CardIssuer",
      ])
  }

  @Test(arguments: [
    ("Shop", "a system is called so already"), ("3a", "is no name"), ("A.B", "is no name"),
    ("", "is no name"), ("two words", "is no name"), ("`x`", "is no name"),
  ])
  func renamingRefusesWhatWouldNotMeanTheSame(_ name: String, _ reason: String) throws {
    let desk = try desk()
    let id = try desk.client.request(
      "textDocument/rename",
      [
        "textDocument": ["uri": .string(desk.uri)],
        "position": desk.place("actor PaymentProvider", 8), "newName": .string(name),
      ])
    let answer = try desk.client.answer(to: id)
    #expect(answer["error"]?["message"]?.string?.contains(reason) == true, "\(answer)")
  }

  @Test func symbolsAreNested() throws {
    let desk = try desk()
    let symbols = try desk.ask("textDocument/documentSymbol").array ?? []
    #expect(symbols.compactMap { $0["name"]?.string } == ["Shop"])
    let useCase = symbols.first?["children"]?.array?.first
    #expect(useCase?["name"]?.string == "PayOrder")
    #expect(useCase?["detail"]?.string == "Pay the order")
    #expect(useCase?["children"]?.array?.first?["name"]?.string == "flow")
    let found = try desk.client.call("workspace/symbol", ["query": "jacket"]).array ?? []
    #expect(found.compactMap { $0["name"]?.string } == ["Buy"])
  }

  @Test func formattingGivesTheLayoutOfTheCommand() throws {
    let desk = try Desk("actor   A\nusecase B {actor A}\n")
    let edits = try desk.ask("textDocument/formatting").array ?? []
    #expect(edits.count == 1)
    #expect(
      edits.first?["newText"]?.string == "actor A\nusecase B { actor A }\n"
        || edits.first?["newText"]?.string?.hasPrefix("actor A\n") == true)
    try desk.type("usecase {")
    #expect(try desk.ask("textDocument/formatting") == .null)
  }

  @Test func lensesLeadToWhatTheyCountWhereTheClientCanShowIt() throws {
    var members: [JSONValue.Member] = []
    if case .object(let usual) = Client.usual { members = usual }
    members.append(
      .init("experimental", ["commands": ["commands": ["usecase.showReferences"]]]))
    let desk = try Desk(
      [("shop.usecase", Self.shop), ("people.usecase", Self.people), ("j.usecase", Self.journey)],
      capabilities: .object(members))
    let lens = try desk.ask("textDocument/codeLens").array?.first
    #expect(lens?["command"]?["command"]?.string == "usecase.showReferences")
    let arguments = lens?["command"]?["arguments"]?.array ?? []
    try #require(arguments.count == 3)
    #expect(arguments[0].string == desk.uri)
    #expect(arguments[1] == lens?["range"]?["start"])
    let location = arguments[2].array?.first
    #expect(location?["uri"]?.string?.hasSuffix("/j.usecase") == true)
    #expect(location?["range"]?["start"] == Desk.place(of: "Pay {", in: Self.journey))
    let plain = try self.desk().ask("textDocument/codeLens").array?.first
    #expect(plain?["command"]?["command"]?.string == "")
  }

  @Test func theRestAnswers() throws {
    let desk = try desk()
    #expect(try desk.ask("textDocument/foldingRange").array?.count == 3)
    let tokens = try desk.ask("textDocument/semanticTokens/full")["data"]?.array ?? []
    #expect(tokens.count > 20 && tokens.count.isMultiple(of: 5))
    let ranges = try desk.ask(
      "textDocument/selectionRange", ["positions": [desk.place("goal", 1)]])
    #expect(ranges.array?.first?["parent"]?["parent"] != nil)
    let lenses = try desk.ask("textDocument/codeLens").array ?? []
    #expect(lenses.compactMap { $0["command"]?["title"]?.string } == ["realises 1 touchpoint"])
    let hints = try desk.ask(
      "textDocument/inlayHint",
      ["range": ["start": ["line": 0, "character": 0], "end": ["line": 99, "character": 0]]])
    #expect(hints.array?.isEmpty == true)
  }
}
