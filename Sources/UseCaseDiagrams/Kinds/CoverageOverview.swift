import UseCaseModel
import UseCaseSyntax
import UseCaseText

/// Stands in for matrices with too many touchpoints: the journeys or stages, what is realised and
/// planned of each in numbers, and the way to its own matrices.
struct CoverageOverview {
  private let parts: [(element: Element, counts: CoverageMatrices.Counts)]

  init(_ parts: [CoverageMatrices]) { self.parts = parts.map { ($0.element, $0.counts) } }

  func drawing(title: String) -> Drawing {
    var chart = Chart()
    var table = Table([
      Table.Column(title: noun.capitalizedFirst, width: 260),
      Table.Column(title: "Touchpoints", width: 90, alignment: .trailing),
      Table.Column(title: "External", width: 70, alignment: .trailing),
      Table.Column(title: "No use case", width: 110),
      Table.Column(title: "Use cases", width: 80, alignment: .trailing),
      Table.Column(title: "In no timebox", width: 120),
    ])
    for (element, counts) in parts {
      table.rows.append([
        Table.Cell(Label(element.titleWithIdentifier, .strong, width: 260), element: element),
        number(counts.realisable + counts.external), number(counts.external),
        gap(counts.unrealised), number(counts.useCases), gap(counts.unplanned),
      ])
    }
    let top = chart.heading(title, "Each row leads to its own matrices.", width: table.width)
    _ = table.paint(on: &chart, at: Point(x: 0, y: top))
    return Drawing(title: title, description: description, chart: chart)
  }

  private func number(_ count: Int) -> Table.Cell {
    Table.Cell(Label(String(count), .body, width: .infinity, .trailing))
  }

  private func gap(_ count: Int) -> Table.Cell {
    count == 0
      ? Table.Cell(Label("–", .small)) : Table.Cell(symbol: .gap, Label(String(count), .strong))
  }

  private var description: String {
    let words = parts.map { element, counts in
      "\(element.title): \(counted(counts.realisable + counts.external, "touchpoint")), "
        + "\(counts.unrealised) without a use case; \(counted(counts.useCases, "use case")), "
        + "\(counts.unplanned) in no timebox."
    }
    return "An overview of \(counted(parts.count, noun)). " + words.joined(separator: " ")
  }

  /// What each row is about: journeys, or the stages of one.
  private var noun: String { parts.first?.element.kind.noun ?? "part" }
}
