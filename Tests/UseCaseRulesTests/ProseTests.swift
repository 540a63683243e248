import TestSupport
import Testing
import UseCaseModel
import UseCaseRules
import UseCaseSyntax

/// The rules about English against sentences that were labelled before the rules were written.
@Suite struct ProseTests {
  static let rules = RuleCatalog.all.filter { $0.info.category == .text }
  static let set = LabelledProse.read()

  /// How a rule does on some sentences.
  struct Score: CustomStringConvertible {
    private(set) var found: [String] = []
    private(set) var missed: [String] = []
    private(set) var wrong: [String] = []

    var precision: Double { share(found.count, of: found.count + wrong.count) }
    var recall: Double { share(found.count, of: found.count + missed.count) }

    private func share(_ part: Int, of whole: Int) -> Double {
      whole == 0 ? 1 : Double(part) / Double(whole)
    }

    mutating func add(_ sentence: String, isLabelled: Bool, isFound: Bool) {
      switch (isLabelled, isFound) {
      case (true, true): found.append(sentence)
      case (true, false): missed.append(sentence)
      case (false, true): wrong.append(sentence)
      case (false, false): break
      }
    }

    var description: String {
      func percent(_ share: Double) -> String { "\((share * 1000).rounded() / 10) %" }
      return "precision \(percent(precision)), recall \(percent(recall)) "
        + "(\(found.count) found, \(missed.count) missed, \(wrong.count) wrong)"
    }
  }

  /// The rules that find something in each sentence.
  static let found: [Set<String>] = set.sentences.map { sentence in
    let source = SourceText(path: "model.usecase", set.model(of: sentence))
    return Set(check(resolve([parse(source)]), rules: rules).map(\.rule))
  }

  private func score(_ rule: String, isHeldOut: Bool) -> Score {
    var score = Score()
    for (sentence, found) in zip(Self.set.sentences, Self.found)
    where sentence.isHeldOut == isHeldOut {
      score.add(
        sentence.text, isLabelled: sentence.labels.contains(rule), isFound: found.contains(rule))
    }
    return score
  }

  /// What was measured, rounded down: precision and recall on the sentences that the lexicon is
  /// tuned on, and on those that are held out.
  static let measured: [String: (tuned: (Double, Double), heldOut: (Double, Double))] = [
    "usecase-name-not-verb": ((1, 0.91), (1, 0.83)),
    "usecase-name-vague": ((1, 1), (1, 1)),
    "step-ui-detail": ((1, 0.97), (1, 0.94)),
    "step-passive-or-modal": ((1, 1), (1, 0.92)),
    "step-vague-word": ((1, 0.96), (0.92, 1)),
    "step-multiple-actions": ((0.95, 0.9), (1, 0.92)),
    "term-synonym": ((1, 1), (1, 1)),
  ]

  @Test(arguments: rules.map(\.info.name)) func isAsPreciseAsRecorded(_ name: String) throws {
    let rule = try #require(RuleCatalog.rule(named: name))
    let bounds = try #require(Self.measured[name], "nothing is recorded")
    let tuned = score(name, isHeldOut: false)
    let heldOut = score(name, isHeldOut: true)
    print("\(name): tuned \(tuned); held out \(heldOut)")
    #expect(tuned.precision >= bounds.tuned.0, "wrong: \(tuned.wrong)")
    #expect(tuned.recall >= bounds.tuned.1, "missed: \(tuned.missed)")
    #expect(heldOut.precision >= bounds.heldOut.0)
    #expect(heldOut.recall >= bounds.heldOut.1)
    let isPrecise = min(tuned.precision, heldOut.precision) >= 0.9
    #expect(rule.info.isOn == isPrecise, "a rule below 0.9 is off by default, another is on")
  }

  @Test func theSetIsLargeAndBalanced() {
    let count = Self.set.sentences.count
    let good = Self.set.sentences.count { $0.labels.isEmpty }
    #expect(count >= 240)
    #expect((0.4...0.6).contains(Double(good) / Double(count)))
    let labels = Self.set.sentences.reduce(into: Set<String>()) { $0.formUnion($1.labels) }
    #expect(labels == Set(Self.rules.map(\.info.name)))
  }

  /// Steps and titles of the examples are good prose.
  @Test(arguments: ["fellmark", "library", "compiler"]) func findsNothingIn(_ name: String) {
    let sources = Example(name).sources
    #expect(sources.count > 3)
    let names = Set(Self.rules.map(\.info.name))
    let found = check(resolve(sources.map(parse)), rules: Self.rules)
      .filter { names.contains($0.rule) }
    #expect(found.isEmpty, "\(found.summary)")
  }

  @Test func keepsQuietInOtherLanguages() throws {
    for rule in Self.rules {
      let bad = rule.info.bad
      #expect(!findings(in: bad).of(rule.info.name).isEmpty)
      for language in ["language de", "version \"1\""] {
        let other = bad.replacing("language en", with: language)
        #expect(other != bad)
        #expect(findings(in: other).of(rule.info.name).isEmpty, "\(rule.info.name)")
      }
    }
  }

  struct Taste: Sendable, CustomTestStringConvertible {
    let rule: String
    let option: String
    let words: [String]
    let kind: String
    let text: String
    /// Whether something is found with the option, and only with it, or only without it.
    let isFound: Bool

    var testDescription: String { "\(rule) \(option) \(words): \(text)" }
  }

  static let tastes = [
    ("step-ui-detail", "further-words", ["kiosk"], "step", "Guest walks to the kiosk", true),
    (
      "step-ui-detail", "words-left-alone", ["order screen"], "step", "Shop shows the order screen",
      false
    ),
    ("step-vague-word", "further-words", ["in time"], "step", "Driver arrives in time", true),
    (
      "step-vague-word", "words-left-alone", ["suitable"], "step", "Clerk takes suitable measures",
      false
    ),
    ("usecase-name-vague", "further-words", ["organise"], "title", "Organise orders", true),
    (
      "usecase-name-vague", "words-left-alone", ["process payment"], "title", "Process payment",
      false
    ),
    ("usecase-name-not-verb", "further-verbs", ["checkout"], "title", "Checkout", false),
    (
      "term-synonym", "words-left-alone", ["shopping bag"], "step", "Shop empties the shopping bag",
      false
    ),
  ].map { Taste(rule: $0, option: $1, words: $2, kind: $3, text: $4, isFound: $5) }

  @Test(arguments: tastes) func optionsChangeWhatIsFound(_ taste: Taste) throws {
    let rule = try #require(RuleCatalog.rule(named: taste.rule))
    let sentence = LabelledProse.Sentence(
      kind: taste.kind, labels: [], text: taste.text, isHeldOut: false)
    let model = resolve([parse(SourceText(path: "model.usecase", Self.set.model(of: sentence)))])
    #expect(check(model, rules: [rule]).isEmpty == taste.isFound)
    let changed = try rule.with(taste.option, .texts(taste.words))
    #expect(check(model, rules: [changed]).isEmpty != taste.isFound)
  }

  @Test(arguments: [
    ("Order tracking", "Track order"), ("Voucher renewal", "Renew voucher"), ("Login", "Log in"),
    ("Cancellation of an order", "Cancel an order"), ("Paying the order", "Pay the order"),
    ("Customer pays the order", "Pay the order"), ("Product search", "Search product"),
    ("PDF export", "Export PDF"), ("Identity verification", "Verify identity"),
    ("Basket", "Track order', not 'Order tracking"),
  ]) func aTitleWithAVerbIsProposed(_ title: String, _ proposal: String) {
    let model = """
      model M { language en }
      actor Customer
      system Shop { usecase Do "\(title)" { actor Customer } }
      """
    let found = findings(in: model).of("usecase-name-not-verb")
    #expect(found.first?.help == ["say what is done: '\(proposal)'"])
  }

  /// Whatever stands in a step: nothing traps, and what is marked lies in the step.
  @Test func survivesAnyBytes() {
    var random = FixedSeed(7)
    let pieces = Self.set.sentences.map { Array($0.text.utf8) }
    let strange: [[UInt8]] = [
      [0xE2, 0x80], [0xE2, 0x80, 0x99], [0x5C], [0x5B, 0x5B], [0x5D, 0x5D], [0xFF], [0x60],
      Array("—”’s".utf8), Array(", and then".utf8), Array("[[".utf8), Array("cart’s".utf8),
    ]
    for sentence in Self.set.sentences {
      var bytes = Array(sentence.text.utf8)
      for _ in 0..<4 {
        let place = Int.random(in: 0...bytes.count, using: &random)
        let piece = (Bool.random(using: &random) ? strange : pieces).randomElement(using: &random)
        bytes.insert(contentsOf: (piece ?? []).prefix(24), at: place)
      }
      let text = Self.set.model(of: sentence)
      guard let range = text.firstRange(of: sentence.text) else { continue }
      let start = text.utf8.distance(from: text.startIndex, to: range.lowerBound)
      let end = text.utf8.distance(from: text.startIndex, to: range.upperBound)
      var model = Array(text.utf8)
      model.replaceSubrange(start..<end, with: bytes)
      let source = SourceText(path: "model.usecase", bytes: model)
      for finding in check(resolve([parse(source)]), rules: Self.rules) {
        #expect(finding.place.range.upperBound <= model.count)
        #expect(
          finding.place.range.lowerBound < finding.place.range.upperBound
            || finding.rule == "syntax")
      }
    }
  }
}
