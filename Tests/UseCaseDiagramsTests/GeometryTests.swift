import Testing
import UseCaseModel
import UseCaseText

@testable import UseCaseDiagrams

/// Nothing covers anything else, in any picture of the examples.
@Suite struct GeometryTests {
  @Test(arguments: Subject.graphs)
  func nodesAndLabelsKeepApart(_ subject: Subject) throws {
    let picture = try draw(subject.request)
    var boxes: [(name: String, box: Rect)] = picture.layout.nodes.map { ($0.name, $0.frame) }
    boxes += picture.labels
    for (place, first) in boxes.enumerated() {
      for second in boxes[(place + 1)...] where first.box.shrunk.overlaps(second.box.shrunk) {
        Issue.record("'\(first.name)' and '\(second.name)' overlap")
      }
    }
  }

  @Test(arguments: Subject.graphs)
  func everythingLiesInsideThePicture(_ subject: Subject) throws {
    let picture = try draw(subject.request)
    let bounds = picture.layout.bounds
    for node in picture.layout.nodes {
      #expect(bounds.contains(node.frame, tolerance: 1), "\(node.name)")
    }
    for label in picture.labels {
      #expect(bounds.contains(label.box, tolerance: 8), "\(label.name)")
    }
    #expect(picture.size.width >= bounds.size.width && picture.size.height >= bounds.size.height)
  }

  @Test(arguments: Subject.graphs)
  func textFitsIntoItsNode(_ subject: Subject) throws {
    let picture = try draw(subject.request)
    for node in picture.graph.nodes {
      let frame = try #require(picture.layout.node(named: node.name)).frame
      let size = node.label.size
      #expect(size.width <= frame.size.width && size.height <= frame.size.height, "\(node.name)")
    }
  }

  /// Graphviz may graze a corner, our own layouts touch nothing.
  @Test(arguments: Subject.graphs.filter { $0.request.kind != .journey })
  func linesMeetNoOtherNode(_ subject: Subject) throws {
    let picture = try draw(subject.request)
    for (index, edge) in picture.graph.edges.enumerated() {
      let ends = [edge.source, edge.target].map { picture.graph.nodes[$0].name }
      let route = try #require(picture.layout.edge(withID: "e\(index)")?.routes.first)
      let obstacles = picture.graph.nodes.filter { !ends.contains($0.name) }
      for point in route.samples {
        for node in obstacles {
          let frame = try #require(picture.layout.node(named: node.name)).frame
          #expect(!node.covers(point, in: frame), "\(ends) runs through '\(node.name)'")
        }
      }
    }
  }

  @Test(arguments: Subject.graphs)
  func linesPassNoLabelOfOthers(_ subject: Subject) throws {
    let picture = try draw(subject.request)
    let routes = picture.layout.edges.map { ($0.id, $0.routes.flatMap(\.samples)) }
    for (index, edge) in picture.graph.edges.enumerated() {
      guard let label = edge.label, let place = picture.layout.edge(withID: "e\(index)")?.label
      else { continue }
      let box = Rect(center: place.center, size: label.size).shrunk
      for (id, samples) in routes where id != "e\(index)" {
        let meets = samples.contains { box.contains(Rect(origin: $0, size: .zero)) }
        #expect(!meets, "\(id) runs through '\(label.text)'")
      }
    }
  }

  @Test func theMainFlowIsStraight() throws {
    for subject in Subject.all where subject.request.kind == .flow {
      let picture = try draw(subject.request)
      let main = picture.graph.nodes.filter { $0.column == "main" }
      let places = Set(
        try main.map { try #require(picture.layout.node(named: $0.name)).frame.center.x })
      #expect(places.count == 1, "\(subject.testDescription)")
    }
  }

  @Test func primaryActorsStandOnTheLeftAndSupportingOnesOnTheRight() throws {
    let model = model(
      """
      actor Reader
      actor Stock { kind system }
      system Library {
      usecase Lend {
      actor Reader
      supporting Stock
      }
      }
      """)
    let layout = try draw(DiagramRequest(.useCases, in: model)).layout
    let reader = try #require(layout.node(named: "actor Reader")).frame
    let lend = try #require(layout.node(named: "usecase Lend")).frame
    let stock = try #require(layout.node(named: "actor Stock")).frame
    let frame = try #require(layout.cluster(named: "cluster_system Library")).frame
    #expect(reader.maxX < frame.minX && frame.contains(lend) && frame.maxX < stock.minX)
  }
}

extension Picture {
  /// The labels of lines and frames, where they are painted.
  fileprivate var labels: [(name: String, box: Rect)] {
    graph.edges.enumerated().compactMap { index, edge in
      guard let label = edge.label, let box = layout.edge(withID: "e\(index)")?.label else {
        return nil
      }
      return (label.text, Rect(center: box.center, size: label.size))
    }
  }
}

extension Rect {
  /// Without the hair by which neighbours may touch.
  fileprivate var shrunk: Rect {
    Rect(center: center, size: Size(width: size.width - 1, height: size.height - 1))
  }
}

extension Graph.Node {
  fileprivate func covers(_ point: Point, in frame: Rect) -> Bool {
    guard case .useCase = figure else {
      return frame.shrunk.contains(Rect(origin: point, size: .zero))
    }
    let x = (point.x - frame.center.x) / (frame.size.width / 2)
    let y = (point.y - frame.center.y) / (frame.size.height / 2)
    return x * x + y * y < 0.98
  }
}

extension Route {
  fileprivate var samples: [Point] {
    var points: [Point] = []
    var from = start
    for segment in segments {
      for step in 0...24 {
        let t = Double(step) / 24
        let u = 1 - t
        func mix(_ a: Double, _ b: Double, _ c: Double, _ d: Double) -> Double {
          u * u * u * a + 3 * u * u * t * b + 3 * u * t * t * c + t * t * t * d
        }
        points.append(
          Point(
            x: mix(from.x, segment.control1.x, segment.control2.x, segment.end.x),
            y: mix(from.y, segment.control1.y, segment.control2.y, segment.end.y)))
      }
      from = segment.end
    }
    return points
  }
}
