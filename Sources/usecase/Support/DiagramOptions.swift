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

/// What a diagram is of, and how it is written.
///
/// This much of `draw` is a command of its own: most calls say no more, and to set up the other
/// options would cost each of them as much as the drawing.
struct DiagramOptions: ParsableCommand {
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

  /// Whether every diagram is asked for.
  var isOfAll: Bool { kind == allKinds }

  func validate() throws {
    guard let scale else { return }
    guard format == .png else {
      throw ValidationError("only a PNG has pixels: '--scale' goes with '--format png'")
    }
    guard scale >= 0.1, scale <= 10 else {
      throw ValidationError("'--scale' is a number from 0.1 to 10")
    }
  }

  /// How pictures are written; nil for graphs, which are none.
  var pictureFormat: PictureFormat? {
    switch format {
    case .svg: .svg
    case .png: .png(scale: scale ?? 1)
    case .pdf: .pdf
    case .dot: nil
    }
  }

  func load(_ files: any FileSystem) throws -> LocatedModel {
    try LocatedModel.loadSound(model, on: files, rules: RuleCatalog.errors)
  }

  func run() throws { try draw(in: DrawingOptions.defaultPool(), reading: Disk()) }

  /// Draws the one diagram that is asked for.
  func draw(in pool: DrawingPool, reading files: any FileSystem) throws {
    if output == nil, format == .png || format == .pdf, isatty(STDOUT_FILENO) == 1 {
      throw ValidationError("\(format) is nothing for a terminal: name a file with '--output'")
    }
    let compilation = try load(files).compilation
    let request = try compilation.diagramRequest(kind, named: name)
    let bytes =
      if let pictureFormat {
        try compilation.draw(request, in: pool).file(as: pictureFormat)
      } else {
        Array(try compilation.dot(of: request).utf8)
      }
    if let output {
      try Disk().write(bytes, to: output)
    } else {
      try Console.write(bytes)
    }
  }
}

/// What stands for every kind on the command line.
private let allKinds = "all"

var drawableKinds: [DiagramKind] { DiagramCatalog.all.map(\.kind) }

@Sendable func drawableKind(_ name: String) throws -> DiagramKind {
  guard let kind = drawableKinds.first(where: { $0.rawValue == name }) else {
    throw unknownChoice(name, among: drawableKinds.map(\.rawValue))
  }
  return kind
}
