/// The hash of a word's lower-cased bytes, or of several words one after the other.
struct WordHash: Sendable, Hashable {
  let value: UInt64

  init(value: UInt64) { self.value = value }

  /// The hash of a phrase that goes on with a word.
  @inline(__always) func followed(by word: WordHash) -> WordHash {
    WordHash(value: (value &* 31 &+ 0x9E37_79B9) ^ word.value)
  }

  init(_ text: some StringProtocol) {
    var hasher = WordHasher()
    for byte in text.utf8 { hasher.append(lowerCased(byte)) }
    self = hasher.hash
  }
}

/// Makes the hash of a word, eight bytes at a time; from the last group come the hashes of the word
/// without its ending, too.
struct WordHasher {
  /// The hash of all groups of eight bytes before the last one.
  private var value: UInt64 = 0xCBF2_9CE4_8422_2325
  /// The bytes since then, the first one lowest, and how many there are: at most eight.
  private var group: UInt64 = 0
  private var count = 0

  @inline(__always) var hash: WordHash {
    WordHash(value: count == 0 ? value : WordHasher.mixed(value, group))
  }

  @inline(__always) private static func mixed(_ value: UInt64, _ group: UInt64) -> UInt64 {
    let product = (value ^ group) &* 0x9E37_79B9_7F4A_7C15
    return product ^ (product >> 29)
  }

  @inline(__always) private mutating func closeGroup() {
    value = WordHasher.mixed(value, group)
    group = 0
    count = 0
  }

  @inline(__always) mutating func append(_ byte: UInt8) {
    if count == 8 { closeGroup() }
    group |= UInt64(byte) &<< UInt64(truncatingIfNeeded: count &* 8)
    count &+= 1
  }

  /// Appends the lowest bytes of a group, where a group begins.
  @inline(__always) mutating func append(lowest bytes: Int, of other: UInt64) {
    if count == 8 { closeGroup() }
    group = WordHasher.lowest(bytes, of: other)
    count = bytes
  }

  @inline(__always) private static func lowest(_ bytes: Int, of group: UInt64) -> UInt64 {
    bytes == 0 ? 0 : group & (UInt64.max &>> UInt64(truncatingIfNeeded: (8 &- bytes) &* 8))
  }

  /// The hash without the last bytes, and with another one behind the rest; nil where that reaches
  /// back beyond the last group.
  @inline(__always) func hash(without bytes: Int, adding byte: UInt8? = nil) -> WordHash? {
    guard count >= bytes else { return nil }
    var shorter = self
    shorter.count = count &- bytes
    shorter.group = WordHasher.lowest(shorter.count, of: group)
    if let byte { shorter.append(byte) }
    return shorter.hash
  }
}

/// ASCII letters in lower case, every other byte as it is.
@inline(__always) func lowerCased(_ byte: UInt8) -> UInt8 {
  byte &- 0x41 < 26 ? byte | 0x20 : byte
}
