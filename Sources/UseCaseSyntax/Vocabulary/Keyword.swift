/// A keyword by the hash of its text, so that the lexer can name it while it reads a word and no
/// table has to be kept in step. A test makes sure that no two keywords share a hash.
public struct Keyword: Hashable, Sendable {
  public let hash: UInt16

  @inlinable init(hash: UInt16) { self.hash = hash }

  /// The text is one word or two with a blank.
  public init(_ text: StaticString) {
    let bytes = UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount)
    self.init(hash: Keyword.hash(of: bytes))
  }

  public init(text: String) {
    var text = text
    self.init(hash: text.withUTF8 { Keyword.hash(of: $0) })
  }

  static func hash(of bytes: UnsafeBufferPointer<UInt8>) -> UInt16 {
    var state = seed
    for byte in bytes { state = mix(state, byte) }
    return fold(state)
  }

  @inline(__always) static var seed: UInt32 { 0x811C_9DC5 }

  @inline(__always) static func mix(_ state: UInt32, _ byte: UInt8) -> UInt32 {
    (state ^ UInt32(byte)) &* 0x0100_0193
  }

  /// 0 stands for "no keyword" and is never a hash.
  @inline(__always) static func fold(_ state: UInt32) -> UInt16 {
    let folded = UInt16(truncatingIfNeeded: state ^ (state >> 16))
    return folded == 0 ? 1 : folded
  }

  static let none = Keyword(hash: 0)
}
