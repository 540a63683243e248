import UseCaseModel
import UseCaseText

extension Chart {
  /// Writes all marks; `linkTo` gives the address of an element's page.
  func paint(on canvas: inout Canvas, linkTo: (Element) -> String?) {
    for mark in marks { mark.paint(on: &canvas, linkTo: linkTo) }
  }
}

extension Chart.Mark {
  fileprivate func paint(on canvas: inout Canvas, linkTo: (Element) -> String?) {
    switch self {
    case .rect(let rect, let radius, let stroke, let isOutline):
      canvas.rect(rect, radius: radius, stroke, className: isOutline ? "uc-outline" : nil)
    case .ellipse(let rect, let stroke, let isOutline):
      canvas.ellipse(
        rect.center, rect.size.width / 2, rect.size.height / 2, stroke,
        className: isOutline ? "uc-outline" : nil)
    case .path(let path, let stroke): canvas.path(path, stroke)
    case .symbol(let symbol, let place): symbol.paint(on: &canvas, at: place)
    case .text(let text): text.paint(on: &canvas)
    case .node(let node, let frame): NodePainter(node: node, frame: frame).paint(on: &canvas)
    case .group(let group): group.paint(on: &canvas, linkTo: linkTo)
    }
  }
}

extension Chart.Text {
  fileprivate func paint(on canvas: inout Canvas) {
    guard isUpright else {
      canvas.label(label, around: center, halo: halo)
      return
    }
    canvas.raw("<g transform=\"rotate(-90 ")
    canvas.number(center.x)
    canvas.raw(" ")
    canvas.number(center.y)
    canvas.raw(")\">")
    canvas.label(label, around: center, halo: halo)
    canvas.raw("</g>")
  }
}

extension Chart.Group {
  fileprivate func paint(on canvas: inout Canvas, linkTo: (Element) -> String?) {
    canvas.openGroup(className, name: name, tooltip: tooltip)
    let linked = canvas.openLink(
      to: element.flatMap(linkTo), name: linkName ?? element?.title ?? name)
    if linked { canvas.linkArea(frame) }
    for mark in marks { mark.paint(on: &canvas, linkTo: linkTo) }
    if linked { canvas.closeLink() }
    canvas.closeGroup()
  }
}

extension Canvas {
  /// An invisible rectangle, at least 24 points wide and high, that takes hits on a link and is
  /// outlined where the link has the focus.
  fileprivate mutating func linkArea(_ frame: Rect) {
    let size = Size(width: max(24, frame.size.width), height: max(24, frame.size.height))
    let area = Rect(center: frame.center, size: size)
    raw("<rect class=\"uc-area\" fill=\"none\" pointer-events=\"all\" rx=\"3\"")
    attribute(" x=\"", area.minX)
    attribute(" y=\"", area.minY)
    attribute(" width=\"", area.size.width)
    attribute(" height=\"", area.size.height)
    raw("/>")
  }
}
