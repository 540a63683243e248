import TestSupport
import Testing
import UseCaseModel
import UseCaseRules
import UseCaseSyntax

/// A name that is misspelt in one place is one mistake: nothing else is found in its wake.
@Suite struct MisspellingTests {
  @Test(arguments: ["fellmark", "library", "compiler"])
  func oneMisspeltNameIsOneFinding(_ name: String) throws {
    let example = Example(name)
    let known = Set(example.findings.map { $0.rule + $0.message })
    var random = FixedSeed(5)
    for _ in 0..<40 {
      let file = Int.random(in: 0..<example.sources.count, using: &random)
      let source = example.sources[file]
      guard let range = references(in: parse(source)).randomElement(using: &random) else {
        continue
      }
      let broken = example.doublingByte(at: range.upperBound - 1, inFile: file)
      let new = broken.findings.filter { !known.contains($0.rule + $0.message) }
      #expect(
        new.map(\.rule) == ["unknown-reference"],
        "\(source.path): \(source[range]): \(new.summary)")
    }
  }

  private func references(in tree: SyntaxTree) -> [Range<Int>] {
    var found: [Range<Int>] = []
    func visit(_ node: SyntaxNode) {
      if node.kind == .reference { found.append(node.range) }
      for child in node.children { visit(child) }
    }
    visit(tree.root)
    return found
  }
}
