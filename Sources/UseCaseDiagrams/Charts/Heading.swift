import UseCaseText

extension Chart {
  /// What the picture is called, and what it says about itself, above everything else; gives the
  /// height that is taken, in points.
  mutating func heading(_ title: String, _ subtitle: String, width: Double) -> Double {
    var label = Label(.leading)
    label.add(title, .title, width: width)
    if !subtitle.isEmpty { label.add(subtitle, .small, width: width, spaceAbove: 3) }
    let size = label.size
    text(label, in: Rect(origin: .zero, size: Size(width: width, height: size.height)), .top)
    include(Point(x: min(width, size.width), y: size.height))
    return size.height + 16
  }

  /// A title over a part of the picture; gives the height that is taken, in points.
  mutating func subheading(_ title: String, at origin: Point, width: Double) -> Double {
    let label = Label(title, .heading, width: width)
    let size = label.size
    text(label, in: Rect(origin: origin, size: Size(width: width, height: size.height)), .top)
    include(origin.moved(min(width, size.width), size.height))
    return size.height + 8
  }

  /// A remark below a part of the picture; gives the height that is taken, in points.
  mutating func remark(
    _ words: String, at origin: Point, width: Double, _ style: TextStyle = .small
  ) -> Double {
    let label = Label(words, style, width: width)
    let size = label.size
    text(label, in: Rect(origin: origin, size: Size(width: width, height: size.height)), .top)
    include(origin.moved(min(width, size.width), size.height))
    return size.height
  }

  /// A thin line that parts rows or columns.
  mutating func rule(_ start: Point, _ end: Point, _ paint: Paint = .rule) {
    line(start, end, Stroke(line: paint))
  }
}
