/// What a character means to line breaking.
enum ScalarKind {
  case newline, blank, lower, upper, digit, hyphen, slash, connector
  case ideograph, opening, closing, mark, other

  init(_ scalar: Unicode.Scalar) {
    if 0x61...0x7A ~= scalar.value {
      self = .lower
      return
    }
    self = scalar.isASCII ? Self.ascii(scalar.value) : Self.beyondASCII(scalar)
  }

  private static func ascii(_ code: UInt32) -> ScalarKind {
    switch code {
    case 0x20, 0x09, 0x0D: .blank
    case 0x41...0x5A: .upper
    case 0x30...0x39: .digit
    case 0x0A...0x0C: .newline
    case 0x2D: .hyphen
    case 0x2F: .slash
    case 0x2E, 0x3A, 0x40, 0x5F: .connector
    case 0x28, 0x5B, 0x7B: .opening
    case 0x21, 0x29, 0x2C, 0x3B, 0x3F, 0x5D, 0x7D: .closing
    default: .other
    }
  }

  private static func beyondASCII(_ scalar: Unicode.Scalar) -> ScalarKind {
    switch scalar.value {
    case 0x0085, 0x2028, 0x2029: return .newline
    case 0x1680, 0x2000...0x2006, 0x2008...0x200B, 0x205F, 0x3000: return .blank
    case 0x2010, 0x2012...0x2014: return .hyphen
    default: break
    }
    switch scalar.properties.generalCategory {
    case .nonspacingMark, .spacingMark, .enclosingMark, .format: return .mark
    case .openPunctuation, .initialPunctuation: return .opening
    case .closePunctuation, .finalPunctuation: return .closing
    case .lowercaseLetter: return .lower
    case .uppercaseLetter, .titlecaseLetter: return .upper
    case .decimalNumber: return .digit
    default: return eastAsian(scalar)
    }
  }

  /// Korean is written with blanks between its words and is broken there only.
  private static func eastAsian(_ scalar: Unicode.Scalar) -> ScalarKind {
    switch scalar.value {
    case 0x3001, 0x3002, 0x3005, 0x30FB, 0x30FC, 0xFF01, 0xFF0C, 0xFF0E, 0xFF1A, 0xFF1B, 0xFF1F:
      .closing
    // Small kana never begin a line.
    case 0x3041, 0x3043, 0x3045, 0x3047, 0x3049, 0x3063, 0x3083, 0x3085, 0x3087: .closing
    case 0x30A1, 0x30A3, 0x30A5, 0x30A7, 0x30A9, 0x30C3, 0x30E3, 0x30E5, 0x30E7: .closing
    case 0x1100...0x11FF, 0x3130...0x318F, 0xA960...0xA97F, 0xAC00...0xD7A3: .other
    default: scalar.isWide ? .ideograph : .other
    }
  }
}

/// Decides about breaks inside words, remembering the three characters before the place.
struct BreakRule {
  private var last: ScalarKind?
  private var beforeLast: ScalarKind?
  private var thirdLast: ScalarKind?

  /// Whether the two characters before the place are small letters.
  var isInLowerCase: Bool { last == .lower && beforeLast == .lower }

  mutating func advance(over kind: ScalarKind) {
    // A mark belongs to the character that carries it.
    guard kind != .mark else { return }
    thirdLast = beforeLast
    beforeLast = last
    last = kind
  }

  func allowed(before kind: ScalarKind) -> Bool {
    guard let last, kind != .mark, kind != .closing, last != .opening else { return false }
    switch (last, kind) {
    // A date, a fraction and an address stay as whole as they can.
    case (.hyphen, .hyphen), (.hyphen, .slash), (.slash, .hyphen), (.slash, .slash): return false
    case (.hyphen, .digit), (.slash, .digit): return false
    // One letter does not stay behind: `E-mail` is one word.
    case (.hyphen, _): return beforeLast?.isOfWord ?? false && thirdLast?.isOfWord ?? false
    case (.slash, _): return beforeLast.map { $0.isOfWord || $0 == .slash } ?? false
    case (.ideograph, _), (_, .ideograph): return true
    case (.closing, _): return false
    default: return false
    }
  }
}

extension ScalarKind {
  fileprivate var isOfWord: Bool {
    switch self {
    case .lower, .upper, .digit, .ideograph, .closing, .other: true
    default: false
    }
  }
}
