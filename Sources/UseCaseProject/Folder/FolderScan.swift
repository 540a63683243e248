import UseCaseModel

/// Looks through a model's folder for its files.
struct FolderScan {
  let root: String
  let disk: any FileSystem
  let scope: Scope
  /// What stays out, whatever it is.
  let exclude: PathPatterns
  private(set) var files: [String] = []
  /// In no order.
  private(set) var pictures: [String] = []
  private(set) var leftOut: [String] = []
  /// The folders below that are models of their own.
  private(set) var models: [String] = []
  /// Links wait until everything that lies in the folder itself is known.
  private var links: [String] = []
  /// What was seen, by its path without links: each file and folder counts once.
  private var seen: Set<String> = []

  /// Which of the folders below count.
  enum Scope {
    /// What belongs to one model: other models stay out, links inside the folder are followed.
    case model
    /// What lies there as a file of its own, whichever model it belongs to.
    case everything
  }

  /// What tools fill and nobody writes in.
  static let buildFolders: Set<String> = ["node_modules", "build", "dist", "_site"]

  static func isModelFile(_ name: String) -> Bool {
    name.hasSuffix(".usecase") && !name.hasPrefix(".")
  }

  init(
    root: String, disk: any FileSystem, scope: Scope = .model, exclude: [String] = []
  ) {
    self.root = root
    self.disk = disk
    self.scope = scope
    self.exclude = PathPatterns(exclude)
  }

  mutating func run() throws(ProjectError) {
    try scan("")
    while scope == .model, !links.isEmpty {
      // In an order of their own, because a folder names its entries in none.
      let found = links.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
      links = []
      for link in found { try follow(link) }
    }
    files.sort { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    leftOut.sort { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    models.sort { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }

  private mutating func scan(_ start: String) throws(ProjectError) {
    var waiting = [start]
    while let folder = waiting.popLast() {
      let resolved = try disk.resolve(folder.isEmpty ? root : Path.join(root, folder))
      guard seen.insert(resolved).inserted else { continue }
      let entries = try disk.entries(of: resolved)
      // What the compiler wrote is no source, wherever it stands.
      if scope == .model, entries.contains(where: { $0.name == OutputManifest.fileName }) {
        continue
      }
      if scope == .model, !folder.isEmpty, entries.contains(where: { $0.name == Settings.fileName })
      {
        models.append(folder)
        continue
      }
      for entry in entries where !entry.name.hasPrefix(".") {
        let name = Path.join(folder, entry.name)
        guard !exclude.contains(name) else { continue }
        switch entry.kind {
        case .folder:
          guard !FolderScan.buildFolders.contains(entry.name) else { continue }
          if entry.isReadable { waiting.append(name) } else { leftOut.append(name) }
        case .file: try add(entry, name, in: resolved)
        case .symbolicLink: links.append(name)
        case .other: break
        }
      }
    }
  }

  private mutating func add(
    _ entry: FolderEntry, _ name: String, in folder: String
  ) throws(ProjectError) {
    guard FolderScan.isModelFile(entry.name) else {
      if entry.isReadable, ImagePlace.isPicture(entry.name) { pictures.append(name) }
      return
    }
    let resolved = Path.join(folder, entry.name)
    guard entry.isReadable else {
      throw ProjectError("the name of '\(resolved)' is no UTF-8", help: "rename it")
    }
    if seen.insert(resolved).inserted { files.append(name) }
  }

  /// Takes in what a link leads to, where that lies in the model's folder and is not there yet.
  private mutating func follow(_ link: String) throws(ProjectError) {
    let path = Path.join(root, link)
    guard let target = try? disk.resolve(path), Path.isInside(target, root) else {
      leftOut.append(link)
      return
    }
    guard !seen.contains(target) else { return }
    switch disk.kind(of: target) {
    case .folder: try scan(link)
    case .file:
      guard FolderScan.isModelFile(Path.name(of: link)) else { return }
      seen.insert(target)
      files.append(link)
    case .symbolicLink, .other, nil: break
    }
  }
}
