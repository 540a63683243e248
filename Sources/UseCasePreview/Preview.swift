/// What came of building a model once.
public struct PreviewBuild: Sendable {
  /// The files of the site, by path; nil where there is no site, so that the earlier one stays.
  public var files: [String: [UInt8]]?
  /// The worst first.
  public var findings: [PreviewFinding]
  /// How many further findings there are.
  public var hiddenFindings: Int
  /// One line that counts the findings.
  public var summary: String

  public init(
    files: [String: [UInt8]]?, findings: [PreviewFinding], hiddenFindings: Int = 0, summary: String
  ) {
    self.files = files
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
  private var files: [String: File] = [:]
  private var hasSite = false
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
    if let new = build.files {
      files = new.reduce(into: [:]) { result, file in
        let old = files[file.key]
        result[file.key] =
          old?.bytes == file.value ? old : File(bytes: file.value, revision: revision)
      }
      hasSite = true
    }
    latest = build.document(revision: revision, showsEarlier: build.files == nil && hasSite)
      .text(.compact)
    return build.files == nil ? 0 : files.values.count { $0.revision == revision }
  }

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
