import UseCaseSyntax

/// Chooses fixes that do not get in each other's way, the first ones first.
///
/// Edits that replace overlapping bytes exclude each other, and an insertion excludes everything
/// that it touches; the very same replacement may belong to several fixes. It costs n log n.
struct FixSelection {
  /// What stands for a file's bytes where edits begin or end: an even number for each such place,
  /// an odd one for the bytes between two of them.
  private struct File {
    private let offsets: [Int]
    /// Which units are taken, as a tree of sums.
    private var sums: [Int]
    private var isTaken: [Bool]
    /// The ends of what is replaced, where nothing may be inserted.
    private var isEnd: [Bool]

    init(_ edits: [Edit]) {
      let all = edits.flatMap { [$0.place.range.lowerBound, $0.place.range.upperBound] }.sorted()
      offsets = all.enumerated().filter { $0.offset == 0 || all[$0.offset - 1] != $0.element }
        .map(\.element)
      sums = [Int](repeating: 0, count: offsets.count * 2 + 1)
      isTaken = [Bool](repeating: false, count: offsets.count * 2)
      isEnd = [Bool](repeating: false, count: offsets.count * 2)
    }

    /// The units of an edit; of a replacement without the places where it begins and ends.
    private func units(_ edit: Edit) -> Range<Int> {
      let start = unit(edit.place.range.lowerBound)
      let end = unit(edit.place.range.upperBound)
      return start == end ? start..<start + 1 : start + 1..<end
    }

    private func unit(_ offset: Int) -> Int {
      var low = 0
      var high = offsets.count
      while high - low > 1 {
        let middle = (low + high) / 2
        if offsets[middle] <= offset { low = middle } else { high = middle }
      }
      return low * 2
    }

    func isFree(_ edit: Edit) -> Bool {
      let units = units(edit)
      if edit.place.range.isEmpty {
        return !isTaken[units.lowerBound] && !isEnd[units.lowerBound]
      }
      return !isTaken[units.lowerBound - 1] && !isTaken[units.upperBound]
        && sum(below: units.upperBound) == sum(below: units.lowerBound)
    }

    mutating func take(_ edit: Edit) {
      let units = units(edit)
      if !edit.place.range.isEmpty {
        isEnd[units.lowerBound - 1] = true
        isEnd[units.upperBound] = true
      }
      for unit in units where !isTaken[unit] {
        isTaken[unit] = true
        add(at: unit)
      }
    }

    private func sum(below unit: Int) -> Int {
      var index = unit
      var result = 0
      while index > 0 {
        result += sums[index]
        index &= index - 1
      }
      return result
    }

    private mutating func add(at unit: Int) {
      var index = unit + 1
      while index < sums.count {
        sums[index] += 1
        index += index & -index
      }
    }
  }

  private var files: [String: File] = [:]
  private var replacements: Set<Edit> = []

  /// All fixes that will be asked about.
  init(among fixes: [Fix]) {
    let edits = Dictionary(grouping: fixes.flatMap(\.edits), by: \.place.path)
    files = edits.mapValues(File.init)
  }

  /// Takes a fix where nothing that was taken before stands in its way.
  mutating func take(_ fix: Fix) -> Bool {
    let new = fix.edits.filter { !replacements.contains($0) }
    guard new.allSatisfy({ files[$0.place.path]?.isFree($0) ?? false }) else { return false }
    for edit in new {
      files[edit.place.path]?.take(edit)
      if !edit.place.range.isEmpty { replacements.insert(edit) }
    }
    return true
  }
}
