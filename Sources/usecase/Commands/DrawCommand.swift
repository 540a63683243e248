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

/// Draws one diagram.
struct DrawCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "draw", abstract: "Draws a diagram of a model.",
    discussion: """
      Graphviz lays out journeys and must be installed for them; charts, tables and matrices need \
      nothing. PNG and PDF are made by librsvg, with the fonts of the machine. Exits with 1 where \
      the model has errors, with 2 where there is nothing to draw or nothing to draw it with.
      """)

  enum Format: String, CaseIterable {
    case svg, png, pdf, dot

    static var list: String { allCases.map(\.rawValue).joined(separator: ", ") }
  }

  @Argument(
    help: """
      The kind of diagram, or the name of a view in the model. Kinds: \
      \(drawableKinds.map(\.rawValue).joined(separator: ", ")).
      """,
    completion: .list(drawableKinds.map(\.rawValue) + ["view"]))
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
    help: ArgumentHelp("Write to this file; otherwise to standard output.", valueName: "file"),
    completion: .file())
  var output: String?

  @OptionGroup var drawing: DrawingOptions

  func validate() throws {
    guard let scale else { return }
    guard format == .png else {
      throw ValidationError("only a PNG has pixels: '--scale' goes with '--format png'")
    }
    guard scale >= 0.1, scale <= 10 else {
      throw ValidationError("'--scale' is a number from 0.1 to 10")
    }
  }

  func run() throws {
    if output == nil, format == .png || format == .pdf, isatty(STDOUT_FILENO) == 1 {
      throw ValidationError("\(format) is nothing for a terminal: name a file with '--output'")
    }
    let located = try LocatedModel.loadSound(model, rules: RuleCatalog.errors)
    let compilation = located.compilation
    let request = try compilation.diagramRequest(kind, named: name)
    let bytes =
      switch format {
      case .svg: try compilation.draw(request, in: drawing.pool()).file(as: .svg)
      case .png:
        try compilation.draw(request, in: drawing.pool()).file(as: .png(scale: scale ?? 1))
      case .pdf: try compilation.draw(request, in: drawing.pool()).file(as: .pdf)
      case .dot: Array(try compilation.dot(of: request).utf8)
      }
    if let output {
      try Disk().write(bytes, to: output)
    } else {
      try Console.write(bytes)
    }
  }
}

private var drawableKinds: [DiagramKind] { DiagramCatalog.all.map(\.kind) }
