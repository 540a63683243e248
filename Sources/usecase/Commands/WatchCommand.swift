import ArgumentParser
import UseCaseProject
import UseCaseReport

/// Writes the documentation site of a model again whenever the model changes.
struct WatchCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "watch", abstract: "Writes the documentation site again on every change.",
    discussion: """
      Goes on until it is ended with Ctrl-C. New findings are shown as they appear. While the model \
      has errors, the site stays as it was.
      """)

  @Argument(help: "A file or folder of the model.", completion: .file(extensions: ["usecase"]))
  var path = "."

  @Option(
    name: .shortAndLong, help: ArgumentHelp("The folder of the site.", valueName: "folder"),
    completion: .directory)
  var output: String

  @OptionGroup var drawing: DrawingOptions
  @OptionGroup var live: LiveOptions

  func run() throws {
    let pool = try drawing.pool()
    var journal = LiveJournal(live)
    var isFirst = true
    try live.follow(path) { version in
      do {
        let compilation = try version.outcome.get()
        let located = try LocatedModel(compilation, named: path)
        let report = Report(models: [try located.reportedBesideBaseline()])
        try journal.showFindings(of: report)
        if report.summary.errorCount > 0 {
          journal.say("not built: \(report.summary.text)", isGood: false)
        } else {
          let site = try compilation.site(in: pool)
          let files = try OutputFolder(output).write(site.files)
          pool.endRound()
          for problem in site.problems { journal.say(problem) }
          journal.warn(site.warnings)
          journal.say(
            "built in \(elapsed(since: version.start)): \(files.text) in '\(output)'; "
              + report.summary.text, isGood: true)
        }
      } catch let error as ProjectError {
        // What cannot be written at all is told at once; later the reason may pass.
        if isFirst { throw error }
        journal.say(error)
      }
      isFirst = false
    }
  }
}
