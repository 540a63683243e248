import UseCaseSyntax

extension ClauseInfo {
  /// What is typed: `pain "pain" [answered by <use case>, …]`. Words in angle brackets stand for
  /// something else, what stands in square ones may be missing.
  var form: String {
    let arguments = arguments.map { argument in
      let form = argument.shape.form(named: argument.label)
      return argument.isOptional ? "[\(form)]" : form
    }
    return ([text] + arguments + tails.map(\.form)).joined(separator: " ")
  }

  /// How often it may stand in a declaration; empty where that is once.
  var occurrenceRemark: String {
    switch occurrence {
    case .once: ""
    case .required: " It must stand."
    case .repeated: " It may stand several times."
    }
  }

  /// What it says, how often, and what the words stand for that it chooses from.
  var prose: String {
    documentation + occurrenceRemark + meanings.map { " " + $0 }.joined()
  }

  /// "`must`: without it there is no use in going live; …." for each choice that is not plain.
  private var meanings: [String] {
    arguments.compactMap { argument in
      guard case .choice(let choices) = argument.shape else { return nil }
      let explained = choices.words.compactMap { word in
        choices.meaning(of: word).map { "`\(word)`: \($0)" }
      }
      return explained.isEmpty ? nil : explained.joined(separator: "; ") + "."
    }
  }

  var entry: Article.Entry { Article.Entry(form, prose) }

  var entryWithExample: Article.Entry {
    Article.Entry(form, prose, example: example == text ? nil : example)
  }
}

extension Tail {
  /// `[answered by <use case>, …]`
  var form: String { "[\(keyword) \(shape.form(named: keyword == "when" ? "condition" : "…"))]" }
}

extension ArgumentShape {
  fileprivate func form(named label: String) -> String {
    switch self {
    case .text: "\"\(label)\""
    case .texts: "\"\(label)\", …"
    case .name(let kinds): "<\(kinds.form)>"
    case .names(let kinds): "<\(kinds.form)>, …"
    case .newName: "<name>"
    case .word: "<\(label)>"
    case .words: "<word>, …"
    case .choice(let choices): choices.words.joined(separator: "|")
    case .number: "<number>"
    case .score(let range): "\(range.lowerBound)..\(range.upperBound)"
    case .scores: "<probability>, <impact>"
    case .count: "<count>"
    case .date: "<date>"
    case .duration: "<duration>"
    case .quantity: "<value>"
    case .range: "<low>..<high>"
    case .step: "<step>"
    case .percentage: "<share>%"
    case .production(.activity):
      "\"\(label)\" -> <touchpoint>|completed|abandoned, or \"\(label)\" ignored"
    case .production(.filter):
      "\(ViewFilter.allCases.map(\.rawValue).joined(separator: "|")) <value>, …"
    }
  }
}

extension KindSet {
  fileprivate var form: String {
    switch self {
    case .any: "name"
    case .who: "who"
    case .whoOrUseCase: "who or use case"
    case .whoOrSystem: "who or system"
    default: kinds.map(\.noun).joined(separator: " or ")
    }
  }
}
