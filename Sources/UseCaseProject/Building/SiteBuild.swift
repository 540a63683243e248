import UseCaseDiagrams
import UseCaseModel
import UseCaseSite
import UseCaseSyntax

extension Compilation {
  /// The documentation site, all of it in memory: the pictures are drawn first, so that nothing is
  /// written where one of them fails. What the pages share comes first, the overview last.
  public func site() throws(ProjectError) -> [OutputFile] {
    let site = Site(model, findings: findings, coverage: coverage())
    var pictures: [PictureRequest: InlinePicture] = [:]
    for request in site.pictureRequests {
      pictures[request] = try inlinePicture(request) { site.address(of: $0)?.href }
    }
    let drawn = pictures
    let styles = DiagramStylesheet.standalone + "@media print{\(DiagramStylesheet.light)}"
    let pages = site.render(with: Pictures(styles: styles) { drawn[$0] })
      .map { OutputFile(path: $0.path, bytes: $0.bytes) }
    return pages.filter { !$0.isPage } + pages.filter { $0.isPage && !$0.isEntry }
      + pages.filter(\.isEntry)
  }

  /// Nil where the subject has nothing that such a picture could show.
  private func inlinePicture(
    _ request: PictureRequest, linkTo: @escaping (Element) -> String?
  ) throws(ProjectError) -> InlinePicture? {
    let request = DiagramRequest(request.kind, of: request.element, in: model)
    guard let picture = try drawIfAny(request) else { return nil }
    return InlinePicture(
      svg: picture.svg(standalone: false, linkTo: linkTo), title: picture.title,
      description: picture.description)
  }
}

extension OutputFile {
  fileprivate var isPage: Bool { path.hasSuffix(".html") }
  fileprivate var isEntry: Bool { path == "index.html" }
}
