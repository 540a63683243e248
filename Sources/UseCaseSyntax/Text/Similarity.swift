/// The candidate a misspelt name most probably meant, or nil where none is near.
///
/// Restricted Damerau–Levenshtein distance over lower-cased scalars, at most a third of the longer
/// name's length; an equal spelling in another case is always near. Ties go to the earlier candidate.
public func nearest<Candidates: Sequence>(to name: String, among candidates: Candidates) -> String?
where Candidates.Element == String {
  closest(to: name, among: candidates).first
}

/// All candidates that are nearest to a misspelt name, in their order; empty where none is near.
public func closest<Candidates: Sequence>(
  to name: String, among candidates: Candidates
) -> [String] where Candidates.Element == String {
  guard name.utf8.count <= 480 else { return [] }
  let wanted = Array(name.lowercased().unicodeScalars)
  guard wanted.count <= 120 else { return [] }
  var best: [String] = []
  var distanceOfBest = Int.max
  for candidate in candidates where candidate != name {
    let length = candidate.unicodeScalars.count
    let limit = max(1, max(wanted.count, length) / 3)
    guard abs(length - wanted.count) <= limit else { continue }
    let scalars = Array(candidate.lowercased().unicodeScalars)
    let bound = min(distanceOfBest, limit)
    guard let distance = editDistance(wanted, scalars, atMost: bound) else { continue }
    // A single letter that differs tells nothing: 'A' is not a misspelt 'B'.
    if distance >= min(wanted.count, scalars.count) { continue }
    if distance < distanceOfBest { best = [] }
    distanceOfBest = distance
    best.append(candidate)
  }
  return best
}

/// Insertions, deletions, substitutions and swaps of neighbours; nil where more than `limit`.
func editDistance(_ left: [Unicode.Scalar], _ right: [Unicode.Scalar], atMost limit: Int) -> Int? {
  guard abs(left.count - right.count) <= limit else { return nil }
  var beforePrevious = [Int](repeating: 0, count: right.count + 1)
  var previous = Array(0...right.count)
  var current = previous
  for (row, scalar) in left.enumerated() {
    current[0] = row + 1
    var smallest = current[0]
    for (column, other) in right.enumerated() {
      let substitution = previous[column] + (scalar == other ? 0 : 1)
      var value = min(substitution, previous[column + 1] + 1, current[column] + 1)
      if row > 0, column > 0, scalar == right[column - 1], left[row - 1] == other {
        value = min(value, beforePrevious[column - 1] + 1)
      }
      current[column + 1] = value
      smallest = min(smallest, value)
    }
    guard smallest <= limit else { return nil }
    (beforePrevious, previous, current) = (previous, current, beforePrevious)
  }
  let distance = previous[right.count]
  return distance <= limit ? distance : nil
}
