import UseCaseModel
import UseCaseSyntax
import UseCaseText

/// All kinds of diagrams, and the way from a request to a picture.
public enum DiagramCatalog {
  private static let diagrams: [any Diagram.Type] = [
    UseCasesDiagram.self,
    FlowDiagram.self,
    JourneyDiagram.self,
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
    (try? drawing(of: request)).map { $0.layout == nil } ?? false
  }

  /// The graph in the language of Graphviz, as the layout reads it.
  public static func dot(of request: DiagramRequest) throws(DiagramError) -> String {
    DOT.text(of: try drawing(of: request).graph)
  }

  /// Draws a picture; `layout` turns a graph in DOT into places where the kind needs that.
  public static func draw(
    _ request: DiagramRequest, layout: (String) throws -> Layout
  ) throws -> Picture {
    let drawing = try drawing(of: request)
    let places = try drawing.layout ?? layout(DOT.text(of: drawing.graph))
    return Picture(request, drawing, places)
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
  init(_ request: DiagramRequest, _ drawing: Drawing, _ layout: Layout) {
    kind = request.kind
    title = printable(drawing.title)
    description = printable(drawing.description)
    idPrefix = identifier(
      request.kind.rawValue + "-" + (request.subject?.key ?? "model"))
    let width = max(layout.bounds.size.width, drawing.legend.minimalWidth)
    let height = layout.bounds.size.height + drawing.legend.height(width: width)
    size = Size(
      width: (width + 2 * Self.margin).rounded(.up),
      height: (height + 2 * Self.margin).rounded(.up))
    content = .graph(drawing.graph, layout, drawing.legend)
  }
}
