import Graphviz

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// The other side of a `LayoutWorker`: lays out the graphs that come on standard input, and answers
/// on standard output, until nobody asks any more.
public func serveLayouts() {
  endWithReader(of: STDOUT_FILENO)
  while let request = readFrame(STDIN_FILENO) {
    let answer: LayoutAnswer
    do throws(GraphvizError) {
      answer = .success(try layout(dot: String(decoding: request, as: UTF8.self)).layout)
    } catch {
      answer = .failure(error)
    }
    var content = ByteWriter()
    content.write(answer)
    var frame = ByteWriter()
    frame.write(content.bytes)
    guard writeAll(STDOUT_FILENO, frame.bytes) else { return }
  }
}

/// Ends the process as soon as nobody reads what it writes, also in the middle of a layout: one that
/// never ends would stay behind for ever.
private func endWithReader(of descriptor: Int32) {
  runDetached {
    var stream = pollfd(fd: descriptor, events: 0, revents: 0)
    while poll(&stream, 1, -1) < 0, errno == EINTR {}
    _exit(0)
  }
}

/// A length and that many bytes; nil at the end of the stream.
private func readFrame(_ descriptor: Int32) -> [UInt8]? {
  guard let head = readExactly(8, from: descriptor), let length = try? frameLength(head) else {
    return nil
  }
  return readExactly(length, from: descriptor)
}

/// The length that a frame begins with.
func frameLength(_ head: [UInt8]) throws(UnreadableBytes) -> Int {
  var reader = ByteReader(head)
  let length = try reader.count()
  guard length >= 0, length <= largestFrame else { throw UnreadableBytes() }
  return length
}

/// More than any graph of a model of 64 MB comes to.
private let largestFrame = 1 << 30

private func readExactly(_ count: Int, from descriptor: Int32) -> [UInt8]? {
  var bytes: [UInt8] = []
  bytes.reserveCapacity(min(count, 1 << 20))
  while bytes.count < count {
    let wanted = min(count - bytes.count, 1 << 16)
    var isOver = false
    bytes += [UInt8](unsafeUninitializedCapacity: wanted) { buffer, filled in
      var got = 0
      repeat { got = read(descriptor, buffer.baseAddress, wanted) } while got < 0 && errno == EINTR
      isOver = got <= 0
      filled = max(0, got)
    }
    if isOver { return nil }
  }
  return bytes
}
