import UseCaseModel
import UseCaseSite
import UseCaseSyntax

/// What a team adds to its site, read from its files: logo, pages, and pictures of elements.
struct SiteFolder {
  private(set) var look = SiteLook()
  /// Files that are taken over as they are.
  private(set) var files: [OutputFile] = []

  /// The endings of files that browsers show as pictures.
  private static let pictureEndings = ["svg", "png", "jpg", "jpeg", "gif", "webp"]

  private let folder: ModelFolder
  private let disk: any FileSystem

  /// Reads what the settings of a folder and its model name; throws where one of the files is not
  /// there, lies outside the folder, or is none that a page can show.
  init(of compilation: Compilation, on disk: any FileSystem) throws(ProjectError) {
    folder = compilation.folder
    self.disk = disk
    let settings = compilation.folder.settings
    look.title = settings[SiteSettings.title]
    look.accent = settings[SiteSettings.accent].flatMap { Colour($0) }
    look.footer = settings[SiteSettings.footer]
    look.source = settings[SiteSettings.source]
    if let logo = settings[SiteSettings.logo] { try addLogo(logo) }
    for page in settings[SiteSettings.pages] {
      let text = String(decoding: try read(page, for: SiteSettings.pages.path), as: UTF8.self)
      look.pages.append(SiteLook.ExtraPage(name: SiteFolder.stem(of: page), markdown: text))
    }
    for element in compilation.model.elements { try addImage(of: element) }
  }

  /// A picture that is not there, or not what its name says, is a finding already.
  private mutating func addImage(of element: Element) throws(ProjectError) {
    guard case .file(let image)? = element.image, look.images[image] == nil,
      folder.pictures?.contains(image) == true
    else { return }
    let bytes = try read(image) { "\(element.place.path): \($0)" }
    guard ImageFormat.isAsNamed(image, bytes) else { return }
    let path = "images/" + image
    files.append(OutputFile(path: path, bytes: bytes))
    look.images[image] = path
  }

  private func ending(of file: String) -> String {
    Path.name(of: file).split(separator: ".").last.map { $0.lowercased() } ?? ""
  }

  private mutating func addLogo(_ logo: String) throws(ProjectError) {
    let ending = ending(of: logo)
    guard SiteFolder.pictureEndings.contains(ending) else {
      throw error(SiteSettings.logo.path, "'\(logo)' is no picture that a page can show")
    }
    let path = "assets/logo." + ending
    files.append(OutputFile(path: path, bytes: try read(logo, for: SiteSettings.logo.path)))
    look.logo = path
  }

  /// Reads a file below the model's folder, wherever links lead.
  private func read(_ file: String, for setting: [String]) throws(ProjectError) -> [UInt8] {
    try read(file) { self.error(setting, $0).message }
  }

  /// The same; `say` gives a message its place.
  private func read(
    _ file: String, _ say: (String) -> String
  ) throws(ProjectError) -> [UInt8] {
    let resolved: String
    do throws(ProjectError) {
      resolved = try disk.resolve(Path.join(folder.path, file))
    } catch {
      throw ProjectError(say("there is no file '\(file)'"))
    }
    let root = try disk.resolve(folder.path.isEmpty ? "." : folder.path)
    guard resolved.hasPrefix(root.hasSuffix("/") ? root : root + "/") else {
      throw ProjectError(say("'\(file)' leads out of the model's folder"))
    }
    return try disk.read(resolved)
  }

  private func error(_ setting: [String], _ message: String) -> ProjectError {
    let line = folder.settings.line(of: setting).map { ":\($0)" } ?? ""
    let path = Path.join(folder.path, Settings.fileName)
    return ProjectError("\(path)\(line): \(message)")
  }

  /// The name of a file without its ending.
  private static func stem(of file: String) -> String {
    let name = Path.name(of: file)
    guard let dot = name.lastIndex(of: "."), dot > name.startIndex else { return name }
    return String(name[..<dot])
  }
}
