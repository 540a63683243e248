import ArgumentParser
import UseCaseProject

/// Writes the documentation site of a model.
struct BuildCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "build", abstract: "Writes the documentation site of a model.",
    discussion: """
      The site opens from the file system and from any web server. Files that did not change are \
      left alone, and only what an earlier run wrote is ever replaced or removed. Where nothing was \
      changed since the last run, nothing is drawn. Exits with 1 where the model has errors, with 2 \
      where the site could not be written, or a diagram could not be drawn.
      """)

  @Argument(help: "A file or folder of the model.", completion: .file(extensions: ["usecase"]))
  var path = "."

  @Option(
    name: .shortAndLong, help: ArgumentHelp("The folder of the site.", valueName: "folder"),
    completion: .directory)
  var output: String

  @OptionGroup var folder: FolderOptions

  @OptionGroup var drawing: DrawingOptions

  @OptionGroup var dependencies: DependencyOptions

  @OptionGroup var day: DayOption

  func run() throws {
    let today = try day.orNow()
    let site = FolderOptions.Product(
      contents: .site, request: [today?.description ?? ""], paths: { $0.sitePaths },
      make: { compilation, pool, build throws(ProjectError) in
        try compilation.site(in: pool, for: build)
      })
    try folder.make(
      site, in: output, of: path, drawing: drawing, dependencies: dependencies
    ) { try LocatedModel.loadSound(path, on: $0, today: today) }
  }
}

extension OutputFolder.Summary {
  /// "3 written, 177 unchanged, 1 removed"
  var text: String {
    "\(written) written, \(unchanged) unchanged" + (removed > 0 ? ", \(removed) removed" : "")
  }
}
