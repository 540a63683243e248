import UseCaseProject
import UseCaseSyntax

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// The two streams to the client.
final class Connection: Sendable {
  private let input: Int32
  private let output: Int32
  /// The process that must live on; 0 where the client named none.
  private let parent = Guarded<Int32>(0)

  init(input: Int32, output: Int32) {
    self.input = input
    self.output = output
  }

  func watch(_ process: Int32) {
    parent.change {
      $0 = process
      return true
    }
  }

  // MARK: Reading

  /// How often it is looked whether the client's process lives, in milliseconds.
  private static let watchInterval: Int32 = 1000

  /// Reads messages until the stream ends or the client's process does.
  func read(into inbox: Inbox) {
    var frames = FrameReader()
    let room = 1 << 16
    let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: room, alignment: 8)
    defer { buffer.deallocate() }
    while true {
      var descriptor = pollfd(fd: input, events: Int16(POLLIN), revents: 0)
      let ready = poll(&descriptor, 1, Connection.watchInterval)
      if ready == 0 || ready < 0 && errno == EINTR {
        if isOrphaned { break }
        continue
      }
      let count = readSome(buffer.baseAddress, room)
      if count < 0, errno == EINTR || errno == EAGAIN { continue }
      guard count > 0 else { break }
      frames.read(UnsafeRawBufferPointer(rebasing: buffer[..<count])) { deliver($0, to: inbox) }
    }
    inbox.add(.closed)
  }

  private func readSome(_ buffer: UnsafeMutableRawPointer?, _ count: Int) -> Int {
    #if canImport(Glibc)
      Glibc.read(input, buffer, count)
    #elseif canImport(Musl)
      Musl.read(input, buffer, count)
    #else
      Darwin.read(input, buffer, count)
    #endif
  }

  private var isOrphaned: Bool {
    var process: Int32 = 0
    parent.change {
      process = $0
      return true
    }
    return process > 0 && kill(process, 0) != 0 && errno == ESRCH
  }

  private func deliver(_ frame: FrameReader.Frame, to inbox: Inbox) {
    switch frame {
    case .broken(let problem):
      inbox.add(.message(.invalid(nil, ResponseError(.parseError, problem))))
    case .message(let bytes):
      let message = Message(parsing: bytes)
      if case .notification("$/cancelRequest", let parameters) = message {
        if let id = RequestID(parameters["id"]) { inbox.cancel(id) }
      } else {
        inbox.add(.message(message))
      }
    }
  }

  // MARK: Writing

  /// Where the client does not read any more, reading from it ends as well: nothing is to be done.
  func send(_ message: JSONValue) {
    let body = message.bytes(.compact)
    let bytes = Array("Content-Length: \(body.count)\r\n\r\n".utf8) + body
    _ = writeAll(output, bytes)
  }

  func respond(_ id: RequestID?, _ result: JSONValue) {
    send(["jsonrpc": "2.0", "id": id?.json ?? .null, "result": result])
  }

  func refuse(_ id: RequestID?, _ error: ResponseError) {
    send([
      "jsonrpc": "2.0", "id": id?.json ?? .null,
      "error": ["code": .integer(error.code.rawValue), "message": .string(error.message)],
    ])
  }

  func notify(_ method: String, _ parameters: JSONValue) {
    send(["jsonrpc": "2.0", "method": .string(method), "params": parameters])
  }
}
