import UseCaseModel
import UseCaseSyntax

/// What a badge's colour says beside its words.
enum Tone: String {
  case plain, strong, good, fair, poor, bad
}

extension PageWriter {
  /// A few words in a box; the words say everything, the colour repeats it.
  mutating func badge(_ words: String, _ tone: Tone, prefix: Phrase? = nil) {
    element("span", .class("badge " + tone.rawValue)) { page in
      if let prefix {
        page.element("span", .class("prefix"), text: prefix)
        page.text(" ")
      }
      page.text(words)
    }
    text(" ")
  }

  mutating func badge(_ phrase: Phrase, _ tone: Tone, prefix: Phrase? = nil) {
    badge(words[phrase], tone, prefix: prefix)
  }

  mutating func badge(_ priority: Priority?) {
    guard let priority else { return }
    badge(priority.words, priority.tone)
  }

  mutating func badge(_ status: Status) { badge(choice: status, status.tone) }

  mutating func badge(_ feeling: Feeling) {
    badge(feeling.symbol + "\u{A0}" + words[choice: feeling].capitalizedStart, feeling.tone)
  }

  mutating func badge(_ severity: Severity) {
    badge(words[english: severity.name].capitalizedStart, severity.tone)
  }

  /// A word that a clause chooses.
  mutating func badge<Value: Choice>(choice value: Value, _ tone: Tone = .plain) {
    badge(words[choice: value].capitalizedStart, tone)
  }
}

extension Priority {
  var words: Phrase {
    switch self {
    case .must: .mustHave
    case .should: .shouldHave
    case .could: .couldHave
    case .wont: .wontHave
    }
  }

  var tone: Tone {
    switch self {
    case .must: .strong
    case .should: .good
    case .could: .fair
    case .wont: .plain
    }
  }
}

extension Status {
  var tone: Tone { self == .implemented ? .good : .plain }
}

extension Feeling {
  var tone: Tone {
    switch self {
    case .delighted, .satisfied: .good
    case .neutral: .plain
    case .frustrated: .poor
    case .angry: .bad
    }
  }

  /// The score with its sign, so that the badge needs no colour.
  var symbol: String { score > 0 ? "+" + String(score) : score < 0 ? "−" + String(-score) : "0" }
}

extension Severity {
  var tone: Tone {
    switch self {
    case .info: .plain
    case .warning: .poor
    case .error: .bad
    }
  }
}
