import ArgumentParser
import UseCaseProject

/// Writes the documentation site of a model.
struct BuildCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "build", abstract: "Writes the documentation site of a model.",
    discussion: """
      The site opens from the file system and from any web server. Files that did not change are \
      left alone, and only what an earlier run wrote is ever replaced or removed. Exits with 1 \
      where the model has errors, with 2 where the site could not be written.
      """)

  @Argument(help: "A file or folder of the model.", completion: .file(extensions: ["usecase"]))
  var path = "."

  @Option(
    name: .shortAndLong, help: ArgumentHelp("The folder of the site.", valueName: "folder"),
    completion: .directory)
  var output: String

  @OptionGroup var drawing: DrawingOptions

  @OptionGroup var day: DayOption

  @Flag(name: .shortAndLong, help: "Say nothing of what was written.")
  var quiet = false

  func run() throws {
    let located = try LocatedModel.loadSound(path, today: day.orNow())
    let site = try located.compilation.site(in: drawing.pool())
    let files = site.files
    let summary = try OutputFolder(output).write(files)
    if !quiet { Console.say("\(files.count) files in '\(output)': \(summary.text)") }
    try Console.fail(with: site.problems)
  }
}

extension OutputFolder.Summary {
  /// "3 written, 177 unchanged, 1 removed"
  var text: String {
    "\(written) written, \(unchanged) unchanged" + (removed > 0 ? ", \(removed) removed" : "")
  }
}
