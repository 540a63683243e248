/// Which lines two texts have in common: those at both ends and, between them, the lines that stand
/// once in each and keep their order; then again in what lies between these (patience diff).
///
/// It costs n log n, where the shortest diff may cost the square.
public struct LineMatching {
  /// Each line as a number; equal lines have equal numbers.
  private var old: [Int] = []
  private var new: [Int] = []
  /// What differs, ascending; no two of them touch.
  public private(set) var changes: [LineChange] = []

  /// How often what lies between matching lines is looked at anew.
  private static let deepest = 8

  /// A line is whatever can be told from another: bytes of a text, a step of a flow.
  public init<Line: Hashable>(_ oldLines: [Line], _ newLines: [Line]) {
    var numbers: [Line: Int] = [:]
    func number(_ line: Line) -> Int {
      let next = numbers.count
      return numbers[line, default: next]
    }
    for line in oldLines {
      old.append(number(line))
      numbers[line] = old.last
    }
    for line in newLines {
      new.append(number(line))
      numbers[line] = new.last
    }
    compare(LineChange(old: 0..<old.count, new: 0..<new.count), depth: 0)
  }

  private mutating func compare(_ part: LineChange, depth: Int) {
    let rest = withoutEqualEnds(part)
    guard !rest.old.isEmpty || !rest.new.isEmpty else { return }
    let anchors = depth < LineMatching.deepest ? anchors(in: rest) : []
    guard !anchors.isEmpty else { return changes.append(rest) }
    var start = (old: rest.old.lowerBound, new: rest.new.lowerBound)
    for anchor in anchors {
      let between = LineChange(old: start.old..<anchor.old, new: start.new..<anchor.new)
      compare(between, depth: depth + 1)
      start = (anchor.old + 1, anchor.new + 1)
    }
    let last = LineChange(
      old: start.old..<rest.old.upperBound, new: start.new..<rest.new.upperBound)
    compare(last, depth: depth + 1)
  }

  private func withoutEqualEnds(_ part: LineChange) -> LineChange {
    var rest = part
    while let left = rest.old.first, let right = rest.new.first, old[left] == new[right] {
      rest.old = left + 1..<rest.old.upperBound
      rest.new = right + 1..<rest.new.upperBound
    }
    while let left = rest.old.last, let right = rest.new.last, old[left] == new[right] {
      rest.old = rest.old.lowerBound..<left
      rest.new = rest.new.lowerBound..<right
    }
    return rest
  }

  /// The longest chain of lines that stand once in each part, in the order of both.
  private func anchors(in part: LineChange) -> [(old: Int, new: Int)] {
    let places = singlePlaces(part.old, in: old)
    let candidates = singlePlaces(part.new, in: new).compactMap { line, place in
      places[line].map { (old: $0, new: place) }
    }
    return longestChain(candidates.sorted { $0.new < $1.new })
  }

  /// By line: where it stands, if it stands once.
  private func singlePlaces(_ range: Range<Int>, in lines: [Int]) -> [Int: Int] {
    var places: [Int: Int] = [:]
    for place in range { places[lines[place]] = places[lines[place]] == nil ? place : -1 }
    return places.filter { $0.value >= 0 }
  }
}

/// The longest part of a list, ascending in `new`, that ascends in `old`, too.
private func longestChain(_ pairs: [(old: Int, new: Int)]) -> [(old: Int, new: Int)] {
  /// By length: the last pair of the chain that ends lowest, as an index.
  var tails: [Int] = []
  var previous = [Int?](repeating: nil, count: pairs.count)
  for (index, pair) in pairs.enumerated() {
    var low = 0
    var high = tails.count
    while low < high {
      let middle = (low + high) / 2
      if pairs[tails[middle]].old < pair.old { low = middle + 1 } else { high = middle }
    }
    previous[index] = low > 0 ? tails[low - 1] : nil
    if low < tails.count { tails[low] = index } else { tails.append(index) }
  }
  var chain: [(old: Int, new: Int)] = []
  var next = tails.last
  while let index = next {
    chain.append(pairs[index])
    next = previous[index]
  }
  return chain.reversed()
}
