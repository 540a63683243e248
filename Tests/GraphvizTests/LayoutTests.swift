import Graphviz
import Testing
import UseCaseText

@Suite struct LayoutTests {
  private static let library = """
    digraph {
      node [fontname="Helvetica" fontsize=12]
      edge [fontname="Helvetica" fontsize=10]
      reader [shape=box label="" width=1 height=0.5 fixedsize=true xlabel="Reader"]
      subgraph cluster_library {
        label="Library"
        lend [label="Lend item"]
        subgraph cluster_inner { label="Inner" check }
      }
      reader -> lend [id="e1" arrowhead=none]
      lend -> check [id="e2" label="«include»" dir=both headlabel="h" taillabel="t"]
      check -> check [id="e3" xlabel="again"]
    }
    """

  @Test func nodesStandBelowEachOtherInTheirClusters() throws {
    let (layout, warnings) = try layout(dot: Self.library)
    #expect(warnings.isEmpty)
    #expect(layout.nodes.map(\.name) == ["reader", "lend", "check"])
    #expect(layout.clusters.map(\.name) == ["cluster_library", "cluster_inner"])
    let reader = try #require(layout.node(named: "reader"))
    let lend = try #require(layout.node(named: "lend"))
    let check = try #require(layout.node(named: "check"))
    let outer = try #require(layout.cluster(named: "cluster_library"))
    let inner = try #require(layout.cluster(named: "cluster_inner"))
    #expect(reader.frame.maxY < lend.frame.minY && lend.frame.maxY < check.frame.minY)
    #expect(reader.frame.size == Size(width: 72, height: 36))
    #expect(outer.frame.contains(inner.frame) && outer.frame.contains(lend.frame))
    #expect(inner.frame.contains(check.frame) && !outer.frame.contains(reader.frame))
    #expect(layout.bounds.origin == .zero && layout.bounds.contains(outer.frame, tolerance: 0.01))
    #expect(layout.node(named: "nobody") == nil && layout.cluster(named: "lend") == nil)
  }

  @Test func edgesRunFromNodeToNode() throws {
    let layout = try layout(dot: Self.library).layout
    #expect(Set(layout.edges.map(\.id)) == ["e1", "e2", "e3"])
    let lend = try #require(layout.node(named: "lend")).frame
    let check = try #require(layout.node(named: "check")).frame
    let plain = try #require(layout.edge(withID: "e1")?.routes.first)
    #expect(plain.tailTip == nil && plain.headTip == nil && !plain.segments.isEmpty)
    #expect(abs(plain.end.y - lend.minY) < 1)
    let both = try #require(layout.edge(withID: "e2")?.routes.first)
    let tailTip = try #require(both.tailTip)
    let headTip = try #require(both.headTip)
    #expect(abs(tailTip.y - lend.maxY) < 1 && abs(headTip.y - check.minY) < 1)
    #expect(tailTip.y < both.start.y && both.start.y < both.end.y && both.end.y < headTip.y)
    #expect(try #require(layout.edge(withID: "e3")?.routes.first).segments.count > 1)
  }

  @Test func labelsHavePlacesAndExtents() throws {
    let layout = try layout(dot: Self.library).layout
    let edge = try #require(layout.edge(withID: "e2"))
    let label = try #require(edge.label)
    let font = Font(size: 10)
    #expect(abs(label.size.width - font.width(of: "«include»")) < 0.01)
    #expect(abs(label.size.height - font.lineHeight) < 0.01)
    #expect(layout.bounds.contains(label))
    #expect(edge.headLabel != nil && edge.tailLabel != nil && edge.outerLabel == nil)
    #expect(layout.edge(withID: "e3")?.outerLabel != nil)
    #expect(layout.node(named: "reader")?.outerLabel != nil)
    #expect(layout.node(named: "lend")?.outerLabel == nil)
    let title = try #require(layout.cluster(named: "cluster_library")?.label)
    #expect(abs(title.size.width - Font(size: 14).width(of: "Library")) < 1)
  }

  @Test func textIsMeasuredWithTheBuiltInFont() throws {
    let dot = """
      graph { node [shape=box margin=0 width=0 height=0 fontsize=20]
      plain [fontname="No Such Font" label="Lend item\\nto reader"]
      heavy [fontname="No Such Font Bold" label="Lend item"] markup [label=<<b>Lend item</b>>] }
      """
    let layout = try layout(dot: dot).layout
    let plain = try #require(layout.node(named: "plain")).frame.size
    let heavy = try #require(layout.node(named: "heavy")).frame.size
    let markup = try #require(layout.node(named: "markup")).frame.size
    let font = Font(size: 20)
    let bold = Font(size: 20, face: .bold)
    #expect(abs(plain.width - font.width(of: "Lend item")) < 0.01)
    #expect(abs(plain.height - 2 * font.lineHeight) < 0.01)
    #expect(abs(heavy.width - bold.width(of: "Lend item")) < 0.01)
    #expect(abs(markup.width - bold.width(of: "Lend item")) < 3)
  }

  @Test func ranksCanRunFromLeftToRight() throws {
    let layout = try layout(dot: "digraph { rankdir=LR a [width=2 height=0.5] a -> b }").layout
    let first = try #require(layout.node(named: "a")).frame
    let second = try #require(layout.node(named: "b")).frame
    #expect(first.maxX < second.minX && abs(first.center.y - second.center.y) < 1)
    #expect(first.size == Size(width: 144, height: 36))
  }

  @Test func theGraphCanHaveATitleBelow() throws {
    let layout = try layout(dot: "digraph { label=\"Title\" a }").layout
    let title = try #require(layout.label)
    #expect(title.minY >= (layout.node(named: "a")?.frame.maxY ?? .infinity))
  }

  @Test(arguments: Engine.allCases)
  func everyEngineGivesTheSameEveryTime(_ engine: Engine) throws {
    let first = try layout(dot: Self.library, engine: engine).layout
    #expect(first.nodes.count == 3 && first.edges.count == 3)
    #expect(first.nodes.allSatisfy { first.bounds.contains($0.frame, tolerance: 0.01) })
    #expect(try layout(dot: Self.library, engine: engine).layout == first)
  }

  @Test(arguments: ["graph {}", "digraph { subgraph cluster_a {} }", "strict graph \"x\" { }"])
  func aGraphOfNothingIsEmpty(_ dot: String) throws {
    let layout = try layout(dot: dot).layout
    #expect(layout.nodes.isEmpty && layout.edges.isEmpty && layout.clusters.isEmpty)
    #expect(layout.bounds == .zero)
  }

  @Test func manyLayoutsAtOnceAreAllRight() async throws {
    let expected = try layout(dot: Self.library).layout
    try await withThrowingTaskGroup(of: Layout.self) { group in
      for _ in 0..<64 { group.addTask { try layout(dot: Self.library).layout } }
      for try await layout in group { #expect(layout == expected) }
    }
  }

  @Test func mergedEdgesAndEdgesWithoutSplinesAreRead() throws {
    let merged = "digraph { concentrate=true; a -> b -> d; a -> c -> d; a -> d; b -> d }"
    #expect(try layout(dot: merged).layout.edges.count == 6)
    let bare = try layout(dot: "digraph { splines=none; a -> b }").layout
    #expect(bare.edges.map(\.routes) == [[]])
  }

  @Test func aLargePictureKeepsItsPlaces() throws {
    let nodes = (0..<3000).map { "n\($0) [width=1 fixedsize=true]" }.joined(separator: ";")
    let layout = try layout(dot: "digraph { \(nodes) }").layout
    #expect(layout.nodes.count == 3000 && layout.bounds.size.width > 250_000)
    let last = try #require(layout.node(named: "n2999"))
    #expect(abs(last.frame.maxX - layout.bounds.maxX) < 20)
  }
}
