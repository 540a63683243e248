import UseCaseComparison
import UseCaseModel
import UseCaseProject
import UseCaseRules
import UseCaseSyntax

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Which version of a model is meant: a path on the disk, or `git:REVISION[:PATH]`.
enum ModelSpecification {
  case disk(String)
  /// Without a path, the place of the model that it is compared with.
  case revision(String, path: String?)

  init(_ text: String) throws(ProjectError) {
    let mark = "git:"
    guard text.hasPrefix(mark) else {
      self = .disk(text)
      return
    }
    let rest = text.dropFirst(mark.count)
    // A colon within braces belongs to the revision: `HEAD@{10:30}`.
    var depth = 0
    let colon = rest.firstIndex { character in
      if character == "{" { depth += 1 }
      if character == "}" { depth -= 1 }
      return character == ":" && depth <= 0
    }
    let revision = String(rest[..<(colon ?? rest.endIndex)])
    guard !revision.isEmpty else {
      throw ProjectError(
        "'\(text)' names no revision", help: "such as 'git:HEAD~1' or 'git:main:path/to/model'")
    }
    self = .revision(revision, path: colon.map { String(rest[rest.index(after: $0)...]) })
  }

  /// Reads and checks the model; files that an earlier version has too are not parsed again.
  func compilation(
    beside other: ModelSpecification?, today: CalendarDate?, after earlier: Compilation? = nil
  ) throws(ProjectError) -> Compilation {
    switch self {
    case .disk(let path):
      return try Compilation(
        ModelFolder(at: path, on: Disk()), on: Disk(), today: today, after: earlier)
    case .revision(let revision, let path):
      // As git has it: `./path` begins at the current folder, any other path at the root.
      let isRelative = path.map { $0 == "." || $0.hasPrefix("./") || $0.hasPrefix("../") } ?? true
      let (folder, file) = try ModelSpecification.place(of: path == nil ? other : nil)
      let around = isRelative ? folder : try ModelSpecification.place(of: other).folder
      let repository = try Repository(
        around: around, environment: ModelSpecification.environment)
      let files = try repository.files(of: revision)
      let inRepository =
        isRelative ? Path.join(try repository.prefix(), path ?? file) : path ?? ""
      let place = Path.join("/", inRepository)
      return try Compilation(
        ModelFolder(at: place, on: files), on: files, today: today, after: earlier)
    }
  }

  /// The folder around a path on the disk, and the name of the file where it leads to one.
  private static func place(
    of specification: ModelSpecification?
  ) throws(ProjectError) -> (folder: String, file: String) {
    guard case .disk(let path) = specification else { return (".", "") }
    let resolved = try Disk().resolve(path)
    if Disk().kind(of: resolved) == .folder { return (resolved, "") }
    return (Path.parent(of: resolved), Path.name(of: resolved))
  }

  /// What git needs to find itself, its settings and objects. Where the repository is follows from the
  /// folder alone: in a hook `GIT_DIR` may be relative to another one.
  private static var environment: [String] {
    let names = [
      "PATH", "HOME", "XDG_CONFIG_HOME", "TMPDIR", "GIT_CONFIG_GLOBAL", "GIT_CONFIG_SYSTEM",
      "GIT_CONFIG_NOSYSTEM", "GIT_CONFIG_PARAMETERS", "GIT_CEILING_DIRECTORIES",
      "GIT_OBJECT_DIRECTORY", "GIT_ALTERNATE_OBJECT_DIRECTORIES",
    ]
    return names.compactMap { name in
      getenv(name).map { name + "=" + String(cString: $0) }
    }
  }
}

extension Compilation {
  var version: ModelVersion {
    ModelVersion(model: model, findings: findings, coverage: Coverage(model, rules: rules))
  }
}
