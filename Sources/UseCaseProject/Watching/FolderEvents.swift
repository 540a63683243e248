#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

#if os(Linux)
  /// What inotify tells of some folders.
  final class FolderEvents {
    private let descriptor: Int32
    private var watches: [String: Int32] = [:]

    /// Saving in place, by renaming, and removing. `IN_MODIFY` comes first for a file that is written
    /// in place, `IN_CLOSE_WRITE` last.
    private static let interests =
      UInt32(IN_MODIFY) | UInt32(IN_CLOSE_WRITE) | UInt32(IN_CREATE) | UInt32(IN_DELETE)
      | UInt32(IN_MOVED_FROM) | UInt32(IN_MOVED_TO) | UInt32(IN_DELETE_SELF) | UInt32(IN_MOVE_SELF)
      | UInt32(IN_ONLYDIR)

    /// Nil where the system gives none.
    init?() {
      descriptor = inotify_init1(Int32(IN_NONBLOCK) | Int32(IN_CLOEXEC))
      if descriptor < 0 { return nil }
    }

    deinit { close(descriptor) }

    /// Whether all folders are observed from now on; false where one is missing or the system has no
    /// more watches.
    func observe(_ folders: Set<String>) -> Bool {
      for (folder, watch) in watches where !folders.contains(folder) {
        inotify_rm_watch(descriptor, watch)
        watches[folder] = nil
      }
      var isComplete = true
      for folder in folders {
        // A folder that is observed already keeps its watch, one that was made anew gets another.
        let watch = inotify_add_watch(descriptor, folder, FolderEvents.interests)
        if let former = watches[folder], former != watch { inotify_rm_watch(descriptor, former) }
        watches[folder] = watch >= 0 ? watch : nil
        if watch < 0 { isComplete = false }
      }
      return isComplete
    }

    /// Whether something that matters happens before a time is over.
    func hasEvent(within time: Duration, naming names: Set<String>) -> Bool {
      let clock = ContinuousClock()
      let end = clock.now + time
      while true {
        var stream = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
        let left = clock.now.duration(to: end)
        guard poll(&stream, 1, max(0, left.wholeMilliseconds)) > 0 || errno == EINTR else {
          return false
        }
        if takeEvents(names) { return true }
        if clock.now >= end { return false }
      }
    }

    /// Reads what is there; whether any of it matters.
    private func takeEvents(_ names: Set<String>) -> Bool {
      var matters = false
      while true {
        let bytes = [UInt8](unsafeUninitializedCapacity: 1 << 14) { buffer, count in
          count = max(0, read(descriptor, buffer.baseAddress, 1 << 14))
        }
        guard !bytes.isEmpty else { return matters }
        bytes.withUnsafeBytes { bytes in
          var offset = 0
          let head = MemoryLayout<inotify_event>.size
          while offset + head <= bytes.count {
            let event = bytes.loadUnaligned(fromByteOffset: offset, as: inotify_event.self)
            let name = bytes[(offset + head)...].prefix(Int(event.len)).prefix { $0 != 0 }
            if FolderEvents.matters(event.mask, String(decoding: name, as: UTF8.self), names) {
              matters = true
            }
            offset += head + Int(event.len)
          }
        }
      }
    }

    private static func matters(_ mask: UInt32, _ name: String, _ names: Set<String>) -> Bool {
      // The folder itself, or more events than the system keeps.
      if name.isEmpty { return mask & UInt32(IN_IGNORED) == 0 }
      return isWatched(name, isFolder: mask & UInt32(IN_ISDIR) != 0, naming: names)
    }
  }
#else
  /// Here folders are looked through instead.
  final class FolderEvents {
    init?() { nil }

    func observe(_ folders: Set<String>) -> Bool { false }

    func hasEvent(within time: Duration, naming names: Set<String>) -> Bool { false }
  }
#endif
