import UseCaseModel
import UseCaseRules
import UseCaseSyntax

/// How long a model takes to be checked: each rule by itself, and an edit of one step.
struct Timings {
  /// A table for people.
  let text: String

  /// Measures; takes a few seconds for a large model.
  init(of model: Model) {
    let shortest = Timings.shortest
    let trees = model.ownTrees
    var lines = ["seconds of one core, the shortest of three"]
    func add(_ name: String, _ seconds: Double) {
      lines.append("\(fixed(seconds * 1000, width: 10)) ms  \(name)")
    }
    add("parse", shortest { for tree in trees { _ = parse(tree.source) } })
    add("resolve", shortest { _ = resolve(trees) })
    add("check with all rules", shortest { _ = check(model, rules: RuleCatalog.all) })
    let none = shortest { _ = check(model, rules: []) }
    let rules = RuleCatalog.all.map { rule in
      (rule.info.name, shortest { _ = check(model, rules: [rule]) } - none)
    }
    for (name, seconds) in rules.sorted(by: { $0.1 > $1.1 }) { add(name, max(0, seconds)) }
    let edits = Timings.edits(of: trees, count: 40)
    for (name, times) in [("about elements", edits.map(\.0)), ("about the model", edits.map(\.1))] {
      guard let longest = times.max() else { continue }
      let sorted = times.sorted()
      add("a letter more in a step, findings \(name), median", sorted[sorted.count / 2])
      add("a letter more in a step, findings \(name), longest", longest)
    }
    text = lines.map { $0 + "\n" }.joined()
  }

  /// Types a letter into a step, again and again in other files: seconds until the findings about
  /// elements are there, and from then until those about the model are.
  private static func edits(of trees: [SyntaxTree], count: Int) -> [(Double, Double)] {
    var trees = trees
    var checked = CheckedModel(resolve(trees))
    var result: [(Double, Double)] = []
    for turn in 0..<count {
      let file = turn * 7 % trees.count
      let source = trees[file].source
      guard let step = trees[file].nodes.first(where: { $0.flags.contains(.prose) }) else {
        continue
      }
      var bytes = source.bytes
      bytes.insert(UInt8(ascii: "x"), at: step.range.upperBound)
      let clock = ContinuousClock()
      let start = clock.now
      trees[file] = parse(SourceText(path: source.path, bytes: bytes))
      let model = resolve(trees, after: checked.model)
      let quick = CheckedModel(model, after: checked, aboutElementsOnly: true)
      let middle = clock.now
      checked = CheckedModel(model, after: quick)
      result.append((seconds(middle - start), seconds(clock.now - middle)))
    }
    return result
  }

  private static func seconds(_ duration: Duration) -> Double {
    Double(duration.components.seconds) + Double(duration.components.attoseconds) / 1e18
  }

  private static func shortest(_ body: () -> Void) -> Double {
    let clock = ContinuousClock()
    return (0..<3).map { _ in seconds(clock.measure(body)) }.min() ?? 0
  }
}

/// A number with two decimals, right-aligned.
private func fixed(_ value: Double, width: Int) -> String {
  let hundredths = Int((value * 100).rounded())
  let rest = String(hundredths % 100)
  let text = "\(hundredths / 100)." + String(repeating: "0", count: 2 - rest.count) + rest
  return String(repeating: " ", count: max(0, width - text.count)) + text
}
