import ArgumentParser
import UseCaseProject
import UseCaseSyntax

/// Which files of the models are reported on; the whole models are analysed all the same.
struct ReportedFilesOption: ParsableArguments {
  @Option(
    parsing: .upToNextOption,
    help: ArgumentHelp(
      "Report on these files or folders only, but read the whole models.", valueName: "file"),
    completion: .file(extensions: ["usecase"]))
  var report: [String] = []

  /// The files that are reported on, for each model in their order; nil where all of them are.
  func files(of models: [LocatedModel]) throws -> [Set<String>?] {
    guard !report.isEmpty else { return models.map { _ in nil } }
    var chosen = models.map { _ in Set<String>() }
    let known = try models.map { model in
      try model.compilation.folder.files.map { ($0, try model.location(of: $0)) }
    }
    for path in report {
      let target = try resolved(path)
      var isKnown = false
      for (index, files) in known.enumerated() {
        for (file, location) in files where Path.isInside(location, target) {
          chosen[index].insert(file)
          isKnown = true
        }
      }
      guard isKnown else {
        throw ProjectError("'\(path)' does not belong to what is checked")
      }
    }
    return chosen
  }

  /// The file itself may exist on standard input only.
  private func resolved(_ path: String) throws -> String {
    if let found = try? Disk().resolve(path) { return found }
    return Path.join(try Disk().resolve(Path.parent(of: path)), Path.name(of: path))
  }
}
