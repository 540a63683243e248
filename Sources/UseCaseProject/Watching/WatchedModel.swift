import UseCaseSyntax

/// A model that is read again whenever its files change.
public final class WatchedModel {
  /// What reading the model came to.
  public typealias Outcome = Result<Compilation, ProjectError>

  /// A version of the model.
  public struct Version: Sendable {
    public let outcome: Outcome
    /// When its change was noticed.
    public let start: ContinuousClock.Instant
  }

  private let path: String
  private let watch: FolderWatch
  private var log = ReadingLog.Notes()
  private var outcome: Outcome?
  /// The last one that could be read, errors in it or not.
  private var latest: Compilation?
  /// Where its files lay: where they will be again.
  private var latestPlaces: Set<String> = []

  /// The model that a path belongs to; it need not be there when it is read. Where the system tells
  /// nothing of changes, as on drives of other machines, they are seen only `byLooking`.
  public init(at path: String, byLooking: Bool = false) {
    self.path = path
    watch = FolderWatch(byLooking ? .looking : .events)
  }

  /// Waits until the model differs from what it was the last time, and reads it; the first time it
  /// does not wait. `today` gives the day on which it is checked. While it waits it calls `work`, which
  /// does something short and says whether there is more to do.
  public func next(
    today: () throws(ProjectError) -> CalendarDate?, meanwhile work: () -> Bool = { false }
  ) throws(ProjectError) -> Version {
    while true {
      if outcome != nil { watch.wait(meanwhile: work) }
      let start = ContinuousClock().now
      if let new = read(today: try today()) { return Version(outcome: new, start: start) }
    }
  }

  /// Nil where nothing is different.
  func read(today: CalendarDate?) -> Outcome? {
    var isNew = false
    repeat {
      if take(today) { isNew = true }
      // What changed before a folder was observed is seen by reading again.
    } while watch.observe(log.places.union(latestPlaces).union(start), naming: log.names)
    return isNew ? outcome : nil
  }

  /// Reads once; whether that gives something else.
  ///
  /// Trees of files that did not change are taken over.
  private func take(_ today: CalendarDate?) -> Bool {
    let disk = ReadingLog(over: Disk())
    let new: Outcome
    do throws(ProjectError) {
      let folder = try ModelFolder(at: path, on: disk)
      let compilation = try Compilation(folder, on: disk, today: today, after: latest)
      new = .success(compilation)
      // Known findings, pages, a logo and pictures count for what is shown; where one cannot be read,
      // whoever needs it says so.
      _ = try? BaselineFile(of: folder, shown: \.self, on: disk).read(on: disk)
      _ = try? SiteFolder(of: compilation, on: disk)
    } catch {
      new = .failure(error)
    }
    let isSame =
      switch (outcome, new) {
      case (.success(let old), .success): log.files == disk.read.files && old.today == today
      case (.failure(let old), .failure(let error)): old == error
      default: false
      }
    log = disk.read
    guard !isSame else { return false }
    outcome = new
    if case .success(let compilation) = new {
      latest = compilation
      latestPlaces = log.places
    }
    return true
  }

  /// The folder that the path leads to, or that it should lie in.
  private var start: Set<String> {
    for candidate in [path, Path.parent(of: path)] {
      guard let resolved = try? Disk().resolve(candidate) else { continue }
      if Disk().kind(of: resolved) == .folder { return [resolved] }
    }
    return []
  }
}
