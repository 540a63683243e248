#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Why nothing can be served.
public struct PreviewError: Error, Sendable {
  /// The port that was asked for.
  public let port: UInt16
  /// The system's code: `EADDRINUSE` where another program has the port.
  public let code: Int32
}

extension PreviewServer {
  /// A socket that listens on 127.0.0.1, and the port that it has.
  static func listen(_ port: UInt16) throws(PreviewError) -> (descriptor: Int32, port: UInt16) {
    #if canImport(Darwin)
      let descriptor = socket(AF_INET, SOCK_STREAM, 0)
    #else
      let descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    #endif
    guard descriptor >= 0 else { throw PreviewError(port: port, code: errno) }
    closeInChildren(descriptor)
    makeNonBlocking(descriptor)
    var yes: Int32 = 1
    let size = socklen_t(MemoryLayout<sockaddr_in>.size)
    // Connections of an earlier server that are still ending do not keep the port from this one.
    setsockopt(descriptor, SOL_SOCKET, SO_REUSEADDR, &yes, socklen_t(MemoryLayout<Int32>.size))
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_port = port.bigEndian
    address.sin_addr = in_addr(s_addr: UInt32(0x7F00_0001).bigEndian)
    let isListening = withSocketAddress(&address) {
      bind(descriptor, $0, size) == 0 && systemListen(descriptor)
    }
    var length = size
    let isKnown =
      isListening
      && withSocketAddress(&address) {
        getsockname(descriptor, $0, &length) == 0
      }
    guard isKnown else {
      let code = errno
      close(descriptor)
      throw PreviewError(port: port, code: code)
    }
    return (descriptor, UInt16(bigEndian: address.sin_port))
  }

  private static func withSocketAddress<Result>(
    _ address: inout sockaddr_in, _ body: (UnsafeMutablePointer<sockaddr>) -> Result
  ) -> Result {
    withUnsafeMutablePointer(to: &address) {
      $0.withMemoryRebound(to: sockaddr.self, capacity: 1, body)
    }
  }
}

/// With a queue as long as the system allows.
private func systemListen(_ descriptor: Int32) -> Bool { listen(descriptor, SOMAXCONN) == 0 }

/// The next client's socket, as the loop of the server wants it; negative where there is none.
func acceptClient(_ listener: Int32) -> Int32 {
  let descriptor = accept(listener, nil, nil)
  if descriptor >= 0 {
    makeNonBlocking(descriptor)
    closeInChildren(descriptor)
  }
  return descriptor
}

func makeNonBlocking(_ descriptor: Int32) {
  _ = fcntl(descriptor, F_SETFL, fcntl(descriptor, F_GETFL) | O_NONBLOCK)
}

/// Programs that this one starts do not keep it open.
func closeInChildren(_ descriptor: Int32) {
  _ = fcntl(descriptor, F_SETFD, FD_CLOEXEC)
}
