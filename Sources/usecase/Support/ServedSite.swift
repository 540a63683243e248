import UseCasePreview
import UseCaseProject

/// A site that is made while browsers look at it.
struct ServedSite {
  private var draft: SiteDraft
  /// The paths of the files that are still to be made.
  private(set) var rest: [String]
  /// How many files there are.
  let count: Int
  /// How many of those that are made differ from an earlier build.
  var changed = 0
  /// When the change of the model was noticed.
  let start: ContinuousClock.Instant
  /// One line about its findings.
  let summary: String

  /// How many files are made between two looks at what browsers ask for.
  private static let step = 16

  init(
    _ compilation: Compilation, since start: ContinuousClock.Instant, summary: String
  ) throws(ProjectError) {
    draft = try SiteDraft(of: compilation, script: PreviewServer.script)
    rest = draft.paths
    count = rest.count
    self.start = start
    self.summary = summary
  }

  /// What has to be there before anything is shown: the pages that browsers show, and what all pages
  /// load.
  func first(of wanted: Set<String>) -> [String] {
    rest.filter { wanted.contains($0) || $0.hasSuffix(".css") || $0.hasSuffix("site.js") }
  }

  /// What to make next: what browsers wait for, else some of the rest.
  func next(of wanted: Set<String>) -> [String] {
    let asked = rest.filter(wanted.contains)
    return asked.isEmpty ? Array(rest.prefix(ServedSite.step)) : asked
  }

  mutating func make(
    _ paths: [String], in pool: DrawingPool
  ) throws(ProjectError) -> BuiltFiles {
    let made = try draft.make(paths, in: pool)
    let names = Set(paths)
    rest.removeAll { names.contains($0) }
    return made
  }
}

extension BuiltFiles {
  /// By path.
  var contents: [String: [UInt8]] {
    Dictionary(files.map { ($0.path, $0.bytes) }, uniquingKeysWith: { first, _ in first })
  }
}
