import UseCaseModel
import UseCaseText

/// A picture whose kind decides where everything stands: marks, in the order in which they are
/// painted.
struct Chart: Sendable {
  /// What is painted: a shape, a sign, a text, or marks that belong together.
  indirect enum Mark: Sendable {
    case rect(Rect, radius: Double, Stroke, isOutline: Bool)
    case ellipse(Rect, Stroke, isOutline: Bool)
    case path(Path, Stroke)
    case symbol(Symbol, Point)
    case text(Text)
    /// A node as graphs have it, in its frame.
    case node(Graph.Node, Rect)
    case group(Group)
  }

  /// A label at its place.
  struct Text: Sendable {
    var label: Label
    /// The middle of the label, which stays in place when it is turned.
    var center: Point
    /// Whether it is read from the bottom to the top.
    var isUpright = false
    /// The colour of the ground, where lines may pass behind the text.
    var halo: Paint?
  }

  /// Marks that belong to an element or to a part of the picture.
  struct Group: Sendable {
    var className: StaticString
    /// Makes the id: the key of an element, or what the part is called.
    var name: String
    var tooltip = ""
    /// Whose page a link leads to.
    var element: Element?
    /// What the link is called; the title of the element where it is nil.
    var linkName: String?
    /// Where a finger hits the link, in points.
    var frame: Rect
    var marks: [Mark] = []
  }

  private(set) var marks: [Mark] = []
  /// In points; covers everything that was said to be inside.
  private(set) var size = Size.zero

  /// Makes the chart reach to a place, in points.
  mutating func include(_ corner: Point) {
    size.width = max(size.width, corner.x)
    size.height = max(size.height, corner.y)
  }

  /// Makes the chart cover a rectangle.
  mutating func include(_ rect: Rect) { include(Point(x: rect.maxX, y: rect.maxY)) }

  mutating func add(_ mark: Mark) { marks.append(mark) }
}

// MARK: Shapes

extension Chart {
  mutating func rect(
    _ rect: Rect, radius: Double = 0, _ stroke: Stroke, isOutline: Bool = false
  ) {
    add(.rect(rect, radius: radius, stroke, isOutline: isOutline))
  }

  mutating func ellipse(_ rect: Rect, _ stroke: Stroke, isOutline: Bool = false) {
    add(.ellipse(rect, stroke, isOutline: isOutline))
  }

  mutating func circle(_ center: Point, _ radius: Double, _ stroke: Stroke) {
    ellipse(Rect(center: center, size: Size(width: 2 * radius, height: 2 * radius)), stroke)
  }

  mutating func line(_ start: Point, _ end: Point, _ stroke: Stroke) {
    var path = Path()
    path.move(to: start)
    path.line(to: end)
    add(.path(path, stroke))
  }

  mutating func path(_ path: Path, _ stroke: Stroke) { add(.path(path, stroke)) }

  mutating func symbol(_ symbol: Symbol, at center: Point) { add(.symbol(symbol, center)) }
}

// MARK: Texts

extension Chart {
  enum Vertical: Sendable { case top, middle, bottom }

  /// Puts a label into a rectangle, where its own alignment says from left to right.
  mutating func text(
    _ label: Label, in rect: Rect, _ vertical: Vertical = .middle, isUpright: Bool = false,
    halo: Paint? = nil
  ) {
    guard !label.lines.isEmpty else { return }
    let turned = label.size
    let size = isUpright ? Size(width: turned.height, height: turned.width) : turned
    // An upright label grows from the bottom, where its column stands.
    let x: Double =
      switch isUpright ? .center : label.alignment {
      case .center: rect.center.x
      case .leading: rect.minX + size.width / 2
      case .trailing: rect.maxX - size.width / 2
      }
    let y =
      switch vertical {
      case .top: rect.minY + size.height / 2
      case .middle: rect.center.y
      case .bottom: rect.maxY - size.height / 2
      }
    add(
      .text(Text(label: label, center: Point(x: x, y: y), isUpright: isUpright, halo: halo)))
  }

  /// Puts one line of text at a place: its left end, its middle or its right end.
  mutating func text(
    _ text: String, _ style: TextStyle, at place: Point,
    _ alignment: Label.Alignment = .leading, halo: Paint? = nil
  ) {
    var label = Label(alignment)
    label.add(text, style, width: .infinity)
    self.text(label, in: Rect(origin: place, size: .zero), halo: halo)
  }

  /// Marks that belong together; the chart inside shares the coordinates of this one.
  mutating func group(
    _ className: StaticString, name: String, element: Element? = nil, tooltip: String = "",
    frame: Rect, _ content: (inout Chart) -> Void
  ) {
    var inside = Chart()
    content(&inside)
    add(
      .group(
        Group(
          className: className, name: name, tooltip: tooltip, element: element, frame: frame,
          marks: inside.marks)))
    include(Point(x: inside.size.width, y: inside.size.height))
  }

  /// The marks of an element, which lead to its page.
  mutating func group(
    _ className: StaticString, of element: Element, as part: String = "", tooltip: String? = nil,
    frame: Rect, _ content: (inout Chart) -> Void
  ) {
    group(
      className, name: part.isEmpty ? element.key : "\(part) \(element.key)", element: element,
      tooltip: tooltip ?? element.tooltip, frame: frame, content)
  }
}

extension Label {
  /// A label of one text.
  init(
    _ text: String, _ style: TextStyle, width: Double = .infinity,
    _ alignment: Alignment = .leading
  ) {
    self.init(alignment)
    add(text, style, width: width)
  }
}
