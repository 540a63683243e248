import UseCaseReport

/// Which steps of two blocks are the same, as places in these.
struct StepMatching {
  /// Equal steps that keep their order.
  private(set) var same: [(old: Int, new: Int)] = []
  /// Equal steps in another order.
  private(set) var moved: [(old: Int, new: Int)] = []
  /// Steps that stand where a similar one stood.
  private(set) var changed: [(old: Int, new: Int)] = []
  private(set) var removed: [Int] = []
  private(set) var added: [Int] = []

  /// Where more pairs of steps than these lie between equal ones, none of them is looked at.
  private static let limit = 400

  init(_ old: [StepContent], _ new: [StepContent]) {
    var (left, right) = (0, 0)
    for change in LineMatching(old.map(\.value), new.map(\.value)).changes {
      addSame(from: (left, right), to: change.old.lowerBound)
      compare(change, old, new)
      (left, right) = (change.old.upperBound, change.new.upperBound)
    }
    addSame(from: (left, right), to: old.count)
    findMoved(old, new)
  }

  /// All pairs that are one step.
  var pairs: [(old: Int, new: Int)] { same + moved + changed }

  private mutating func addSame(from start: (old: Int, new: Int), to end: Int) {
    for (offset, place) in (start.old..<max(start.old, end)).enumerated() {
      same.append((place, start.new + offset))
    }
  }

  /// Between equal steps, those are one that resemble each other most.
  private mutating func compare(
    _ gap: LineChange, _ old: [StepContent], _ new: [StepContent]
  ) {
    var (gone, come) = (Set(gap.old), Set(gap.new))
    if gap.old.count * gap.new.count <= StepMatching.limit {
      for pair in resembling(gap, old, new) {
        changed.append(pair)
        gone.remove(pair.old)
        come.remove(pair.new)
      }
    }
    removed += gone.sorted()
    added += come.sorted()
  }

  private func resembling(
    _ gap: LineChange, _ old: [StepContent], _ new: [StepContent]
  ) -> [(old: Int, new: Int)] {
    let left = gap.old.map { words(old[$0]) }
    let right = gap.new.map { words(new[$0]) }
    let scores = gap.old.map { before in
      gap.new.map { after in
        old[before].value == new[after].value
          ? 0 : likeness(left[before - gap.old.lowerBound], right[after - gap.new.lowerBound])
      }
    }
    return left.indices.compactMap { row in
      guard let column = onlyBest(scores[row]), onlyBest(scores.map { $0[column] }) == row else {
        return nil
      }
      return (gap.old.lowerBound + row, gap.new.lowerBound + column)
    }
  }

  private func words(_ step: StepContent) -> Set<Substring> {
    Set(step.shown.lowercased().split(separator: " "))
  }

  /// The words that both have, in percent of all; 0 where less than half.
  private func likeness(_ left: Set<Substring>, _ right: Set<Substring>) -> Int {
    let all = left.count + right.count
    guard all > 0 else { return 0 }
    let share = 200 * left.intersection(right).count / all
    return share >= 50 ? share : 0
  }

  private func onlyBest(_ scores: [Int]) -> Int? {
    guard let best = scores.max(), best > 0, scores.count(where: { $0 == best }) == 1 else {
      return nil
    }
    return scores.firstIndex(of: best)
  }

  private mutating func findMoved(_ old: [StepContent], _ new: [StepContent]) {
    let left = singles(removed, old)
    let right = singles(added, new)
    for place in removed {
      let value = old[place].value
      guard left[value] == place, let other = right[value], !value.isEmpty else { continue }
      moved.append((place, other))
    }
    let (gone, come) = (Set(moved.map(\.old)), Set(moved.map(\.new)))
    removed.removeAll(where: gone.contains)
    added.removeAll(where: come.contains)
  }

  private func singles(_ places: [Int], _ steps: [StepContent]) -> [String: Int] {
    var result: [String: Int] = [:]
    for place in places {
      let value = steps[place].value
      result[value] = result[value] == nil ? place : -1
    }
    return result.filter { $0.value >= 0 }
  }
}
