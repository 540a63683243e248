import TestSupport
import Testing
import UseCaseModel
import UseCaseRules
import UseCaseSyntax

/// Whatever has been misspelt: a fix removes its finding, leaves a file that parses, and adds no
/// error.
@Suite struct FixPropertyTests {
  @Test(arguments: [1, 2, 3, 4] as [UInt64])
  func fixesRemoveTheirFindings(_ seed: UInt64) {
    var random = FixedSeed(seed)
    let example = Example(seed % 2 == 0 ? "library" : "fellmark")
    var fixes = 0
    for _ in 0..<10 {
      let broken = mutated(example, &random)
      let before = broken.findings
      for finding in before where finding.rule != "syntax" {
        guard let fix = finding.fixes.first else { continue }
        fixes += 1
        let after = broken.applying(fix).findings
        let isGone =
          after.count { $0.rule == finding.rule && $0.message == finding.message }
          < before.count { $0.rule == finding.rule && $0.message == finding.message }
        #expect(isGone, "\(finding.rule): \(finding.message)")
        let known = Set(before.map { $0.rule + $0.message })
        let new = after.errors.filter { !known.contains($0.rule + $0.message) }
        #expect(new.isEmpty, "\(finding.rule): \(finding.message) → \(new.summary)")
        #expect(after.of("syntax").count <= before.of("syntax").count)
      }
    }
    #expect(fixes > 0)
  }

  /// A letter of a word, of a number or at the beginning of a step is lost, doubled or exchanged.
  ///
  /// One mistake at a time: of two in one place, the first may hide the second.
  private func mutated(_ example: Example, _ random: inout FixedSeed) -> Example {
    var sources = example.sources
    let file = Int.random(in: sources.indices, using: &random)
    let tree = parse(sources[file])
    let words = tree.nodes.indices.filter {
      [.reference, .choice, .name, .number, .text].contains(tree.nodes[$0].kind)
        && tree.nodes[$0].range.count > 3
    }
    guard let node = words.randomElement(using: &random) else { return example }
    var bytes = sources[file].bytes
    let range = tree.nodes[node].range
    let index = Int.random(
      in: range.lowerBound..<range.lowerBound + min(range.count, 9) - 1, using: &random)
    switch Int.random(in: 0..<3, using: &random) {
    case 0: bytes.remove(at: index)
    case 1: bytes.insert(bytes[index], at: index)
    default: bytes.swapAt(index, index + 1)
    }
    sources[file] = SourceText(path: sources[file].path, bytes: bytes)
    return Example(sources)
  }
}
