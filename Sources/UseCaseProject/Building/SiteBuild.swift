import UseCaseDiagrams
import UseCaseModel
import UseCaseSite
import UseCaseSyntax

/// Files that are ready to be written, and what could not be made of them.
public struct BuiltFiles: Sendable {
  /// In the order in which they are to be written.
  public var files: [OutputFile] = []
  /// Paths of files that an earlier run has written, and that would be the same.
  public var kept: Set<String> = []
  /// By path: what a file follows from, where that is known.
  var inputs: [String: ContentHash] = [:]
  /// Paths of files that should be there and could not be made: an earlier one stays as it is.
  public var missing: [String] = []
  /// Why pictures are missing, in the order of the source.
  public var problems: [ProjectError] = []
  /// Which views ask for what cannot be drawn, in the order of the source: everything else is there.
  public var warnings: [String] = []
  /// The order of files of which some are kept.
  var order: [String] = []
  /// Everything that is there then, in the order in which it is written where nothing is kept.
  public var paths: [String] { kept.isEmpty ? files.map(\.path) : order }
}

extension Compilation {
  /// The documentation site, all of it in memory. What the pages share comes first, the overview
  /// last.
  ///
  /// A page does without a picture that Graphviz could not lay out. Throws where Graphviz is needed
  /// and missing, and where a file that the settings name cannot be read.
  ///
  /// What a build finds in its folder as it would be made again is kept, and not made.
  public func site(
    in pool: DrawingPool = DrawingPool(), for build: FolderBuild? = nil
  ) throws(ProjectError) -> BuiltFiles {
    var draft = try SiteDraft(of: self, on: build?.files ?? Disk())
    guard let build else { return try draft.make(draft.paths, in: pool) }
    let inputs = draft.inputs(of: self)
    let kept = try build.unchanged(inputs)
    var built = try draft.make(draft.paths.filter { !kept.contains($0) }, in: pool)
    built.kept = kept
    built.order = draft.paths
    built.inputs = inputs
    return built
  }

  /// The paths of the files of the site, in the order in which they are written; makes none of them.
  /// Where a file that the settings name cannot be read, its own is left out: nothing is built then.
  public var sitePaths: [String] {
    let draft = try? SiteDraft(of: self)
    return draft?.paths ?? SiteDraft(of: self, with: SiteLook(), files: []).paths
  }

  /// Where elements stand in the site, by their keys, as links from its folder.
  public var siteLinks: [String: String] { Site.links(in: model) }
}

/// A documentation site whose files are made when they are wanted, and their pictures with them.
public struct SiteDraft {
  /// What is there, in the order in which it is to be written: the overview comes last.
  public let paths: [String]
  private let site: Site
  private let own: [String: OutputFile]
  private let files: [String: SiteFile]
  /// What came of the pictures that were drawn.
  private var pictures: [PictureRequest: InlinePicture?] = [:]
  /// Why views have none.
  private var reasons: [PictureRequest: DiagramError] = [:]

  private static let styles = PictureStyles(
    common: DiagramStylesheet.focus, light: DiagramStylesheet.light, dark: DiagramStylesheet.dark,
    standalone: DiagramStylesheet.standalone)

  /// The site of a model. Throws where a file that the settings name cannot be read.
  ///
  /// A server that shows the pages may add a `script` of its own, by its address.
  public init(
    of compilation: Compilation, on disk: any FileSystem = Disk(), script: String? = nil
  ) throws(ProjectError) {
    let own = try SiteFolder(of: compilation, on: disk)
    self.init(of: compilation, with: own.look, files: own.files, script: script)
  }

  fileprivate init(
    of compilation: Compilation, with look: SiteLook, files own: [OutputFile], script: String? = nil
  ) {
    site = Site(
      compilation.model, findings: compilation.findings, coverage: compilation.coverage(),
      today: compilation.today, look: look, script: script)
    let files = site.files
    let written = files.map(\.path)
    paths =
      own.map(\.path) + written.filter { !isPage($0) }
      + written.filter { isPage($0) && $0 != entry } + written.filter { $0 == entry }
    self.own = Dictionary(own.map { ($0.path, $0) }, uniquingKeysWith: { first, _ in first })
    self.files = Dictionary(files.map { ($0.path, $0) }, uniquingKeysWith: { first, _ in first })
  }

  /// By path: what a file follows from, where that is known.
  func inputs(of compilation: Compilation) -> [String: ContentHash] {
    let inputs = SiteInputs(of: compilation, as: site)
    return files.compactMapValues { inputs.inputs(of: $0) }
  }

  /// Makes some of the files, on the threads of the pool, and draws those of their pictures that no
  /// earlier file has asked for. Throws where Graphviz is needed and missing.
  public mutating func make(
    _ paths: [String], in pool: DrawingPool
  ) throws(ProjectError) -> BuiltFiles {
    let wanted = paths.filter { own[$0] != nil || files[$0] != nil }
    let told = Set(reasons.keys)
    let problems = try draw(wanted.flatMap { files[$0]?.pictures ?? [] }, in: pool)
    let (drawn, reasons) = (pictures, reasons)
    let shown = Pictures(styles: SiteDraft.styles) {
      reasons[$0]?.description
    } picture: {
      drawn[$0] ?? nil
    }
    let made = pool.make(wanted) { [own, files] path in
      own[path] ?? OutputFile(path: path, bytes: files[path]?.bytes(with: shown) ?? [])
    }
    let new = reasons.filter { !told.contains($0.key) }.compactMap { request, reason in
      request.element.map { (view: $0, reason: reason) }
    }
    return BuiltFiles(
      files: made, problems: problems,
      warnings: warnings(about: new.sorted { $0.view.id < $1.view.id }))
  }

  /// What kept pictures from being drawn.
  private mutating func draw(
    _ requests: [PictureRequest], in pool: DrawingPool
  ) throws(ProjectError) -> [ProjectError] {
    let site = site
    func diagram(_ request: PictureRequest) -> DiagramRequest {
      DiagramRequest(request.kind, of: request.element, in: site.model)
    }
    var seen: Set<PictureRequest> = []
    var choice = PictureChoice()
    let new = requests.filter { request in
      pictures[request] == nil && seen.insert(request).inserted && choice.takes(diagram(request))
    }
    let drawn = pool.draw(new.map(diagram)) {
      InlinePicture(
        svg: $0.svgBytes(standalone: false) { site.address(of: $0)?.href }, title: $0.title,
        description: $0.description)
    }
    var problems: [ProjectError] = []
    for (request, result) in zip(new, drawn) {
      switch result {
      case .success(let picture): pictures[request] = .some(picture)
      case .failure(.diagram(let reason)):
        pictures[request] = .some(nil)
        // Where there is no view, the subject has nothing that such a picture could show.
        if request.element?.kind == .view { reasons[request] = reason }
      case .failure(let error):
        guard !error.isAboutAll else { throw error.projectError }
        pictures[request] = .some(nil)
        problems.append(error.projectError)
      }
    }
    return problems
  }
}

/// The page that is written last, when all that it leads to is there.
private let entry = "index.html"

private func isPage(_ path: String) -> Bool { path.hasSuffix(".html") }
