/// Where two versions of a text differ: what stands before and behind is the same.
public struct TextDifference: Sendable, Hashable {
  /// The stretch that was replaced, in bytes of the earlier text.
  public let old: Range<Int>
  /// What replaced it, in bytes of the later text.
  public let new: Range<Int>

  /// Nil where the texts are equal; linear in their length.
  public init?(from earlier: [UInt8], to later: [UInt8]) {
    var start = 0
    let shorter = min(earlier.count, later.count)
    while start < shorter, earlier[start] == later[start] { start += 1 }
    guard start < max(earlier.count, later.count) else { return nil }
    var same = 0
    while same < shorter - start, earlier[earlier.count - 1 - same] == later[later.count - 1 - same]
    {
      same += 1
    }
    old = start..<earlier.count - same
    new = start..<later.count - same
  }

  /// Where a stretch of the earlier text stands in the later one; nil where the change touches it.
  public func moved(_ range: Range<Int>) -> Range<Int>? {
    if range.upperBound < old.lowerBound { return range }
    guard range.lowerBound > old.upperBound else { return nil }
    let distance = new.upperBound - old.upperBound
    return range.lowerBound + distance..<range.upperBound + distance
  }
}
