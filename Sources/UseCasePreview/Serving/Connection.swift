#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// One client: what has come from it and what is still to be sent.
///
/// Nothing is read while something is to be sent, so that a client that asks much and reads little
/// costs no memory.
final class Connection {
  typealias Instant = ContinuousClock.Instant

  let descriptor: Int32
  /// When it is given up, unless something happens.
  private(set) var deadline: Instant
  /// When it was opened, or last answered.
  private(set) var lastUse: Instant
  /// The page that a stream of events is about; nil for a connection without one.
  private(set) var followedPage: String?
  /// A request for a file that is still being made.
  private var waiting: (request: HTTPRequest, file: String)?
  private var sentRevision = -1
  private var input: [UInt8] = []
  private var scanned = 0
  private var output: [[UInt8]] = []
  private var sent = 0
  private var isLast = false
  /// Everything is sent; what the client may still be sending is read and thrown away, because
  /// closing before that could take the response from it.
  private var isLingering = false
  private(set) var isOver = false

  /// How long a request may take to come, a response to go, and a client to say nothing.
  private enum Patience {
    static let request = Duration.seconds(10)
    static let progress = Duration.seconds(10)
    static let idle = Duration.seconds(60)
    /// As long as one diagram may take.
    static let making = Duration.seconds(120)
    static let lingering = Duration.seconds(1)
    /// A stream says nothing as long as nothing changes.
    static let stream = Duration.seconds(100 * 24 * 3600)
  }

  init(_ descriptor: Int32, now: Instant) {
    self.descriptor = descriptor
    lastUse = now
    deadline = now + Patience.request
  }

  deinit {
    // A program that was started at just this moment may hold the socket, too.
    shutdown(descriptor, Int32(SHUT_RDWR))
    close(descriptor)
  }

  /// What `poll` shall wait for.
  var interests: Int16 {
    if !output.isEmpty { return Int16(POLLOUT) }
    // That a client has gone is told without being asked for.
    return waiting == nil ? Int16(POLLIN) : 0
  }

  var isStream: Bool { followedPage != nil }

  /// Whether something other than the client may make it go on.
  var isFollowing: Bool { isStream || waiting != nil }

  /// The file that it shows or waits for.
  var wantedFile: String? { waiting?.file ?? followedPage }

  // MARK: Coming and going

  /// Reads or writes what can be without waiting.
  func advance(_ routes: PreviewRoutes, _ state: PreviewState, now: Instant) {
    if output.isEmpty {
      receive(now)
    } else {
      send(now)
    }
    proceed(routes, state, now)
  }

  /// Tells a stream of the latest build, unless it is still busy with an earlier one: it is told
  /// then.
  func proceed(_ routes: PreviewRoutes, _ state: PreviewState, _ now: Instant) {
    while !isOver, !isLingering, output.isEmpty {
      if let page = followedPage {
        guard sentRevision != state.revision, !state.awaits(page) else { return }
        sentRevision = state.revision
        put([state.event(about: page)], now)
      } else if let (request, file) = waiting {
        guard !state.awaits(file) else { return }
        waiting = nil
        answer(.success(request), routes, state, now)
      } else if isLast {
        shutdown(descriptor, Int32(SHUT_WR))
        isLingering = true
        deadline = now + Patience.lingering
      } else {
        guard let request = nextRequest() else { return }
        answer(request, routes, state, now)
      }
    }
  }

  private func receive(_ now: Instant) {
    let chunk = [UInt8](unsafeUninitializedCapacity: 4096) { buffer, count in
      let got = recv(descriptor, buffer.baseAddress, 4096, 0)
      if got == 0 || got < 0 && errno != EAGAIN && errno != EINTR { isOver = true }
      count = max(0, got)
    }
    guard !isLingering, !isStream else { return }
    if input.isEmpty, !chunk.isEmpty { deadline = now + Patience.request }
    input += chunk
  }

  private func put(_ parts: [[UInt8]], _ now: Instant) {
    output += parts
    deadline = now + Patience.progress
    send(now)
  }

  private func send(_ now: Instant) {
    while let part = output.first {
      let count = part.withUnsafeBytes { bytes in
        let rest = UnsafeRawBufferPointer(rebasing: bytes[sent...])
        return systemSend(descriptor, rest.baseAddress, rest.count)
      }
      guard count >= 0 else {
        if errno != EAGAIN && errno != EINTR { isOver = true }
        return
      }
      deadline = now + Patience.progress
      sent += count
      if sent == part.count {
        output.removeFirst()
        sent = 0
      }
    }
    lastUse = now
    deadline = now + (isStream ? Patience.stream : Patience.idle)
  }

  // MARK: Answering

  /// Nil where none has come whole.
  private func nextRequest() -> Result<HTTPRequest, HTTPError>? {
    guard let end = HTTPRequest.end(ofHeadIn: input, unseen: scanned) else {
      scanned = input.count
      return input.count > HTTPRequest.largestHead ? .failure(.tooLarge) : nil
    }
    let head = input[..<end]
    input.removeSubrange(..<end)
    scanned = 0
    guard head.count <= HTTPRequest.largestHead else { return .failure(.tooLarge) }
    do throws(HTTPError) {
      return .success(try HTTPRequest(head))
    } catch {
      return .failure(error)
    }
  }

  private func answer(
    _ request: Result<HTTPRequest, HTTPError>, _ routes: PreviewRoutes, _ state: PreviewState,
    _ now: Instant
  ) {
    switch request {
    case .failure(let error):
      isLast = true
      let response = HTTPResponse(error)
      put([response.head(isLast: true), response.body], now)
    case .success(let request):
      isLast = request.isLast || request.hasBody
      switch routes.answer(request, state) {
      case .events(let page):
        followedPage = page
        isLast = true
        let response = HTTPResponse(type: .events)
        // A server that was ended and started again is found within half a second.
        put([response.head(isLast: true), Array("retry: 500\n\n".utf8)], now)
      case .later(let file):
        waiting = (request, file)
        deadline = now + Patience.making
      case .response(let response):
        let body = request.method == "HEAD" ? [] : [response.body].filter { !$0.isEmpty }
        put([response.head(isLast: isLast)] + body, now)
      }
    }
  }
}

/// Sends without a signal where nobody reads any more.
private func systemSend(
  _ descriptor: Int32, _ bytes: UnsafeRawPointer?, _ count: Int
) -> Int {
  #if canImport(Darwin)
    send(descriptor, bytes, count, 0)
  #else
    send(descriptor, bytes, count, Int32(MSG_NOSIGNAL))
  #endif
}
