import UseCaseModel
import UseCaseSyntax

/// How a measure went on, from its baseline over the values of each day to what it shall become.
struct KPIHistory {
  struct Point {
    let date: CalendarDate
    let quantity: Quantity
  }

  /// What was measured, in the order of the days: two at least.
  let points: [Point]
  /// Where it shall be; on which day, where one is said.
  let target: KPIValue?
  let benchmarks: [KPIValue]
  private let days: ClosedRange<Int>
  private let numbers: ClosedRange<Double>

  /// Nil where the days of fewer than two values are said, or their units differ.
  init?(_ kpi: KPI) {
    let values = kpi.values.filter { $0.quantity.value.isFinite }
    let measured = values.filter { $0.role == .baseline || $0.role == .current }
    let points = measured.compactMap { value in
      value.date.map { Point(date: $0, quantity: value.quantity) }
    }.enumerated().sorted {
      ($0.element.date.dayNumber, $0.offset) < ($1.element.date.dayNumber, $1.offset)
    }.map(\.element)
    guard let first = points.first, let last = points.last, first.date < last.date,
      values.allSatisfy({ $0.quantity.hasSameUnit(as: first.quantity) })
    else { return nil }
    self.points = points
    target = values.first { $0.role == .target }
    benchmarks = values.filter { $0.role == .benchmark }
    days = first.date.dayNumber...max(last.date.dayNumber, target?.date?.dayNumber ?? 0)
    let shown = values.map(\.quantity.value)
    numbers = (shown.min() ?? 0)...(shown.max() ?? 0)
  }

  /// From 0 on the first day to 1 on the last.
  func x(_ date: CalendarDate) -> Double {
    Double(date.dayNumber - days.lowerBound) / Double(days.upperBound - days.lowerBound)
  }

  /// Whether the day of the last value can stand between the first day and that of the target, where
  /// all of them take so much width.
  func hasRoom(forDayOf last: Point, in width: Double) -> Bool {
    let place = x(last.date) * width
    return place > 105 && (place == width || width - place > 105)
  }

  /// From 0 for the greatest value to 1 for the least; in the middle where all are the same.
  func y(_ quantity: Quantity) -> Double {
    let span = numbers.upperBound - numbers.lowerBound
    guard span > 0, span.isFinite else { return 0.5 }
    return (numbers.upperBound - quantity.value) / span
  }
}

/// The plane on which a history is drawn.
private struct HistoryFrame {
  let left: Double
  let top: Double
  let width: Double
  let height: Double

  func x(_ share: Double) -> String { text(left + width * share) }
  func y(_ share: Double) -> String { text(top + height * share) }

  private func text(_ number: Double) -> String { formatted((number * 10).rounded() / 10) }
}

extension PageWriter {
  /// The history as a curve, with what is aimed at and what others reach.
  mutating func curve(of history: KPIHistory, titled title: String) {
    let frame = HistoryFrame(left: 26, top: 34, width: 420, height: 130)
    block(
      "div", .class("scroll"), Attribute("tabindex", "0"), Attribute("role", "group"),
      .label(title)
    ) { page in
      page.block(
        "svg", .class("history"), Attribute("viewBox", "0 0 660 210"), Attribute("width", "660"),
        Attribute("height", "210"), Attribute("role", "img"), .label(page.words(of: history, title))
      ) { page in
        page.levels(of: history, in: frame)
        page.line(of: history, in: frame)
        if let target = history.target, let date = target.date, let last = history.points.last,
          last.date < date
        {
          page.shape(
            "line", .class("ahead"), Attribute("x1", frame.x(history.x(last.date))),
            Attribute("y1", frame.y(history.y(last.quantity))), Attribute("x2", frame.x(1)),
            Attribute("y2", frame.y(history.y(target.quantity)))
          )
          page.day(date, in: frame, history, anchor: "end")
        }
        page.marks(of: history, in: frame)
      }
    }
  }

  /// The same, small and without words.
  mutating func spark(of history: KPIHistory) {
    let frame = HistoryFrame(left: 5, top: 5, width: 110, height: 20)
    element(
      "svg", .class("history spark"), Attribute("viewBox", "0 0 120 30"), Attribute("width", "120"),
      Attribute("height", "30"), Attribute("aria-hidden", "true")
    ) { page in
      if let target = history.target { page.level("target", target.quantity, history, frame) }
      page.line(of: history, in: frame)
      if let last = history.points.last { page.dot(last, history, in: frame, radius: "3.5") }
    }
  }

  // MARK: Parts of the picture

  /// What a reader who does not see the picture is told.
  private func words(of history: KPIHistory, _ title: String) -> String {
    var parts = history.points.map { words[.valueOn, words[$0.quantity], $0.date.description] }
    if let target = history.target {
      parts.append(words[.target] + " " + words[target.quantity])
    }
    parts += history.benchmarks.map { words[.benchmark] + " " + words[$0.quantity] }
    return title + ": " + parts.joined(separator: "; ")
  }

  private mutating func line(of history: KPIHistory, in frame: HistoryFrame) {
    let path = history.points.map {
      frame.x(history.x($0.date)) + " " + frame.y(history.y($0.quantity))
    }
    shape("path", .class("values"), Attribute("d", "M" + path.joined(separator: "L")))
  }

  private mutating func level(
    _ name: String, _ quantity: Quantity, _ history: KPIHistory, _ frame: HistoryFrame
  ) {
    let height = frame.y(history.y(quantity))
    shape(
      "line", .class(name), Attribute("x1", frame.x(0)), Attribute("y1", height),
      Attribute("x2", frame.x(1)), Attribute("y2", height)
    )
  }

  /// Target and benchmarks as lines across, their words beside them, none upon another.
  private mutating func levels(of history: KPIHistory, in frame: HistoryFrame) {
    let levels =
      (history.target.map { [("target", words[.target], $0)] } ?? [])
      + history.benchmarks.map { ("benchmark", words[.benchmark], $0) }
    var lowest = -1.0
    for (name, title, value) in levels.sorted(by: {
      history.y($0.2.quantity) < history.y($1.2.quantity)
    }) {
      level(name, value.quantity, history, frame)
      lowest = max(history.y(value.quantity), lowest + 18 / frame.height)
      element(
        "text", .class(name), Attribute("x", "462"), Attribute("y", frame.y(lowest)),
        Attribute("dy", "4"), text: title + " " + words[value.quantity])
    }
  }

  private mutating func marks(of history: KPIHistory, in frame: HistoryFrame) {
    for (place, point) in history.points.enumerated() {
      dot(point, history, in: frame, radius: "5")
      guard place == 0 || place == history.points.count - 1 else { continue }
      element(
        "text", .class("number"), Attribute("x", frame.x(history.x(point.date))),
        Attribute("y", frame.y(history.y(point.quantity))), Attribute("dy", "-11"),
        Attribute("text-anchor", place == 0 ? "start" : "middle"), text: words[point.quantity])
      guard place == 0 || history.hasRoom(forDayOf: point, in: frame.width) else { continue }
      day(point.date, in: frame, history, anchor: place == 0 ? "start" : "middle")
    }
  }

  private mutating func dot(
    _ point: KPIHistory.Point, _ history: KPIHistory, in frame: HistoryFrame, radius: String
  ) {
    shape(
      "circle", Attribute("cx", frame.x(history.x(point.date))),
      Attribute("cy", frame.y(history.y(point.quantity))), Attribute("r", radius)
    )
  }

  private mutating func day(
    _ date: CalendarDate, in frame: HistoryFrame, _ history: KPIHistory, anchor: String
  ) {
    element(
      "text", .class("day"), Attribute("x", frame.x(history.x(date))), Attribute("y", "200"),
      Attribute("text-anchor", anchor), text: date.description)
  }
}
