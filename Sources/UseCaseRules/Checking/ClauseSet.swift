import UseCaseModel
import UseCaseSyntax

/// Which clauses an element's own body says: read once, then asked by every rule.
public struct ClauseSet: Sendable {
  private var low: UInt64 = 0
  private var high: UInt64 = 0

  init() {}

  init(_ element: Element) {
    guard element.kind != .extensionPoint else { return }
    if element.kind == .package {
      for declaration in element.declarations { insert(clausesOf: declaration) }
    } else if let declaration = element.declaration {
      insert(clausesOf: declaration)
    }
  }

  private mutating func insert(clausesOf declaration: DeclarationSyntax) {
    let syntax = declaration.syntax
    let numbers = ClauseNumbers.shared
    var set = self
    syntax.tree.forEachChild(of: syntax.index) { _, node in
      if node.kind == .clause { _ = set.insert(node.keyword, numbers) }
    }
    self = set
  }

  /// Inserts a keyword; false where it was there already, or is no clause's.
  mutating func insert(_ keyword: Keyword, _ numbers: ClauseNumbers) -> Bool {
    let number = numbers.number(of: keyword)
    let bit: UInt64 = 1 << UInt64(number & 63)
    if number < 64 {
      guard low & bit == 0 else { return false }
      low |= bit
    } else {
      guard high & bit == 0 else { return false }
      high |= bit
    }
    return true
  }

  public func contains<Value>(_ clause: Clause<Value>) -> Bool { contains(clause.keyword) }

  func contains(_ keyword: Keyword) -> Bool {
    let number = ClauseNumbers.shared.number(of: keyword)
    return (number < 64 ? low : high) & (1 as UInt64) << UInt64(number & 63) != 0
  }
}

/// Small numbers for the keywords of clauses; a test makes sure that they fit into a `ClauseSet`.
struct ClauseNumbers: Sendable {
  static let shared = ClauseNumbers()
  static let capacity = 128

  private var numbers = [UInt8](repeating: 0, count: 1 << 16)
  /// Number 0 stands for what is no clause.
  private(set) var count = 1

  private init() {
    for declaration in Vocabulary.declarations {
      for clause in declaration.clauses where numbers[Int(clause.keyword.hash)] == 0 {
        numbers[Int(clause.keyword.hash)] = UInt8(truncatingIfNeeded: count)
        count += 1
      }
    }
  }

  @inline(__always) func number(of keyword: Keyword) -> Int { Int(numbers[Int(keyword.hash)]) }
}
