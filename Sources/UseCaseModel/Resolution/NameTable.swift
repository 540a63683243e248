/// The names of a model, each kept once; two spellings that are canonically equivalent (NFC) are
/// one name.
struct NameTable: Sendable {
  /// All ASCII names behind each other.
  private var pool: [UInt8] = []
  private var ranges: [(start: Int32, length: Int32)] = []
  private var hashes: [UInt32] = []
  /// Open addressing; 0 is free, else the number plus one.
  private var slots: [Int32] = [Int32](repeating: 0, count: 1 << 10)
  /// Names with other characters: equality of strings is canonical equivalence.
  private var others: [String: Int32] = [:]

  var count: Int { ranges.count }

  func string(_ name: Int32) -> String {
    guard name >= 0, Int(name) < ranges.count else { return "" }
    let range = ranges[Int(name)]
    return String(
      decoding: pool[Int(range.start)..<Int(range.start + range.length)], as: UTF8.self)
  }

  /// The number of a name, which is added where it is new.
  mutating func intern(_ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> Int32 {
    let (hash, isASCII) = NameTable.hash(bytes, range)
    guard isASCII else { return internOther(String(decoding: bytes[range], as: UTF8.self)) }
    let slot = slot(for: bytes, range, hash)
    if slots[slot] != 0 { return slots[slot] - 1 }
    let number = append(bytes[range], hash: hash)
    slots[slot] = number + 1
    if ranges.count * 2 > slots.count { grow() }
    return number
  }

  /// The number of a known name, or −1.
  func find(_ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> Int32 {
    let (hash, isASCII) = NameTable.hash(bytes, range)
    guard isASCII else { return others[String(decoding: bytes[range], as: UTF8.self)] ?? -1 }
    return slots[slot(for: bytes, range, hash)] - 1
  }

  private mutating func internOther(_ name: String) -> Int32 {
    if let known = others[name] { return known }
    let number = append(Array(name.utf8), hash: 0)
    others[name] = number
    return number
  }

  private mutating func append(_ bytes: some Collection<UInt8>, hash: UInt32) -> Int32 {
    ranges.append(
      (Int32(truncatingIfNeeded: pool.count), Int32(truncatingIfNeeded: bytes.count)))
    hashes.append(hash)
    pool.append(contentsOf: bytes)
    return Int32(truncatingIfNeeded: ranges.count - 1)
  }

  private func slot(
    for bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>, _ hash: UInt32
  ) -> Int {
    let mask = slots.count - 1
    var slot = Int(hash) & mask
    while slots[slot] != 0 {
      let number = Int(slots[slot] - 1)
      if hashes[number] == hash, equals(number, bytes, range) { return slot }
      slot = (slot + 1) & mask
    }
    return slot
  }

  private func equals(
    _ number: Int, _ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>
  ) -> Bool {
    let known = ranges[number]
    guard Int(known.length) == range.count else { return false }
    let start = Int(known.start)
    for offset in 0..<range.count where pool[start + offset] != bytes[range.lowerBound + offset] {
      return false
    }
    return true
  }

  private mutating func grow() {
    slots = [Int32](repeating: 0, count: slots.count * 2)
    let mask = slots.count - 1
    for (number, hash) in hashes.enumerated() where hash != 0 {
      var slot = Int(hash) & mask
      while slots[slot] != 0 { slot = (slot + 1) & mask }
      slots[slot] = Int32(truncatingIfNeeded: number + 1)
    }
  }

  /// FNV-1a with a last mixing step; never 0.
  private static func hash(
    _ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>
  ) -> (hash: UInt32, isASCII: Bool) {
    var state: UInt64 = 0xCBF2_9CE4_8422_2325
    var all: UInt8 = 0
    for index in range {
      all |= bytes[index]
      state = (state ^ UInt64(bytes[index])) &* 0x0000_0100_0000_01B3
    }
    let mixed = UInt32(truncatingIfNeeded: state ^ (state >> 32))
    return (mixed | 1, all < 0x80)
  }
}
