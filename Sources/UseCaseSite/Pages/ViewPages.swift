import UseCaseModel
import UseCaseSyntax

/// A picture of one's own choosing.
struct ViewPages: ElementPageKind {
  func pictures(of view: PictureView) -> [PictureRequest] { [request(for: view)].compactMap { $0 } }

  func writeFacts(of view: PictureView, to facts: inout FactsWriter) {
    facts.row(.shows, view[Clauses.show])
    facts.row(.of, view.targets(Clauses.of))
    facts.row(.colourBy, view[Clauses.colorBy])
  }

  func writeSections(of view: PictureView, to page: inout PageWriter) {
    guard let request = request(for: view) else { return }
    if let reason = page.pictures.reason(request) {
      page.block("p", .class("calm")) { page in
        page.text(.viewNotDrawn) { $0.element("span", $0.english, text: reason) }
      }
    } else {
      page.picture(request)
    }
  }

  private func request(for view: PictureView) -> PictureRequest? {
    view[Clauses.show].map { PictureRequest($0, of: view.element) }
  }
}
