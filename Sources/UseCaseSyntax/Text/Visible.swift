extension Unicode.Scalar {
  /// Whether it acts on a terminal or on the order of what is shown, or separates lines, or is
  /// there without being seen; joiners and marks that letters and emoji need are welcome.
  public var isUnsafeToShow: Bool {
    switch value {
    case 0x20..<0x7F: false
    case 0..<0x20, 0x7F..<0xA0: true
    case 0x200C, 0x200D, 0xE0020...0xE007F: false
    // Signs of Arabic, Syriac and Kaithi that enclose digits: format characters that are seen.
    case 0x0600...0x0605, 0x06DD, 0x070F, 0x0890...0x0891, 0x08E2, 0x110BD, 0x110CD: false
    default:
      switch properties.generalCategory {
      case .control, .format, .lineSeparator, .paragraphSeparator: true
      default: false
      }
    }
  }

  /// Its escape in the language's own texts: `\n`, `\u{202E}`.
  public var escape: String {
    switch self {
    case "\n": "\\n"
    case "\t": "\\t"
    default: "\\u{\(String(value, radix: 16, uppercase: true))}"
    }
  }
}

/// The text with what would act on a terminal, or hide, spelt as escapes; always one line.
public func visible(_ text: String) -> String {
  guard text.unicodeScalars.contains(where: { $0.isUnsafeToShow }) else { return text }
  var result = ""
  for scalar in text.unicodeScalars {
    if scalar.isUnsafeToShow {
      result += scalar.escape
    } else {
      result.unicodeScalars.append(scalar)
    }
  }
  return result
}
