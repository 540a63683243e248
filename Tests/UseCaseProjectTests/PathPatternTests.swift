import Testing

@testable import UseCaseProject

@Suite struct PathPatternTests {
  @Test(arguments: [
    ("drafts", ["drafts"], ["draft", "drafts2", "a/drafts", "Drafts"]),
    ("drafts/", ["drafts"], ["a/drafts"]),
    ("./a/b.usecase", ["a/b.usecase"], ["b.usecase", "a/b"]),
    ("*", ["a", "é"], ["a/b"]),
    ("old-*", ["old-", "old-a.usecase"], ["a/old-a", "old", "old-/a"]),
    ("*-*.usecase", ["a-b.usecase", "-.usecase", "a-b-c.usecase"], ["a.usecase", "a-b.use"]),
    ("**/x", ["x", "a/x", "a/b/x"], ["ax", "x/a", "a/xb"]),
    ("a/**/x", ["a/x", "a/b/x", "a/b/c/x"], ["x", "b/a/x", "a/x/b"]),
    ("a/**", ["a", "a/b", "a/b/c"], ["b", "ab"]), ("a/*/b", ["a/x/b"], ["a/b", "a/x/y/b"]),
    ("**/a/**/b*", ["a/b", "x/a/y/bc", "a/a/b"], ["a/c", "b/a"]), ("a**b", ["ab", "axb"], ["a/b"]),
  ])
  func matching(pattern: String, matching: [String], other: [String]) {
    let patterns = PathPatterns(["unrelated", pattern])
    for path in matching { #expect(patterns.contains(path), "\(path)") }
    for path in other { #expect(!patterns.contains(path), "\(path)") }
  }

  @Test func nothingIsExcludedByNothing() {
    #expect(!PathPatterns([]).contains("a"))
  }

  @Test func patternsThatInviteTryingEverythingAreQuick() {
    let stars = String(repeating: "a*", count: 200) + "b"
    let folders = String(repeating: "**/a/", count: 200) + "b"
    let name = String(repeating: "a", count: 5_000)
    let path = String(repeating: "a/", count: 2_000) + "a"
    let clock = ContinuousClock()
    let time = clock.measure {
      #expect(!PathPatterns([stars, folders]).contains(name))
      #expect(!PathPatterns([stars, folders]).contains(path))
    }
    #expect(time < .seconds(10))
  }
}
