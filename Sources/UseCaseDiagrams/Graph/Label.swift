import UseCaseText

/// How a stretch of text looks.
struct TextStyle: Sendable, Hashable {
  /// The height of an em in points.
  var size: Double
  var face = Font.Face.regular
  var paint = Paint.ink

  var font: Font { Font(size: size, face: face) }

  static let name = TextStyle(size: 13)
  static let abstractName = TextStyle(size: 13, face: .italic)
  static let heading = TextStyle(size: 14, face: .bold)
  static let strong = TextStyle(size: 12.5, face: .bold)
  static let body = TextStyle(size: 12.5)
  static let small = TextStyle(size: 11, paint: .muted)
  static let smallStrong = TextStyle(size: 11, face: .bold)
  static let smallItalic = TextStyle(size: 11, face: .italic, paint: .muted)
  static let number = TextStyle(size: 11, face: .bold, paint: .muted)
  static let edge = TextStyle(size: 10.5)
  static let carried = TextStyle(size: 10.5, face: .italic, paint: .muted)
  static let momentTitle = TextStyle(size: 11, face: .italic)
  static let reference = TextStyle(size: 11)
  static let star = TextStyle(size: 11, paint: .star)
  static let note = TextStyle(size: 11)
  static let title = TextStyle(size: 18, face: .bold)
  static let poster = TextStyle(size: 28, face: .bold)
  static let stageTitle = TextStyle(size: 15, face: .bold, paint: .onStrong)
  static let thought = TextStyle(size: 11, face: .italic)
  static let tick = TextStyle(size: 10, paint: .muted)
  static let badge = TextStyle(size: 11, face: .bold, paint: .onStrong)
  static let badgeOutlined = TextStyle(size: 11, face: .bold)
  static let ringTitle = TextStyle(size: 12, face: .bold, paint: .muted)
  static let ring = TextStyle(size: 11, face: .bold, paint: .exception)
}

/// A stretch of one line in one style.
struct TextRun: Sendable, Hashable {
  var text: String
  var style: TextStyle
  /// In points.
  var width: Double

  init(_ text: String, _ style: TextStyle) {
    self.text = text
    self.style = style
    width = style.font.width(of: text)
  }
}

/// One line of a label.
struct TextLine: Sendable, Hashable {
  var runs: [TextRun]
  /// The free space above the line, in points.
  var spaceAbove = 0.0
  /// A number or a sign in front of a text whose lines are indented.
  var marker: TextRun?
  /// Is painted in place of the marker, which then stands for it in words.
  var sign: Symbol?
  /// The distance of the text from the left edge, in points.
  var indent = 0.0
  /// The width of the text behind the indent, in points.
  var width: Double
  /// In points.
  var height: Double
  /// The distance from the top of the line to its baseline, in points.
  var ascent: Double

  init(_ runs: [TextRun], spaceAbove: Double = 0) {
    self.runs = runs
    self.spaceAbove = spaceAbove
    width = runs.reduce(0) { $0 + $1.width }
    var height = 0.0
    var ascent = 0.0
    for run in runs {
      let font = run.style.font
      height = max(height, font.lineHeight)
      ascent = max(ascent, font.ascent)
    }
    self.height = height
    self.ascent = ascent
  }

  var text: String { runs.count == 1 ? runs[0].text : runs.map(\.text).joined() }

  /// The marker and the text.
  var textWithMarker: String { marker.map { "\($0.text) \(text)" } ?? text }
}

/// Lines of text below each other.
struct Label: Sendable, Hashable {
  enum Alignment: Sendable, Hashable { case center, leading, trailing }

  var lines: [TextLine] = []
  var alignment = Alignment.center

  /// In points.
  var size: Size {
    var size = Size.zero
    for line in lines {
      size.width = max(size.width, line.indent + line.width)
      size.height += line.height + line.spaceAbove
    }
    return size
  }

  init(_ alignment: Alignment = .center) { self.alignment = alignment }

  /// Adds a text in lines of at most `width` points.
  mutating func add(
    _ text: String, _ style: TextStyle, width: Double, maxLines: Int? = nil, spaceAbove: Double = 0
  ) {
    let lines = wrap(printable(text), in: style.font, width: width, maxLines: maxLines)
    for (index, line) in lines.enumerated() {
      self.lines.append(
        TextLine([TextRun(line, style)], spaceAbove: index == 0 ? spaceAbove : 0))
    }
  }

  /// Indents all lines and puts a marker in front of the first; a sign is painted in its place.
  mutating func mark(
    _ marker: String, _ style: TextStyle, indent: Double, as sign: Symbol? = nil
  ) {
    let run = TextRun(printable(marker), style)
    let distance = max(indent, run.width + 6)
    for index in lines.indices { lines[index].indent = distance }
    guard !lines.isEmpty else { return }
    lines[0].marker = run
    lines[0].sign = sign
  }

  /// Adds a text whose beginning has a style of its own, wrapped as one text.
  mutating func add(
    _ beginning: String, _ beginningStyle: TextStyle, _ rest: String, _ style: TextStyle,
    width: Double, spaceAbove: Double = 0
  ) {
    let start = printable(beginning)
    // Wherever the beginning stands, no line is wider than it may be; one of several lines is measured
    // as if the rest looked the same.
    let startWidth = beginningStyle.font.width(of: start)
    let excess = max(0, startWidth - style.font.width(of: start))
    let lines =
      startWidth > width
      ? wrap(start + printable(rest), in: beginningStyle.font, width: width)
      : wrap(start + printable(rest), in: style.font, width: width - excess)
    var pending = start.utf8.count
    for (index, line) in lines.enumerated() {
      let cut = line.utf8.index(line.startIndex, offsetBy: min(pending, line.utf8.count))
      var runs: [TextRun] = []
      if cut > line.startIndex { runs.append(TextRun(String(line[..<cut]), beginningStyle)) }
      if cut < line.endIndex { runs.append(TextRun(String(line[cut...]), style)) }
      if runs.isEmpty { runs.append(TextRun("", style)) }
      self.lines.append(TextLine(runs, spaceAbove: index == 0 ? spaceAbove : 0))
      // The blank at which the line was broken counts as well.
      pending = max(0, pending - line.utf8.count - 1)
    }
  }
}

/// A text without the characters that XML 1.0 forbids; they read as U+FFFD, tabs as blanks.
func printable(_ text: String) -> String {
  if isPrintable(text) { return text }
  var scalars = String.UnicodeScalarView()
  for scalar in text.unicodeScalars {
    switch scalar.value {
    case 0x09: scalars.append(" ")
    case 0x0A, 0x20...0x7E, 0xA0...0xD7FF, 0xE000...0xFFFD, 0x1_0000...0x10_FFFF:
      scalars.append(scalar)
    default: scalars.append("\u{FFFD}")
    }
  }
  return String(scalars)
}

/// Whether nothing in a text has to be replaced, as in nearly every one.
private func isPrintable(_ text: String) -> Bool {
  var text = text
  return text.withUTF8 { bytes in
    for (place, byte) in bytes.enumerated() {
      switch byte {
      case 0x20..<0x7F, 0x0A: continue
      case ..<0x80: return false
      // U+0080 to U+009F, and what may be U+FFFE or U+FFFF.
      case 0xC2 where bytes[place + 1] < 0xA0, 0xEF where bytes[place + 1] == 0xBF: return false
      default: continue
      }
    }
    return true
  }
}
