import UseCaseModel
import UseCaseSyntax
import UseCaseText

/// A priority as the plan shows it, or that there is none.
enum MoSCoW: CaseIterable, Sendable {
  case must, should, could, none

  var priority: Priority? {
    switch self {
    case .must: .must
    case .should: .should
    case .could: .could
    case .none: nil
    }
  }

  var title: String {
    switch self {
    case .must: "Must"
    case .should: "Should"
    case .could: "Could"
    case .none: "without priority"
    }
  }

  var paint: Paint {
    switch self {
    case .must: .strong
    case .should: .medium
    case .could: .useCase
    case .none: .other
    }
  }

  /// Pale pieces are outlined, so that they keep apart from what is free of the capacity.
  fileprivate var line: Paint {
    switch self {
    case .must, .should: .paper
    case .could: .useCaseLine
    case .none: .otherLine
    }
  }

  fileprivate var textStyle: TextStyle { self == .must ? .badge : .badgeOutlined }
}

/// The use cases of a timebox as pieces of a bar, each as long as its effort.
struct EffortBar {
  let timebox: Timebox
  let effort: Effort
  let capacity: Double?

  /// In points.
  static let height = 26.0

  init(_ timebox: Timebox) {
    self.timebox = timebox
    effort = Effort(timebox.useCases)
    capacity = timebox[Clauses.capacity].flatMap { $0.isFinite && $0 > 0 ? $0 : nil }
  }

  /// How far the bar and its capacity reach.
  var extent: Double { max(effort.total, capacity ?? 0) }

  /// The effort beyond the capacity.
  var excess: Double { capacity.map { max(0, effort.total - $0) } ?? 0 }

  /// Those priorities that have a part of it, the highest first.
  var shares: [(priority: MoSCoW, effort: Double)] {
    MoSCoW.allCases.map { ($0, effort.sum(of: $0.priority)) }.filter { $0.1 > 0 }
  }

  private func parts(of priority: MoSCoW) -> [Effort.Part] {
    effort.parts.filter { $0.priority == priority.priority }
  }

  // MARK: Words

  /// What stands in the bar, a line for each priority.
  func list(width: Double) -> Label {
    var label = Label(.leading)
    for (priority, sum) in shares {
      let names = parts(of: priority).map {
        "\($0.useCase.title)\u{A0}\(formattedSum($0.effort))"
      }
      label.add(
        "\(priority.title) \(formattedSum(sum)): ", .smallStrong, names.joined(separator: ", "),
        .small, width: width, spaceAbove: label.lines.isEmpty ? 0 : 2)
    }
    if effort.unsized > 0 {
      label.add(
        counted(effort.unsized, "use case") + " without effort", .smallItalic, width: width)
    }
    if label.lines.isEmpty { label.add("nothing to deliver yet", .smallItalic, width: width) }
    return label
  }

  /// `24 of 24 days`, and how much of the capacity the Musts take.
  func words(in model: Model, width: Double) -> Label {
    var label = Label(
      Self.sum(effort.total, of: capacity ?? 0, in: model), .strong, width: width)
    guard let capacity else { return label }
    if excess > 0 {
      label.add(
        "\(model.text(ofEffort: excess)) too much", .smallStrong, width: width, spaceAbove: 1)
    }
    let must = effort.sum(of: .must)
    label.add(
      "Must: \(Self.percent(must / capacity)) of the capacity", .small, width: width, spaceAbove: 1)
    if effort.total > 0 {
      label.add("and \(Self.percent(must / effort.total)) of the effort", .small, width: width)
    }
    return label
  }

  /// `19 of 24 days`.
  static func sum(_ effort: Double, of capacity: Double, in model: Model) -> String {
    capacity > 0
      ? "\(formattedSum(effort)) of \(model.text(ofEffort: capacity))"
      : "\(model.text(ofEffort: effort)), capacity unknown"
  }

  static func percent(_ share: Double) -> String { "\(formattedSum((share * 100).rounded())) %" }

  // MARK: Painting

  func paint(on chart: inout Chart, top: Double, _ scale: LinearScale) {
    let zero = scale.place(of: 0)
    if let capacity {
      let end = scale.place(of: capacity)
      chart.rect(
        Rect(origin: Point(x: zero, y: top), size: Size(width: end - zero, height: Self.height)),
        Stroke(fill: .bandGood))
    }
    var start = 0.0
    for (priority, _) in shares {
      for part in parts(of: priority) {
        paint(part, priority, from: start, on: &chart, top: top, scale)
        start += part.effort
      }
    }
    paintCapacity(on: &chart, top: top, scale)
  }

  private func paint(
    _ part: Effort.Part, _ priority: MoSCoW, from start: Double, on chart: inout Chart,
    top: Double, _ scale: LinearScale
  ) {
    let left = scale.place(of: start)
    let frame = Rect(
      origin: Point(x: left, y: top),
      size: Size(width: scale.place(of: start + part.effort) - left, height: Self.height))
    guard frame.size.width > 0.2 else { return }
    let number = formattedSum(part.effort)
    let tooltip = "\(part.useCase.title): \(priority.title), \(number)"
    chart.group(
      "uc-effort", of: part.useCase.element, as: timebox.key, tooltip: tooltip, frame: frame
    ) { chart in
      chart.rect(frame, Stroke(fill: priority.paint, line: priority.line), isOutline: true)
      let style = priority.textStyle
      guard style.font.width(of: number) + 4 < frame.size.width else { return }
      chart.text(number, style, at: frame.center, .center)
    }
  }

  private func paintCapacity(on chart: inout Chart, top: Double, _ scale: LinearScale) {
    guard let capacity else { return }
    let (zero, end) = (scale.place(of: 0), scale.place(of: capacity))
    if excess > 0 {
      let last = scale.place(of: effort.total)
      chart.rect(
        Rect(
          origin: Point(x: end, y: top - 3),
          size: Size(width: last - end, height: Self.height + 6)),
        Stroke(line: .exception, width: 2, dashes: "4 3"))
    }
    chart.rect(
      Rect(
        origin: Point(x: zero, y: top - 3), size: Size(width: end - zero, height: Self.height + 6)),
      Stroke(line: .ink, width: 1.4))
    for share in [0.6, 0.8] {
      let x = scale.place(of: capacity * share)
      // The numbers in the bar stay free.
      for (start, end) in [(top - 9, top - 3), (top + Self.height + 3, top + Self.height + 9)] {
        chart.line(Point(x: x, y: start), Point(x: x, y: end), Stroke(line: .ink, width: 1.6))
      }
      chart.text(Self.percent(share), .tick, at: Point(x: x, y: top - 16), .center)
    }
  }
}
