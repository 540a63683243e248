import UseCaseText

/// What colours and symbols of a picture mean, in a row below it.
struct Legend: Sendable {
  /// A symbol with its meaning.
  struct Item: Sendable {
    var symbol: Symbol
    var line: TextLine
  }

  var items: [Item] = []

  /// The free space above the legend, in points.
  static let distance = 18.0
  private static let rowHeight = 22.0
  private static let symbolWidth = 22.0
  private static let gap = 18.0

  mutating func add(_ symbol: Symbol, _ text: String) {
    items.append(Item(symbol: symbol, line: TextLine([TextRun(text, .small)])))
  }

  /// What the legend needs below a picture of a width, both in points.
  func height(width: Double) -> Double {
    items.isEmpty ? 0 : Self.distance + Double(rows(width: width).count) * Self.rowHeight
  }

  /// What the legend needs at least, in points.
  var minimalWidth: Double { items.map(itemWidth).max() ?? 0 }

  func paint(on canvas: inout Canvas, at origin: Point, width: Double) {
    guard !items.isEmpty else { return }
    canvas.openGroup("uc-legend", name: "legend")
    for (row, places) in rows(width: width).enumerated() {
      var x = origin.x
      let y = origin.y + (Double(row) + 0.5) * Self.rowHeight
      for place in places {
        let item = items[place]
        item.symbol.paint(on: &canvas, at: Point(x: x + 8, y: y))
        canvas.line(item.line, left: x + Self.symbolWidth, baseline: y + 4)
        x += itemWidth(item) + Self.gap
      }
    }
    canvas.closeGroup()
  }

  private func itemWidth(_ item: Item) -> Double { Self.symbolWidth + item.line.width }

  private func rows(width: Double) -> [Range<Int>] {
    var rows: [Range<Int>] = []
    var start = 0
    var x = 0.0
    for (index, item) in items.enumerated() {
      let itemWidth = itemWidth(item)
      if x > 0, x + itemWidth > width {
        rows.append(start..<index)
        start = index
        x = 0
      }
      x += itemWidth + Self.gap
    }
    rows.append(start..<items.count)
    return rows
  }
}
