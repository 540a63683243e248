import UseCasePreview
import UseCaseProject

/// A site that is made while browsers look at it.
struct ServedSite {
  private var draft: SiteDraft
  /// The paths of the files that are still to be made, in the order in which they are.
  var rest: [String] { paths[next...].filter { !made.contains($0) } }
  private let paths: [String]
  private let known: Set<String>
  /// What stands before this place is made.
  private var next = 0
  /// What was made before its turn.
  private var made: Set<String> = []
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
    paths = draft.paths
    known = Set(paths)
    count = paths.count
    self.start = start
    self.summary = summary
  }

  /// What has to be there before anything is shown: the pages that browsers show, and what all pages
  /// load.
  func first(of wanted: Set<String>) -> [String] {
    paths.filter { wanted.contains($0) || $0.hasSuffix(".css") || $0.hasSuffix("site.js") }
  }

  /// What to make next: what browsers wait for, else some of the rest.
  func next(of wanted: Set<String>) -> [String] {
    let asked = wanted.filter { known.contains($0) && !made.contains($0) }.sorted()
    let others = paths[next...].lazy.filter { !made.contains($0) }
    return asked.isEmpty ? Array(others.prefix(ServedSite.step)) : asked
  }

  var isMade: Bool { next == paths.count }

  mutating func make(
    _ paths: [String], in pool: DrawingPool
  ) throws(ProjectError) -> BuiltFiles {
    let files = try draft.make(paths, in: pool)
    made.formUnion(paths)
    while next < count, made.contains(self.paths[next]) { next += 1 }
    return files
  }
}

extension BuiltFiles {
  /// By path.
  var contents: [String: [UInt8]] {
    Dictionary(files.map { ($0.path, $0.bytes) }, uniquingKeysWith: { first, _ in first })
  }
}
