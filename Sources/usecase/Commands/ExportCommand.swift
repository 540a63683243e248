import ArgumentParser
import UseCaseExchange
import UseCaseModel
import UseCaseProject
import UseCaseSyntax

/// Puts a model into a format that other programs read.
struct ExportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "export", abstract: "Puts a model into a format that other programs read.")

  enum Format: String, CaseIterable {
    case json
    case jsonSchema = "json-schema"
  }

  @Argument(
    help: "The format: json, or json-schema for what describes it.",
    completion: .list(Format.allCases.map(\.rawValue)),
    transform: chosen)
  var format: Format

  @Argument(help: "A file or folder of the model.", completion: .file(extensions: ["usecase"]))
  var path = "."

  @Option(
    name: .shortAndLong, help: ArgumentHelp("Write to this file.", valueName: "file"),
    completion: .file())
  var output: String?

  func run() throws {
    let text =
      switch format {
      case .json: modelDocument(of: try model()).text() + "\n"
      case .jsonSchema: modelDocumentJSONSchema.text() + "\n"
      }
    if let output {
      try Disk().write(Array(text.utf8), to: output)
    } else {
      try Console.write(text)
    }
  }

  private func model() throws -> Model {
    try Compilation(ModelFolder(at: path, on: Disk()), on: Disk()).model
  }
}
