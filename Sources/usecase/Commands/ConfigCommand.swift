import ArgumentParser
import UseCaseProject
import UseCaseSyntax

/// Says what the settings are.
struct ConfigCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "config", abstract: "Says which settings are in force.",
    discussion: """
      'show' puts everything that may be set in 'usecase.toml', with the value in force and where \
      it comes from. 'schema' puts the JSON Schema by which editors complete and check that file.
      """)

  enum Subject: String, CaseIterable {
    case show, schema
  }

  @Argument(
    help: "What to say: show, schema.", completion: .list(Subject.allCases.map(\.rawValue)),
    transform: chosen)
  var subject: Subject

  @Argument(help: "A file or folder of the model.", completion: .file(extensions: ["usecase"]))
  var path = "."

  func run() throws {
    switch subject {
    case .show:
      let (settings, folder) = try Settings.inForce(at: path, on: Disk())
      let origin =
        folder.map { "with '\(visible(Path.join($0, Settings.fileName)))'" }
        ?? "without a '\(Settings.fileName)'"
      try Console.write("# what is in force \(origin)\n" + settings.listing())
    case .schema: try Console.write(settingsJSONSchema.text() + "\n")
    }
  }
}
