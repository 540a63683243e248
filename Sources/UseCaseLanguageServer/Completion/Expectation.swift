import UseCaseSyntax

/// What the language takes next in a statement.
enum Expectation {
  /// Names of elements of these kinds, but for those that stand there already.
  case names(KindSet, given: [String])
  /// An extension point of the use case that is named before.
  case extensionPoint(base: String)
  case words([String])
  /// A word of the language with what it means.
  case keyword(String, String)
  /// A text in quotes.
  case text(label: String)
  /// The number of a step of the main flow.
  case step
  case date
  /// A touchpoint, or an end of the journey.
  case journeyPoint(given: [String])
}

/// Walks along the arguments and tails of a clause up to where the tokens end.
struct ClauseWalk {
  private let source: SourceText
  private let tokens: [Token]
  private var position = 0
  /// The first name in the clause.
  private var base = ""
  private(set) var expectations: [Expectation] = []

  init(_ source: SourceText, _ tokens: [Token]) {
    self.source = source
    self.tokens = tokens
  }

  /// What may stand behind the tokens of a clause that follow its keyword.
  static func expectations(
    of arguments: [Argument], _ tails: [Tail], after tokens: [Token], in source: SourceText
  ) -> [Expectation] {
    var walk = ClauseWalk(source, tokens)
    walk.run(arguments, tails)
    return walk.expectations
  }

  private var isAtEnd: Bool { position >= tokens.count }
  private func text(_ token: Token) -> String { source[token.range] }

  private mutating func run(_ arguments: [Argument], _ tails: [Tail]) {
    for argument in arguments {
      if argument.isOptional {
        if isAtEnd {
          expect(argument.shape, argument.label, given: [])
          continue
        }
        guard canBegin(argument.shape, tails) else { continue }
      }
      guard read(argument.shape, argument.label, tails) else { return }
    }
    var open = tails
    while !isAtEnd {
      guard let place = open.firstIndex(where: { isWritten($0) }) else {
        return expectSecondWord(of: open)
      }
      let tail = open.remove(at: place)
      position += tail.keyword.split(separator: " ").count
      guard read(tail.shape, tail.keyword, open) else { return }
    }
    for tail in open { expectations.append(.keyword(tail.keyword, tail.summary)) }
  }

  private func canBegin(_ shape: ArgumentShape, _ tails: [Tail]) -> Bool {
    switch shape {
    case .text: tokens[position].kind == .text
    case .percentage: tokens[position].kind == .number
    default: !tails.contains { isWritten($0) }
    }
  }

  private func isWritten(_ tail: Tail) -> Bool {
    let words = tail.keyword.split(separator: " ")
    guard position + words.count <= tokens.count else { return false }
    return zip(words, tokens[position...]).allSatisfy { $0 == text($1) }
  }

  /// `answered` was written of `answered by`.
  private mutating func expectSecondWord(of tails: [Tail]) {
    guard position == tokens.count - 1 else { return }
    for tail in tails {
      let words = tail.keyword.split(separator: " ").map(String.init)
      if words.count == 2, words[0] == text(tokens[position]) {
        expectations.append(.keyword(words[1], tail.summary))
      }
    }
  }

  /// Reads an argument; false where it is what is being written.
  private mutating func read(_ shape: ArgumentShape, _ label: String, _ tails: [Tail]) -> Bool {
    if case .production(let production) = shape { return read(production, label) }
    var given: [String] = []
    while true {
      guard !isAtEnd else {
        expect(shape, label, given: given)
        return false
      }
      let token = tokens[position]
      given.append(text(token))
      if base.isEmpty { base = text(token) }
      position += 1
      if case .quantity = shape { skipUnit(tails) }
      if case .duration = shape { skipUnit(tails) }
      guard shape.isList, !isAtEnd, tokens[position].kind == .comma else { return true }
      position += 1
    }
  }

  private mutating func skipUnit(_ tails: [Tail]) {
    guard !isAtEnd, !tails.contains(where: { isWritten($0) }) else { return }
    switch tokens[position].kind {
    case .unit, .word, .text: position += 1
    default: break
    }
  }

  private mutating func expect(_ shape: ArgumentShape, _ label: String, given: [String]) {
    switch shape {
    case .name(let kinds), .names(let kinds):
      expectations.append(
        kinds == KindSet(.extensionPoint)
          ? .extensionPoint(base: base) : .names(kinds, given: given))
    case .choice(let choices): expectations.append(.words(choices.words))
    case .score(let range): expectations.append(.words(range.map { String($0) }))
    case .scores(let range): expectations.append(.words(range.map { String($0) }))
    case .text, .texts: expectations.append(.text(label: label))
    case .step: expectations.append(.step)
    case .date: expectations.append(.date)
    case .newName, .word, .words, .number, .count, .duration, .quantity, .range, .percentage,
      .production:
      break
    }
  }

  // MARK: What no shape describes

  private mutating func read(_ production: Production, _ label: String) -> Bool {
    switch production {
    case .activity: readActivity(label)
    case .filter: readFilter()
    }
  }

  private mutating func readActivity(_ label: String) -> Bool {
    guard !isAtEnd else {
      expectations.append(.text(label: label))
      return false
    }
    position += 1
    guard !isAtEnd else {
      expectations.append(.keyword("->", "The touchpoint or the end that it is."))
      expectations.append(.keyword("ignored", "It says nothing about the journey."))
      return false
    }
    let isArrow = tokens[position].kind == .arrow
    position += 1
    guard isArrow else { return true }
    guard !isAtEnd else {
      expectations.append(.journeyPoint(given: []))
      return false
    }
    position += 1
    return true
  }

  private mutating func readFilter() -> Bool {
    guard !isAtEnd else {
      expectations.append(.words(ViewFilter.allCases.map(\.rawValue)))
      return false
    }
    let filter = ViewFilter(rawValue: text(tokens[position]))
    position += 1
    switch filter {
    case .priority: return read(.choice(ChoiceList(Priority.self)), "", isList: true)
    case .status: return read(.choice(ChoiceList(Status.self)), "", isList: true)
    case .actor: return read(.names(.actor), "", [])
    case .timebox: return read(.names(KindSet(.timebox)), "", [])
    case .owner: return read(.names(.who), "", [])
    case .tag: return read(.words, "", [])
    case nil: return false
    }
  }

  private mutating func read(_ shape: ArgumentShape, _ label: String, isList: Bool) -> Bool {
    while !isAtEnd, isList {
      position += 1
      guard !isAtEnd, tokens[position].kind == .comma else { return true }
      position += 1
    }
    expect(shape, label, given: [])
    return false
  }
}

extension ArgumentShape {
  fileprivate var isList: Bool {
    switch self {
    case .names, .texts, .words, .scores: true
    default: false
    }
  }
}

extension Tail {
  /// What a proposal says of it.
  var summary: String {
    switch shape {
    case .name(let kinds), .names(let kinds): kinds.description
    case .text, .texts: "a text"
    case .date: "a date"
    case .duration: "a duration"
    case .step: "the number of a step"
    default: ""
    }
  }
}
