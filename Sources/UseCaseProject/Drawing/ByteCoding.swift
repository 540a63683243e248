/// Puts values into bytes, for other processes of the same program and for files that only it reads.
struct ByteWriter {
  private(set) var bytes: [UInt8] = []

  mutating func write(_ number: UInt64) {
    withUnsafeBytes(of: number.littleEndian) { bytes += $0 }
  }

  mutating func write(_ count: Int) { write(UInt64(bitPattern: Int64(count))) }

  /// The very number, to the last bit.
  mutating func write(_ number: Double) { write(number.bitPattern) }

  mutating func write(_ text: some Collection<UInt8>) {
    write(text.count)
    bytes += text
  }

  mutating func write(_ text: String) { write(text.utf8) }

  mutating func write<Value>(_ values: [Value], _ body: (inout ByteWriter, Value) -> Void) {
    write(values.count)
    for value in values { body(&self, value) }
  }

  mutating func write<Value>(_ value: Value?, _ body: (inout ByteWriter, Value) -> Void) {
    bytes.append(value == nil ? 0 : 1)
    if let value { body(&self, value) }
  }
}

/// The bytes are not what a `ByteWriter` has written.
struct UnreadableBytes: Error {}

/// Reads what a `ByteWriter` has written; whatever the bytes are, nothing worse than an error comes
/// of it.
struct ByteReader {
  private let bytes: ArraySlice<UInt8>
  private var offset: Int

  init(_ bytes: some Collection<UInt8>) {
    self.bytes = ArraySlice(bytes)
    offset = self.bytes.startIndex
  }

  var isAtEnd: Bool { offset == bytes.endIndex }

  private mutating func take(_ count: Int) throws(UnreadableBytes) -> ArraySlice<UInt8> {
    guard count >= 0, count <= bytes.endIndex - offset else { throw UnreadableBytes() }
    defer { offset += count }
    return bytes[offset..<(offset + count)]
  }

  mutating func byte() throws(UnreadableBytes) -> UInt8 {
    try take(1).first ?? 0
  }

  mutating func number() throws(UnreadableBytes) -> UInt64 {
    try take(8).reversed().reduce(0) { $0 << 8 | UInt64($1) }
  }

  mutating func count() throws(UnreadableBytes) -> Int {
    Int(Int64(bitPattern: try number()))
  }

  mutating func double() throws(UnreadableBytes) -> Double {
    Double(bitPattern: try number())
  }

  mutating func text() throws(UnreadableBytes) -> ArraySlice<UInt8> {
    try take(try count())
  }

  mutating func string() throws(UnreadableBytes) -> String {
    String(decoding: try text(), as: UTF8.self)
  }

  mutating func array<Value>(
    _ body: (inout ByteReader) throws(UnreadableBytes) -> Value
  ) throws(UnreadableBytes) -> [Value] {
    let count = try count()
    // Everything takes a byte at least: a wrong count is noticed before memory is asked for.
    guard count >= 0, count <= bytes.endIndex - offset else { throw UnreadableBytes() }
    var values: [Value] = []
    values.reserveCapacity(count)
    for _ in 0..<count { values.append(try body(&self)) }
    return values
  }

  mutating func optional<Value>(
    _ body: (inout ByteReader) throws(UnreadableBytes) -> Value
  ) throws(UnreadableBytes) -> Value? {
    switch try byte() {
    case 0: return nil
    case 1: return try body(&self)
    default: throw UnreadableBytes()
    }
  }
}
