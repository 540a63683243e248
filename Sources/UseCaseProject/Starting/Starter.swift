import UseCaseSyntax

/// A file that a beginning consists of; its path as the person who asked would write it.
public struct StarterFile: Sendable {
  public private(set) var path: String
  public let text: String

  init(_ path: String, _ text: String) {
    self.path = path
    self.text = text
  }

  fileprivate func inside(_ folder: String) -> StarterFile {
    var copy = self
    copy.path = folder == "." ? path : Path.join(folder, path)
    return copy
  }
}

/// What somebody who has no model yet begins with.
public struct Starter: Sendable {
  /// The folder of the model, as it was given.
  public let folder: String
  public let files: [StarterFile]

  /// Puts together a model for a folder and, at the root of the repository that the folder lies in,
  /// what else is wanted; writes nothing. `day` is that of the model's invented figures.
  public init(
    in folder: String, on day: CalendarDate, hooks: Bool = false, buildServer: BuildServer? = nil,
    disk: any FileSystem
  ) throws(ProjectError) {
    let trimmed =
      folder.utf8.count > 1 && folder.hasSuffix("/") ? String(folder.dropLast()) : folder
    self.folder = trimmed
    var files = StarterModel.files(on: day).map { $0.inside(trimmed) }
    if hooks || buildServer != nil {
      let place = try Starter.absolute(trimmed, on: disk)
      let root = try Starter.repository(around: place, on: disk) ?? place
      let current = try disk.resolve(".")
      let shown = root == place ? trimmed : Path.relative(root, from: current)
      let model = Path.relative(place, from: root)
      let more = [
        hooks ? HookFile.preCommit : nil,
        buildServer?.file(forModelIn: model.isEmpty ? "." : model),
      ]
      files += more.compactMap { $0?.inside(shown.isEmpty ? "." : shown) }
    }
    self.files = files
  }

  /// Writes all files, or none where one of them is there already.
  public func write(to disk: Disk) throws(ProjectError) {
    try refuseExisting(on: disk)
    for file in files {
      try OutputFolder.makeFolders(Path.parent(of: file.path))
      try disk.write(Array(file.text.utf8), to: file.path)
    }
  }

  private func refuseExisting(on disk: Disk) throws(ProjectError) {
    var existing = files.map(\.path).filter { disk.kind(of: $0) != nil }
    if disk.kind(of: folder) == .folder {
      // A file of another name would become part of the model that is written here.
      for entry in try disk.entries(of: folder) where FolderScan.isModelFile(entry.name) {
        let path = folder == "." ? entry.name : Path.join(folder, entry.name)
        if !existing.contains(path) { existing.append(path) }
      }
    }
    guard !existing.isEmpty else { return }
    let names = existing.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }.map { "'\($0)'" }
    let shown = names.prefix(5).joined(separator: ", ")
    let rest = names.count > 5 ? " and \(names.count - 5) more" : ""
    throw ProjectError(
      "nothing was written, because there is \(shown)\(rest) already",
      help: "name another folder: 'usecase init FOLDER'")
  }

  /// The absolute path of something that may be missing.
  private static func absolute(
    _ path: String, on disk: any FileSystem
  ) throws(ProjectError) -> String {
    var missing: [String] = []
    var existing = path
    while disk.kind(of: existing) == nil, existing != ".", existing != "/" {
      missing.append(Path.name(of: existing))
      existing = Path.parent(of: existing)
    }
    return missing.reversed().reduce(try disk.resolve(existing), Path.join)
  }

  /// The nearest folder upwards that is a repository's.
  private static func repository(
    around folder: String, on disk: any FileSystem
  ) throws(ProjectError) -> String? {
    var folder = folder
    while disk.kind(of: Path.join(folder, ".git")) == nil {
      guard folder != "/" else { return nil }
      folder = Path.parent(of: folder)
    }
    return folder
  }
}
