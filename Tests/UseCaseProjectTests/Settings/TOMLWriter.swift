import TestSupport

/// Writes random TOML, and remembers where the keys stand that no list holds.
struct TOMLWriter {
  var random: FixedSeed
  var text = ""
  var places: [[String]: Int] = [:]
  private var count = 0
  private var isListed = false

  init(random: FixedSeed) { self.random = random }

  mutating func writeFile() {
    var table: [String] = []
    for _ in 0..<Int.random(in: 0...8, using: &random) {
      text += ["", "\n", "# a = [ '\n", "\t"].randomElement(using: &random) ?? ""
      switch Int.random(in: 0..<6, using: &random) {
      case 0:
        isListed = Int.random(in: 0..<4, using: &random) == 0
        text += isListed ? "[[" : "["
        table = writeKey(below: [], isNoted: true)
        text += isListed ? "]]" : "]"
      default:
        writePair(below: isListed ? nil : table, depth: 3)
      }
      text += ["\n", " # 'x = 1\n", "\r\n"].randomElement(using: &random) ?? "\n"
    }
  }

  private mutating func writePair(below table: [String]?, depth: Int) {
    let path = writeKey(below: table ?? [], isNoted: table != nil)
    text += ["=", " = ", "\t= "].randomElement(using: &random) ?? "="
    writeValue(table == nil ? nil : path, depth: depth)
  }

  /// Names that no other key has, so that nothing is set twice.
  private mutating func writeKey(below table: [String], isNoted: Bool) -> [String] {
    var path = table
    for part in 0..<Int.random(in: 1...2, using: &random) {
      if part > 0 { text += [".", " . "].randomElement(using: &random) ?? "." }
      count += 1
      let (name, written) =
        [
          ("k\(count)", "k\(count)"), ("a.\(count)", "\"a.\(count)\""),
          ("\\\(count)#=", "'\\\(count)#='"), ("\"]\(count)é", "\"\\\"]\(count)\\u00e9\""),
          ("-_\(count)", "-_\(count)"),
        ].randomElement(using: &random) ?? ("k", "k")
      path.append(name)
      if isNoted { places[path] = text.utf8.count }
      text += written
    }
    return path
  }

  private mutating func writeValue(_ path: [String]?, depth: Int) {
    switch Int.random(in: 0..<(depth > 0 ? 6 : 4), using: &random) {
    case 4:
      text += "["
      for _ in 0..<Int.random(in: 0...3, using: &random) {
        text += ["", "\n", " # ]\n"].randomElement(using: &random) ?? ""
        writeValue(nil, depth: depth - 1)
        text += ","
      }
      text += "]"
    case 5:
      text += "{"
      for number in 0..<Int.random(in: 0...3, using: &random) {
        if number > 0 { text += ", " }
        writePair(below: path, depth: depth - 1)
      }
      text += "}"
    default:
      text +=
        [
          "1", "-0.5e3", "true", "0xFF", "1979-05-27 07:32:00Z", "07:32:00", "'x = [\"'", "''",
          "\"]} # \\\" \\\\\"", "\"\"", "\"\"\"\na = 1\n\"\" \\\"\"\"\n\"\"\"",
          "'''\n[a]\nb = ''\n'''",
          "\"\"\"x\\\n   y\"\"\"\"\"", "+inf",
        ].randomElement(using: &random) ?? "1"
    }
  }
}
