extension KerningPairs {
  /// What a pair of characters adds to their widths, in units of the font and mostly negative.
  func units(between left: UInt32, and right: UInt32) -> Int {
    guard let first = Self.place(of: left) else { return 0 }
    // The starts hold one row for each ASCII character, and one for all the others.
    let row = min(first, Self.otherRow)
    var low = FontMetrics.entry(starts.utf8Start, row)
    var high = FontMetrics.entry(starts.utf8Start, row + 1)
    guard low < high, let second = Self.place(of: right) else { return 0 }
    let wanted = (first, second)
    while low < high {
      let middle = (low + high) / 2
      let found = (number(0, of: middle), number(1, of: middle))
      if found == wanted { return number(2, of: middle) - 2048 }
      if found < wanted { low = middle + 1 } else { high = middle }
    }
    return 0
  }

  private static let otherRow = 0x60

  /// Where a code point stands among those that pairs are made of.
  private static func place(of code: UInt32) -> Int? {
    switch code {
    case 0x20..<0x530: Int(code - 0x20)
    case 0x2010..<0x2030: Int(code - 0x2010) + 0x510
    default: nil
    }
  }

  private func number(_ index: Int, of pair: Int) -> Int {
    FontMetrics.entry(pairs.utf8Start, pair * 3 + index)
  }
}
