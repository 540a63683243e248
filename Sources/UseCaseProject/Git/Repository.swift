import UseCaseSyntax

/// A git repository, read through the `git` program. Nothing is written, checked out or fetched, and
/// no program that the repository names is run.
public struct Repository: Sendable {
  private let git: Program
  private let folder: String

  /// `folder` is any folder in it; `environment` is that of the command, `NAME=value`.
  public init(
    around folder: String, environment: [String]
  ) throws(ProjectError) {
    let own = [
      "GIT_OPTIONAL_LOCKS=0", "GIT_NO_LAZY_FETCH=1", "GIT_TERMINAL_PROMPT=0", "LC_ALL=C",
    ]
    guard let git = Program(named: "git", environment: environment, adding: own) else {
      throw ProjectError(
        "there is no program 'git' in PATH",
        help: "install git, or give a folder instead of 'git:…'")
    }
    self.git = git
    self.folder = folder
    let outcome = try run(["rev-parse", "--git-dir"])
    guard outcome.code == 0 else {
      let reason = Repository.firstLine(outcome.messages)
      throw ProjectError(
        "'\(folder)' is in no git repository that can be read",
        help: reason.isEmpty ? nil : "git says: \(reason)")
    }
  }

  /// Where `folder` lies below the repository's root: `path/to/model`, or nothing.
  public func prefix() throws(ProjectError) -> String {
    let outcome = try run(["rev-parse", "--show-prefix"])
    let line = Repository.firstLine(outcome.output)
    return line.hasSuffix("/") ? String(line.dropLast()) : line
  }

  /// The files of a revision, which may be given in any way that git knows.
  public func files(of revision: String) throws(ProjectError) -> RevisionFiles {
    let outcome = try run([
      "rev-parse", "--verify", "--quiet", "--end-of-options", revision + "^{commit}",
    ])
    let commit = Repository.firstLine(outcome.output)
    guard outcome.code == 0, !commit.isEmpty else {
      throw ProjectError(
        "there is no revision '\(revision)' in the repository of '\(folder)'",
        help: "'git log --oneline' lists revisions; a shallow clone has few of them")
    }
    let listing = try output(["ls-tree", "-r", "-z", "-l", "--full-tree", commit])
    var files = RevisionFiles(try entries(listing, revision), named: revision)
    let wanted = files.wantedObjects
    var start = 0
    while start < wanted.count {
      // As many names as fit into any system's pipe at once.
      let end = min(wanted.count, start + 200)
      files.add(try objects(Array(wanted[start..<end])))
      start = end
    }
    return files
  }

  // MARK: What git says

  /// `100644 blob 5f3c…   1234⇥path`, each with NUL behind it.
  private func entries(
    _ listing: [UInt8], _ revision: String
  ) throws(ProjectError) -> [RevisionFiles.Entry] {
    var entries: [RevisionFiles.Entry] = []
    for line in listing.split(separator: 0) {
      guard let tab = line.firstIndex(of: 0x09) else { continue }
      let fields = line[..<tab].split(separator: 0x20).map { String(decoding: $0, as: UTF8.self) }
      guard fields.count == 4, fields[1] == "blob" else { continue }
      let name = line[(tab + 1)...]
      let path = String(decoding: name, as: UTF8.self)
      entries.append(
        RevisionFiles.Entry(
          path: "/" + path, object: fields[2], size: Int(fields[3]) ?? 0,
          isLink: fields[0] == "120000", isReadable: path.utf8.elementsEqual(name)))
    }
    return entries
  }

  /// `<object> blob <size>⏎<bytes>⏎`, one behind the other.
  private func objects(_ names: [String]) throws(ProjectError) -> [String: [UInt8]] {
    let input = names.map { $0 + "\n" }.joined()
    let outcome = try run(["cat-file", "--batch"], input: Array(input.utf8))
    guard outcome.code == 0 else { throw failure(outcome) }
    var contents: [String: [UInt8]] = [:]
    var rest = outcome.output[...]
    while let end = rest.firstIndex(of: 0x0A) {
      let fields = rest[..<end].split(separator: 0x20).map { String(decoding: $0, as: UTF8.self) }
      guard fields.count == 3, let size = Int(fields[2]), size >= 0,
        size < rest.endIndex - end
      else { throw failure(outcome) }
      contents[fields[0]] = Array(rest[(end + 1)..<(end + 1 + size)])
      rest = rest[(end + 1 + size)...].dropFirst()
    }
    return contents
  }

  private func output(_ arguments: [String]) throws(ProjectError) -> [UInt8] {
    let outcome = try run(arguments)
    guard outcome.code == 0 else { throw failure(outcome) }
    return outcome.output
  }

  private func run(
    _ arguments: [String], input: [UInt8] = []
  ) throws(ProjectError) -> Program.Outcome {
    try git.run(["-C", folder, "--no-pager"] + arguments, input: input)
  }

  private func failure(_ outcome: Program.Outcome) -> ProjectError {
    let reason = Repository.firstLine(outcome.messages)
    return ProjectError(
      "git cannot read the repository of '\(folder)'",
      help: reason.isEmpty ? nil : "git says: \(reason)")
  }

  private static func firstLine(_ bytes: [UInt8]) -> String {
    String(decoding: bytes.prefix { $0 != 0x0A }, as: UTF8.self)
  }
}
