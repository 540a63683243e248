import UseCaseModel
import UseCaseSyntax
import UseCaseText

/// What a kind of diagram is called and what it can be about.
public struct DiagramInfo: Sendable {
  public let kind: DiagramKind
  /// What the picture shows, in one phrase.
  public let shows: String
  /// The notation that it follows.
  public let notation: String
  /// What it can be about.
  public let subjects: [ElementKind]
  /// Whether it can be about the model as a whole.
  public let takesModel: Bool
  /// What a view can ask of it beside its one subject.
  public var takes = ViewClauses()
  /// What colours can tell apart.
  public var colors: [ViewAttribute] = []
  /// What `only` and `without` select by.
  public var filters: [ViewFilter] = []
  /// What it can also be about, as a part of something that is too large for one picture.
  public var parts: [ElementKind] = []
  /// Whether it is drawn for who asks, and not for every element that it can be about.
  public var isOnDemand = false
}

extension DiagramInfo {
  /// Everything that such a picture can be about, the model as a whole left out.
  public var subjectsAndParts: [ElementKind] { subjects + parts }
}

/// What a view can say that not every kind of diagram heeds.
public struct ViewClauses: OptionSet, Sendable {
  public let rawValue: Int
  public init(rawValue: Int) { self.rawValue = rawValue }

  public static let severalSubjects = ViewClauses(rawValue: 1)
  public static let direction = ViewClauses(rawValue: 2)
}

/// One kind of diagram: one file of its own and one line in `DiagramCatalog`.
protocol Diagram: Sendable {
  static var info: DiagramInfo { get }
  /// What the picture shows; a graph may still be without places.
  static func drawing(of request: DiagramRequest) throws(DiagramError) -> Drawing
}

/// What a picture shows, before a graph has found its places.
struct Drawing: Sendable {
  var title: String
  var description: String
  var content: Content
  var legend: Legend

  enum Content: Sendable {
    /// A graph, and where everything in it stands where its shape is known beforehand; otherwise
    /// Graphviz finds the places.
    case graph(Graph, Layout?)
    /// A chart, a table or a matrix: everything has its place; and the graph that it stands for,
    /// where that has too many lines to be drawn.
    case chart(Chart, of: Graph?)
  }

  /// A picture of a graph; without a layout Graphviz finds the places.
  init(
    title: String, description: String, graph: Graph, legend: Legend = Legend(),
    layout: Layout? = nil
  ) {
    self.init(
      title: title, description: description, content: .graph(graph, layout), legend: legend)
  }

  /// A picture that is no graph, or that stands for one.
  init(
    title: String, description: String, chart: Chart, of graph: Graph? = nil,
    legend: Legend = Legend()
  ) {
    self.init(
      title: title, description: description, content: .chart(chart, of: graph), legend: legend)
  }

  private init(title: String, description: String, content: Content, legend: Legend) {
    self.title = title
    self.description = description
    self.content = content
    self.legend = legend
  }
}
