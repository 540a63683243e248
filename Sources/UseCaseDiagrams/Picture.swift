import UseCaseModel
import UseCaseSyntax
import UseCaseText

/// A finished picture: everything has its place.
public struct Picture: Sendable {
  public let kind: DiagramKind
  /// What the picture shows, in a few words.
  public let title: String
  /// What a reader who does not see the picture is told.
  public let description: String
  /// In points, which are the pixels of SVG.
  public let size: Size
  /// Begins every id in the picture: made of its kind and the key of its subject.
  public let idPrefix: String
  let content: Content
  let legend: Legend
  /// What the content takes, in points; the legend stands below it.
  let extent: Size

  /// What is painted.
  enum Content: Sendable {
    case graph(Graph, Layout)
    case chart(Chart)
  }

  /// Free space around the drawing, in points.
  static let margin = 14.0

  /// Writes the picture as SVG.
  ///
  /// `standalone` gives a document with its own style and ground; otherwise the picture is part of
  /// a page whose stylesheet holds `DiagramStylesheet`. `linkTo` gives the address of an element's
  /// page; addresses other than relative, `http`, `https` and `mailto` ones are left out.
  public func svg(
    standalone: Bool = true, linkTo: @escaping (Element) -> String? = { _ in nil }
  ) -> String {
    String(decoding: svgBytes(standalone: standalone, linkTo: linkTo), as: UTF8.self)
  }

  /// The same as UTF-8, for files.
  public func svgBytes(
    standalone: Bool = true, linkTo: @escaping (Element) -> String? = { _ in nil }
  ) -> [UInt8] {
    var body = Canvas(prefix: idPrefix, capacity: 4096)
    switch content {
    case .graph(let graph, let layout):
      var painter = GraphPainter(graph: graph, layout: layout, canvas: body, linkTo: linkTo)
      painter.paint()
      body = painter.canvas
    case .chart(let chart): chart.paint(on: &body, linkTo: linkTo)
    }
    legend.paint(
      on: &body, at: Point(x: 0, y: extent.height + Legend.distance),
      width: size.width - 2 * Self.margin)
    var page = Canvas(prefix: idPrefix, capacity: body.bytes.count + 4096)
    writeStart(on: &page, standalone: standalone, hasLinks: body.hasLinks)
    page.append(body)
    page.raw("</g></svg>\n")
    return page.bytes
  }

  private func writeStart(on page: inout Canvas, standalone: Bool, hasLinks: Bool) {
    page.raw("<svg xmlns=\"http://www.w3.org/2000/svg\"")
    page.attribute(" class=\"", "uc-picture uc-" + kind.rawValue)
    page.attribute(" width=\"", size.width)
    page.attribute(" height=\"", size.height)
    page.raw(" viewBox=\"0 0 ")
    page.number(size.width)
    page.raw(" ")
    page.number(size.height)
    page.raw("\"")
    // The parts of an image are hidden from assistive technology, and with them its links.
    page.attribute(" role=\"", hasLinks ? "group" : "img")
    page.attribute(" aria-labelledby=\"", "\(idPrefix)-title \(idPrefix)-description")
    page.attribute(" font-family=\"", Font.families)
    page.raw(">")
    page.element("title", id: "title", title)
    page.element("desc", id: "description", description)
    if standalone {
      page.raw("<style>")
      page.raw(DiagramStylesheet.standalone)
      page.raw("</style>")
      page.rect(Rect(origin: .zero, size: size), Stroke(fill: .paper), className: "uc-ground")
    }
    page.raw("<g transform=\"translate(")
    page.number(Self.margin)
    page.raw(" ")
    page.number(Self.margin)
    page.raw(")\">\n")
  }
}
