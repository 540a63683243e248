import TestSupport
import Testing

@testable import UseCaseSyntax

/// Single mistakes in the examples: how many errors does each give?
@Suite struct RecoveryTests {
  enum Mistake: String, CaseIterable, Sendable {
    case delete, double, replace, swap

    /// The share of erroneous files that must have exactly one error.
    var required: Double {
      switch self {
      case .delete, .double: 0.99
      // What stands in place of another token is often a second mistake by itself.
      case .replace: 0.92
      case .swap: 0.90
      }
    }
  }

  /// Of all mutants together, 95 of 100 must have exactly one error.
  @Test func oneMistakeGivesOneError() {
    var all = (single: 0, erroneous: 0)
    for mistake in Mistake.allCases {
      let (single, erroneous) = mutants(with: mistake)
      print("\(mistake): \(single) of \(erroneous) mutants have exactly one error")
      #expect(Double(single) / Double(erroneous) >= mistake.required, "\(mistake)")
      all = (all.single + single, all.erroneous + erroneous)
    }
    #expect(Double(all.single) / Double(all.erroneous) >= 0.95)
  }

  /// How many mutants of the examples have one error, and how many have any.
  private func mutants(with mistake: Mistake) -> (single: Int, erroneous: Int) {
    var random = FixedSeed(11)
    var erroneous = 0
    var single = 0
    for file in exampleFiles {
      let source = SourceText(path: file.path, bytes: file.bytes)
      let tokens = tokenize(source).tokens.dropLast()
      for _ in 0..<min(tokens.count, 60) {
        let place = Int.random(in: 0..<tokens.count, using: &random)
        let bytes = mutant(of: source, Array(tokens), place, mistake, &random)
        let tree = parse(SourceText(path: file.path, bytes: bytes))
        let errors = tree.diagnostics.count { $0.severity == .error }
        erroneous += errors > 0 ? 1 : 0
        single += errors == 1 ? 1 : 0
      }
    }
    return (single, erroneous)
  }

  private func mutant(
    of source: SourceText, _ tokens: [Token], _ place: Int, _ mistake: Mistake,
    _ random: inout FixedSeed
  ) -> [UInt8] {
    let token = tokens[place]
    var bytes = source.bytes
    switch mistake {
    case .delete: bytes.removeSubrange(token.range)
    case .double: bytes.insert(contentsOf: [0x20] + source.bytes[token.range], at: token.end)
    case .replace:
      let other = tokens[Int.random(in: 0..<tokens.count, using: &random)]
      bytes.replaceSubrange(token.range, with: source.bytes[other.range])
    case .swap:
      let next = tokens[min(place + 1, tokens.count - 1)]
      guard next.start > token.start else { return bytes }
      bytes.replaceSubrange(
        token.start..<next.end,
        with: source.bytes[next.range] + source.bytes[token.end..<next.start]
          + source.bytes[token.range])
    }
    return bytes
  }
}
