import ArgumentParser
import UseCaseDiagrams
import UseCaseProject
import UseCaseSyntax

/// Draws one diagram, or all of them.
struct DrawCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "draw", abstract: "Draws a diagram of a model, or all of them.",
    discussion: """
      Graphviz lays out journeys and what needs what, and must be installed for them; charts, tables \
      and matrices need nothing. PNG and PDF are made by librsvg, with the fonts of the machine. \
      'draw all' writes a file for each diagram into a folder and leaves alone what did not change. \
      Exits with 1 where the model has errors, with 2 where there is nothing to draw or nothing to \
      draw it with.
      """)

  @OptionGroup var diagram: DiagramOptions

  @Option(
    help: ArgumentHelp("Only this kind of 'draw all'; may be repeated.", valueName: "kind"),
    completion: .list(drawableKinds.map(\.rawValue)), transform: drawableKind)
  var only: [DiagramKind] = []

  @OptionGroup var folder: FolderOptions

  @OptionGroup var drawing: DrawingOptions

  @OptionGroup var dependencies: DependencyOptions

  func validate() throws {
    if diagram.isOfAll {
      if diagram.name != nil {
        throw ValidationError("'draw all' draws everything; it takes no name")
      }
      if diagram.output == nil {
        throw ValidationError("'draw all' needs a folder: say '-o FOLDER'")
      }
      return
    }
    let given = [
      (!only.isEmpty, "only"), (folder.printOutputs, "print-outputs"),
      (folder.noCache, "no-cache"), (folder.quiet, "quiet"),
    ].first { $0.0 }
    if let given { throw ValidationError("'--\(given.1)' goes with 'draw all'") }
    if dependencies.depfile != nil, diagram.output == nil, dependencies.depsTarget == nil {
      throw ValidationError("'--depfile' needs an output to tell about: say '-o FILE'")
    }
  }

  func run() throws {
    if diagram.isOfAll { return try drawAll(into: diagram.output ?? ".") }
    let files = ReadRecord()
    try diagram.draw(in: drawing.pool(), reading: files)
    try dependencies.write(
      outputs: diagram.output.map { [$0] } ?? [], reading: files, of: diagram.model)
  }

  private func drawAll(into output: String) throws {
    let kinds = only.isEmpty ? drawableKinds : only
    let (pictureFormat, ending) = (diagram.pictureFormat, diagram.format.rawValue)
    let diagrams = FolderOptions.Product(
      contents: .diagrams,
      request: [ending, diagram.scale.map { "\($0)" } ?? ""] + kinds.map(\.rawValue),
      paths: { compilation in
        pictureFormat == nil
          ? compilation.graphs(of: kinds).files.map(\.path)
          : compilation.diagramPaths(of: kinds, fileExtension: ending)
      },
      make: { compilation, pool, _ throws(ProjectError) in
        let built =
          if let pictureFormat {
            try compilation.diagrams(of: kinds, fileExtension: ending, in: pool) {
              picture throws(ProjectError) in try picture.file(as: pictureFormat)
            }
          } else {
            compilation.graphs(of: kinds)
          }
        guard !built.files.isEmpty || !built.problems.isEmpty else {
          throw ProjectError("the model has nothing that could be drawn")
        }
        return built
      })
    try folder.make(
      diagrams, in: output, of: diagram.model, drawing: drawing, dependencies: dependencies,
      load: diagram.load)
  }
}
