import ArgumentParser
import UseCaseDiagrams
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

  enum Format: String, CaseIterable {
    case svg, png, pdf, dot

    static var list: String { allCases.map(\.rawValue).joined(separator: ", ") }
  }

  @Argument(
    help: """
      The kind of diagram, the name of a view in the model, or all. Kinds: \
      \(drawableKinds.map(\.rawValue).joined(separator: ", ")).
      """,
    completion: .list(drawableKinds.map(\.rawValue) + ["view", allKinds]))
  var kind: String

  @Argument(
    help: "What it is about: the name of a use case, a journey, a system, a view …",
    completion: .subjectsOfDiagram)
  var name: String?

  @Option(
    name: .shortAndLong,
    help: ArgumentHelp("A file or folder of the model.", valueName: "path"),
    completion: .file(extensions: ["usecase"]))
  var model = "."

  @Option(
    name: .shortAndLong,
    help: ArgumentHelp("How the diagram is written: \(Format.list).", valueName: "format"),
    completion: .list(Format.allCases.map(\.rawValue)), transform: chosen)
  var format = Format.svg

  @Option(
    help: ArgumentHelp(
      "How many pixels a point of a PNG has, 2 for fine screens.", valueName: "number"))
  var scale: Double?

  @Option(
    name: .shortAndLong,
    help: ArgumentHelp(
      "Write to this file, otherwise to standard output; the folder of 'draw all'.",
      valueName: "path"),
    completion: .file())
  var output: String?

  @Option(
    help: ArgumentHelp("Only this kind of 'draw all'; may be repeated.", valueName: "kind"),
    completion: .list(drawableKinds.map(\.rawValue)), transform: drawableKind)
  var only: [DiagramKind] = []

  @OptionGroup var folder: FolderOptions

  @OptionGroup var drawing: DrawingOptions

  @OptionGroup var dependencies: DependencyOptions

  func validate() throws {
    try validateScale()
    if kind == allKinds {
      if name != nil { throw ValidationError("'draw all' draws everything; it takes no name") }
      if output == nil { throw ValidationError("'draw all' needs a folder: say '-o FOLDER'") }
      return
    }
    let given = [
      (!only.isEmpty, "only"), (folder.printOutputs, "print-outputs"),
      (folder.noCache, "no-cache"), (folder.quiet, "quiet"),
    ].first { $0.0 }
    if let given { throw ValidationError("'--\(given.1)' goes with 'draw all'") }
    if dependencies.depfile != nil, output == nil, dependencies.depsTarget == nil {
      throw ValidationError("'--depfile' needs an output to tell about: say '-o FILE'")
    }
  }

  private func validateScale() throws {
    guard let scale else { return }
    guard format == .png else {
      throw ValidationError("only a PNG has pixels: '--scale' goes with '--format png'")
    }
    guard scale >= 0.1, scale <= 10 else {
      throw ValidationError("'--scale' is a number from 0.1 to 10")
    }
  }

  func run() throws {
    if kind == allKinds { try drawAll(into: output ?? ".") } else { try drawOne() }
  }

  private func load(_ files: any FileSystem) throws -> LocatedModel {
    try LocatedModel.loadSound(model, on: files, rules: RuleCatalog.errors)
  }

  /// How pictures are written; nil for graphs, which are none.
  private var pictureFormat: PictureFormat? {
    switch format {
    case .svg: .svg
    case .png: .png(scale: scale ?? 1)
    case .pdf: .pdf
    case .dot: nil
    }
  }

  private func drawOne() throws {
    if output == nil, format == .png || format == .pdf, isatty(STDOUT_FILENO) == 1 {
      throw ValidationError("\(format) is nothing for a terminal: name a file with '--output'")
    }
    let files = ReadRecord()
    let compilation = try load(files).compilation
    let request = try compilation.diagramRequest(kind, named: name)
    let bytes =
      if let pictureFormat {
        try compilation.draw(request, in: drawing.pool()).file(as: pictureFormat)
      } else {
        Array(try compilation.dot(of: request).utf8)
      }
    if let output {
      try Disk().write(bytes, to: output)
    } else {
      try Console.write(bytes)
    }
    try dependencies.write(outputs: output.map { [$0] } ?? [], reading: files, of: model)
  }

  private func drawAll(into output: String) throws {
    let kinds = only.isEmpty ? drawableKinds : only
    let (pictureFormat, ending) = (pictureFormat, format.rawValue)
    let diagrams = FolderOptions.Product(
      contents: .diagrams,
      request: [ending, scale.map { "\($0)" } ?? ""] + kinds.map(\.rawValue),
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
      diagrams, in: output, of: model, drawing: drawing, dependencies: dependencies, load: load)
  }
}

/// What stands for every kind on the command line.
private let allKinds = "all"

private var drawableKinds: [DiagramKind] { DiagramCatalog.all.map(\.kind) }

@Sendable private func drawableKind(_ name: String) throws -> DiagramKind {
  guard let kind = drawableKinds.first(where: { $0.rawValue == name }) else {
    throw unknownChoice(name, among: drawableKinds.map(\.rawValue))
  }
  return kind
}
