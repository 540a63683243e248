/// The folder of a model, found from a path in it, with the names of its files.
public struct ModelFolder: Sendable {
  /// Absolute, links resolved.
  public let path: String
  public let settings: Settings
  /// Whether a settings file makes it a model's folder, not only the path that was given.
  public let hasSettings: Bool
  /// The model's files, relative to the folder, in bytewise order.
  public let files: [String]
  /// The paths of the pictures in the folder, relative to it; nil where there is no folder.
  let pictures: Set<String>?
  /// The links in the folder that were not followed, relative to it.
  public let leftOut: [String]
  /// The folders below that are models of their own, relative to it.
  let models: [String]

  /// No folder at all, for texts that were never in one.
  init(files: [String]) {
    path = ""
    settings = Settings()
    hasSettings = false
    self.files = files
    pictures = nil
    leftOut = []
    models = []
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
    try self.init(scanning: root, hasSettings: hasSettings, on: disk)
    guard !files.isEmpty else {
      let models = models.prefix(5).map { "'\(name == "." ? $0 : Path.join(name, $0))'" }
      throw ModelFolder.empty(
        name,
        help: models.isEmpty
          ? nil : "name one of the models in it: \(models.joined(separator: ", "))")
    }
  }

  /// Reads a folder, whether or not there are files in it.
  private init(
    scanning root: String, hasSettings: Bool, on disk: any FileSystem
  ) throws(ProjectError) {
    path = root
    self.hasSettings = hasSettings
    settings = hasSettings ? try Settings(ofModelIn: root, on: disk) : Settings()
    var scan = FolderScan(root: root, disk: disk, exclude: settings[SettingKeys.exclude])
    try scan.run()
    files = scan.files
    pictures = Set(scan.pictures)
    leftOut = scan.leftOut
    models = scan.models
  }

  /// The models that a path stands for: the one that it belongs to and, where it is a folder, those
  /// that are models of their own below it. Sorted by their folders.
  public static func all(
    at path: String, on disk: any FileSystem
  ) throws(ProjectError) -> [ModelFolder] {
    let found = try allIfAny(at: path, on: disk)
    guard !found.isEmpty else { throw empty(path) }
    return found
  }

  /// The same; none where there are no files.
  public static func allIfAny(
    at path: String, on disk: any FileSystem
  ) throws(ProjectError) -> [ModelFolder] {
    let start = try disk.resolve(path)
    guard disk.kind(of: start) == .folder else { return [try ModelFolder(at: path, on: disk)] }
    let root = try root(above: start, on: disk)
    var found: [ModelFolder] = []
    var waiting = [root ?? start]
    while let folder = waiting.popLast() {
      let hasSettings = folder != start || root != nil
      let model = try ModelFolder(scanning: folder, hasSettings: hasSettings, on: disk)
      // Settings without files may group the models below them, or say what is left out.
      if !model.files.isEmpty { found.append(model) }
      for below in model.models {
        let resolved = try disk.resolve(Path.join(folder, below))
        if Path.isInside(resolved, start) { waiting.append(resolved) }
      }
    }
    return found.sorted { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }
  }

  private static func empty(_ name: String, help: String? = nil) -> ProjectError {
    ProjectError(
      "there are no '.usecase' files in '\(name)'",
      help: help ?? "'usecase init' writes a small model to begin with")
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
