import ArgumentParser
import UseCaseProject

/// How a build tool learns what a run reads and writes.
struct DependencyOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Write to this file which files were read, for Make, Ninja and others.", valueName: "file"),
    completion: .file())
  var depfile: String?

  @Option(
    help: ArgumentHelp("How the depfile is written: make, json.", valueName: "format"),
    completion: .list(Dependencies.Format.allCases.map(\.rawValue)), transform: chosen)
  var depsFormat = Dependencies.Format.make

  @Option(
    help: ArgumentHelp(
      "What the depfile calls the output, where the build tool knows it by another name.",
      valueName: "name"))
  var depsTarget: String?

  /// Writes the depfile, if there is to be one. `path` is how the model was named.
  func write(
    outputs: [String], reading record: ReadRecord, of path: String
  ) throws(ProjectError) {
    guard let depfile else { return }
    let dependencies = try Dependencies(
      of: outputs, reading: record, writing: [depfile], absolute: path.hasPrefix("/"))
    let text = try dependencies.text(depsFormat, target: depsTarget)
    try Disk().write(Array(text.utf8), to: depfile)
  }
}

/// How a whole folder is made.
struct FolderOptions: ParsableArguments {
  @Flag(help: "Show the paths of the files that would be written, one a line; write nothing.")
  var printOutputs = false

  @Flag(help: "Use nothing that an earlier run kept to save time, and keep nothing.")
  var noCache = false

  @Flag(name: .shortAndLong, help: "Say nothing of what was written.")
  var quiet = false

  /// What is made of a model for a folder.
  struct Product {
    let contents: OutputManifest.Contents
    /// Everything that the product follows from, beside the model's files.
    let request: [String]
    let paths: (Compilation) -> [String]
    /// Whatever it reads beside the model, it reads from the files that it is given.
    let make: (Compilation, DrawingPool, FolderBuild) throws(ProjectError) -> BuiltFiles
  }

  /// Makes a folder of a model, unless nothing would change by that.
  func make(
    _ product: Product, in output: String, of path: String, drawing: DrawingOptions,
    dependencies: DependencyOptions, load: (any FileSystem) throws -> LocatedModel
  ) throws {
    let build = try FolderBuild(
      into: output, holding: product.contents,
      for: [try Disk().resolve(path)] + product.request, usingCache: !noCache)
    if printOutputs {
      let paths = product.paths(try load(build.files).compilation)
      return try Console.write(paths.map { Path.join(output, $0) + "\n" }.joined())
    }
    if let unchanged = build.unchangedOutputs() {
      try dependencies.write(
        outputs: unchanged.map { Path.join(output, $0) }, reading: build.files, of: path)
      say("\(unchanged.count) files in '\(output)': nothing has changed")
      return
    }
    let compilation = try load(build.files).compilation
    let built = try product.make(
      compilation, drawing.pool(knowing: build.layouts), build)
    let summary = try build.write(built)
    try dependencies.write(
      outputs: built.paths.map { Path.join(output, $0) }, reading: build.files, of: path)
    say("\(built.paths.count) files in '\(output)': \(summary.text)")
    for warning in built.warnings { Console.say("warning: \(warning)") }
    try Console.fail(with: built.problems)
  }

  private func say(_ text: String) {
    if !quiet { Console.say(text) }
  }
}
