import ArgumentParser
import UseCaseDiagrams
import UseCaseManual
import UseCaseModel
import UseCaseProject
import UseCaseSyntax

/// Shows what a stage of the compiler makes of a file.
struct DebugCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "debug", abstract: "Shows what each stage makes of a file.",
    discussion: "The layout is for people and may change; offsets count bytes.")

  enum Stage: String, CaseIterable {
    case tokens, tree, roles, model, graph, dot, timings, reference
  }

  @Argument(
    help: """
      The stage: tokens, tree, roles, what editors colour; model, graph, dot; timings, of each \
      rule and of edits; or reference, for a page of the manual.
      """,
    completion: .list(Stage.allCases.map(\.rawValue)), transform: chosen)
  var stage: Stage

  @Argument(
    help: """
      A file, or '-' for standard input; for all but 'tokens', 'tree' and 'roles' also a folder. For \
      'reference': rules or language.
      """,
    completion: .file(extensions: ["usecase"]))
  var file: String

  func run() throws {
    switch stage {
    case .tokens:
      let source = try source()
      try Console.write(outline(tokenize(source), of: source))
    case .tree: try Console.write(outline(UseCaseSyntax.parse(source())))
    case .roles:
      let tree = UseCaseSyntax.parse(try source())
      try Console.write(outline(roles(of: tree), of: tree.source))
    case .model: try Console.write(model().outline)
    case .graph: try Console.write(model().graphOutline)
    case .dot:
      // Charts have no graph, and are passed over.
      for request in DiagramCatalog.requests(in: try model()) {
        if let dot = try? DiagramCatalog.dot(of: request) { try Console.write(dot) }
      }
    case .reference: try Console.write(reference())
    case .timings: try Console.write(Timings(of: try model()).text)
    }
  }

  private func reference() throws -> String {
    switch file {
    case "rules": return Manual.rulesReference()
    case "language": return Manual.languageReference()
    default: throw ValidationError("there is a reference of 'rules' and one of the 'language'")
    }
  }

  private func source() throws -> SourceText {
    file == "-"
      ? SourceText(path: "<stdin>", bytes: try Disk().readStandardInput())
      : SourceText(path: file, bytes: try Disk().read(file))
  }

  private func model() throws -> Model {
    guard file != "-" else { return Compilation([try source()]).model }
    return try Compilation(ModelFolder(at: file, on: Disk()), on: Disk()).model
  }
}
