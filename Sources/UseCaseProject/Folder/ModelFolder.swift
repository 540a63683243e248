/// The folder of a model, found from a path in it, with the names of its files.
public struct ModelFolder: Sendable {
  /// Absolute, links resolved.
  public let path: String
  public let settings: Settings
  /// Whether a settings file makes it a model's folder, not only the path that was given.
  public let hasSettings: Bool
  /// The model's files, relative to the folder, in bytewise order.
  public let files: [String]
  /// The links in the folder that were not followed, relative to it.
  public let leftOut: [String]

  /// No folder at all, for texts that were never in one.
  init(files: [String]) {
    path = ""
    settings = Settings()
    hasSettings = false
    self.files = files
    leftOut = []
  }

  /// Finds the model that a file or folder belongs to.
  public init(at path: String, on disk: any FileSystem) throws(ProjectError) {
    let resolved = try disk.resolve(path)
    let isFolder = disk.kind(of: resolved) == .folder
    if !isFolder {
      guard disk.kind(of: resolved) == .file else {
        throw ProjectError("'\(path)' is neither a file nor a folder")
      }
      guard FolderScan.isModelFile(Path.name(of: resolved)) else {
        throw ProjectError("'\(path)' is no '.usecase' file")
      }
    }
    let start = isFolder ? resolved : Path.parent(of: resolved)
    let root = try ModelFolder.root(above: start, on: disk)
    self = try ModelFolder(root: root ?? start, named: path, hasSettings: root != nil, on: disk)
    if !isFolder, !files.contains(Path.relative(resolved, from: self.path)) {
      throw ProjectError(
        "'\(path)' does not belong to the model in '\(self.path)'",
        help: """
          hidden folders, build folders, folders with their own settings and what 'exclude' names \
          are left out
          """)
    }
  }

  /// Reads a folder that is known to be a model's; `name` is what messages call it.
  init(
    root: String, named name: String, hasSettings: Bool, on disk: any FileSystem
  ) throws(ProjectError) {
    path = root
    self.hasSettings = hasSettings
    settings = hasSettings ? try Settings(ofModelIn: root, on: disk) : Settings()
    var scan = FolderScan(root: root, disk: disk, exclude: settings[SettingKeys.exclude])
    try scan.run()
    files = scan.files
    leftOut = scan.leftOut
    guard !files.isEmpty else {
      let models = scan.models.prefix(5).map { "'\(Path.join(name, $0))'" }
      throw ProjectError(
        "there are no '.usecase' files in '\(name)'",
        help: models.isEmpty
          ? nil : "name one of the models in it: \(models.joined(separator: ", "))")
    }
  }

  /// The nearest folder upwards with settings, up to the repository's.
  fileprivate static func root(
    above start: String, on disk: any FileSystem
  ) throws(ProjectError) -> String? {
    var folder = start
    while true {
      switch disk.kind(of: Path.join(folder, Settings.fileName)) {
      case .file, .symbolicLink: return folder
      case .folder, .other, nil: break
      }
      guard disk.kind(of: Path.join(folder, ".git")) == nil, folder != "/" else { return nil }
      folder = Path.parent(of: folder)
    }
  }
}

extension Settings {
  fileprivate init(ofModelIn root: String, on disk: any FileSystem) throws(ProjectError) {
    let file = Path.join(root, Settings.fileName)
    self = try Settings(try disk.read(file), path: file)
  }

  /// The settings in force at a path, whether or not there is a model yet, and the folder that
  /// their file stands in; nil where there is none.
  public static func inForce(
    at path: String, on disk: any FileSystem
  ) throws(ProjectError) -> (settings: Settings, folder: String?) {
    let resolved = try disk.resolve(path)
    let start = disk.kind(of: resolved) == .folder ? resolved : Path.parent(of: resolved)
    guard let root = try ModelFolder.root(above: start, on: disk) else { return (Settings(), nil) }
    return (try Settings(ofModelIn: root, on: disk), root)
  }
}
