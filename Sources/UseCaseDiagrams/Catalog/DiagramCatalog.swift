import UseCaseModel
import UseCaseSyntax
import UseCaseText

/// All kinds of diagrams, and the way from a request to a picture.
public enum DiagramCatalog {
  /// In the order of the language's own list.
  private static let diagrams: [any Diagram.Type] = [
    UseCasesDiagram.self,
    IncludeExtendDiagram.self,
    FlowDiagram.self,
    SequenceDiagram.self,
    ScenariosDiagram.self,
    JourneyMapDiagram.self,
    JourneyDiagram.self,
    EmotionDiagram.self,
    MomentsDiagram.self,
    StakeholdersDiagram.self,
    InfluenceDiagram.self,
    ResponsibilitiesDiagram.self,
    KPIsDiagram.self,
    ObjectivesDiagram.self,
    PlanDiagram.self,
    RisksDiagram.self,
    CoverageDiagram.self,
    TraceDiagram.self,
  ]

  /// What there is to draw.
  public static var all: [DiagramInfo] { diagrams.map { $0.info } }

  /// Everything in a model that has something to show, in the order of the source; of what is drawn
  /// on demand only what a view shows.
  public static func requests(in model: Model) -> [DiagramRequest] {
    candidates(in: model).filter { (try? drawing(of: $0)) != nil }
  }

  /// The same without a look at whether there is something to show.
  public static func candidates(in model: Model) -> [DiagramRequest] {
    let kinds = all.filter { !$0.isOnDemand }
    let whole = kinds.filter(\.takesModel).map { DiagramRequest($0.kind, in: model) }
    var choice = PictureChoice()
    let parts = model.elements.flatMap { element -> [DiagramRequest] in
      if let view = element.as(PictureView.self) { return request(for: view).map { [$0] } ?? [] }
      return kinds.filter { $0.subjectsAndParts.contains(element.kind) }
        .map { DiagramRequest($0.kind, of: element, in: model) }
        .filter { choice.takes($0) }
    }
    return whole + parts
  }

  /// The picture that a view chooses; nil where it does not say of which kind.
  public static func request(for view: PictureView) -> DiagramRequest? {
    view[Clauses.show].map { DiagramRequest($0, of: view.element, in: view.model) }
  }

  /// Whether Graphviz has to find the places in a picture; false where there is nothing to show.
  public static func needsGraphviz(_ request: DiagramRequest) -> Bool {
    guard case .graph(_, nil)? = try? drawing(of: request).content else { return false }
    return true
  }

  /// The graph in the language of Graphviz, as the layout reads it; charts have none.
  public static func dot(of request: DiagramRequest) throws(DiagramError) -> String {
    switch try drawing(of: request).content {
    case .graph(let graph, _), .chart(_, of: let graph?): return DOT.text(of: graph)
    case .chart(_, of: nil): throw .noGraph(request.kind)
    }
  }

  /// Draws a picture; `layout` turns a graph in DOT into places where the kind needs that.
  public static func draw(
    _ request: DiagramRequest, layout: (String) throws -> Layout
  ) throws -> Picture {
    let drawing = try drawing(of: request)
    switch drawing.content {
    case .graph(let graph, let places):
      let places =
        try places
        ?? layout(DOT.text(of: graph)).withHeadsApart(in: graph).withEndsMet(in: graph)
        .withLabelsAside()
      return Picture(request, drawing, .graph(graph, places), of: places.bounds.size)
    case .chart(let chart, _):
      return Picture(request, drawing, .chart(chart), of: chart.size)
    }
  }

  private static func drawing(of request: DiagramRequest) throws(DiagramError) -> Drawing {
    guard let diagram = diagrams.first(where: { $0.info.kind == request.kind }) else {
      throw .unknownKind(request.kind)
    }
    let resolved = try request.resolved(for: diagram.info)
    do {
      var drawing = try diagram.drawing(of: resolved)
      if let view = request.view { drawing.title = view.title }
      return drawing
    } catch .nothingToShow(_, _) where resolved.selection.hasFilters {
      throw .nothingLeft(
        view: request.view?.title ?? "", clause: resolved.selection.filterWords)
    }
  }
}

extension Picture {
  /// A picture whose content needs `extent` without margin and legend.
  init(
    _ request: DiagramRequest, _ drawing: Drawing, _ content: Content, of extent: Size
  ) {
    kind = request.kind
    title = printable(drawing.title)
    description = printable(drawing.description)
    idPrefix = identifier(
      request.kind.rawValue + "-" + (request.subject?.key ?? "model"))
    legend = drawing.legend
    self.content = content
    let width = max(extent.width, legend.minimalWidth)
    let height = extent.height + legend.height(width: width)
    self.extent = extent
    size = Size(
      width: (width + 2 * Self.margin).rounded(.up),
      height: (height + 2 * Self.margin).rounded(.up))
  }
}

/// Chooses the pictures that are drawn along with all others.
public struct PictureChoice {
  private let parts = Dictionary(
    DiagramCatalog.all.map { ($0.kind, $0.parts) }, uniquingKeysWith: { first, _ in first })
  /// By journey: whether it is too large for one picture.
  private var divided: [ElementID: Bool] = [:]

  public init() {}

  /// False for the picture of a part where the whole is not too large for one.
  public mutating func takes(_ request: DiagramRequest) -> Bool {
    guard let subject = request.subject, parts[request.kind]?.contains(subject.kind) == true else {
      return true
    }
    guard let journey = subject.parent?.as(Journey.self) else { return false }
    let isDivided = divided[journey.id] ?? JourneyScope.isDivided(journey)
    divided[journey.id] = isDivided
    return isDivided
  }
}
