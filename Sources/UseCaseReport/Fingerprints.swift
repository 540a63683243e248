import UseCaseSyntax

/// What tells the findings of a report apart from one run to the next: made of the rule, the element
/// or else the file, and the message without its counts, never of lines.
///
/// Findings that are equal in all of these get a running number in the order of the report, so that
/// no two have the same.
struct Fingerprints {
  private var counts: [String: Int] = [:]

  /// The fingerprint of the next finding of a report.
  mutating func next(_ finding: Diagnostic) -> String {
    let subject = finding.element ?? "file " + finding.place.path
    let identity = "\(finding.rule)\n\(subject)\n\(Fingerprints.kind(of: finding.message))"
    let number = counts[identity, default: 0]
    counts[identity] = number + 1
    let text = "\(identity)\n\(number)"
    // Two hashes that start apart: with a million findings, 64 bits would be few.
    return hexadecimal(hash(text, 0xCBF2_9CE4_8422_2325))
      + hexadecimal(hash(text, 0x9E37_79B9_7F4A_7C15))
  }

  /// The message without numbers that stand outside of quotes: 'the main flow has 11 steps' is the
  /// same finding when it has 12.
  private static func kind(of message: String) -> String {
    var isQuoted = false
    var result = ""
    for character in message {
      if character == "'" { isQuoted.toggle() }
      if !isQuoted, character.isASCII, character.isNumber {
        if result.last != "#" { result.append("#") }
      } else {
        result.append(character)
      }
    }
    return result
  }

  /// FNV-1a, which is the same on every machine and in every run.
  private func hash(_ text: String, _ basis: UInt64) -> UInt64 {
    text.utf8.reduce(basis) { ($0 ^ UInt64($1)) &* 0x0000_0100_0000_01B3 }
  }

  private func hexadecimal(_ value: UInt64) -> String {
    let digits = String(value, radix: 16)
    return String(repeating: "0", count: 16 - digits.count) + digits
  }
}
