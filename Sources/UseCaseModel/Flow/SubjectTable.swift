import UseCaseSyntax

/// Names and titles of actors and systems, to be found at the beginning of a step.
struct SubjectTable: Sendable {
  private struct Entry: Sendable {
    let hash: UInt64
    let bytes: [UInt8]
    let element: Int32
    /// The place of the next entry in the same slot, or −1.
    let next: Int32
  }

  /// Lower-cased names; ASCII only.
  private var entries: [Entry] = []
  /// By the last bits of the hash: the place of the latest entry, or −1.
  private var slots: [Int32] = []
  /// Lower-cased names with other characters.
  private var others: [String: [Int32]] = [:]
  /// The length in bytes of the longest name or title.
  private var longest = 0
  /// The most ends of words in a name or title.
  private var mostWords = 1
  private(set) var systems: [Int32] = []

  init(_ resolver: Resolver) {
    for (index, record) in resolver.records.enumerated()
    where record.kind == .actor || record.kind == .system {
      let element = Int32(truncatingIfNeeded: index)
      if record.kind == .system, !record.isForeign { systems.append(element) }
      for name in SubjectTable.names(of: record, resolver) { add(name, element) }
    }
    index()
  }

  private static func names(of record: ElementRecord, _ resolver: Resolver) -> [String] {
    let name = resolver.names.string(record.name)
    guard !name.isEmpty else { return [] }
    var qualified = name
    var scope = record.scope
    while scope >= 0 {
      qualified = resolver.names.string(resolver.records[Int(scope)].name) + "." + qualified
      scope = resolver.records[Int(scope)].scope
    }
    let tree = resolver.trees[Int(record.tree)]
    let declaration = DeclarationSyntax(SyntaxNode(tree: tree, index: Int(record.node)))
    let title = declaration.title?.string ?? title(fromName: name)
    var names = [name]
    for other in [qualified, title] where !names.contains(other) { names.append(other) }
    return names
  }

  private mutating func add(_ name: String, _ element: Int32) {
    let folded = name.lowercased()
    longest = max(longest, folded.utf8.count + 8)
    let bytes = Array(folded.utf8)
    mostWords = max(mostWords, wordEnds(in: bytes))
    guard bytes.allSatisfy({ $0 < 0x80 }) else {
      others[folded, default: []].append(element)
      return
    }
    entries.append(
      Entry(
        hash: bytes.reduce(SubjectTable.seed, SubjectTable.mix), bytes: bytes, element: element,
        next: -1))
  }

  /// Four slots for an entry: most words that are looked up are no name and find a free one.
  private mutating func index() {
    var count = 64
    while count < entries.count * 4 { count *= 2 }
    slots = [Int32](repeating: -1, count: count)
    // The last first: of two equal names the first one is found first.
    for place in entries.indices.reversed() {
      let entry = entries[place]
      let slot = self.slot(of: entry.hash)
      entries[place] = Entry(
        hash: entry.hash, bytes: entry.bytes, element: entry.element, next: slots[slot])
      slots[slot] = Int32(truncatingIfNeeded: place)
    }
  }

  @inline(__always) private func slot(of hash: UInt64) -> Int {
    Int(truncatingIfNeeded: hash ^ (hash >> 32)) & (slots.count - 1)
  }

  private static let seed: UInt64 = 0xCBF2_9CE4_8422_2325

  @inline(__always) private static func mix(_ state: UInt64, _ byte: UInt8) -> UInt64 {
    (state ^ UInt64(byte)) &* 0x0000_0100_0000_01B3
  }

  /// The longest name or title at the beginning of a text that an accepted element has, and where
  /// it ends. Case is ignored; the name ends where a word does.
  func match(
    _ text: SourceText, _ range: Range<Int>, accepting isAccepted: (Int32) -> Bool
  ) -> (element: Int32, end: Int)? {
    text.bytes.withUnsafeBufferPointer { match($0, range, isAccepted) }
  }

  private func match(
    _ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>, _ isAccepted: (Int32) -> Bool
  ) -> (element: Int32, end: Int)? {
    var best: (element: Int32, end: Int)?
    var state = SubjectTable.seed
    var isASCII = true
    var wordsLeft = mostWords
    let limit = min(range.upperBound, range.lowerBound + longest)
    for index in range.lowerBound..<limit {
      let byte = bytes[index]
      if byte >= 0x80 { isASCII = false }
      state = SubjectTable.mix(state, byte &- 0x41 < 26 ? byte | 0x20 : byte)
      let end = index + 1
      guard end == range.upperBound || !isWordByte(bytes[end]) || !isWordByte(byte) else {
        continue
      }
      guard wordsLeft > 0 else { break }
      wordsLeft -= 1
      let prefix = range.lowerBound..<end
      let found =
        isASCII ? ascii(bytes, prefix, state, isAccepted) : other(bytes, prefix, isAccepted)
      if let found { best = (found, end) }
    }
    return best
  }

  /// At how many places `match` looks a name up, from its first byte to its last.
  private func wordEnds(in bytes: [UInt8]) -> Int {
    bytes.indices.count { index in
      index + 1 == bytes.count || !isWordByte(bytes[index + 1]) || !isWordByte(bytes[index])
    }
  }

  private func ascii(
    _ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>, _ hash: UInt64,
    _ isAccepted: (Int32) -> Bool
  ) -> Int32? {
    var place = slots[slot(of: hash)]
    while place >= 0 {
      let entry = entries[Int(place)]
      if entry.hash == hash, entry.bytes.count == range.count,
        zip(entry.bytes, bytes[range]).allSatisfy({ $0 == ($1 &- 0x41 < 26 ? $1 | 0x20 : $1) }),
        isAccepted(entry.element)
      {
        return entry.element
      }
      place = entry.next
    }
    return nil
  }

  private func other(
    _ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>, _ isAccepted: (Int32) -> Bool
  ) -> Int32? {
    guard !others.isEmpty else { return nil }
    let folded = String(decoding: bytes[range], as: UTF8.self).lowercased()
    return others[folded]?.first(where: isAccepted)
  }

  /// Letters, digits, `_` and everything outside ASCII.
  @inline(__always) private func isWordByte(_ byte: UInt8) -> Bool {
    byte >= 0x80 || (byte | 0x20) &- 0x61 < 26 || byte &- 0x30 < 10 || byte == 0x5F
  }
}
