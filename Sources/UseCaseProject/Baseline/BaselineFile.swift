import UseCaseRules
import UseCaseSyntax

/// The file in which a model's known findings stand.
public struct BaselineFile: Sendable {
  /// What messages call it.
  public let name: String
  private let path: String
  /// Whether somebody has named it, so that it must be there to be read.
  private let isNamed: Bool

  /// A file that the user names.
  public init(at path: String) {
    name = path
    self.path = path
    isNamed = true
  }

  /// The file that a model's settings name, or the one that needs no naming; `shown` puts a path in
  /// the model's folder as messages call it.
  public init(
    of folder: ModelFolder, shown: (String) -> String, on disk: any FileSystem
  ) throws(ProjectError) {
    let file = folder.settings[SettingKeys.baseline]
    name = shown(file)
    path = Path.join(folder.path, file)
    isNamed = folder.settings.line(of: SettingKeys.baseline.path) != nil
    try refuseOutside(folder, on: disk)
  }

  /// Settings that somebody else wrote lead nowhere else, not by links either.
  private func refuseOutside(
    _ folder: ModelFolder, on disk: any FileSystem
  ) throws(ProjectError) {
    for place in [path, Path.parent(of: path)] {
      guard let resolved = try? disk.resolve(place) else { continue }
      guard Path.isInside(resolved, folder.path) else {
        throw ProjectError("the baseline '\(name)' leads out of the model's folder")
      }
    }
  }

  /// Nil where there is none, and none is named.
  public func read(on disk: any FileSystem) throws(ProjectError) -> Baseline? {
    guard disk.kind(of: path) != nil else {
      guard isNamed else { return nil }
      throw ProjectError(
        "there is no baseline '\(name)'", help: "'usecase check --write-baseline' writes one")
    }
    let bytes = try disk.read(path)
    do throws(BaselineError) {
      return try Baseline(parsing: bytes)
    } catch {
      let place = "\(error.position.line):\(error.position.column)"
      throw ProjectError("\(name):\(place): \(error.message)", help: error.help)
    }
  }

  /// Writes it, all of it or nothing; never over a file that is something else.
  public func write(_ baseline: Baseline, on disk: Disk) throws(ProjectError) {
    if disk.kind(of: path) == .file {
      let bytes = try disk.read(path)
      // Half of a merge, or one of a newer version, may be written again.
      guard bytes.isEmpty || BaselineFile.looksLikeOne(bytes) else {
        throw ProjectError("'\(name)' is no baseline, so it is not written over")
      }
    }
    let text = Array(baseline.text.utf8)
    guard text.count <= Baseline.largest else {
      throw ProjectError(
        "\(baseline.count) findings are more than a baseline holds",
        help: "switch off the rules that speak most; '--statistics' names them")
    }
    try disk.write(text, to: path)
  }

  private static func looksLikeOne(_ bytes: [UInt8]) -> Bool {
    let sign = Array("\"baseline\"".utf8)
    let start = bytes.prefix(1_000)
    return start.indices.contains { start[$0...].starts(with: sign) }
  }
}
