import UseCaseSyntax

/// Cuts a stream of bytes into messages: headers, an empty line, and as many bytes as they say.
///
/// Whatever comes in, it goes on: lines that are no headers are skipped up to the next
/// `Content-Length`, and what is too large is read over without being kept.
struct FrameReader {
  enum Frame: Equatable {
    case message([UInt8])
    /// A stretch that could not be read, with what is wrong with it.
    case broken(String)
  }

  /// The bytes that a message may have.
  static let largestMessage = 128 << 20
  private static let longestLine = 4096

  private enum State {
    case headers(length: Int?)
    case body(length: Int)
    /// The rest of a message that is too large.
    case skipping(Int)
  }

  private var state = State.headers(length: nil)
  private var buffer: [UInt8] = []
  /// Where in the buffer reading goes on.
  private var position = 0
  /// Whether lines are skipped that were reported already.
  private var isLost = false

  /// Takes in some bytes and hands over the messages that they complete.
  mutating func read(_ bytes: UnsafeRawBufferPointer, _ hand: (Frame) -> Void) {
    buffer.append(contentsOf: bytes)
    while step(hand) {}
    if position == buffer.count {
      // The room of an unusually long message is given back.
      buffer.removeAll(keepingCapacity: buffer.capacity < 1 << 20)
      position = 0
    } else if position > 1 << 16 {
      buffer.removeFirst(position)
      position = 0
    }
  }

  /// False where more bytes are needed.
  private mutating func step(_ hand: (Frame) -> Void) -> Bool {
    switch state {
    case .headers(let length): return readHeader(length, hand)
    case .body(let length):
      guard buffer.count - position >= length else { return false }
      hand(.message(Array(buffer[position..<position + length])))
      position += length
      state = .headers(length: nil)
      return true
    case .skipping(let count):
      let skipped = min(count, buffer.count - position)
      position += skipped
      state = skipped == count ? .headers(length: nil) : .skipping(count - skipped)
      return skipped == count
    }
  }

  private mutating func readHeader(_ length: Int?, _ hand: (Frame) -> Void) -> Bool {
    guard let feed = buffer[position...].firstIndex(of: 0x0A) else {
      guard buffer.count - position > FrameReader.longestLine else { return false }
      report("a header is longer than \(FrameReader.longestLine) bytes", hand)
      position = buffer.count
      return false
    }
    var line = buffer[position..<feed]
    position = feed + 1
    if line.last == 0x0D { line.removeLast() }
    if line.isEmpty { return beginBody(length, hand) }
    let text = String(decoding: line, as: UTF8.self)
    guard let colon = text.firstIndex(of: ":") else {
      report("a header has no ':'", hand)
      return true
    }
    guard text[..<colon].lowercased() == "content-length" else { return true }
    let digits = text[text.index(after: colon)...].drop { $0 == " " }
    guard let value = Int(digits), value >= 0 else {
      report("'Content-Length' is no number", hand)
      return true
    }
    state = .headers(length: value)
    return true
  }

  private mutating func beginBody(_ length: Int?, _ hand: (Frame) -> Void) -> Bool {
    guard let length else {
      if !isLost { report("'Content-Length' is missing", hand) }
      return true
    }
    isLost = false
    if length > FrameReader.largestMessage {
      hand(.broken("the message is larger than \(FrameReader.largestMessage >> 20) MB"))
      state = .skipping(length)
    } else {
      state = .body(length: length)
    }
    return true
  }

  /// One report for all that is skipped at a stretch.
  private mutating func report(_ problem: String, _ hand: (Frame) -> Void) {
    if !isLost { hand(.broken(problem)) }
    isLost = true
  }
}
