import TestSupport
import Testing

@testable import UseCaseLanguageServer

/// How a stream of bytes is cut into messages.
@Suite struct FrameTests {
  /// What some bytes are read as, handed over in pieces of a size.
  private func frames(_ bytes: [UInt8], inPiecesOf size: Int) -> [FrameReader.Frame] {
    var reader = FrameReader()
    var frames: [FrameReader.Frame] = []
    for start in stride(from: 0, to: bytes.count, by: size) {
      bytes[start..<min(bytes.count, start + size)].withUnsafeBytes { piece in
        reader.read(piece) { frames.append($0) }
      }
    }
    return frames
  }

  private func frames(_ text: String) -> [FrameReader.Frame] {
    let bytes = Array(text.utf8)
    let whole = frames(bytes, inPiecesOf: bytes.count)
    for size in [1, 2, 3, 7] { #expect(frames(bytes, inPiecesOf: size) == whole) }
    return whole
  }

  @Test func headersAreReadAsTheyMayBeWritten() {
    let message = FrameReader.Frame.message(Array("{}".utf8))
    #expect(frames("Content-Length: 2\r\n\r\n{}") == [message])
    #expect(frames("content-length:2\n\n{}") == [message])
    #expect(
      frames("Content-Length: 2\r\nContent-Type: application/vscode-jsonrpc\r\n\r\n{}")
        == [message])
    #expect(frames("Content-Length: 9\r\nContent-Length: 2\r\n\r\n{}") == [message])
    #expect(frames("Content-Length: 0\r\n\r\n") == [.message([])])
    #expect(
      frames("Content-Length: 2\r\n\r\n{}Content-Length: 2\r\n\r\n{}") == [message, message])
  }

  @Test(arguments: [
    "Content-Length: two\r\n\r\n", "Content-Length: -1\r\n\r\n", "Content-Length:\r\n\r\n",
    "Content-Length: 99999999999999999999999\r\n\r\n", "Content-Length: 2 2\r\n\r\n",
    "Content-Type: x\r\n\r\n", "\r\n", "GET / HTTP/1.1\r\nAccept\r\n\r\n", "{\"jsonrpc\"\n\n",
    "\u{0}\u{0}\r\n\r\n",
  ])
  func whatIsBrokenIsOneMistake(_ broken: String) {
    let frames = frames(broken + broken + "Content-Length: 2\r\n\r\n{}")
    #expect(frames.count == 2)
    guard case .broken = frames.first else { return #expect(frames.isEmpty) }
    #expect(frames.last == .message(Array("{}".utf8)))
  }

  @Test func aHeaderWithoutEndIsNotKept() {
    var reader = FrameReader()
    var count = 0
    [UInt8](repeating: 0x78, count: 1 << 16).withUnsafeBytes { piece in
      for _ in 0..<64 { reader.read(piece) { _ in count += 1 } }
    }
    #expect(count == 1)
    var last: FrameReader.Frame?
    Array("\r\nContent-Length: 2\r\n\r\n{}".utf8).withUnsafeBytes { piece in
      reader.read(piece) { last = $0 }
    }
    #expect(last == .message(Array("{}".utf8)))
  }

  @Test func whatIsTooLargeIsReadOver() {
    var reader = FrameReader()
    var frames: [FrameReader.Frame] = []
    let size = FrameReader.largestMessage + 1
    Array("Content-Length: \(size)\r\n\r\n".utf8).withUnsafeBytes { piece in
      reader.read(piece) { frames.append($0) }
    }
    let block = [UInt8](repeating: 0x20, count: 1 << 20)
    for start in stride(from: 0, to: size, by: block.count) {
      block.prefix(size - start).withUnsafeBytes { piece in
        reader.read(piece) { frames.append($0) }
      }
    }
    #expect(frames == [.broken("the message is larger than 128 MB")])
    Array("Content-Length: 2\r\n\r\n{}".utf8).withUnsafeBytes { piece in
      reader.read(piece) { frames.append($0) }
    }
    #expect(frames.last == .message(Array("{}".utf8)))
  }
}
