import Testing

@testable import UseCasePreview

/// What is shown after which builds.
@Suite struct StateTests {
  private var state = PreviewState(server: "s")

  private func event(_ path: String) -> String {
    String(decoding: state.event(about: path), as: UTF8.self)
  }

  @Test mutating func onlyAPageThatChangedGetsANewVersion() {
    #expect(state.take(Previews.build(["a.html": "1", "b.html": "1"])) == 2)
    #expect(state.take(Previews.build(["a.html": "1", "b.html": "2", "c.html": "1"])) == 2)
    #expect(state.file("a.html")?.version == "s-1")
    #expect(state.file("b.html")?.version == "s-2")
    #expect(state.take(Previews.build(["a.html": "1"])) == 0)
    #expect(state.file("b.html") == nil)
    #expect(event("a.html").hasPrefix("data: {\"version\":\"s-1\",\"build\":{\"revision\":3,"))
    #expect(event("b.html").hasPrefix("data: {\"version\":null,"))
  }

  @Test mutating func theLastGoodPagesStayWhileTheModelIsBroken() {
    _ = state.take(Previews.build(["a.html": "1"]))
    #expect(state.take(Previews.build(nil)) == 0)
    #expect(state.file("a.html")?.version == "s-1")
    #expect(event("a.html").contains("\"isGood\":false,\"showsEarlier\":true"))
    _ = state.take(Previews.build(["a.html": "1"]))
    #expect(state.file("a.html")?.version == "s-1")
    #expect(event("a.html").contains("\"isGood\":true,\"showsEarlier\":false"))
  }

  @Test mutating func whatIsStillBeingMadeIsAwaited() {
    _ = state.take(Previews.build(["a.html": "1", "b.html": "1", "c.html": "1"]))
    var build = Previews.build(["a.html": "2"])
    build.awaited = ["b.html", "d.html"]
    #expect(state.take(build) == 1)
    #expect(state.awaits("b.html") && state.awaits("d.html"))
    #expect(!state.awaits("a.html") && !state.awaits("c.html"))
    #expect(state.file("c.html") == nil)
    // One that is made again as it was keeps its version; nobody asked for the other one.
    #expect(state.take(["b.html": Array("1".utf8), "x.html": []]) == 0)
    #expect(state.file("b.html")?.version == "s-1")
    #expect(state.file("x.html") == nil)
    let finding = PreviewFinding(
      severity: "error", rule: "", message: "no picture", location: "", details: "")
    #expect(state.take(["d.html": Array("1".utf8)], findings: [finding]) == 1)
    #expect(state.file("d.html")?.version == "s-3")
    #expect(!state.awaits("d.html"))
    #expect(event("a.html").contains("no picture"))
  }

  @Test mutating func anErrorLeavesNothingAwaitedThatNobodyMakes() {
    var build = Previews.build(["a.html": "1"])
    build.awaited = ["b.html"]
    _ = state.take(build)
    _ = state.take(Previews.build(nil))
    #expect(!state.awaits("b.html"))
  }

  @Test mutating func nothingInAFindingBreaksItsLine() {
    let hostile = "</script>\u{2028}\n\ndata: \r\n\"\u{0}"
    let finding = PreviewFinding(
      severity: "error", rule: hostile, message: hostile, location: hostile, details: hostile,
      page: hostile)
    _ = state.take(Previews.build(nil, findings: [finding]))
    let lines = event(hostile).split(separator: "\n", omittingEmptySubsequences: false)
    #expect(lines.count == 3)
    #expect(lines[0].hasPrefix("data: {"))
    #expect(!event("").dropLast(2).contains { $0 == "\r" || $0 == "\u{2028}" || $0 == "\u{0}" })
  }
}
