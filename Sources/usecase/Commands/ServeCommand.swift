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
      builds the site again, in memory, the open pages first; those that changed load themselves \
      again and show the findings. While the model has errors, they show those and the site as it was before. Only \
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
    var site: ServedSite?
    let pool = try drawing.pool()
    let work = {
      guard let server, site != nil else { return false }
      return proceed(&site, on: server, in: pool, &journal)
    }
    try live.follow(path, meanwhile: work) { version in
      let isFirst = server == nil
      let current = try server ?? listen()
      server = current
      do {
        try show(version, on: current, &site, in: pool, &journal)
      } catch let error as ProjectError {
        journal.say(error)
        current.show(PreviewBuild(error, awaiting: site))
      }
      if isFirst { try start(current) }
    }
  }

  /// Shows a version: what browsers are looking at is made first, the rest later. Where it has
  /// errors, the site of an earlier one goes on being made.
  private func show(
    _ version: WatchedModel.Version, on server: PreviewServer, _ site: inout ServedSite?,
    in pool: DrawingPool, _ journal: inout LiveJournal
  ) throws {
    let compilation = try version.outcome.get()
    let located = try LocatedModel(compilation, named: path)
    let report = Report(models: [try located.reportedBesideBaseline()])
    try journal.showFindings(of: report)
    var build = PreviewBuild(report, links: compilation.siteLinks, limit: ServeCommand.mostFindings)
    guard report.summary.errorCount == 0 else {
      journal.say("not built: \(report.summary.text)", isGood: false)
      build.awaited = Set(site?.rest ?? [])
      server.show(build)
      return
    }
    pool.endRound()
    var new = try ServedSite(compilation, since: version.start, summary: report.summary.text)
    let made = try new.make(new.first(of: server.wanted), in: pool)
    for problem in made.problems { journal.say(problem) }
    journal.warn(made.warnings)
    build.findings = made.problems.map(PreviewFinding.init) + build.findings
    build.files = made.contents
    build.awaited = Set(new.rest)
    new.changed = server.show(build)
    site = new
  }

  /// Makes some of what is still to be made; whether there is more.
  private func proceed(
    _ site: inout ServedSite?, on server: PreviewServer, in pool: DrawingPool,
    _ journal: inout LiveJournal
  ) -> Bool {
    guard var current = site else { return false }
    do throws(ProjectError) {
      let made = try current.make(current.next(of: server.wanted), in: pool)
      for problem in made.problems { journal.say(problem) }
      journal.warn(made.warnings)
      current.changed += server.add(
        made.contents, findings: made.problems.map(PreviewFinding.init))
      guard current.isMade else {
        site = current
        return true
      }
      journal.say(
        "built in \(elapsed(since: current.start)): \(current.changed) of \(current.count) files "
          + "changed; \(current.summary)", isGood: true)
    } catch {
      journal.say(error)
      server.show(PreviewBuild(error, awaiting: nil))
    }
    site = nil
    return false
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
  fileprivate init(_ error: ProjectError, awaiting site: ServedSite?) {
    self.init(
      files: nil, awaiting: Set(site?.rest ?? []), findings: [PreviewFinding(error)],
      summary: "the site could not be built")
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
