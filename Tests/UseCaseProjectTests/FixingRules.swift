import UseCaseModel
import UseCaseSyntax

@testable import UseCaseRules

/// Rules that find letters, wherever they stand.
private func info(_ name: String) -> RuleInfo {
  RuleInfo(
    name: name, category: .text, severity: .warning, source: .language, summary: "", rationale: "",
    bad: "",
    good: "")
}

func places(of word: String, in tree: SyntaxTree) -> [Place] {
  let bytes = tree.source.bytes
  let wanted = Array(word.utf8)
  guard bytes.count >= wanted.count else { return [] }
  return (0...bytes.count - wanted.count).filter { bytes[$0..<$0 + wanted.count] == wanted[...] }
    .map { tree.source.place($0..<$0 + wanted.count) }
}

/// Replaces a word by another.
struct Swap: Rule {
  static let info = UseCaseProjectTests.info("swap")
  var old = ""
  var new = ""
  var isSafe = true

  init() {}

  init(_ old: String, _ new: String, isSafe: Bool = true) {
    (self.old, self.new, self.isSafe) = (old, new, isSafe)
  }

  func check(_ tree: SyntaxTree, in context: RuleContext, report: inout Findings) {
    for place in places(of: old, in: tree) {
      let edit = Edit(place, replacement: new)
      report.add("\(old) is no \(new)", at: place, fixes: [Fix("", edits: [edit], isSafe: isSafe)])
    }
  }
}

/// Puts a word before another.
struct InsertBefore: Rule {
  static let info = UseCaseProjectTests.info("insert-before")
  var word = ""
  var new = ""

  init() {}

  init(_ word: String, _ new: String) { (self.word, self.new) = (word, new) }

  func check(_ tree: SyntaxTree, in context: RuleContext, report: inout Findings) {
    for place in places(of: word, in: tree) {
      let start = place.range.lowerBound
      guard start == 0 || tree.source[start - 1..<start] != new else { continue }
      let edit = Edit(tree.source.place(start..<start), replacement: new)
      report.add("no \(new) before \(word)", at: place, fixes: [Fix("", edits: [edit])])
    }
  }
}

/// Adds a digit for ever, and says something else each time.
struct Grow: Rule {
  static let info = UseCaseProjectTests.info("grow")

  func check(_ tree: SyntaxTree, in context: RuleContext, report: inout Findings) {
    let end = tree.source.place(2..<2)
    report.add(
      "\(tree.source.bytes.count) bytes", at: end,
      fixes: [Fix("", edits: [Edit(end, replacement: " ")])])
  }
}

/// Removes digits, each with the one behind it.
struct DigitPairs: Rule {
  static let info = UseCaseProjectTests.info("digit-pairs")

  func check(_ tree: SyntaxTree, in context: RuleContext, report: inout Findings) {
    let isDigit = { (byte: UInt8) in (0x30...0x39).contains(byte) }
    let bytes = tree.source.bytes
    for index in bytes.indices where isDigit(bytes[index]) {
      let end = index + 1 < bytes.count && isDigit(bytes[index + 1]) ? index + 2 : index + 1
      let place = tree.source.place(index..<end)
      report.add(
        "\(tree.source[index..<end])", at: place,
        fixes: [Fix("", edits: [Edit(place, replacement: "")])])
    }
  }
}

/// Removes single digits; the findings all say something else.
struct Digits: Rule {
  static let info = UseCaseProjectTests.info("digits")

  func check(_ tree: SyntaxTree, in context: RuleContext, report: inout Findings) {
    for place in places(of: "1", in: tree) {
      report.add("a digit", at: place, fixes: [Fix("", edits: [Edit(place, replacement: "")])])
    }
  }
}

/// Removes `<x>` from all files at once.
struct Brackets: Rule {
  static let info = UseCaseProjectTests.info("brackets")

  func check(_ model: Model, in context: RuleContext, report: inout Findings) {
    for word in ["<x>", "<y>"] {
      let places = model.ownTrees.flatMap { UseCaseProjectTests.places(of: word, in: $0) }
      guard let first = places.first else { continue }
      let edits = places.map { Edit($0, replacement: "") }
      report.add("\(word) is taken out", at: first, fixes: [Fix("take it out", edits: edits)])
    }
  }
}

/// Removes the X at the end of names.
struct DropX: Rule {
  static let info = UseCaseProjectTests.info("drop-x")

  func check(_ element: Element, in context: RuleContext, report: inout Findings) {
    guard element.name.hasSuffix("X") else { return }
    let end = element.place.range.upperBound
    let place = Place(path: element.place.path, range: end - 1..<end)
    report.add(
      "'\(element.name)'", at: place, fixes: [Fix("", edits: [Edit(place, replacement: "")])])
  }
}
