import UseCaseModel
import UseCaseSyntax

/// A journey as a map: touchpoints as columns below their stages, with the curve of feelings.
struct JourneyMap {
  struct Column {
    let touchpoint: Touchpoint
    /// From −2 to +2; nil where nobody says.
    let score: Int?
    /// Where the curve passes; nil before the first and behind the last feeling.
    var height: Double?
    let isFirstOfStage: Bool
  }

  let journey: Journey
  let stages: [Stage]
  private(set) var columns: [Column] = []

  init(_ journey: Journey) {
    self.journey = journey
    stages = journey.stages.filter { !$0.touchpoints.isEmpty }
    for stage in stages {
      for (place, touchpoint) in stage.touchpoints.enumerated() {
        let score = touchpoint.feeling?.score
        columns.append(
          Column(
            touchpoint: touchpoint, score: score, height: score.map(Double.init),
            isFirstOfStage: place == 0))
      }
    }
    fillGaps()
  }

  /// Between two feelings the curve passes straight through what says nothing.
  private mutating func fillGaps() {
    let known = columns.indices.filter { columns[$0].score != nil }
    for (left, right) in zip(known, known.dropFirst()) where right > left + 1 {
      guard let from = columns[left].height, let to = columns[right].height else { continue }
      for place in left + 1..<right {
        columns[place].height = from + (to - from) * Double(place - left) / Double(right - left)
      }
    }
  }

  /// The class of the paper on which the map fits, by the number of its columns.
  var paper: String {
    let widths = Stylesheet.mapWidths
    return "paper-" + String(widths.first { $0 >= columns.count } ?? widths.last ?? 0)
  }

  /// The part of the curve that lies in a column, as a path in a box of 100 by 100; empty where it
  /// does not pass. Each column is drawn by itself, so that the curve lines up whatever its width.
  func path(in place: Int) -> String {
    guard let middle = height(place) else { return "" }
    let left = height(place - 1).map { left in
      let edge = (left + middle) / 2
      let handles = "C12.5 \(text((edge + middle) / 2)) 25 \(text(middle))"
      return "M0 \(text(edge))\(handles) 50 \(text(middle))"
    }
    let right = height(place + 1).map { right in
      let edge = (right + middle) / 2
      // Behind a part from the left, the first handle mirrors the one before it.
      let start = left == nil ? "M50 \(text(middle))C75 \(text(middle)) " : "S"
      return start + "87.5 \(text((edge + middle) / 2)) 100 \(text(edge))"
    }
    return (left ?? "") + (right ?? "")
  }

  /// How far below the top of the box a column's feeling stands, in percent.
  func height(_ place: Int) -> Double? {
    guard columns.indices.contains(place), let height = columns[place].height else { return nil }
    return 50 - 20 * height
  }

  private func text(_ number: Double) -> String { formatted((number * 100).rounded() / 100) }
}

/// A row of the map.
struct MapLane: Sendable {
  let title: Phrase
  let name: String
  let isUsed: @Sendable (Touchpoint) -> Bool
  let write: @Sendable (inout PageWriter, Touchpoint) -> Void

  /// The lanes above and below the curve, in the order of a service blueprint: what the customer
  /// does and lives through, what we answer, what stands behind it.
  static let above = [
    texts(.theCustomer, "action", Clauses.action), texts(.weAnswer, "response", Clauses.response),
    names(.channels, "channels", Clauses.channels),
  ]

  static let below = [
    texts(.thinks, "thinks", Clauses.thinks),
    clauses(.needs, "needs", Clauses.needs) { $0.answered($1.clauses(Clauses.needs)) },
    clauses(.expectations, "expects", Clauses.expects) { $0.answered($1.clauses(Clauses.expects)) },
    clauses(.pains, "pains", Clauses.pain) { $0.pains(of: $1) },
    clauses(.opportunities, "opportunities", Clauses.opportunity) {
      $0.measures($1.clauses(Clauses.opportunity))
    },
    MapLane(
      title: .momentsOfTruth, name: "moments", isUsed: { !$0.moments.isEmpty },
      write: { page, touchpoint in
        for moment in touchpoint.moments { page.mapMoment(moment) }
      }),
    names(.useCases, "use-cases", Clauses.realizedBy), names(.kpis, "kpis", Clauses.kpis),
    clauses(.backstage, "backstage", Clauses.backstage) {
      $0.measures($1.clauses(Clauses.backstage))
    },
  ]

  private static func texts(_ title: Phrase, _ name: String, _ clause: Clause<TextSyntax>) -> Self {
    clauses(title, name, clause) { page, touchpoint in
      let texts = touchpoint.texts(clause)
      if texts.count == 1 { page.text(texts[0]) } else { page.list(of: texts) }
    }
  }

  /// Links to what a clause names, one below the other.
  private static func names(
    _ title: Phrase, _ name: String, _ clause: Clause<[ReferenceSyntax]>
  ) -> Self {
    clauses(title, name, clause) { page, touchpoint in
      let targets = touchpoint.targets(clause)
      guard targets.count > 1 else { return page.links(to: targets) }
      page.block("ul", .class("brief")) { page in
        for target in targets { page.element("li") { $0.link(to: target) } }
      }
    }
  }

  private static func clauses<Value>(
    _ title: Phrase, _ name: String, _ clause: Clause<Value>,
    write: @escaping @Sendable (inout PageWriter, Touchpoint) -> Void
  ) -> Self {
    MapLane(title: title, name: name, isUsed: { $0.first(clause) != nil }, write: write)
  }
}
