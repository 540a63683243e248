import UseCaseText

/// Writes the elements of an SVG picture, each string escaped, into one buffer.
struct Canvas {
  var bytes: [UInt8] = []
  /// Whether a link stands in the picture.
  var hasLinks = false
  /// The hashes of the ids that stand in the picture.
  var usedIDs: Set<Int> = []
  private var paintTexts: [(fill: Paint?, line: Paint?, bytes: [UInt8])] = []
  /// Begins every id of the picture.
  let idStart: String

  init(prefix: String, capacity: Int) {
    idStart = prefix + "-"
    bytes.reserveCapacity(capacity)
  }

  // MARK: Shapes

  mutating func rect(
    _ rect: Rect, radius: Double = 0, _ style: Stroke, className: StaticString? = nil
  ) {
    attribute("<rect x=\"", rect.minX)
    attribute(" y=\"", rect.minY)
    attribute(" width=\"", rect.size.width)
    attribute(" height=\"", rect.size.height)
    if radius > 0 { attribute(" rx=\"", radius) }
    self.style(style, className: className)
    raw("/>")
  }

  mutating func ellipse(
    _ center: Point, _ radiusX: Double, _ radiusY: Double, _ style: Stroke,
    className: StaticString? = nil
  ) {
    attribute("<ellipse cx=\"", center.x)
    attribute(" cy=\"", center.y)
    attribute(" rx=\"", radiusX)
    attribute(" ry=\"", radiusY)
    self.style(style, className: className)
    raw("/>")
  }

  mutating func circle(_ center: Point, _ radius: Double, _ style: Stroke) {
    attribute("<circle cx=\"", center.x)
    attribute(" cy=\"", center.y)
    attribute(" r=\"", radius)
    self.style(style)
    raw("/>")
  }

  mutating func path(_ path: Path, _ style: Stroke, className: StaticString? = nil) {
    raw("<path d=\"")
    bytes.append(contentsOf: path.bytes)
    raw("\"")
    self.style(style, className: className)
    raw("/>")
  }

  // MARK: Text

  /// Writes the lines of a label around a centre, or from its left edge.
  ///
  /// A halo in the colour of the ground keeps a text readable where a line passes behind it.
  mutating func label(_ label: Label, around center: Point, halo: Paint? = nil) {
    let size = label.size
    var top = center.y - size.height / 2
    for line in label.lines {
      top += line.spaceAbove
      let left =
        switch label.alignment {
        case .center: center.x - line.width / 2
        case .leading: center.x - size.width / 2
        case .trailing: center.x + size.width / 2 - line.width - line.indent
        }
      let baseline = top + line.ascent
      if let sign = line.sign {
        sign.paint(on: &self, at: Point(x: left + 7.5, y: top + line.height / 2))
      } else if let marker = line.marker {
        run(marker, x: left, baseline: baseline, halo: halo)
      }
      self.line(line, left: left + line.indent, baseline: baseline, halo: halo)
      top += line.height
    }
  }

  mutating func line(_ line: TextLine, left: Double, baseline: Double, halo: Paint? = nil) {
    var x = left
    for run in line.runs {
      self.run(run, x: x, baseline: baseline, halo: halo)
      x += run.width
    }
  }

  /// Blanks at the ends move the text instead, because XML lets readers drop them.
  private mutating func run(_ run: TextRun, x: Double, baseline: Double, halo: Paint?) {
    var text = Substring(run.text)
    var x = x
    var width = run.width
    if text.utf8.first == UInt8(ascii: " ") {
      text = text.drop { $0 == " " }
      let rest = run.style.font.width(of: text)
      x += width - rest
      width = rest
    }
    if text.utf8.last == UInt8(ascii: " ") {
      while text.utf8.last == UInt8(ascii: " ") { text.removeLast() }
      width = run.style.font.width(of: text)
    }
    guard !text.isEmpty, width > 0 else { return }
    attribute("<text x=\"", x)
    attribute(" y=\"", baseline)
    attribute(" textLength=\"", width)
    attribute(" lengthAdjust=\"spacingAndGlyphs\" font-size=\"", run.style.size)
    switch run.style.face {
    case .regular: break
    case .bold: raw(" font-weight=\"bold\"")
    case .italic: raw(" font-style=\"italic\"")
    }
    style(Stroke(fill: run.style.paint, line: halo, width: 3))
    if halo != nil { raw(" paint-order=\"stroke\" stroke-linejoin=\"round\"") }
    raw(">")
    escape(text)
    raw("</text>")
  }

  /// The classes and colours of a shape, from inside the `class` attribute on; written once for each
  /// pair of paints.
  private mutating func paints(_ fill: Paint?, _ line: Paint?) -> [UInt8] {
    let known = paintTexts.first { $0.fill == fill && $0.line == line }
    if let known { return known.bytes }
    var text: [UInt8] = []
    text.reserveCapacity(96)
    func add(_ part: String) { text.append(contentsOf: part.utf8) }
    if let fill {
      add("uc-f-")
      add(fill.rawValue)
    }
    if let line {
      add(fill == nil ? "uc-s-" : " uc-s-")
      add(line.rawValue)
    }
    add("\" fill=\"")
    add(fill?.light ?? "none")
    add("\"")
    if let line {
      add(" stroke=\"")
      add(line.light)
      add("\"")
    }
    paintTexts.append((fill, line, text))
    return text
  }

  // MARK: Characters

  mutating func raw(_ text: StaticString) {
    let text = UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount)
    // Most pieces are a few letters, for which a copy of a block costs more than the bytes do.
    if text.count > 12 {
      bytes.append(contentsOf: text)
    } else {
      for byte in text { bytes.append(byte) }
    }
  }

  mutating func raw(_ text: String) { bytes.append(contentsOf: text.utf8) }

  mutating func number(_ value: Double) { appendFixed(value, to: &bytes) }

  /// `opening` is all that stands before the value: ` x="`.
  mutating func attribute(_ opening: StaticString, _ value: Double) {
    raw(opening)
    number(value)
    bytes.append(UInt8(ascii: "\""))
  }

  /// `opening` is all that stands before the value: ` href="`.
  mutating func attribute(_ opening: StaticString, _ value: String) {
    raw(opening)
    escape(printable(value))
    bytes.append(UInt8(ascii: "\""))
  }

  /// Text for content and attributes alike; what XML 1.0 forbids reads as U+FFFD.
  mutating func escape(_ text: some StringProtocol) {
    let isDone: Void? = text.utf8.withContiguousStorageIfAvailable { escape(bytes: $0) }
    if isDone == nil { escape(bytes: text.utf8) }
  }

  private mutating func escape(bytes text: some Sequence<UInt8>) {
    for byte in text {
      switch byte {
      case UInt8(ascii: "&"): raw("&amp;")
      case UInt8(ascii: "<"): raw("&lt;")
      case UInt8(ascii: ">"): raw("&gt;")
      case UInt8(ascii: "\""): raw("&quot;")
      case 0x20...: bytes.append(byte)
      default: raw(" ")
      }
    }
  }

  private mutating func style(_ stroke: Stroke, className: StaticString? = nil) {
    raw(" class=\"")
    if let className {
      raw(className)
      raw(" ")
    }
    bytes.append(contentsOf: paints(stroke.fill, stroke.line))
    guard stroke.line != nil else { return }
    if stroke.width != 1 { attribute(" stroke-width=\"", stroke.width) }
    if let dashes = stroke.dashes {
      raw(" stroke-dasharray=\"")
      raw(dashes)
      raw("\"")
    }
  }
}

/// The paint of a shape.
struct Stroke: Sendable {
  var fill: Paint?
  var line: Paint?
  /// In points.
  var width = 1.0
  var dashes: StaticString?
}

/// The outline of a shape, as SVG writes it.
struct Path {
  private(set) var bytes: [UInt8] = []

  mutating func move(to point: Point) { command("M", point) }
  mutating func line(to point: Point) { command("L", point) }
  mutating func close() { bytes.append(UInt8(ascii: "Z")) }

  /// A filled head between its foot and its tip.
  static func arrowhead(from foot: Point, to tip: Point) -> Path {
    let (dx, dy) = ((tip.x - foot.x) * 0.5, (tip.y - foot.y) * 0.5)
    var path = Path()
    path.move(to: Point(x: foot.x - dy, y: foot.y + dx))
    path.line(to: tip)
    path.line(to: Point(x: foot.x + dy, y: foot.y - dx))
    path.close()
    return path
  }

  mutating func curve(_ control1: Point, _ control2: Point, to end: Point) {
    command("C", control1)
    command(" ", control2)
    command(" ", end)
  }

  /// A part of a circle with `radius` points.
  mutating func arc(radius: Double, clockwise: Bool, to end: Point) {
    bytes.append(UInt8(ascii: "A"))
    appendFixed(radius, to: &bytes)
    bytes.append(UInt8(ascii: " "))
    appendFixed(radius, to: &bytes)
    bytes.append(contentsOf: clockwise ? " 0 0 1 ".utf8 : " 0 0 0 ".utf8)
    pair(end)
  }

  private mutating func command(_ letter: Unicode.Scalar, _ point: Point) {
    bytes.append(UInt8(ascii: letter))
    pair(point)
  }

  private mutating func pair(_ point: Point) {
    appendFixed(point.x, to: &bytes)
    bytes.append(UInt8(ascii: " "))
    appendFixed(point.y, to: &bytes)
  }
}
