/// The vocabulary compiled for the parser: one load per keyword.
struct KeywordTables: Sendable {
  static let shared = KeywordTables()

  /// The words of the language; number 0 stands for none.
  private(set) var words: [[UInt8]] = [[]]
  /// By the hash of a word: its number.
  private var numbers = [UInt8](repeating: 0, count: 1 << 16)
  /// By number: what the word declares.
  private var declared: [ElementKind?] = [nil]
  /// By kind and number: the place of the clause among the declaration's clauses, counted from 1.
  private var clauses: [[UInt8]] = []
  /// By kind: the clauses whose keyword has two words.
  private var pairs: [[(first: UInt8, second: UInt8, clause: Int)]] = []
  /// The sets of kinds that places take, so that a node can name one in a few bits.
  private(set) var kindSets: [KindSet] = [.any, KindSet(.touchpoint)]

  private init() {
    for declaration in Vocabulary.declarations {
      let number = add(declaration.kind.keyword)
      declared[Int(number)] = declaration.kind
    }
    for declaration in Vocabulary.declarations {
      if declaration.parents != [], !kindSets.contains(declaration.parents) {
        kindSets.append(declaration.parents)
      }
      var row = [UInt8](repeating: 0, count: 256)
      var pairs: [(first: UInt8, second: UInt8, clause: Int)] = []
      for (place, clause) in declaration.clauses.enumerated() {
        let numbers = clause.text.split(separator: " ").map { add(String($0)) }
        if numbers.count == 2 {
          pairs.append((numbers[0], numbers[1], place))
        } else {
          row[Int(numbers[0])] = UInt8(place + 1)
        }
        for shape in clause.arguments.map(\.shape) + clause.tails.map(\.shape) {
          guard let kinds = shape.kinds, !kindSets.contains(kinds) else { continue }
          kindSets.append(kinds)
        }
        for word in clause.tails.flatMap({ $0.keyword.split(separator: " ") }) { add(String(word)) }
      }
      clauses.append(row)
      self.pairs.append(pairs)
    }
    for block in Vocabulary.flowBlocks { add(block.text) }
    for closing in Vocabulary.closings { add(closing.text) }
    for tail in Clauses.transitionTails { add(tail.keyword) }
  }

  @discardableResult
  private mutating func add(_ word: String) -> UInt8 {
    let hash = Int(Keyword(text: word).hash)
    if numbers[hash] != 0 { return numbers[hash] }
    words.append(Array(word.utf8))
    declared.append(nil)
    numbers[hash] = UInt8(words.count - 1)
    return numbers[hash]
  }

  func declarationKind(_ keyword: Keyword) -> ElementKind? {
    declared[Int(numbers[Int(keyword.hash)])]
  }

  /// The number of a word, or 0 where it is no word of the language.
  @inline(__always)
  func number(of token: Token, in bytes: UnsafeBufferPointer<UInt8>) -> Int {
    guard token.hash != 0 else { return 0 }
    let number = Int(numbers[Int(token.hash)])
    guard number != 0, words[number].count == token.end - token.start else { return 0 }
    var index = token.start
    for byte in words[number] {
      if bytes[index] != byte { return 0 }
      index += 1
    }
    return number
  }

  @inline(__always)
  func declarationKind(number: Int) -> ElementKind? { declared[number] }

  /// The place of a one-word clause in a declaration's list, or nil.
  @inline(__always)
  func clause(of kind: ElementKind, number: Int) -> Int? {
    let place = clauses[Int(kind.rawValue)][number]
    return place == 0 ? nil : Int(place) - 1
  }

  /// The place of a two-word clause, or nil.
  func clause(of kind: ElementKind, first: Int, second: Int) -> Int? {
    pairs[Int(kind.rawValue)].first { Int($0.first) == first && Int($0.second) == second }?.clause
  }

  /// A two-word clause that a word begins, or nil.
  func clause(of kind: ElementKind, beginningWith first: Int) -> Int? {
    pairs[Int(kind.rawValue)].first { Int($0.first) == first }?.clause
  }

  func kindSetIndex(_ kinds: KindSet) -> UInt16 {
    UInt16(kindSets.firstIndex(of: kinds) ?? 0)
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
