import UseCaseModel
import UseCaseSyntax
import UseCaseText

/// What to draw.
public struct DiagramRequest: Sendable, Hashable {
  public let kind: DiagramKind
  public let model: Model
  /// What the picture is about; nil for the whole model.
  public let subject: Element?

  /// Asks for a picture of an element, or of the whole model.
  public init(_ kind: DiagramKind, of subject: Element? = nil, in model: Model) {
    self.kind = kind
    self.model = model
    self.subject = subject
  }

  /// Requests are equal that ask for the same picture of the same version of a model.
  public static func == (left: DiagramRequest, right: DiagramRequest) -> Bool {
    left.kind == right.kind && left.subject == right.subject && left.model === right.model
  }

  /// Hashes what is asked for.
  public func hash(into hasher: inout Hasher) {
    hasher.combine(kind)
    hasher.combine(subject)
  }
}

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
}

/// Why there is no picture.
public enum DiagramError: Error, Hashable, CustomStringConvertible {
  /// The kind has no drawing yet.
  case unknownKind(DiagramKind)
  /// A picture of this kind is about something else.
  case wrongSubject(DiagramKind, found: ElementKind?, wanted: [ElementKind])
  /// The subject holds nothing that a picture of this kind could show.
  case nothingToShow(DiagramKind, title: String)
  /// The graph of a picture was asked for that has none.
  case noGraph(DiagramKind)

  /// What is wrong, in the words of the person who asked.
  public var description: String {
    switch self {
    case .unknownKind(let kind): "there is no '\(kind.rawValue)' diagram yet"
    case .wrongSubject(let kind, let found, let wanted):
      "a '\(kind.rawValue)' diagram is about "
        + wanted.map(\.nounWithArticle).joined(separator: " or ")
        + (found.map { ", not about \($0.nounWithArticle)" } ?? "; name one")
    case .nothingToShow(let kind, let title):
      "'\(title)' has nothing that a '\(kind.rawValue)' diagram could show"
    case .noGraph(let kind):
      "a '\(kind.rawValue)' diagram is no graph, so that there is no DOT of it"
    }
  }
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
    /// A chart, a table or a matrix: everything has its place.
    case chart(Chart)
  }

  /// A picture of a graph; without a layout Graphviz finds the places.
  init(
    title: String, description: String, graph: Graph, legend: Legend = Legend(),
    layout: Layout? = nil
  ) {
    self.init(
      title: title, description: description, content: .graph(graph, layout), legend: legend)
  }

  /// A picture that is no graph.
  init(title: String, description: String, chart: Chart, legend: Legend = Legend()) {
    self.init(title: title, description: description, content: .chart(chart), legend: legend)
  }

  private init(title: String, description: String, content: Content, legend: Legend) {
    self.title = title
    self.description = description
    self.content = content
    self.legend = legend
  }
}
