import Synchronization

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Shows a site to browsers on this machine, and tells them when it changes.
///
/// It listens on 127.0.0.1 alone, answers requests for known pages from memory, and reads no file.
/// One thread serves all clients; no client can make another one wait.
public final class PreviewServer: Sendable {
  /// The port that it listens on; never 0.
  public let port: UInt16
  private let listener: Int32
  /// A pipe whose other end wakes the serving thread.
  private let wakeEnds: (read: Int32, write: Int32)
  private let shared: Mutex<Shared>

  private struct Shared {
    var state: PreviewState
    var wanted: Set<String> = []
    var isStopped = false
  }

  /// How many clients there are at most: those that have not been heard of for longest make room.
  static let mostConnections = 256
  static let mostStreams = 64

  /// Listens, but serves nobody yet; port 0 lets the system choose one.
  public init(port: UInt16) throws(PreviewError) {
    (listener, self.port) = try PreviewServer.listen(port)
    var ends: [Int32] = [-1, -1]
    guard pipe(&ends) == 0 else {
      close(listener)
      throw PreviewError(port: port, code: errno)
    }
    for end in ends {
      makeNonBlocking(end)
      closeInChildren(end)
    }
    wakeEnds = (ends[0], ends[1])
    // Pages that a browser has kept from an earlier server on this port are never taken for ours.
    let server = String(UInt64.random(in: 0...UInt64.max), radix: 36)
    shared = Mutex(Shared(state: PreviewState(server: server)))
  }

  deinit {
    close(listener)
    close(wakeEnds.read)
    close(wakeEnds.write)
  }

  /// The address of the overview.
  public var address: String { "http://127.0.0.1:\(port)/" }

  /// The address of the script that every page of the site must load.
  public static let script = PreviewRoutes.script

  /// Shows what a build came to from now on; how many files are new or different with it.
  @discardableResult
  public func show(_ build: PreviewBuild) -> Int {
    defer { wake() }
    return shared.withLock { $0.state.take(build) }
  }

  /// Shows files that the latest build has announced, with what was found while they were made; how
  /// many of them are new or different.
  @discardableResult
  public func add(_ files: [String: [UInt8]], findings: [PreviewFinding] = []) -> Int {
    defer { wake() }
    return shared.withLock { $0.state.take(files, findings: findings) }
  }

  /// The files that browsers show or wait for: they are to be made first.
  public var wanted: Set<String> { shared.withLock { $0.wanted } }

  /// Ends `run` from another thread.
  public func stop() {
    shared.withLock { $0.isStopped = true }
    wake()
  }

  private func wake() {
    // A full pipe wakes just as well.
    _ = write(wakeEnds.write, [1], 1)
  }

  // MARK: Serving

  /// Serves until `stop` is called.
  public func run() {
    let routes = PreviewRoutes(port: port)
    let clock = ContinuousClock()
    var connections: [Connection] = []
    while true {
      var polls = [
        pollfd(fd: wakeEnds.read, events: Int16(POLLIN), revents: 0),
        pollfd(fd: listener, events: Int16(POLLIN), revents: 0),
      ]
      for connection in connections {
        polls.append(
          pollfd(fd: connection.descriptor, events: connection.interests, revents: 0))
      }
      let wait = connections.map(\.deadline).min().map { clock.now.milliseconds(until: $0) } ?? -1
      guard poll(&polls, nfds_t(polls.count), wait) >= 0 || errno == EINTR else { return }
      emptyPipe()
      let (state, isStopped) = shared.withLock { ($0.state, $0.isStopped) }
      if isStopped { return }
      let now = clock.now
      for (connection, poll) in zip(connections, polls.dropFirst(2)) {
        if poll.revents != 0 { connection.advance(routes, state, now: now) }
        if connection.isFollowing { connection.proceed(routes, state, now) }
      }
      connections.removeAll { $0.isOver || $0.deadline <= now }
      if polls[1].revents != 0 { accept(into: &connections, now) }
      limit(&connections)
      let wanted = Set(connections.compactMap(\.wantedFile))
      shared.withLock { $0.wanted = wanted }
    }
  }

  private func emptyPipe() {
    var bytes = [UInt8](repeating: 0, count: 64)
    while read(wakeEnds.read, &bytes, bytes.count) > 0 {}
  }

  private func accept(into connections: inout [Connection], _ now: Connection.Instant) {
    // Not without end: who is connected already waits meanwhile.
    for _ in 0..<64 {
      let descriptor = acceptClient(listener)
      guard descriptor >= 0 else {
        // No descriptor is left: the next round has one more.
        if errno == EMFILE || errno == ENFILE { removeOldest(of: &connections) { _ in true } }
        return
      }
      var yes: Int32 = 1
      // A head and its body go at once, whatever was sent before.
      setsockopt(
        descriptor, Int32(IPPROTO_TCP), TCP_NODELAY, &yes, socklen_t(MemoryLayout<Int32>.size))
      connections.append(Connection(descriptor, now: now))
      limit(&connections)
    }
  }

  /// Streams of events are what open pages hang on, so they go last.
  private func limit(_ connections: inout [Connection]) {
    if connections.count > PreviewServer.mostConnections {
      removeOldest(of: &connections) { !$0.isStream }
    }
    if connections.count(where: \.isStream) > PreviewServer.mostStreams {
      removeOldest(of: &connections, where: \.isStream)
    }
  }

  private func removeOldest(
    of connections: inout [Connection], where isCandidate: (Connection) -> Bool
  ) {
    let candidates = connections.indices.filter { isCandidate(connections[$0]) }
    guard let oldest = candidates.min(by: { connections[$0].lastUse < connections[$1].lastUse })
    else { return }
    connections.remove(at: oldest)
  }
}

extension ContinuousClock.Instant {
  /// Rounded up, as far as `poll` can wait.
  fileprivate func milliseconds(until other: ContinuousClock.Instant) -> Int32 {
    let (seconds, attoseconds) = duration(to: other).components
    guard seconds >= 0, attoseconds >= 0 else { return 0 }
    guard seconds < 1_000_000 else { return 1_000_000_000 }
    return Int32(clamping: seconds * 1000 + attoseconds / 1_000_000_000_000_000 + 1)
  }
}
