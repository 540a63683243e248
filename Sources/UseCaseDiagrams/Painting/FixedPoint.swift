/// Appends a number with at most `decimals` decimals (up to three) and no needless zeros, the same
/// in every locale; what is no number, or beyond a thousand million, reads as 0.
func appendFixed(_ value: Double, decimals: Int = 2, to bytes: inout [UInt8]) {
  let scale = decimals >= 3 ? 1000 : decimals == 2 ? 100 : decimals == 1 ? 10 : 1
  let scaled = (value * Double(scale)).rounded()
  guard scaled.magnitude < 1e12 else {
    bytes.append(UInt8(ascii: "0"))
    return
  }
  var rest = Int(scaled)
  if rest < 0 {
    bytes.append(UInt8(ascii: "-"))
    rest = -rest
  }
  appendDigits(rest / scale, to: &bytes)
  rest %= scale
  guard rest > 0 else { return }
  bytes.append(UInt8(ascii: "."))
  var unit = scale / 10
  while rest > 0, unit > 0 {
    bytes.append(UInt8(ascii: "0") + UInt8(truncatingIfNeeded: rest / unit))
    rest %= unit
    unit /= 10
  }
}

private func appendDigits(_ value: Int, to bytes: inout [UInt8]) {
  // Nearly every number in a picture has at most four digits.
  var unit = 1
  if value >= 10_000 {
    appendDigits(value / 10_000, to: &bytes)
    unit = 1000
  } else {
    while value / unit >= 10 { unit *= 10 }
  }
  while unit > 1 {
    bytes.append(UInt8(ascii: "0") + UInt8(truncatingIfNeeded: value / unit % 10))
    unit /= 10
  }
  bytes.append(UInt8(ascii: "0") + UInt8(truncatingIfNeeded: value % 10))
}
