/// What came of building a model once.
public struct PreviewBuild: Sendable {
  /// The files of the site, by path; nil where there is no site, so that the earlier one stays.
  public var files: [String: [UInt8]]?
  /// The paths of further files, which are still being made: of this site, or of the earlier one.
  public var awaited: Set<String>
  /// The worst first.
  public var findings: [PreviewFinding]
  /// How many further findings there are.
  public var hiddenFindings: Int
  /// One line that counts the findings.
  public var summary: String

  public init(
    files: [String: [UInt8]]?, awaiting awaited: Set<String> = [], findings: [PreviewFinding],
    hiddenFindings: Int = 0, summary: String
  ) {
    self.files = files
    self.awaited = awaited
    self.findings = findings
    self.hiddenFindings = hiddenFindings
    self.summary = summary
  }
}

/// A finding as the page shows it.
public struct PreviewFinding: Sendable {
  /// `error`, `warning` or `info`
  public var severity: String
  /// Nothing where no rule speaks.
  public var rule: String
  public var message: String
  /// `path:line:column`, as messages call it; nothing where it has no place.
  public var location: String
  /// The lines of the source with marks under them, notes and help.
  public var details: String
  /// The page about the element that it is about, relative to the site.
  public var page: String?

  public init(
    severity: String, rule: String, message: String, location: String, details: String,
    page: String? = nil
  ) {
    self.severity = severity
    self.rule = rule
    self.message = message
    self.location = location
    self.details = details
    self.page = page
  }
}

/// What the preview shows at one moment: the files of the last good build, and what the latest one
/// came to.
struct PreviewState: Sendable {
  /// Counts builds, from 0 where there was none.
  private(set) var revision = 0
  /// Those that are still being made are as they were in an earlier build.
  private var files: [String: File] = [:]
  private var awaited: Set<String> = []
  private var hasSite = false
  private var build: PreviewBuild?
  /// The latest build as JSON.
  private var latest = "null"
  /// Tells the builds of one server from those of another that had its address before.
  private let server: String

  struct File: Sendable {
    let bytes: [UInt8]
    /// The build with which the bytes changed.
    let revision: Int
  }

  init(server: String) { self.server = server }

  /// Takes a build; how many of its files are new or different.
  mutating func take(_ build: PreviewBuild) -> Int {
    revision += 1
    self.build = build
    defer { note() }
    awaited = build.awaited
    guard let new = build.files else { return 0 }
    hasSite = true
    files = files.filter { new[$0.key] != nil || awaited.contains($0.key) }
    return put(new)
  }

  /// Takes files that were awaited, and what was found while they were made; how many of them are
  /// new or different.
  mutating func take(_ made: [String: [UInt8]], findings: [PreviewFinding] = []) -> Int {
    if !findings.isEmpty {
      revision += 1
      build?.findings.insert(contentsOf: findings, at: 0)
      note()
    }
    let wanted = made.filter { awaited.remove($0.key) != nil }
    return put(wanted)
  }

  private mutating func put(_ made: [String: [UInt8]]) -> Int {
    let changed = made.filter { files[$0.key]?.bytes != $0.value }
    for (path, bytes) in changed { files[path] = File(bytes: bytes, revision: revision) }
    return changed.count
  }

  private mutating func note() {
    guard let build else { return }
    latest = build.document(revision: revision, showsEarlier: build.files == nil && hasSite)
      .text(.compact)
  }

  /// Whether a file is still being made.
  func awaits(_ path: String) -> Bool { awaited.contains(path) }

  /// The bytes of a file, and what tells this version of it from others.
  func file(_ path: String) -> (bytes: [UInt8], version: String)? {
    files[path].map { ($0.bytes, version(of: $0)) }
  }

  /// Whether there was a good build.
  var isReady: Bool { hasSite }

  /// What browsers are told that show a page: its version now, and the latest build.
  func event(about path: String) -> [UInt8] {
    let now = files[path].map { "\"\(version(of: $0))\"" } ?? "null"
    return Array("data: {\"version\":\(now),\"build\":\(latest)}\n\n".utf8)
  }

  private func version(of file: File) -> String { "\(server)-\(file.revision)" }
}
