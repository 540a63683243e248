import UseCaseText

/// Reads the numbers in a value of Graphviz, whatever the locale is.
struct NumberReader {
  /// How many of the integers that are read make one.
  static let scale = 1_000_000

  private static let decimals = 6
  /// More digits before the point are no size of a picture, and would soon be too many to count.
  private static let mostDigits = 10

  private var cursor: UnsafePointer<CChar>

  init(_ text: UnsafePointer<CChar>) { cursor = text }

  /// Passes a character if it comes next.
  mutating func skip(_ character: Unicode.Scalar) -> Bool {
    guard UInt8(bitPattern: cursor.pointee) == UInt8(ascii: character) else { return false }
    cursor += 1
    return true
  }

  /// Two numbers with a comma between them.
  mutating func pair() -> (x: Int, y: Int)? {
    guard let x = number(), skip(","), let y = number() else { return nil }
    return (x, y)
  }

  /// A number in decimal notation, with or without an exponent, in millionths.
  mutating func number() -> Int? {
    let isNegative = skip("-")
    if !isNegative { _ = skip("+") }
    var value = 0
    var digits = 0
    while let digit = digit() {
      digits += 1
      guard digits <= Self.mostDigits else { return nil }
      value = value * 10 + digit
    }
    var missing = Self.decimals
    if skip(".") {
      while let digit = digit() {
        digits += 1
        guard missing > 0 else { continue }
        value = value * 10 + digit
        missing -= 1
      }
    }
    guard digits > 0 else { return nil }
    if isNegative { value = -value }
    guard skip("e") else { return value * Self.powers(missing) }
    guard let exponent = exponent() else { return nil }
    return Self.scaled(value, missing + exponent)
  }

  /// Ten to the power of at most as many decimals as are read.
  private static func powers(_ exponent: Int) -> Int {
    switch exponent {
    case 1: 10
    case 2: 100
    case 3: 1000
    case 4: 10_000
    case 5: 100_000
    case 6: 1_000_000
    default: 1
    }
  }

  private mutating func exponent() -> Int? {
    let isNegative = skip("-")
    if !isNegative { _ = skip("+") }
    guard var value = digit() else { return nil }
    // Beyond a thousand every number is zero or infinite.
    while let digit = digit() { value = min(value * 10 + digit, 1000) }
    return isNegative ? -value : value
  }

  private mutating func digit() -> Int? {
    let byte = UInt8(bitPattern: cursor.pointee)
    guard 0x30...0x39 ~= byte else { return nil }
    cursor += 1
    return Int(byte) - 0x30
  }

  private static func scaled(_ value: Int, _ powerOfTen: Int) -> Int? {
    var value = value
    for _ in 0..<min(abs(powerOfTen), 20) where value != 0 {
      if powerOfTen < 0 {
        value /= 10
      } else {
        let product = value.multipliedReportingOverflow(by: 10)
        guard !product.overflow else { return nil }
        value = product.partialValue
      }
    }
    // Half of what fits is left for sums and differences.
    return abs(value) < Int.max / 128 ? value : nil
  }
}
