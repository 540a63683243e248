#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// A client of a server on this machine that says byte for byte what a test wants.
public final class LoopbackClient {
  private let descriptor: Int32
  /// What has come and was not taken yet.
  private var received: [UInt8] = []

  /// Nil where nobody listens on the port, or the system has no more sockets.
  public init?(port: UInt16) {
    #if canImport(Darwin)
      descriptor = socket(AF_INET, SOCK_STREAM, 0)
    #else
      descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    #endif
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_port = port.bigEndian
    address.sin_addr = in_addr(s_addr: UInt32(0x7F00_0001).bigEndian)
    let size = socklen_t(MemoryLayout<sockaddr_in>.size)
    let descriptor = descriptor
    let isConnected = withUnsafePointer(to: &address) {
      $0.withMemoryRebound(to: sockaddr.self, capacity: 1) { connect(descriptor, $0, size) == 0 }
    }
    guard isConnected else { return nil }
  }

  deinit { close(descriptor) }

  /// Whether all of it was taken.
  @discardableResult
  public func send(_ bytes: [UInt8]) -> Bool {
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { systemSend(descriptor, $0) }
      guard count > 0 else { return false }
      rest = rest.dropFirst(count)
    }
    return true
  }

  @discardableResult
  public func send(_ text: String) -> Bool { send(Array(text.utf8)) }

  /// What comes up to a text of ASCII and with it; nil where the stream ends or seconds pass before
  /// that.
  public func receive(through end: String, seconds: Int = 20) -> String? {
    let deadline = time(nil) + seconds
    var searched = 0
    while true {
      let found = place(of: Array(end.utf8), from: max(0, searched - end.utf8.count))
      if let found { return take(found + end.utf8.count) }
      searched = received.count
      guard time(nil) <= deadline, readMore() else { return nil }
    }
  }

  /// As many bytes; nil where the stream ends or seconds pass before that.
  public func receive(count: Int, seconds: Int = 20) -> String? {
    let deadline = time(nil) + seconds
    while received.count < count {
      guard time(nil) <= deadline, readMore() else { return nil }
    }
    return take(count)
  }

  /// A response with its body, of which the head says how long it is.
  public func response(toHead isHead: Bool = false) -> (head: String, body: String)? {
    guard let head = receive(through: "\r\n\r\n") else { return nil }
    let length = head.split(separator: "\r\n").first { $0.hasPrefix("Content-Length: ") }
    guard !isHead, let length, let count = Int(length.dropFirst(16)) else { return (head, "") }
    return receive(count: count).map { (head, $0) }
  }

  /// Whether the other side has closed, or does so within some seconds.
  public func isClosed(within seconds: Int = 20) -> Bool {
    let deadline = time(nil) + seconds
    while time(nil) <= deadline {
      let before = received.count
      if !readMore(), received.count == before, isAtEnd { return true }
    }
    return false
  }

  private func place(of text: [UInt8], from start: Int) -> Int? {
    received.withUnsafeBufferPointer { bytes in
      var index = start
      while index + text.count <= bytes.count {
        if bytes[index] == text[0], bytes[index...].starts(with: text) { return index }
        index += 1
      }
      return nil
    }
  }

  private var isAtEnd = false

  private func take(_ count: Int) -> String {
    defer { received.removeFirst(count) }
    return String(decoding: received.prefix(count), as: UTF8.self)
  }

  /// Waits up to a second for more; false at the end.
  private func readMore() -> Bool {
    var stream = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
    guard poll(&stream, 1, 1000) > 0 else { return true }
    let chunk = [UInt8](unsafeUninitializedCapacity: 1 << 16) { buffer, count in
      count = max(0, read(descriptor, buffer.baseAddress, 1 << 16))
    }
    received += chunk
    isAtEnd = chunk.isEmpty
    return !chunk.isEmpty
  }
}

private func systemSend(_ descriptor: Int32, _ bytes: UnsafeRawBufferPointer) -> Int {
  #if canImport(Darwin)
    send(descriptor, bytes.baseAddress, bytes.count, 0)
  #else
    send(descriptor, bytes.baseAddress, bytes.count, Int32(MSG_NOSIGNAL))
  #endif
}
