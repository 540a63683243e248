import UseCaseModel
import UseCaseSyntax

/// What an element says and who names it, as a bag of weighted features, without its own name. Arrows
/// and links do not count: whatever takes an element's place has these, too.
struct Portrait {
  /// The element's number in its version.
  let number: Int
  /// Its kind and namespace: only within the same place two elements can be one.
  let place: String
  private(set) var features: [String: Int] = [:]
  private(set) var weight = 0

  /// A text or a relation weighs as much as four choices, numbers or places: many elements share those.
  static let strong = 4
  static let weak = 1

  init(_ element: Element, number: Int, place: String, _ naming: Naming) {
    self.number = number
    self.place = place
    let reader = ContentReader(element, naming)
    if let title = element.declaration?.title?.string, element.kind != .extensionPoint {
      add("title " + title, Portrait.strong)
    }
    for clause in reader.clauses {
      for entry in clause.entries {
        add(clause.label + " " + entry.value, entry.isStrong ? Portrait.strong : Portrait.weak)
      }
    }
    for mention in element.mentions
    where mention.source?.id != element.id && !mention.isLink && mention.clause != .transition {
      let source = mention.source.map(naming.token) ?? ""
      add("named \(mention.clause.hash) by " + source, Portrait.strong)
    }
    let isNamespace = element.kind == .package || element.kind == .journey
    for member in element.members {
      let name = isNamespace ? member.kind.keyword + " " + member.name : naming.token(member)
      add("holds " + name, Portrait.strong)
    }
    for text in reader.flowTexts { add("flow " + text, Portrait.strong) }
  }

  private mutating func add(_ feature: String, _ weight: Int) {
    features[feature, default: 0] += weight
    self.weight += weight
  }

  func shared(with other: Portrait) -> Int {
    if other.features.count < features.count { return other.shared(with: self) }
    return features.reduce(0) { $0 + min($1.value, other.features[$1.key] ?? 0) }
  }
}

/// The pairs that are one element under two names: at least three fifths of what the two say is the
/// same, by weight, a text or relation or more of it, and for each of them the other resembles it
/// most, with nobody as much. Where that is not so, nobody guesses.
///
/// Only features that few have lead from one element to another, so that the time stays linear.
func alike(_ old: [Portrait], _ new: [Portrait]) -> [(old: Int, new: Int)] {
  guard !old.isEmpty, !new.isEmpty else { return [] }
  let (holdersOfOld, holdersOfNew) = (holders(old), holders(new))
  var bestOfOld = [Best](repeating: Best(), count: old.count)
  var bestOfNew = [Best](repeating: Best(), count: new.count)
  for (left, portrait) in old.enumerated() {
    var seen: Set<Int> = []
    for feature in portrait.features.keys {
      let key = Feature(place: portrait.place, text: feature)
      guard let candidates = holdersOfNew[key], candidates.count <= commonest,
        holdersOfOld[key, default: []].count <= commonest
      else { continue }
      for right in candidates where seen.insert(right).inserted {
        let shared = portrait.shared(with: new[right])
        let whole = portrait.weight + new[right].weight
        guard shared >= Portrait.strong, shared * 10 >= whole * 3 else { continue }
        bestOfOld[left].offer(right, Score(shared: shared, whole: whole))
        bestOfNew[right].offer(left, Score(shared: shared, whole: whole))
      }
    }
  }
  return old.indices.compactMap { left in
    guard let right = bestOfOld[left].only, bestOfNew[right].only == left else { return nil }
    return (old[left].number, new[right].number)
  }
}

/// How many may have a feature for it to lead from one to another.
private let commonest = 16

private struct Feature: Hashable {
  let place: String
  let text: String
}

private func holders(_ portraits: [Portrait]) -> [Feature: [Int]] {
  var result: [Feature: [Int]] = [:]
  for (index, portrait) in portraits.enumerated() {
    for feature in portrait.features.keys {
      result[Feature(place: portrait.place, text: feature), default: []].append(index)
    }
  }
  return result
}

/// The share of what two have in common, compared without division.
private struct Score: Comparable {
  let shared: Int
  let whole: Int

  static func < (left: Score, right: Score) -> Bool {
    left.shared * right.whole < right.shared * left.whole
  }

  static func == (left: Score, right: Score) -> Bool {
    left.shared * right.whole == right.shared * left.whole
  }
}

/// The best of several candidates, unless two are equally good.
private struct Best {
  private var score: Score?
  private(set) var only: Int?

  mutating func offer(_ candidate: Int, _ score: Score) {
    if let best = self.score {
      if score < best { return }
      if score == best {
        only = nil
        return
      }
    }
    self.score = score
    only = candidate
  }
}
