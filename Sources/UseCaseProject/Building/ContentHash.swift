/// 64 bits by which two contents are told apart, the same on every machine.
///
/// Eight bytes at a time are multiplied into the state and the halves of the product folded; a change
/// goes unnoticed once in 2⁶⁴. It is no defence against somebody who wants two contents to collide.
struct ContentHash: Hashable {
  let value: UInt64

  /// One that was put down earlier.
  init(value: UInt64) { self.value = value }

  init(_ bytes: some Collection<UInt8>) {
    value =
      bytes.withContiguousStorageIfAvailable { ContentHash.hash(UnsafeRawBufferPointer($0)) }
      ?? Array(bytes).withUnsafeBytes(ContentHash.hash)
  }

  private static let start: UInt64 = 0x9E37_79B9_7F4A_7C15
  private static let factor: UInt64 = 0xD6E8_FEB8_6659_FD93

  private static func hash(_ bytes: UnsafeRawBufferPointer) -> UInt64 {
    var state = start ^ UInt64(truncatingIfNeeded: bytes.count)
    var offset = 0
    while offset + 8 <= bytes.count {
      mix(bytes.loadUnaligned(fromByteOffset: offset, as: UInt64.self).littleEndian, into: &state)
      offset += 8
    }
    var rest: UInt64 = 0
    while offset < bytes.count {
      rest = rest << 8 | UInt64(bytes[offset])
      offset += 1
    }
    mix(rest, into: &state)
    mix(start, into: &state)
    return state
  }

  @inline(__always)
  private static func mix(_ word: UInt64, into state: inout UInt64) {
    let product = (state ^ word).multipliedFullWidth(by: factor)
    state = product.high ^ product.low &+ start
  }
}
