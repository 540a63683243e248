import UseCaseModel
import UseCaseSyntax

struct UnsafeCharacter: Rule {
  static let info = RuleInfo(
    name: "unsafe-character", category: .references, severity: .warning, source: .unicode,
    summary: "A character reorders what is shown, or a name's letters pretend to be others.",
    fixes: [.safe("Removes the character.")],
    rationale: """
      Bidirectional controls show a text in another order than it is read by machines, and letters \
      of another script make two names of what looks like one.
      """,
    bad: """
      actor Customer "Customer\u{202E} of the shop"
      usecase PayOrder { actor Customer }
      """,
    good: """
      actor Customer "Customer of the shop"
      usecase PayOrder { actor Customer }
      """)

  func check(_ tree: SyntaxTree, in context: RuleContext, report: inout Findings) {
    guard !tree.isASCII else { return }
    checkControls(tree, &report)
    for (index, node) in tree.nodes.enumerated() where node.kind == .name {
      let range = node.range
      guard tree.source.bytes[range].contains(where: { $0 >= 0x80 }) else { continue }
      checkName(SyntaxNode(tree: tree, index: index), &report)
    }
  }

  // MARK: Bidirectional controls

  /// U+202A to U+202E and U+2066 to U+2069.
  private func checkControls(_ tree: SyntaxTree, _ report: inout Findings) {
    let bytes = tree.source.bytes
    var index = 0
    while index + 2 < bytes.count {
      guard bytes[index] == 0xE2 else {
        index += 1
        continue
      }
      let isControl =
        bytes[index + 1] == 0x80 && (0xAA...0xAE).contains(bytes[index + 2])
        || bytes[index + 1] == 0x81 && (0xA6...0xA9).contains(bytes[index + 2])
      if isControl { addControl(index..<index + 3, tree, &report) }
      index += 3
    }
  }

  private func addControl(_ range: Range<Int>, _ tree: SyntaxTree, _ report: inout Findings) {
    // Outside of texts, prose and comments it is a syntax error, which says the same.
    let isReported = tree.diagnostics.contains {
      $0.place.range.lowerBound <= range.lowerBound && range.upperBound <= $0.place.range.upperBound
    }
    guard !isReported, let scalar = tree.source[range].unicodeScalars.first else { return }
    let name = scalar.properties.name.map { ", \($0.lowercased())" } ?? ""
    let place = tree.source.place(range)
    report.add(
      "an invisible control (U+\(String(scalar.value, radix: 16, uppercase: true))\(name)) "
        + "changes the order of what is shown", at: place,
      fixes: [Fix("remove it", edits: [Edit(place, replacement: "")])])
  }

  // MARK: Letters that look alike

  private func checkName(_ node: SyntaxNode, _ report: inout Findings) {
    let scalars = node.raw.unicodeScalars
    let latin = scalars.filter { $0.isASCII && $0.properties.isAlphabetic }
    let strange = scalars.filter { UnsafeCharacter.lookalikes[$0] != nil }
    let others = scalars.filter { !$0.isASCII && $0.properties.isAlphabetic }
    guard !latin.isEmpty, let first = strange.first, strange.count == others.count else { return }
    let shown = UnsafeCharacter.lookalikes[first].map(String.init) ?? ""
    report.add(
      "the name '\(node.raw)' mixes scripts: its '\(first)' is not the Latin '\(shown)'",
      at: node.place,
      notes: [
        "the letter is U+\(String(first.value, radix: 16, uppercase: true)), "
          + "\(first.properties.name?.lowercased() ?? "of another script")"
      ],
      help: ["write the name with letters of one script, here and wherever it is used"])
  }

  /// Cyrillic and Greek letters that cannot be told from Latin ones (UTS #39, confusables).
  private static let lookalikes: [Unicode.Scalar: Character] = {
    let cyrillic = zip(
      "АВЕЅІЈКМНОРСТУХаеорсухѕіјԁԛԝһ".unicodeScalars, "ABESIJKMHOPCTYXaeopcyxsijdqwh")
    let greek = zip("ΑΒΕΖΗΙΚΜΝΟΡΤΥΧονι".unicodeScalars, "ABEZHIKMNOPTYXovi")
    return Dictionary(
      Array(cyrillic) + Array(greek), uniquingKeysWith: { first, _ in first })
  }()
}
