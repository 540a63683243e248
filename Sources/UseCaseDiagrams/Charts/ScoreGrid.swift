import UseCaseText

/// A grid of five by five scores with an axis to its left and one below it.
struct ScoreGrid {
  /// What an axis measures, and what is written at its five scores, the lowest first.
  struct Axis {
    enum Tick {
      case text(String)
      case symbol(Symbol, String)
    }

    var title: String
    var ticks: [Tick]

    /// From 1 to 5.
    static func scores(_ title: String) -> Axis {
      Axis(title: title, ticks: (1...5).map { .text(String($0)) })
    }
  }

  /// The upper left corner of the cells, in points.
  let origin: Point
  /// Those of the lowest score first, in points.
  let columnWidths: [Double]
  /// Those of the highest score first, in points.
  let rowHeights: [Double]
  let horizontal: Axis
  let vertical: Axis

  /// The room to the left of the cells and below them, in points.
  static let leftAxis = 46.0
  static let bottomAxis = 46.0

  /// The rectangle of all cells.
  var frame: Rect {
    Rect(
      origin: origin,
      size: Size(width: columnWidths.reduce(0, +), height: rowHeights.reduce(0, +)))
  }

  /// The cell of two scores from 1 to 5.
  func cell(column: Int, row: Int) -> Rect {
    let place = 5 - row
    let top = rowHeights.prefix(place).reduce(origin.y, +)
    return Rect(
      origin: Point(x: columnWidths.prefix(column - 1).reduce(origin.x, +), y: top),
      size: Size(width: columnWidths[column - 1], height: rowHeights[place]))
  }

  /// The rectangle around the cells of some columns and rows.
  func area(columns: ClosedRange<Int>, rows: ClosedRange<Int>) -> Rect {
    let first = cell(column: columns.lowerBound, row: rows.upperBound)
    let last = cell(column: columns.upperBound, row: rows.lowerBound)
    return Rect(
      origin: first.origin,
      size: Size(width: last.maxX - first.minX, height: last.maxY - first.minY))
  }

  /// Paints the lines between the cells and both axes.
  func paint(on chart: inout Chart) {
    for place in 1..<5 {
      let x = cell(column: place, row: 1).maxX
      chart.rule(Point(x: x, y: frame.minY), Point(x: x, y: frame.maxY))
      let y = cell(column: 1, row: place).minY
      chart.rule(Point(x: frame.minX, y: y), Point(x: frame.maxX, y: y))
    }
    chart.rect(frame, Stroke(line: .stageLine))
    for score in 1...5 {
      let column = cell(column: score, row: 1)
      paint(
        horizontal.ticks[score - 1], on: &chart, at: Point(x: column.center.x, y: frame.maxY + 13))
      let row = cell(column: 1, row: score)
      paint(
        vertical.ticks[score - 1], on: &chart, at: Point(x: frame.minX - 12, y: row.center.y))
    }
    paintTitles(on: &chart)
    chart.include(frame.moved(0, Self.bottomAxis))
  }

  private func paintTitles(on chart: inout Chart) {
    chart.text(
      Label(horizontal.title + " →", .smallStrong, .center),
      in: Rect(
        origin: Point(x: frame.minX, y: frame.maxY + 26),
        size: Size(width: frame.size.width, height: 16)))
    chart.text(
      Label(vertical.title + " →", .smallStrong, .center),
      in: Rect(
        origin: Point(x: frame.minX - Self.leftAxis, y: frame.minY),
        size: Size(width: 16, height: frame.size.height)), isUpright: true)
  }

  private func paint(_ tick: Axis.Tick, on chart: inout Chart, at place: Point) {
    switch tick {
    case .text(let text): chart.text(text, .small, at: place, .center)
    case .symbol(let symbol, let text):
      let label = Label(text, .small)
      let width = label.size.width + 22
      chart.symbol(symbol, at: place.moved(8 - width / 2, 0))
      chart.text(text, .small, at: place.moved(22 - width / 2, 0))
    }
  }
}
