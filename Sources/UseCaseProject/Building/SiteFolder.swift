import UseCaseSite
import UseCaseSyntax

/// What a team adds to its site, read from its files.
struct SiteFolder {
  private(set) var look = SiteLook()
  /// Files that are taken over as they are.
  private(set) var files: [OutputFile] = []

  /// The endings of files that browsers show as pictures.
  private static let pictureEndings = ["svg", "png", "jpg", "jpeg", "gif", "webp"]

  private let folder: ModelFolder
  private let disk: any FileSystem

  /// Reads what the settings of a folder name; throws where one of the files is not there, lies
  /// outside the folder, or is none that a page can show.
  init(_ folder: ModelFolder, on disk: any FileSystem) throws(ProjectError) {
    self.folder = folder
    self.disk = disk
    let settings = folder.settings
    look.title = settings[SiteSettings.title]
    look.accent = settings[SiteSettings.accent].flatMap { Colour($0) }
    look.footer = settings[SiteSettings.footer]
    look.source = settings[SiteSettings.source]
    if let logo = settings[SiteSettings.logo] { try addLogo(logo) }
    for page in settings[SiteSettings.pages] {
      let text = String(decoding: try read(page, for: SiteSettings.pages.path), as: UTF8.self)
      look.pages.append(SiteLook.ExtraPage(name: SiteFolder.stem(of: page), markdown: text))
    }
  }

  private mutating func addLogo(_ logo: String) throws(ProjectError) {
    let ending = Path.name(of: logo).split(separator: ".").last.map { $0.lowercased() } ?? ""
    guard SiteFolder.pictureEndings.contains(ending) else {
      throw error(SiteSettings.logo.path, "'\(logo)' is no picture that a page can show")
    }
    let path = "assets/logo." + ending
    files.append(OutputFile(path: path, bytes: try read(logo, for: SiteSettings.logo.path)))
    look.logo = path
  }

  /// Reads a file below the model's folder, wherever links lead.
  private func read(_ file: String, for setting: [String]) throws(ProjectError) -> [UInt8] {
    let resolved: String
    do throws(ProjectError) {
      resolved = try disk.resolve(Path.join(folder.path, file))
    } catch {
      throw self.error(setting, "there is no file '\(file)'")
    }
    let root = try disk.resolve(folder.path.isEmpty ? "." : folder.path)
    guard resolved.hasPrefix(root.hasSuffix("/") ? root : root + "/") else {
      throw error(setting, "'\(file)' leads out of the model's folder")
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
