import UseCaseModel
import UseCaseRules
import UseCaseSyntax

/// The words of the site in one language.
///
/// `Words.english` is the table in English. Another language is one file: a dictionary from each of
/// these to its words, with the same places `{}`, and a line in `tables`.
struct Words: Sendable {
  private let table: [String: String]

  /// Tables by the first part of a BCP 47 tag.
  private static let tables: [String: [String: String]] = [:]

  /// The words of a language, those of English where it has no table.
  init(language: String) {
    let tag = language.prefix { $0 != "-" }.lowercased()
    self.init(table: Words.tables[tag] ?? [:])
  }

  /// Words by those of English, which stand where a table has none.
  init(table: [String: String]) { self.table = table }

  /// A phrase whose places, written `{}`, are filled from left to right.
  subscript(phrase: Phrase, values: String...) -> String { filled(phrase, values) }

  /// What other modules say in English, in this language where the table has it.
  subscript(english words: String) -> String { table[words] ?? words }

  func filled(_ phrase: Phrase, _ values: [String]) -> String {
    let words = self[english: phrase.rawValue]
    guard !values.isEmpty else { return words }
    var result = ""
    var rest = words[...]
    for value in values {
      guard let place = Words.place(in: rest) else { break }
      result += rest[..<place.lowerBound]
      result += value
      rest = rest[place.upperBound...]
    }
    return result + rest
  }

  /// What stands before and behind the place of a phrase, so that a link may stand there.
  func around(_ phrase: Phrase) -> (before: String, behind: String) {
    let words = self[english: phrase.rawValue]
    guard let place = Words.place(in: words[...]) else { return (words, "") }
    return (String(words[..<place.lowerBound]), String(words[place.upperBound...]))
  }

  /// Where the first `{}` stands.
  private static func place(in words: Substring) -> Range<String.Index>? {
    var rest = words.utf8
    while let start = rest.firstIndex(of: UInt8(ascii: "{")) {
      rest = rest[rest.index(after: start)...]
      if rest.first == UInt8(ascii: "}") { return start..<rest.index(after: rest.startIndex) }
    }
    return nil
  }
}

// MARK: Words of the language

extension Words {
  /// Everything that a table has words for: the site's own phrases, and what it takes from the
  /// vocabulary and from the figures of coverage. What rules say is no part of it.
  static let english: Set<String> = Set(
    Phrase.allCases.map(\.rawValue)
      + ElementKind.allCases.flatMap { kind in
        [kind.noun, kind.plural, Vocabulary.declaration(kind)?.documentation].compactMap { $0 }
      }
      + labels(ActorKind.self) + labels(SystemKind.self) + labels(ChannelKind.self)
      + labels(GoalLevel.self) + labels(Status.self) + labels(EffortUnit.self)
      + labels(StageKind.self) + labels(Feeling.self) + labels(MomentKind.self)
      + labels(Polarity.self) + labels(StakeholderKind.self) + labels(Attitude.self)
      + labels(EngagementStrategy.self) + labels(DSDMRole.self) + labels(Metric.self)
      + labels(BenchmarkKind.self) + labels(LogColumn.self) + labels(ViewAttribute.self)
      + labels(DiagramKind.self) + Severity.allCases.map(\.name) + Quantity.durationUnits
      + FigureGroup.allCases.map(\.title) + FigureCatalog.all.flatMap { [$0.title, $0.heading] })

  private static func labels<Value: Choice>(_ type: Value.Type) -> [String] {
    type.allCases.map(\.label)
  }

  /// "use case"
  func noun(_ kind: ElementKind) -> String { self[english: kind.noun] }

  /// "use cases"
  func plural(_ kind: ElementKind) -> String { self[english: kind.plural] }

  /// A word that a clause chooses, within a line: "user goal"
  subscript<Value: Choice>(choice value: Value) -> String { self[english: value.label] }

  /// A number with its unit; units of time are words.
  subscript(quantity: Quantity) -> String {
    guard Quantity.durationUnits.contains(quantity.unit) else { return quantity.description }
    return Quantity(quantity.value, unit: self[english: quantity.unit]).description
  }
}

extension Choice {
  /// As a reader meets it: `user-goal` → "user goal".
  var label: String {
    switch rawValue {
    case "nps", "csat", "ces", "clv": rawValue.uppercased()
    case DSDMRole.dsdmCoach.rawValue: "DSDM coach"
    default: rawValue.replacing("-", with: " ")
    }
  }
}

extension String {
  /// With a capital at its start.
  var capitalizedStart: String { prefix(1).uppercased() + dropFirst() }
}
