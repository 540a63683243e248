/// The bytes of a settings file, as far as they are a text.
struct TOMLText {
  /// Nobody writes more settings by hand.
  static let largest = 128 << 10

  let bytes: [UInt8]

  init(_ bytes: [UInt8]) throws(TOMLProblem) {
    guard bytes.count <= TOMLText.largest else {
      throw TOMLProblem(
        "the settings are longer than \(TOMLText.largest >> 10) KB, which end here",
        at: TOMLText.largest)
    }
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) {
      throw TOMLProblem(
        "a byte order mark stands before the settings", help: "save the file without it", at: 0)
    }
    guard String(validating: bytes, as: UTF8.self) != nil else {
      throw TOMLProblem(
        "the file is no text in UTF-8", help: "save it in that encoding",
        at: TOMLText.firstInvalid(in: bytes))
    }
    self.bytes = bytes
    try refuseControls()
  }

  /// TOML has them nowhere, not in comments either.
  private func refuseControls() throws(TOMLProblem) {
    for (place, byte) in bytes.enumerated() where byte < 0x20 || byte == 0x7F {
      switch byte {
      case 0x09, 0x0A: continue
      case 0x0D where place + 1 < bytes.count && bytes[place + 1] == 0x0A: continue
      case 0: throw TOMLProblem("the file holds NUL, so it is no text", at: place)
      default: throw TOMLProblem("a control character stands here", at: place)
      }
    }
  }

  private static func firstInvalid(in bytes: [UInt8]) -> Int {
    var parser = Unicode.UTF8.ForwardParser()
    var iterator = bytes.makeIterator()
    var place = 0
    while true {
      switch parser.parseScalar(from: &iterator) {
      case .valid(let scalar): place += scalar.count
      case .error, .emptyInput: return place
      }
    }
  }
}
