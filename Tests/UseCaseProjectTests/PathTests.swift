import Testing
import UseCaseProject

@Suite struct PathTests {
  @Test func parts() {
    #expect(Path.parent(of: "/a/b") == "/a")
    #expect(Path.parent(of: "/a") == "/")
    #expect(Path.parent(of: "a") == ".")
    #expect(Path.name(of: "/a/b") == "b")
    #expect(Path.join("a", "b") == "a/b")
    #expect(Path.join("/", "b") == "/b")
    #expect(Path.join("a", "/b") == "/b")
  }

  @Test func insideIsDecidedByWholeNames() {
    #expect(Path.isInside("/a/b/c", "/a/b"))
    #expect(Path.isInside("/a/b", "/a/b"))
    #expect(!Path.isInside("/a/bc", "/a/b"))
    #expect(Path.isInside("/a", "/"))
  }

  @Test func relativePaths() {
    #expect(Path.relative("/a/b/c", from: "/a") == "b/c")
    #expect(Path.relative("/a/x", from: "/a/b/c") == "../../x")
    #expect(Path.relative("/a", from: "/a") == "")
  }
}
