import UseCaseModel
import UseCaseSyntax

/// A picture of one's own choosing.
struct ViewPages: ElementPageKind {
  func pictures(of view: PictureView) -> [PictureRequest] { [request(for: view)].compactMap { $0 } }

  func writeFacts(of view: PictureView, to facts: inout FactsWriter) {
    facts.row("Shows", view[Clauses.show])
    facts.row("Of", view.targets(Clauses.of))
    facts.row("Colour by", view[Clauses.colorBy])
  }

  func writeSections(of view: PictureView, to page: inout PageWriter) {
    if let request = request(for: view) { page.picture(request) }
  }

  /// Where a view is about one thing and leaves nothing out, it is the picture of that thing.
  private func request(for view: PictureView) -> PictureRequest? {
    guard let kind = view[Clauses.show] else { return nil }
    let subjects = view.targets(Clauses.of)
    let isWhole = view.first(Clauses.only) == nil && view.first(Clauses.without) == nil
    guard isWhole, subjects.count < 2 else { return PictureRequest(kind, of: view.element) }
    return PictureRequest(kind, of: subjects.first)
  }
}
