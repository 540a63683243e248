import Synchronization
import UseCaseModel
import UseCaseSyntax

/// A file system that remembers what it was asked and what it answered, so that somebody can find out
/// later whether everything that was made of the answers would be made again.
public final class ReadRecord: FileSystem {
  struct Question: Hashable {
    enum About: String, CaseIterable {
      case kind, place, names, content
    }

    let about: About
    let path: String
  }

  private let base: any FileSystem
  /// A folder that is written to, not read: absolute.
  private let output: String?
  private let known = Mutex(Answers())

  /// Answers by path, kept as text; what does not exist has the answer `none`.
  private struct Answers {
    var kinds: [String: String] = [:]
    var places: [String: String] = [:]
    var names: [String: String] = [:]
    var contents: [String: String] = [:]

    subscript(about: Question.About) -> [String: String] {
      get {
        switch about {
        case .kind: kinds
        case .place: places
        case .names: names
        case .content: contents
        }
      }
      _modify {
        switch about {
        case .kind: yield &kinds
        case .place: yield &places
        case .names: yield &names
        case .content: yield &contents
        }
      }
    }
  }

  private static let none = ""

  /// What lies in the folder `output` is read like anything else, but its names are not remembered:
  /// they change with each run.
  public init(of base: any FileSystem = Disk(), without output: String? = nil) {
    self.base = base
    self.output = output
  }

  var answers: [Question: String] {
    let known = known.withLock { $0 }
    var answers: [Question: String] = [:]
    for about in Question.About.allCases {
      for (path, answer) in known[about] { answers[Question(about: about, path: path)] = answer }
    }
    return answers
  }

  /// The files that were read.
  public var files: [String] { paths(.content) }

  /// The folders that were looked through: a new file in one of them may change everything.
  public var folders: [String] { paths(.names) }

  private func paths(_ about: Question.About) -> [String] {
    known.withLock { Array($0[about].keys) }
      .sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }

  /// What the answer is now.
  func answer(to question: Question) -> String? {
    switch question.about {
    case .kind: _ = kind(of: question.path)
    case .place: _ = try? resolve(question.path)
    case .names: _ = try? entries(of: question.path)
    case .content: _ = try? read(question.path)
    }
    return known.withLock { $0[question.about][question.path] }
  }

  private func remember(_ about: Question.About, _ path: String, _ answer: String) {
    known.withLock { $0[about][path] = answer }
  }

  // MARK: Reading

  public func kind(of path: String) -> FileKind? {
    let kind = base.kind(of: path)
    remember(.kind, path, kind?.rawValue ?? ReadRecord.none)
    return kind
  }

  public func resolve(_ path: String) throws(ProjectError) -> String {
    remember(.place, path, ReadRecord.none)
    let resolved = try base.resolve(path)
    remember(.place, path, resolved)
    return resolved
  }

  public func entries(of folder: String) throws(ProjectError) -> [FolderEntry] {
    guard folder != output else { return try base.entries(of: folder) }
    remember(.names, folder, ReadRecord.none)
    let entries = try base.entries(of: folder)
    remember(.names, folder, text(of: entries, in: folder))
    return entries
  }

  public func read(_ path: String) throws(ProjectError) -> [UInt8] {
    remember(.content, path, ReadRecord.none)
    let bytes = try base.read(path)
    remember(.content, path, "\(bytes.count) \(ContentHash(bytes).value)")
    return bytes
  }

  /// Files that are no part of a model by their name are only ever found by that name.
  private func text(of entries: [FolderEntry], in folder: String) -> String {
    let relevant = entries.filter { entry in
      if entry.name.hasPrefix(".") || Path.join(folder, entry.name) == output { return false }
      return entry.kind != .file || FolderScan.isModelFile(entry.name)
        || entry.name == Settings.fileName || ImagePlace.isPicture(entry.name)
    }
    let lines = relevant.map { "\($0.kind.rawValue) \($0.isReadable) \($0.name)\0" }.sorted()
    return "\(lines.count) \(ContentHash(lines.joined().utf8).value)"
  }
}
