import UseCaseText

/// How large a label is whose lines end with `\n`, `\l` or `\r`, in points.
func labelExtent(_ label: UnsafeBufferPointer<UInt8>, in font: Font) -> Size {
  let lines = labelLines(label)
  var width = 0.0
  for line in lines {
    let bytes = label[line]
    let measured = font.width(ofUTF8: UnsafeBufferPointer(rebasing: bytes))
    // A backslash that escapes another character is not drawn itself.
    width = max(width, measured - Double(escapes(in: bytes)) * font.width(of: "\\"))
  }
  return Size(width: width, height: Double(lines.count) * font.lineHeight)
}

private let backslash = UInt8(ascii: "\\")

/// The lines of a label; a break at its end closes the last line and does not open another.
func labelLines(_ label: UnsafeBufferPointer<UInt8>) -> [Range<Int>] {
  var lines: [Range<Int>] = []
  var start = 0
  var place = 0
  while place < label.count {
    let isEscape = label[place] == backslash && place + 1 < label.count
    let end = place
    place += isEscape ? 2 : 1
    if isEscape ? isLineEnd(label[end + 1]) : label[end] == UInt8(ascii: "\n") {
      lines.append(start..<end)
      start = place
    }
  }
  if start < label.count || lines.isEmpty { lines.append(start..<label.count) }
  return lines
}

private func isLineEnd(_ escaped: UInt8) -> Bool {
  escaped == UInt8(ascii: "n") || escaped == UInt8(ascii: "l") || escaped == UInt8(ascii: "r")
}

private func escapes(in line: Slice<UnsafeBufferPointer<UInt8>>) -> Int {
  var count = 0
  var isEscaped = false
  for byte in line {
    isEscaped = byte == backslash && !isEscaped
    count += isEscaped ? 1 : 0
  }
  return count
}
