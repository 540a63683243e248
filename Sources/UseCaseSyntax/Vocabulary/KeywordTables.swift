/// The vocabulary compiled for the parser: one load per keyword.
final class KeywordTables: Sendable {
  static let shared = KeywordTables()

  /// By the hash of a word: its number; 0 stands for none.
  private let numbers: [UInt8]
  /// The letters of all words, one word behind the other, and where each number's word begins.
  private let letters: [UInt8]
  private let starts: [Int]
  /// By number: what the word declares.
  private let declared: [ElementKind?]
  /// By kind and number: the place of the clause among the declaration's clauses, counted from 1.
  private let clauses: [UInt8]
  /// By kind and the number of its first word: whether a clause with two words may begin.
  private let beginsPair: [Bool]
  /// By kind: the clauses whose keyword has two words.
  private let pairs: [[(first: UInt8, second: UInt8, clause: Int)]]
  /// The sets of kinds that places take, so that a node can name one in a few bits.
  let kindSets: [KindSet]

  private init() {
    var words = WordNumbers()
    for declaration in Vocabulary.declarations { words.add(wordsOf: declaration.kind.keyword) }
    declared = [nil] + Vocabulary.declarations.map(\.kind) + Array(repeating: nil, count: 256)
    var clauses = [UInt8](repeating: 0, count: 256 * Vocabulary.declarations.count)
    var beginsPair = [Bool](repeating: false, count: 256 * Vocabulary.declarations.count)
    var pairs: [[(first: UInt8, second: UInt8, clause: Int)]] = []
    for (row, declaration) in Vocabulary.declarations.enumerated() {
      pairs.append([])
      for (place, clause) in declaration.clauses.enumerated() {
        let (first, second) = words.add(wordsOf: clause.text)
        if let second {
          pairs[row].append((first, second, place))
          beginsPair[row * 256 + Int(first)] = true
        } else {
          clauses[row * 256 + Int(first)] = UInt8(place + 1)
        }
      }
    }
    Vocabulary.forEachKeyword { words.add(wordsOf: $0) }
    (numbers, letters, starts) = (words.numbers, words.letters, words.starts)
    (self.clauses, self.beginsPair, self.pairs) = (clauses, beginsPair, pairs)
    kindSets = KeywordTables.allKindSets()
  }

  private static func allKindSets() -> [KindSet] {
    var sets: [KindSet] = [.any, KindSet(.touchpoint)]
    func add(_ kinds: KindSet) {
      if !kinds.isEmpty, !sets.contains(kinds) { sets.append(kinds) }
    }
    for declaration in Vocabulary.declarations {
      add(declaration.parents)
      for clause in declaration.clauses {
        for shape in clause.arguments.map(\.shape) + clause.tails.map(\.shape) {
          if let kinds = shape.kinds { add(kinds) }
        }
      }
    }
    return sets
  }

  func declarationKind(_ keyword: Keyword) -> ElementKind? {
    declared[Int(numbers[Int(keyword.hash)])]
  }

  /// The number of a word, or 0 where it is no word of the language.
  @inline(__always)
  func number(of token: Token, in bytes: UnsafeBufferPointer<UInt8>) -> Int {
    guard token.hash != 0 else { return 0 }
    let number = Int(numbers[Int(token.hash)])
    guard number != 0 else { return 0 }
    let start = starts[number]
    let count = starts[number + 1] - start
    guard count == token.end - token.start else { return 0 }
    for offset in 0..<count where bytes[token.start + offset] != letters[start + offset] {
      return 0
    }
    return number
  }

  @inline(__always)
  func declarationKind(number: Int) -> ElementKind? { declared[number] }

  /// The place of a one-word clause in a declaration's list, or nil.
  @inline(__always)
  func clause(of kind: ElementKind, number: Int) -> Int? {
    let place = clauses[Int(kind.rawValue) * 256 + number]
    return place == 0 ? nil : Int(place) - 1
  }

  /// Whether a word begins a two-word clause.
  @inline(__always)
  func beginsTwoWords(_ kind: ElementKind, _ number: Int) -> Bool {
    beginsPair[Int(kind.rawValue) * 256 + number]
  }

  /// The place of a two-word clause, or nil.
  func clause(of kind: ElementKind, first: Int, second: Int) -> Int? {
    guard beginsTwoWords(kind, first) else { return nil }
    return pairs[Int(kind.rawValue)].first { Int($0.first) == first && Int($0.second) == second }?
      .clause
  }

  func kindSetIndex(_ kinds: KindSet) -> UInt16 {
    UInt16(kindSets.firstIndex(of: kinds) ?? 0)
  }
}

/// Gives each word a number, in the order in which they come.
private struct WordNumbers {
  var numbers = [UInt8](repeating: 0, count: 1 << 16)
  var letters: [UInt8] = []
  var starts = [0, 0]

  /// Adds the one or two words of a keyword.
  @discardableResult
  mutating func add(wordsOf keyword: String) -> (first: UInt8, second: UInt8?) {
    let utf8 = keyword.utf8
    guard let blank = utf8.firstIndex(of: 0x20) else { return (add(utf8[...]), nil) }
    return (add(utf8[..<blank]), add(utf8[utf8.index(after: blank)...]))
  }

  @discardableResult
  mutating func add(_ word: Substring.UTF8View) -> UInt8 {
    let hash = Int(Keyword.fold(word.reduce(Keyword.seed, Keyword.mix)))
    if numbers[hash] != 0 { return numbers[hash] }
    letters += word
    numbers[hash] = UInt8(starts.count - 1)
    starts.append(letters.count)
    return numbers[hash]
  }
}

extension ArgumentShape {
  /// The kinds of names that it takes, where it takes names.
  public var kinds: KindSet? {
    switch self {
    case .name(let kinds), .names(let kinds): kinds
    default: nil
    }
  }
}
