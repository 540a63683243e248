import UseCaseDiagrams
import UseCaseModel
import UseCaseSite
import UseCaseSyntax

/// Files that are ready to be written, and what could not be made of them.
public struct BuiltFiles: Sendable {
  /// In the order in which they are to be written.
  public var files: [OutputFile] = []
  /// Paths of files that should be there and could not be made: an earlier one stays as it is.
  public var missing: [String] = []
  /// Why pictures are missing, in the order of the source.
  public var problems: [ProjectError] = []
}

extension Compilation {
  /// The documentation site, all of it in memory. What the pages share comes first, the overview
  /// last.
  ///
  /// A page does without a picture that Graphviz could not lay out. Throws where Graphviz is needed
  /// and missing, and where a file that the settings name cannot be read. A server that shows the
  /// pages may add a `script` of its own, by its address.
  public func site(
    in pool: DrawingPool = DrawingPool(), on disk: any FileSystem = Disk(), script: String? = nil
  ) throws(ProjectError) -> BuiltFiles {
    let own = try SiteFolder(folder, on: disk)
    let site = documentation(own.look, script: script)
    let requests = site.pictureRequests.filter { DiagramCatalog.isCandidate(diagram($0)) }
    let diagrams = requests.map(diagram)
    let drawn = pool.draw(diagrams) {
      InlinePicture(
        svg: $0.svg(standalone: false) { site.address(of: $0)?.href }, title: $0.title,
        description: $0.description)
    }
    var pictures: [PictureRequest: InlinePicture] = [:]
    var problems: [ProjectError] = []
    for (request, result) in zip(requests, drawn) {
      switch result {
      case .success(let picture): pictures[request] = picture
      // The subject has nothing that such a picture could show.
      case .failure(.diagram): break
      case .failure(let error):
        guard !error.isAboutAll else { throw error.projectError }
        problems.append(error.projectError)
      }
    }
    let files = own.files + pages(of: site, with: pictures)
    return BuiltFiles(files: files, problems: problems)
  }

  private func diagram(_ request: PictureRequest) -> DiagramRequest {
    DiagramRequest(request.kind, of: request.element, in: model)
  }

  /// The paths of the files of the site, in the order in which they are written; draws nothing.
  /// Where a file that the settings name cannot be read, its own is left out: nothing is built then.
  public var sitePaths: [String] {
    let own = try? SiteFolder(folder, on: Disk())
    let site = documentation(own?.look ?? SiteLook())
    return ((own?.files ?? []) + pages(of: site, with: [:])).map(\.path)
  }

  private func documentation(_ look: SiteLook, script: String? = nil) -> Site {
    Site(
      model, findings: findings, coverage: coverage(), today: today, look: look, script: script)
  }

  private func pages(
    of site: Site, with pictures: [PictureRequest: InlinePicture]
  ) -> [OutputFile] {
    let styles = PictureStyles(
      common: DiagramStylesheet.focus, light: DiagramStylesheet.light,
      dark: DiagramStylesheet.dark, standalone: DiagramStylesheet.standalone)
    let pages = site.render(with: Pictures(styles: styles) { pictures[$0] })
      .map { OutputFile(path: $0.path, bytes: $0.bytes) }
    return pages.filter { !$0.isPage } + pages.filter { $0.isPage && !$0.isEntry }
      + pages.filter(\.isEntry)
  }

  /// Where elements stand in the site, by their keys, as links from its folder.
  public var siteLinks: [String: String] { Site.links(in: model) }
}

extension OutputFile {
  fileprivate var isPage: Bool { path.hasSuffix(".html") }
  fileprivate var isEntry: Bool { path == "index.html" }
}
