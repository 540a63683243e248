import Testing
import UseCaseReport

@Suite struct UnifiedDiffTests {
  private func diff(_ old: String, _ new: String) -> String {
    String(decoding: unifiedDiff("a", from: Array(old.utf8), to: Array(new.utf8)), as: UTF8.self)
  }

  @Test func nothingWhereNothingChanges() {
    #expect(diff("a\nb", "a\nb").isEmpty)
    #expect(diff("", "").isEmpty)
  }

  @Test func onlyWhatChangesAndThreeLinesAround() {
    let old = (1...20).map { "\($0)\n" }
    var new = old
    new[9] = "ten\n"
    #expect(
      diff(old.joined(), new.joined()) == """
        --- a/a
        +++ b/a
        @@ -7,7 +7,7 @@
         7
         8
         9
        -10
        +ten
         11
         12
         13

        """)
  }

  @Test func theLastLineWithoutItsEnd() {
    #expect(
      diff("a\nb", "a\nb\n") == """
        --- a/a
        +++ b/a
        @@ -1,2 +1,2 @@
         a
        -b
        \\ No newline at end of file
        +b

        """)
    #expect(diff("", "a\n").contains("@@ -0,0 +1,1 @@\n+a\n"))
    #expect(diff("a\n", "").contains("@@ -1,1 +0,0 @@\n-a\n"))
  }

  @Test func applyingItGivesTheNewText() {
    var random = SplitMix(state: 7)
    for _ in 0..<400 {
      let old = (0..<random.below(60)).map { _ in "\(random.below(12))\n" }
      var new = old
      for _ in 0..<random.below(8) where !new.isEmpty {
        switch random.below(3) {
        case 0: new.remove(at: random.below(new.count))
        case 1: new.insert("\(random.below(12))\n", at: random.below(new.count))
        default: new[random.below(new.count)] = "\(random.below(12))\n"
        }
      }
      #expect(apply(diff(old.joined(), new.joined()), to: old) == new)
    }
  }

  @Test func manyLinesTakeLittleTime() {
    let old = (0..<200_000).map { "\($0 % 7) \($0 / 3)\n" }
    let new = old.reversed().map { $0.replacing("1", with: "one") }
    let started = ContinuousClock.now
    #expect(!diff(old.joined(), new.joined()).isEmpty)
    #expect(ContinuousClock.now - started < .seconds(60))
  }

  /// As `patch` does it: the lines of a hunk that do not begin with `+` stand in the old text.
  private func apply(_ patch: String, to old: [String]) -> [String]? {
    var result: [String] = []
    var position = 0
    for line in patch.split(separator: "\n").dropFirst(2) {
      if line.hasPrefix("@@") {
        guard let match = line.firstMatch(of: #/^@@ -(\d+),(\d+) /#), let first = Int(match.1)
        else { return nil }
        let start = match.2 == "0" ? first : first - 1
        result += old[position..<start]
        position = start
      } else if line.hasPrefix("+") {
        result.append(line.dropFirst() + "\n")
      } else {
        guard position < old.count, old[position] == line.dropFirst() + "\n" else { return nil }
        if line.hasPrefix(" ") { result.append(old[position]) }
        position += 1
      }
    }
    return result + old[position...]
  }
}

/// Numbers that are the same in every run.
struct SplitMix {
  var state: UInt64

  mutating func below(_ limit: Int) -> Int {
    state &+= 0x9E37_79B9_7F4A_7C15
    var value = state
    value = (value ^ (value >> 30)) &* 0xBF58_476D_1CE4_E5B9
    value = (value ^ (value >> 27)) &* 0x94D0_49BB_1331_11EB
    return Int((value ^ (value >> 31)) % UInt64(max(1, limit)))
  }
}
