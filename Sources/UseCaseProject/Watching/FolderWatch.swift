import UseCaseModel

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Waits for changes of models' files and settings in some folders.
///
/// The system tells of them where it can (inotify); elsewhere the folders are looked through a few
/// times a second.
final class FolderWatch {
  /// How the folders are observed.
  enum Method: Sendable {
    /// By what the system tells, where it does.
    case events
    /// By looking: drives of other machines and some containers tell nothing.
    case looking
  }

  private var folders: Set<String> = []
  /// Names of files beside those of models and settings that count in them.
  private var names: Set<String> = []
  private var seen: FolderStates
  private let events: FolderEvents?
  private var isComplete = true

  /// How long nothing may happen before a burst of changes is over, and how long one may take.
  private static let calm = Duration.milliseconds(15)
  private static let longestBurst = Duration.milliseconds(120)
  /// How often folders are looked through that nothing is told about.
  private static let interval = Duration.milliseconds(250)

  init(_ method: Method = .events) {
    events = method == .events ? FolderEvents() : nil
    seen = FolderStates()
  }

  /// Observes these folders from now on, by absolute paths; folders below them are not part of them.
  /// Models, settings and files with these names count.
  ///
  /// Returns whether some of them were not observed before, so that changes may have been missed.
  func observe(_ folders: Set<String>, naming names: Set<String> = []) -> Bool {
    let areNew = !folders.isSubset(of: self.folders) || !names.isSubset(of: self.names)
    let wasComplete = isComplete
    isComplete = events?.observe(folders) ?? false
    if !isComplete, wasComplete || folders != self.folders || names != self.names {
      seen = FolderStates(of: folders, naming: names)
    }
    self.folders = folders
    self.names = names
    return areNew
  }

  /// Waits until something changes, and until the burst that it belongs to is over.
  ///
  /// Until then `work` is called again and again, as long as it says that there is more to do.
  func wait(meanwhile work: () -> Bool = { false }) {
    var isBusy = true
    while !hasChange(within: isBusy ? .zero : FolderWatch.interval) {
      if isBusy { isBusy = work() }
    }
    let clock = ContinuousClock()
    let end = clock.now + FolderWatch.longestBurst
    while clock.now < end, hasChange(within: FolderWatch.calm) {}
  }

  /// Whether something changes before a time is over.
  func hasChange(within time: Duration) -> Bool {
    if let events, isComplete { return events.hasEvent(within: time, naming: names) }
    // A folder is missing, or the system has no more room for watches, or tells nothing.
    if events?.hasEvent(within: time, naming: names) ?? rest(time) { return true }
    let now = FolderStates(of: folders, naming: names)
    guard now != seen else { return false }
    seen = now
    return true
  }

  private func rest(_ time: Duration) -> Bool {
    poll(nil, 0, time.wholeMilliseconds)
    return false
  }
}

/// Whether an entry of a folder can be part of a model: its files, pictures and settings, folders, and
/// files with other names that count. What editors put beside a file while they write it is not.
func isWatched(_ name: String, isFolder: Bool, naming names: Set<String>) -> Bool {
  if isFolder { return !name.hasPrefix(".") && !FolderScan.buildFolders.contains(name) }
  return FolderScan.isModelFile(name) || name == Settings.fileName || names.contains(name)
    || ImagePlace.isPicture(name) && !name.hasPrefix(".")
}

/// What can be seen of folders from outside of their files.
struct FolderStates: Equatable {
  private var entries: [String: EntryState] = [:]

  fileprivate struct EntryState: Equatable {
    let inode: UInt64
    let size: Int64
    let seconds: Int
    let nanoseconds: Int
  }

  init() {}

  init(of folders: Set<String>, naming names: Set<String>) {
    let disk = Disk()
    for folder in folders {
      guard let found = try? disk.entries(of: folder) else { continue }
      for entry in found
      where isWatched(entry.name, isFolder: entry.kind == .folder, naming: names) {
        let path = Path.join(folder, entry.name)
        entries[path] = EntryState(of: path, isFolder: entry.kind == .folder)
      }
      entries[folder] = EntryState(of: folder, isFolder: true)
    }
  }
}

extension FolderStates.EntryState {
  /// Of folders it counts only that they are there: their times tell of files that do not matter.
  fileprivate init?(of path: String, isFolder: Bool) {
    var status = stat()
    guard stat(path, &status) == 0 else { return nil }
    inode = UInt64(status.st_ino)
    #if canImport(Darwin)
      let time = status.st_mtimespec
    #else
      let time = status.st_mtim
    #endif
    size = isFolder ? 0 : Int64(status.st_size)
    seconds = isFolder ? 0 : Int(time.tv_sec)
    nanoseconds = isFolder ? 0 : Int(time.tv_nsec)
  }
}

extension Duration {
  /// For `poll`, which waits longer rather than shorter.
  var wholeMilliseconds: Int32 {
    let (seconds, attoseconds) = components
    return Int32(
      clamping: seconds * 1000 + (attoseconds + 999_999_999_999_999) / 1_000_000_000_000_000)
  }
}
