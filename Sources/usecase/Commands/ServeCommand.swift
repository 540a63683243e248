import ArgumentParser
import UseCasePreview
import UseCaseProject
import UseCaseReport
import UseCaseSyntax

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Shows the documentation site of a model in the browser while the model is written.
struct ServeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "serve", abstract: "Shows the site in the browser while the model is written.",
    discussion: """
      Prints the address on standard output, and goes on until it is ended with Ctrl-C. Every save \
      builds the site again, in memory; pages that changed load themselves again and show the \
      findings. While the model has errors, they show those and the site as it was before. Only \
      browsers on this machine are answered.
      """)

  @Argument(help: "A file or folder of the model.", completion: .file(extensions: ["usecase"]))
  var path = "."

  @Option(
    name: .shortAndLong,
    help: ArgumentHelp(
      """
      The port to listen on, 0 for any that is free; \(defaultPorts.lowerBound), or one of the next \
      where that is taken.
      """, valueName: "number"),
    transform: chosenPort)
  var port: UInt16?

  @OptionGroup var drawing: DrawingOptions
  @OptionGroup var live: LiveOptions

  private static let defaultPorts: ClosedRange<UInt16> = 8732...8751
  /// How many findings a page shows.
  private static let mostFindings = 200

  func run() throws {
    var journal = LiveJournal(live)
    var server: PreviewServer?
    let pool = try drawing.pool()
    try live.follow(path) { version in
      let build: PreviewBuild
      let isFirst = server == nil
      let current = try server ?? listen()
      server = current
      do {
        build = try self.build(version, in: pool, &journal)
      } catch let error as ProjectError {
        journal.say(error)
        build = PreviewBuild(error)
      }
      let changed = current.show(build)
      if isFirst { try start(current) }
      guard let files = build.files else { return }
      journal.say(
        "built in \(elapsed(since: version.start)): \(changed) of \(files.count) files changed; "
          + build.summary, isGood: true)
    }
  }

  private func build(
    _ version: WatchedModel.Version, in pool: DrawingPool, _ journal: inout LiveJournal
  ) throws -> PreviewBuild {
    let compilation = try version.outcome.get()
    let located = try LocatedModel(compilation, named: path)
    let report = Report(models: [located.reported])
    try journal.showFindings(of: report)
    var build = PreviewBuild(report, links: compilation.siteLinks, limit: ServeCommand.mostFindings)
    if report.summary.errorCount > 0 {
      journal.say("not built: \(report.summary.text)", isGood: false)
    } else {
      let site = try compilation.site(in: pool, script: PreviewServer.script)
      for problem in site.problems { journal.say(problem) }
      build.findings = site.problems.map(PreviewFinding.init) + build.findings
      build.files = Dictionary(
        site.files.map { ($0.path, $0.bytes) }, uniquingKeysWith: { first, _ in first })
    }
    return build
  }

  // MARK: The server

  /// Begins to serve, and says where.
  private func start(_ server: PreviewServer) throws {
    runDetached { server.run() }
    try Console.write(server.address + "\n")
    if !live.quiet { Console.say("serving '\(path)' until Ctrl-C") }
  }

  private func listen() throws -> PreviewServer {
    let ports = port.map { $0...$0 } ?? ServeCommand.defaultPorts
    for port in ports {
      do throws(PreviewError) {
        return try PreviewServer(port: port)
      } catch {
        if error.code == EADDRINUSE, port < ports.upperBound { continue }
        throw ServeCommand.error(error, isChosen: self.port != nil)
      }
    }
    throw ProjectError("there is no port to listen on")
  }

  private static func error(_ error: PreviewError, isChosen: Bool) -> ProjectError {
    guard error.code == EADDRINUSE else {
      let isLow = error.code == EACCES && error.port < 1024
      return ProjectError(
        "cannot listen on port \(error.port): \(systemReason(error.code))",
        help: isLow ? "ports below 1024 are the system's; '--port 0' takes a free one" : nil)
    }
    return ProjectError(
      isChosen
        ? "port \(error.port) is taken by another program"
        : "the ports \(defaultPorts.lowerBound) to \(defaultPorts.upperBound) are taken",
      help: "'--port 0' takes a free one")
  }
}

@Sendable private func chosenPort(_ text: String) throws -> UInt16 {
  guard let port = UInt16(text) else { throw ValidationError("a number from 0 to 65535") }
  return port
}

extension PreviewBuild {
  /// What a report says; the site is still to come.
  fileprivate init(_ report: Report, links: [String: String], limit: Int) {
    let findings = report.shownFindings(limit: limit)
    let count = report.models.reduce(0) { $0 + $1.findings.count }
    self.init(
      files: nil, findings: findings.map { PreviewFinding($0, links) },
      hiddenFindings: count - findings.count, summary: report.summary.text)
  }

  /// There is no model, or nothing to make a site with.
  fileprivate init(_ error: ProjectError) {
    self.init(
      files: nil, findings: [PreviewFinding(error)], summary: "the site could not be built")
  }
}

extension PreviewFinding {
  fileprivate init(_ error: ProjectError) {
    self.init(
      severity: Severity.error.name, rule: "", message: error.message, location: "",
      details: error.help.map { "help: \($0)" } ?? "")
  }

  fileprivate init(_ shown: ShownFinding, _ links: [String: String]) {
    let finding = shown.finding
    self.init(
      severity: finding.severity.name, rule: finding.rule, message: finding.message,
      location: shown.location, details: shown.details, page: finding.element.flatMap { links[$0] })
  }
}
