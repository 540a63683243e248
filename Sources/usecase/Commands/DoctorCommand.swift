import ArgumentParser
import Graphviz
import Rsvg
import UseCaseProject
import UseCaseSyntax

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Says what is installed, and whether that is all that a model needs.
struct DoctorCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "doctor", abstract: "Says what is installed, and what the models here need of it.",
    discussion: """
      Runs no other program and changes nothing. Exits with 1 where something is missing that the \
      models need, with 2 where they could not be read.
      """)

  @Argument(help: "A file or folder of the model.", completion: .file(extensions: ["usecase"]))
  var path = "."

  func run() throws {
    try line("usecase", UseCaseCommand.configuration.version)
    try line("Swift library", DoctorCommand.swiftLibrary)
    let graphviz = Result { () throws(GraphvizError) in try installation() }
    switch graphviz {
    case .success(let found):
      try line("Graphviz", "\(found.version ?? "of unknown version"), \(found.path ?? "")")
    case .failure(let error): try line("Graphviz", "\(error)")
    }
    let rsvg = Result { () throws(RsvgError) in try installedVersion() }
    switch rsvg {
    case .success(let version): try line("librsvg", "\(version), for PNG and PDF")
    case .failure(let error): try line("librsvg", "\(error)")
    }
    for (name, stream) in [("standard output", STDOUT_FILENO), ("standard error", STDERR_FILENO)] {
      let (isColored, reason) = ColorChoice.auto.decision(stream)
      try line("colours", "\(isColored ? "on" : "off") for \(name): \(reason)")
    }
    let missing = try describeModels(hasGraphviz: (try? graphviz.get()) != nil)
    if missing { throw ExitCode(1) }
  }

  /// Whether something is missing that a model needs.
  private func describeModels(hasGraphviz: Bool) throws -> Bool {
    let (_, settings) = try Settings.inForce(at: path, on: Disk())
    try line("settings", settings.map { Path.join($0, Settings.fileName) } ?? "none, defaults hold")
    let folders = try ModelFolder.allIfAny(at: path, on: Disk())
    if folders.isEmpty { try line("model", "none in '\(path)'; 'usecase init' writes one") }
    var isMissing = false
    for folder in folders {
      let count = folder.files.count
      try line("model", "\(folder.path), \(count) file\(count == 1 ? "" : "s")")
      let kinds = try Compilation(folder, on: Disk(), rules: []).kindsNeedingGraphviz
      guard !kinds.isEmpty else { continue }
      let names = kinds.map { "'\($0.rawValue)'" }.joined(separator: ", ")
      try line("", "needs Graphviz for diagrams of kind \(names)\(hasGraphviz ? "" : ": missing")")
      isMissing = isMissing || !hasGraphviz
    }
    return isMissing
  }

  private func line(_ name: String, _ text: String) throws {
    let padding = String(repeating: " ", count: max(0, 15 - name.count))
    try Console.write(visible("\(name)\(padding)\(text)") + "\n")
  }

  /// Whether the library of the language is part of the program, or where it was loaded from.
  private static var swiftLibrary: String {
    #if canImport(Darwin)
      "part of the system"
    #else
      // Not loaded by this: only found where it is loaded already.
      guard let library = dlopen("libswiftCore.so", RTLD_LAZY | RTLD_NOLOAD) else {
        return "part of the program"
      }
      dlclose(library)
      return "loaded at every start, which takes milliseconds"
    #endif
  }
}
