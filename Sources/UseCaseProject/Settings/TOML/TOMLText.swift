import TOMLKit
import UseCaseSyntax

/// A TOML text that was read, with where its keys stand.
struct TOMLText {
  let table: TOMLTable
  let outline: TOMLOutline
  private let lines: LineTable

  /// Nobody writes more settings by hand, and reading more could take long.
  static let largest = 128 << 10

  init(_ bytes: [UInt8]) throws(TOMLProblem) {
    let text = try TOMLText.checked(bytes)
    outline = try TOMLOutline(bytes)
    lines = LineTable(SourceText(path: "", bytes: bytes))
    do {
      table = try TOMLTable(string: text)
    } catch let error as TOMLParseError {
      throw TOMLText.problem(error, bytes)
    } catch {
      throw TOMLProblem("the text is no TOML: \(error)", at: 0)
    }
  }

  /// Counted from 1.
  func line(of offset: Int) -> Int { lines.line(of: offset) + 1 }

  /// The bytes as a text, where they are one.
  private static func checked(_ bytes: [UInt8]) throws(TOMLProblem) -> String {
    guard bytes.count <= largest else {
      throw TOMLProblem(
        "the settings are longer than \(largest >> 10) KB, which end here", at: largest)
    }
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) {
      throw TOMLProblem(
        "a byte order mark stands before the settings", help: "save the file without it", at: 0)
    }
    if let place = bytes.firstIndex(of: 0) {
      throw TOMLProblem("the file holds NUL, so it is no text", at: place)
    }
    guard let text = String(validating: bytes, as: UTF8.self) else {
      throw TOMLProblem(
        "the file is no text in UTF-8", help: "save it in that encoding",
        at: firstInvalid(in: bytes))
    }
    return text
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

  /// What TOMLKit finds wrong: lines and columns of characters, both counted from 1.
  private static func problem(_ error: TOMLParseError, _ bytes: [UInt8]) -> TOMLProblem {
    let lines = LineTable(SourceText(path: "", bytes: bytes))
    let line = lines.range(ofLine: max(0, Int(error.source.begin.line) - 1))
    var offset = line.lowerBound
    var column = Int(error.source.begin.column)
    while column > 1, offset < line.upperBound {
      offset += 1
      // The first byte of the next character.
      while offset < line.upperBound, bytes[offset] & 0xC0 == 0x80 { offset += 1 }
      column -= 1
    }
    let reason = error.description.prefix(1).lowercased() + error.description.dropFirst()
    return TOMLProblem(reason, at: offset)
  }
}
