import UseCaseModel
import UseCaseSyntax
import UseCaseText

/// All kinds of diagrams, and the way from a request to a picture.
public enum DiagramCatalog {
  private static let diagrams: [any Diagram.Type] = [
    UseCasesDiagram.self,
    FlowDiagram.self,
    JourneyDiagram.self,
    ScenariosDiagram.self,
    EmotionDiagram.self,
    MomentsDiagram.self,
    StakeholdersDiagram.self,
    ResponsibilitiesDiagram.self,
    KPIsDiagram.self,
    PlanDiagram.self,
    RisksDiagram.self,
  ]

  /// What there is to draw.
  public static var all: [DiagramInfo] { diagrams.map { $0.info } }

  /// Everything in a model that has something to show, in the order of the source.
  public static func requests(in model: Model) -> [DiagramRequest] {
    let whole = all.filter(\.takesModel).map { DiagramRequest($0.kind, in: model) }
    let parts = model.elements.flatMap { element in
      all.filter { $0.subjects.contains(element.kind) }
        .map { DiagramRequest($0.kind, of: element, in: model) }
    }
    return (whole + parts).filter { (try? drawing(of: $0)) != nil }
  }

  /// Whether Graphviz has to find the places in a picture; false where there is nothing to show.
  public static func needsGraphviz(_ request: DiagramRequest) -> Bool {
    guard case .graph(_, nil)? = try? drawing(of: request).content else { return false }
    return true
  }

  /// The graph in the language of Graphviz, as the layout reads it; charts have none.
  public static func dot(of request: DiagramRequest) throws(DiagramError) -> String {
    guard case .graph(let graph, _) = try drawing(of: request).content else {
      throw .noGraph(request.kind)
    }
    return DOT.text(of: graph)
  }

  /// Draws a picture; `layout` turns a graph in DOT into places where the kind needs that.
  public static func draw(
    _ request: DiagramRequest, layout: (String) throws -> Layout
  ) throws -> Picture {
    let drawing = try drawing(of: request)
    switch drawing.content {
    case .graph(let graph, let places):
      let places = try places ?? layout(DOT.text(of: graph))
      return Picture(request, drawing, .graph(graph, places), of: places.bounds.size)
    case .chart(let chart):
      return Picture(request, drawing, .chart(chart), of: chart.size)
    }
  }

  private static func drawing(of request: DiagramRequest) throws(DiagramError) -> Drawing {
    guard let diagram = diagrams.first(where: { $0.info.kind == request.kind }) else {
      throw .unknownKind(request.kind)
    }
    let info = diagram.info
    let fits = request.subject.map { info.subjects.contains($0.kind) } ?? info.takesModel
    guard fits else {
      throw .wrongSubject(info.kind, found: request.subject?.kind, wanted: info.subjects)
    }
    return try diagram.drawing(of: request)
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
