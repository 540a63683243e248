import UseCaseModel
import UseCaseSyntax

/// Says what a ring of arrows looks like: one finding, whole, with a label at each arrow.
struct RingReport {
  /// "includes"
  let verb: String
  /// What a ring of one is called: "includes itself".
  let model: Model

  /// Rings longer than this are shown with their beginning and their end.
  private static let longest = 12

  func add(_ ring: [Arrow], _ message: (String) -> String, to report: inout Findings) {
    guard let first = ring.first else { return }
    let titles = ring.map { "'\(model.element($0.source).title)'" }
    let start = "'\(model.element(first.source).title)'"
    var shown = titles
    if titles.count > RingReport.longest {
      let left = titles.count - RingReport.longest
      shown =
        titles.prefix(RingReport.longest / 2) + ["… (\(left) more) …"]
        + titles.suffix(RingReport.longest / 2)
    }
    let path = (shown + [start]).joined(separator: " → ")
    report.add(
      ring.count == 1 ? "\(start) \(verb) itself" : message(path), at: first.reference.place,
      labels: ring.dropFirst().prefix(RingReport.longest).map { arrow in
        let (source, target) = (model.element(arrow.source), model.element(arrow.target))
        return Label("'\(source.title)' \(verb) '\(target.title)'", at: arrow.reference.place)
      }, about: model.element(first.source))
  }
}
