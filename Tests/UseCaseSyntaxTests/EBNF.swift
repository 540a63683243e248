import TestSupport

/// A grammar read from EBNF (ISO/IEC 14977, as far as `Grammar/usecase.ebnf` uses it).
struct EBNF {
  indirect enum Expression {
    case terminal(String)
    case rule(String)
    case special
    case sequence([Expression])
    case choice([Expression])
    case optional(Expression)
    case repeated(Expression)
  }

  struct Problem: Error {
    let message: String
  }

  private(set) var rules: [String: Expression] = [:]

  init(_ text: String) throws {
    var reader = EBNFReader(text)
    while let name = reader.name() {
      try reader.expect("=")
      guard rules[name] == nil else { throw Problem(message: "'\(name)' stands twice") }
      rules[name] = try reader.choice()
      try reader.expect(";")
    }
    guard reader.isAtEnd else { throw Problem(message: "cannot read from '\(reader.rest)'") }
  }

  /// The names that are used and not defined.
  var undefined: Set<String> {
    var names: Set<String> = []
    func collect(_ expression: Expression) {
      switch expression {
      case .terminal, .special: break
      case .rule(let name): names.insert(name)
      case .sequence(let parts), .choice(let parts): parts.forEach(collect)
      case .optional(let inner), .repeated(let inner): collect(inner)
      }
    }
    rules.values.forEach(collect)
    return names.subtracting(rules.keys)
  }
}

private struct EBNFReader {
  private let characters: [Character]
  private var index = 0

  init(_ text: String) { characters = Array(text) }

  var rest: String { String(characters[index...].prefix(40)) }
  var isAtEnd: Bool { index == characters.count }

  private mutating func skip() {
    while index < characters.count {
      if characters[index].isWhitespace {
        index += 1
      } else if characters[index...].starts(with: "(*") {
        while index < characters.count, !characters[index...].starts(with: "*)") { index += 1 }
        index += 2
      } else {
        return
      }
    }
  }

  private mutating func take(_ sign: Character) -> Bool {
    skip()
    guard index < characters.count, characters[index] == sign else { return false }
    index += 1
    return true
  }

  mutating func expect(_ sign: Character) throws {
    guard take(sign) else { throw EBNF.Problem(message: "expected '\(sign)' before '\(rest)'") }
  }

  mutating func name() -> String? {
    skip()
    let start = index
    while index < characters.count, characters[index].isLetter || characters[index] == " " {
      index += 1
    }
    let name = String(characters[start..<index]).split(separator: " ").joined(separator: " ")
    return name.isEmpty ? nil : name
  }

  mutating func choice() throws -> EBNF.Expression {
    var parts = [try sequence()]
    while take("|") { parts.append(try sequence()) }
    return parts.count == 1 ? parts[0] : .choice(parts)
  }

  private mutating func sequence() throws -> EBNF.Expression {
    var parts = [try factor()]
    while take(",") { parts.append(try factor()) }
    return parts.count == 1 ? parts[0] : .sequence(parts)
  }

  private mutating func factor() throws -> EBNF.Expression {
    if take("[") { return .optional(try closed("]")) }
    if take("{") { return .repeated(try closed("}")) }
    if take("(") { return try closed(")") }
    if take("\"") { return .terminal(upTo("\"")) }
    if take("?") {
      _ = upTo("?")
      return .special
    }
    guard let name = name() else {
      throw EBNF.Problem(message: "expected a factor before '\(rest)'")
    }
    return .rule(name)
  }

  private mutating func closed(_ sign: Character) throws -> EBNF.Expression {
    let inner = try choice()
    try expect(sign)
    return inner
  }

  private mutating func upTo(_ sign: Character) -> String {
    let start = index
    while index < characters.count, characters[index] != sign { index += 1 }
    defer { index += 1 }
    return String(characters[start..<min(index, characters.count)])
  }
}

/// Makes random sentences of a grammar.
struct SentenceMaker {
  let grammar: EBNF
  /// Examples of what the lexer decides.
  let samples: [String: [String]]
  var random: FixedSeed
  /// The rules that a sentence has used.
  private(set) var used: Set<String> = []
  private var depth = 0

  init(_ grammar: EBNF, samples: [String: [String]], seed: UInt64) {
    self.grammar = grammar
    self.samples = samples
    random = FixedSeed(seed)
  }

  mutating func sentence(of rule: String) -> String {
    used.insert(rule)
    if let words = samples[rule] {
      return words[Int.random(in: 0..<words.count, using: &random)]
    }
    depth += 1
    defer { depth -= 1 }
    return grammar.rules[rule].map { sentence(of: $0) } ?? ""
  }

  private mutating func sentence(of expression: EBNF.Expression) -> String {
    switch expression {
    case .terminal(let text): return text
    case .rule(let name): return sentence(of: name)
    case .special: return ""
    case .sequence(let parts):
      return parts.map { sentence(of: $0) }.filter { !$0.isEmpty }.joined(separator: " ")
    case .choice(let parts):
      return sentence(of: parts[Int.random(in: 0..<parts.count, using: &random)])
    case .optional(let inner):
      return Int.random(in: 0...depth, using: &random) < 5 ? sentence(of: inner) : ""
    case .repeated(let inner):
      let count = max(0, Int.random(in: -1...4, using: &random) - depth / 5)
      return (0..<count).map { _ in sentence(of: inner) }.joined(separator: " ")
    }
  }
}
