/// The list of what the compiler wrote into a folder, which stands in the folder itself.
public struct OutputManifest: Sendable {
  /// What a folder is for: a run that writes something else does not take it over.
  public enum Contents: String, Sendable, CaseIterable {
    case site = "output"
    case diagrams
  }

  static let fileName = ".usecase-manifest"

  /// Paths in the folder.
  let files: Set<String>
  private let path: String
  private let header: String

  /// Reads the manifest of a folder, if there is one.
  init(in folder: String, of contents: Contents) throws(ProjectError) {
    path = Path.join(folder, OutputManifest.fileName)
    header = OutputManifest.header(contents)
    guard Disk().kind(of: path) == .file else {
      files = []
      return
    }
    let text = String(decoding: try Disk().read(path), as: UTF8.self)
    let lines = text.split(separator: "\n").map(String.init)
    guard lines.first == header else {
      throw OutputManifest.foreign(path, lines.first, folder, contents)
    }
    files = Set(lines.dropFirst().filter(OutputManifest.isSafe))
  }

  private static func header(_ contents: Contents) -> String { "usecase \(contents.rawValue) 1" }

  private static func foreign(
    _ path: String, _ header: String?, _ folder: String, _ contents: Contents
  ) -> ProjectError {
    let other = Contents.allCases.first { $0 != contents && header == OutputManifest.header($0) }
    return switch other {
    case .site: ProjectError("'\(folder)' holds a site", help: "choose another folder for diagrams")
    case .diagrams:
      ProjectError("'\(folder)' holds diagrams", help: "choose another folder for the site")
    case nil:
      ProjectError(
        "'\(path)' was written by another version of usecase",
        help: "remove the folder '\(folder)'")
    }
  }

  func write(_ files: Set<String>) throws(ProjectError) {
    let lines = [header] + files.sorted()
    try Disk().write(Array((lines.joined(separator: "\n") + "\n").utf8), to: path)
  }

  /// A manifest that somebody changed never leads out of the folder, nor to the compiler's own files.
  private static func isSafe(_ file: String) -> Bool {
    !file.hasPrefix("/") && !file.hasPrefix(".usecase")
      && !file.split(separator: "/").contains("..")
  }
}
