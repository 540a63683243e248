import UseCaseModel
import UseCaseProject
import UseCaseRules
import UseCaseSyntax

/// A model that documents of the client belong to, at its latest version.
final class ServedModel {
  /// The folder that holds it; the path of its only text where it stands in none.
  let root: String
  /// Counts the versions.
  private(set) var version = 0
  private var latest: EditedModel
  /// Texts that are not part of the latest version yet, by their paths in the model.
  private var waiting: [String: SourceText] = [:]
  /// Findings that are known and not told again.
  private let baseline: Baseline?
  /// By absolute path without links: the path in the model.
  private let paths: [String: String]
  private let locations: [String: String]
  private var lines: [String: (tree: SyntaxTree, text: ClientText)] = [:]
  /// The version about whose elements the latest findings speak, and the one about all of which
  /// they do.
  private(set) var elementsVersion = -1
  private(set) var wholeVersion = -1

  init(root: String, _ model: EditedModel, knowing baseline: Baseline?, on disk: any FileSystem) {
    self.root = root
    self.baseline = baseline
    latest = model
    var paths: [String: String] = [:]
    var locations: [String: String] = [:]
    for tree in model.model.trees {
      let path = tree.source.path
      let location =
        model.folder.path.isEmpty
        ? path : located(Path.join(model.folder.path, path), on: disk)
      paths[location] = path
      locations[path] = location
    }
    self.paths = paths
    self.locations = locations
  }

  /// Whether it is made of a single text that belongs to no folder's model.
  var isAlone: Bool { latest.folder.path.isEmpty }

  var folder: ModelFolder { latest.folder }

  /// Whether a check of all of it takes no longer than a keystroke may.
  var isSmall: Bool {
    current.model.trees.reduce(0) { $0 + $1.source.bytes.count } < ServedModel.smallSize
  }

  private static let smallSize = 200_000

  /// How the model calls a file; nil where that is no part of it.
  func path(ofFileAt location: String) -> String? { paths[location] }

  /// Where a file of the model lies.
  func location(of path: String) -> String { locations[path] ?? path }

  // MARK: Versions

  /// The newest version, with all texts that were set.
  var current: EditedModel {
    if !waiting.isEmpty {
      latest = latest.replacing(Array(waiting.values))
      waiting = [:]
    }
    return latest
  }

  var model: Model { current.model }

  /// Gives a file of the model another text.
  func set(_ bytes: [UInt8], ofFileAt location: String) {
    guard let path = paths[location] else { return }
    waiting[path] = SourceText(path: path, bytes: bytes)
    version += 1
  }

  func tree(of path: String) -> SyntaxTree? {
    model.trees.first { $0.source.path == path }
  }

  /// A file's text with its lines, kept until the text changes.
  func text(of tree: SyntaxTree, _ encoding: PositionEncoding, isFromClient: Bool) -> ClientText {
    let path = tree.source.path
    if let known = lines[path], known.tree === tree { return known.text }
    let text = ClientText(tree.source, encoding, isFromClient: isFromClient)
    lines[path] = (tree, text)
    return text
  }

  // MARK: Findings

  /// What was found latest in each file of its own, but for what is known already.
  var reports: [(path: String, findings: [Diagnostic])] {
    let files = latest.checked?.files ?? []
    guard let baseline else { return files.map { ($0.tree.source.path, $0.findings) } }
    let comparison = baseline.compare(files.flatMap(\.findings), asked: latest.rules)
    let new = Dictionary(grouping: comparison.new, by: \.place.path)
    return files.map { ($0.tree.source.path, new[$0.tree.source.path] ?? []) }
  }

  /// The same of one file.
  func findings(in path: String) -> [Diagnostic] {
    guard baseline == nil else { return reports.first { $0.path == path }?.findings ?? [] }
    return latest.checked?.files.first { $0.tree.source.path == path }?.findings ?? []
  }

  /// Whether there is nothing to be told at once: a model that was never checked is checked as a
  /// whole first, because what is found about elements only would be news that do not last.
  var isElementsChecked: Bool { elementsVersion == version || latest.checked == nil }
  /// Whether anything was looked for already, in this version or in one before.
  var hasFindings: Bool { latest.checked != nil }

  /// The newest version, checked.
  func checkedCompilation() -> Compilation {
    checkAll()
    return latest.compilation()
  }

  var isChecked: Bool { wholeVersion == version }

  func checkElements() {
    latest = current.with(current.checkingElements())
    elementsVersion = version
  }

  /// Checks everything at once, where that was not done yet.
  func checkAll() {
    guard !isChecked else { return }
    latest = current.with(current.checkingAll())
    (elementsVersion, wholeVersion) = (version, version)
  }

  /// Takes in what was found about a version; false where there is a newer one, or the model was read
  /// again in the meantime.
  func take(_ checked: CheckedModel, of version: Int) -> Bool {
    guard version == self.version, checked.model === current.model else { return false }
    latest = current.with(checked)
    (elementsVersion, wholeVersion) = (version, version)
    return true
  }
}
