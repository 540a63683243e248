/// Which names a tree mentions, in two bytes for each mention: it never denies one that it holds, and
/// rarely affirms one that it does not.
struct NameFilter: Sendable {
  /// A power of two of bits.
  private var bits: [UInt64]

  init(_ references: [TreeNames.Reference], _ bytes: UnsafeBufferPointer<UInt8>) {
    var words = 1
    while words * 4 < references.count { words *= 2 }
    bits = [UInt64](repeating: 0, count: words)
    for reference in references {
      var start = reference.range.lowerBound
      for index in reference.range where bytes[index] == 0x2E {
        insert(bytes[(start..<index).withoutBackticks(bytes)])
        start = index + 1
      }
      insert(bytes[(start..<reference.range.upperBound).withoutBackticks(bytes)])
    }
  }

  private mutating func insert(_ name: Slice<UnsafeBufferPointer<UInt8>>) {
    let number = NameFilter.number(of: name)
    for bit in places(of: number) { bits[bit >> 6] |= 1 << UInt64(bit & 63) }
  }

  /// Whether one of the names may be the one that has a number.
  func mayHold(_ number: UInt64) -> Bool {
    places(of: number).allSatisfy { bits[$0 >> 6] & 1 << UInt64($0 & 63) != 0 }
  }

  private func places(of number: UInt64) -> [Int] {
    let mask = UInt64(bits.count * 64 - 1)
    return [Int(truncatingIfNeeded: number & mask), Int(truncatingIfNeeded: number >> 32 & mask)]
  }

  /// What a name is called here: FNV-1a of its bytes.
  static func number(of name: some Sequence<UInt8>) -> UInt64 {
    name.reduce(0xCBF2_9CE4_8422_2325) { ($0 ^ UInt64($1)) &* 0x0000_0100_0000_01B3 }
  }

  static func number(of name: String) -> UInt64 { number(of: name.utf8) }
}
