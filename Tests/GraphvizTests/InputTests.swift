import Testing
import UseCaseText

@testable import Graphviz

@Suite struct InputTests {
  @Test(arguments: [
    ("", "it is empty"),
    ("  \n// nothing\n", "it is empty"),
    ("digraph { a -> }", "syntax error in line 1 near '}'"),
    ("digraph {\n a -> b\n c [ }", "syntax error in line 3 near '}'"),
    ("digraph { a } rest", "syntax error in line 1 near 'rest'"),
    ("graph {} graph {}", "it contains more than one graph"),
    ("graph { a\0 }", "it contains a null byte"),
    ("graph {}\0", "it contains a null byte"),
    ("graph { a -> b }", "syntax error in line 1 near '->'"),
  ])
  func whatIsNoGraphIsAnError(_ dot: String, _ reason: String) {
    #expect(throws: GraphvizError.invalidInput(reason: reason)) { try layout(dot: dot) }
    // Nothing of a bad text may stay behind in the parser.
    #expect(throws: Never.self) { try layout(dot: "graph { b }") }
  }

  @Test(arguments: ["graph { a [label=\"x", "graph { a /* x", "graph { a [label=<x", "graph { { a"])
  func whatIsNotClosedIsAnError(_ dot: String) {
    #expect { try layout(dot: dot) } throws: { error in
      guard case .invalidInput(let reason)? = error as? GraphvizError else { return false }
      return reason.hasPrefix("syntax error in line 1")
    }
    #expect(throws: Never.self) { try layout(dot: "graph { b }") }
  }

  @Test func longTokensInBadTextDoNotCrash() {
    let long = String(repeating: "x", count: 300_000)
    for dot in ["graph { ] \(long)", "graph { \(long) ] }", "graph { \"\(long)\" \"\(long)\" ] }"] {
      #expect(throws: GraphvizError.self) { try layout(dot: dot) }
    }
    #expect(throws: GraphvizError.self) { try layout(dot: "graph { a ] }") }
  }

  @Test func longTextsAreLaidOut() throws {
    for count in [16_000, 17_000, 100_000, 1_000_000] {
      let long = String(repeating: "x", count: count)
      let dot = "digraph { \"\(long)\" [label=\"\(long)\" fontsize=0.01] }"
      let (layout, warnings) = try layout(dot: dot)
      #expect(layout.nodes.map(\.name) == [long])
      #expect(warnings.isEmpty)
    }
    let halves = "graph { a [label=\"\(String(repeating: "x", count: 9_000))\" + \"y\"] }"
    #expect(try layout(dot: halves).layout.nodes.count == 1)
  }

  @Test func warningsAboutLongNamesAreWhole() throws {
    let long = String(repeating: "y", count: 50_000)
    let warnings = try layout(dot: "digraph { \"\(long)\":port -> b }").warnings
    #expect(warnings == ["node \(long), port port unrecognized"])
  }

  @Test(arguments: [
    "Größe", "貸し出し", "👩‍💻", "a b", "a\nb", "it's", "<b>", "&amp;", "--", "node", "a%", "1.5", "",
  ])
  func unusualNamesAreKept(_ name: String) throws {
    let dot = "digraph { \"\(name)\" -> z [id=\"\(name)\"] subgraph \"cluster\(name)\" { z } }"
    let layout = try layout(dot: dot).layout
    #expect(layout.node(named: name)?.name == name)
    #expect(layout.edges.map(\.id) == [name])
    #expect(layout.cluster(named: "cluster" + name) != nil)
  }

  @Test func quotesAreUnescapedInNamesAndBackslashesAreNot() throws {
    let layout = try layout(dot: #"digraph { "a\"b" -> "c\\d" [id="e\"\\"] }"#).layout
    #expect(layout.nodes.map(\.name) == [#"a"b"#, #"c\\d"#])
    #expect(layout.edges.map(\.id) == [#"e"\\"#])
  }

  @Test(arguments: [
    "nodesep=\"nan\"", "ranksep=\"1e300\"", "ratio=\"nan\"", "size=\"nan,nan\"", "size=\"1,1!\"",
    "overlap=false", "node [width=\"nan\" height=\"inf\"]", "node [fontsize=\"nan\"]",
    "node [fontsize=\"-5\"]", "edge [weight=\"nan\" minlen=\"-3\"]", "charset=\"nosuch\"",
    "node [shape=record label=\"{a|<b\"]", "node [label=<<b>]", "splines=ortho", "dpi=\"nan\"",
    "node [pos=\"nan,nan\"]", "node [margin=\"nan\"]", "rank=same", "margin=\"1e9\"",
    "node [fixedsize=true width=0 height=0]", "rotate=90", "nslimit=0", "center=true",
  ])
  func strangeAttributesDoNotCrash(_ attribute: String) {
    let dot =
      "digraph { \(attribute); subgraph cluster_a { a b } a -> b [label=l]; b -> c; c -> c }"
    do throws(GraphvizError) {
      let (layout, warnings) = try layout(dot: dot)
      #expect(layout.edges.count == 3 && layout.nodes.count + warnings.count >= 3)
      #expect(layout.nodes.allSatisfy { $0.frame.center.x.isFinite && $0.frame.center.y.isFinite })
    } catch {
      #expect(!error.description.isEmpty)
    }
  }

  @Test func warningsAreValues() throws {
    let (layout, warnings) = try layout(dot: "digraph { a [shape=nosuch]; a:port -> b }")
    #expect(layout.nodes.count == 2)
    #expect(
      warnings == ["using box for unknown shape nosuch", "node a, port port unrecognized"])
  }

  @Test func unknownEnginesOfTheTextAreErrors() {
    #expect { try layout(dot: "graph { layout=nosuch; a }") } throws: { error in
      "\(error)".hasPrefix("Graphviz cannot lay out the graph: Layout type: \"nosuch\"")
    }
  }
}
