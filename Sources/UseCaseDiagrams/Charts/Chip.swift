import UseCaseText

extension Table {
  /// The number of a step in a frame of its own.
  struct Chip {
    var text: String
    var isBranch = false

    static let height = 20.0
    static let gap = 5.0

    /// In points.
    var width: Double { max(24, TextStyle.smallStrong.font.width(of: text) + 12) }

    func paint(on chart: inout Chart, at origin: Point) {
      let rect = Rect(origin: origin, size: Size(width: width, height: Self.height))
      // A branch is told from the main flow by its corners as well as by its colour.
      chart.rect(
        rect, radius: isBranch ? 3 : Self.height / 2,
        isBranch
          ? Stroke(fill: .note, line: .noteLine) : Stroke(fill: .useCase, line: .useCaseLine))
      chart.text(text, .smallStrong, at: rect.center, .center)
    }

    /// Where the chips of a row stand, line by line, in points from its upper left corner.
    static func places(of chips: [Chip], width: Double) -> [Point] {
      var (x, y) = (0.0, 0.0)
      return chips.map { chip in
        if x > 0, x + chip.width > width { (x, y) = (0, y + height + gap) }
        defer { x += chip.width + gap }
        return Point(x: x, y: y)
      }
    }
  }
}
