/// A set of elements of one model: one bit for each element, so that whole models are walked without
/// hashing. Inserting takes constant time but for growth.
public struct ElementSet: Sendable {
  private var words: [UInt64] = []

  public init() {}

  public init(_ elements: [ElementID]) {
    for element in elements { insert(element) }
  }

  /// False where it was there already.
  @discardableResult
  public mutating func insert(_ element: ElementID) -> Bool {
    let (word, bit) = ElementSet.place(of: element)
    if word >= words.count {
      words.append(contentsOf: repeatElement(0, count: max(word + 1 - words.count, words.count)))
    }
    guard words[word] & bit == 0 else { return false }
    words[word] |= bit
    return true
  }

  public func contains(_ element: ElementID) -> Bool {
    let (word, bit) = ElementSet.place(of: element)
    return word < words.count && words[word] & bit != 0
  }

  public var isEmpty: Bool { words.allSatisfy { $0 == 0 } }

  public mutating func formUnion(_ other: ElementSet) {
    if words.count < other.words.count {
      words.append(contentsOf: repeatElement(0, count: other.words.count - words.count))
    }
    for index in other.words.indices { words[index] |= other.words[index] }
  }

  private static func place(of element: ElementID) -> (word: Int, bit: UInt64) {
    (Int(element.index) >> 6, 1 << UInt64(element.index & 63))
  }
}
