import ArgumentParser
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

/// How changes of a model are noticed and told, for commands that run until somebody ends them.
struct LiveOptions: ParsableArguments {
  @OptionGroup var day: DayOption

  @Flag(
    help: """
      Look for changes four times a second, for drives of other machines and containers where \
      the system does not tell of them.
      """)
  var poll = false

  @Option(
    help: ArgumentHelp("Whether to use colours: auto, always, never.", valueName: "when"),
    completion: .list(ColorChoice.allCases.map(\.rawValue)), transform: chosen)
  var color = ColorChoice.auto

  @Flag(name: .shortAndLong, help: "Say nothing of what was built, and of findings but the errors.")
  var quiet = false

  /// Hands over each version of a model, beginning with the one that is there; ends only where that
  /// one cannot be read, or by an error of the body. Between two versions it calls `work`, which does
  /// something short and says whether there is more to do.
  func follow(
    _ path: String, meanwhile work: () -> Bool = { false },
    _ body: (WatchedModel.Version) throws -> Void
  ) throws -> Never {
    let model = WatchedModel(at: path, byLooking: poll)
    var version = try model.next(today: day.orNow)
    // A path that was never one is a mistake of the caller, not of somebody who is writing.
    if case .failure(let error) = version.outcome { throw error }
    while true {
      try body(version)
      version = try model.next(today: day.orNow, meanwhile: work)
    }
  }
}

/// What a command that follows a model says, one line for each version of it, and new findings.
struct LiveJournal {
  private let options: LiveOptions
  private var known: [FindingSign: Int] = [:]
  /// The warnings of the version before this one, and of this one.
  private var warnings: (before: Set<String>, now: Set<String>) = ([], [])

  /// How many findings are shown at once.
  private static let limit = 20

  init(_ options: LiveOptions) { self.options = options }

  /// What tells a finding from others, wherever it has moved to.
  private struct FindingSign: Hashable {
    let rule: String
    let message: String
    let path: String
  }

  /// Shows the findings of a report that an earlier one did not have, a line each.
  mutating func showFindings(of report: Report) throws {
    warnings = (before: warnings.now, now: [])
    var new = report
    var left = known
    known = [:]
    for index in new.models.indices {
      new.models[index].findings.removeAll { finding in
        let sign = FindingSign(
          rule: finding.rule, message: finding.message, path: finding.place.path)
        known[sign, default: 0] += 1
        let count = left[sign] ?? 0
        left[sign] = count - 1
        return count > 0 || options.quiet && finding.severity < .error
      }
    }
    let isColored = options.color.isColored(STDOUT_FILENO)
    try Console.write(
      ConciseFormat.render(
        new, options: ReportOptions(isColored: isColored, limit: LiveJournal.limit)))
  }

  /// Says which views cannot be drawn, but for those that the version before had, too.
  mutating func warn(_ texts: [String]) {
    for text in texts where warnings.now.insert(text).inserted {
      guard !options.quiet, !warnings.before.contains(text) else { continue }
      say("warning: " + text, .severity(.warning))
    }
  }

  /// Says what a version came to, and when: `14:03:21 built in 84 ms: …`.
  func say(_ text: String, isGood: Bool) {
    guard !options.quiet || !isGood else { return }
    say(text, isGood ? .plain : .severity(.error))
  }

  private func say(_ text: String, _ style: Style) {
    let palette = Palette(isColored: options.color.isColored(STDERR_FILENO))
    let time = localTime().map { palette.paint($0, .faint) + " " } ?? ""
    Console.show(time + palette.paint(visible(text), style) + "\n")
  }

  /// Says why a version could not be built.
  func say(_ error: ProjectError) {
    say("error: \(error.message)", isGood: false)
    if let help = error.help { Console.show("help: \(visible(help))\n") }
  }
}

/// "84 ms", "1.2 s": the time that has passed.
func elapsed(since start: ContinuousClock.Instant) -> String {
  let (seconds, attoseconds) = start.duration(to: ContinuousClock().now).components
  let milliseconds = seconds * 1000 + attoseconds / 1_000_000_000_000_000
  if milliseconds < 1000 { return "\(milliseconds) ms" }
  return "\(milliseconds / 1000).\(milliseconds % 1000 / 100) s"
}
