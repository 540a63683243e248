import TestSupport
import Testing
import UseCaseComparison
import UseCaseModel
import UseCaseSyntax

/// What holds for any two versions.
@Suite struct PropertyTests {
  /// The examples, each as the texts of its files.
  static let examples = ["compiler", "fellmark", "library"].map { name in
    exampleFiles.filter { $0.path.hasPrefix(name + "/") }
      .map { String(decoding: $0.bytes, as: UTF8.self) }
  }

  /// Versions with a line or more taken out, doubled or exchanged, broken ones among them.
  private static func mutants(_ count: Int, seed: UInt64) -> [[String]] {
    var random = FixedSeed(seed)
    return (0..<count).map { _ in
      var files = examples[1]
      for _ in 0..<Int.random(in: 1...12, using: &random) {
        let file = Int.random(in: files.indices, using: &random)
        var lines = files[file].split(separator: "\n", omittingEmptySubsequences: false)
        let line = Int.random(in: lines.indices, using: &random)
        let other = Int.random(in: lines.indices, using: &random)
        switch Int.random(in: 0..<4, using: &random) {
        case 0: lines.remove(at: line)
        case 1: lines.insert(lines[line], at: line)
        case 2: lines.swapAt(line, other)
        default:
          lines[line] =
            lines[line].replacing(" a ", with: " the ").replacing("er", with: "ing")[...]
        }
        files[file] = lines.joined(separator: "\n")
      }
      return files
    }
  }

  @Test func aModelDoesNotDifferFromItself() {
    for files in Self.examples + Self.mutants(10, seed: 1) {
      #expect(ModelDifference(from: version(files: files), to: version(files: files)).isEmpty)
    }
  }

  @Test func layoutCommentsAndOrderOfFilesAreNoDifference() {
    for (number, files) in Self.examples.enumerated() {
      var random = FixedSeed(UInt64(number))
      let other = files.shuffled(using: &random).map { text in
        "// a remark\n\n" + text.replacing("\n", with: "\n\n").replacing("  ", with: "\t ")
      }
      let formatted = files.map { text in
        let bytes = format(parse(SourceText(path: "a", text))).bytes
        return bytes.map { String(decoding: $0, as: UTF8.self) } ?? ""
      }
      let whole = version(files: files)
      for changed in [other, formatted] {
        let difference = ModelDifference(from: whole, to: version(files: changed))
        #expect(difference.elements.isEmpty, "\(difference.elements)")
        #expect(difference.figures.isEmpty && difference.newFindings.isEmpty)
      }
    }
  }

  @Test func exchangedVersionsExchangeWhatWasAddedAndRemoved() {
    let versions = ([Self.examples[1]] + Self.mutants(12, seed: 2)).map { version(files: $0) }
    for (left, right) in zip(versions, versions.dropFirst()) {
      let forth = ModelDifference(from: left, to: right)
      let back = ModelDifference(from: right, to: left)
      #expect(!forth.isEmpty)
      #expect(
        Set(forth.elements.map(Summary.init)) == Set(back.elements.map { Summary($0).reversed }))
      #expect(forth.newFindings == back.goneFindings)
      #expect(forth.goneFindings == back.newFindings)
      #expect(forth.figures.map(\.old) == back.figures.map(\.new))
    }
  }

  /// A change without the order of its details.
  private struct Summary: Hashable {
    var old: ElementSummary?
    var new: ElementSummary?
    var details: Set<[Detail.Side?]>
    let isMoved: Bool

    init(_ change: ElementChange) {
      old = change.old
      new = change.new
      details = Set(change.details.map { [$0.old, $0.new] })
      isMoved = change.isMoved
    }

    var reversed: Summary {
      var copy = self
      (copy.old, copy.new) = (new, old)
      copy.details = Set(details.map { [$0[1], $0[0]] })
      return copy
    }
  }

  @Test func tenTimesTheModelTakesNoMoreThanALittleOverTenTimesTheTime() {
    func text(_ count: Int, _ verb: String) -> String {
      "actor Reader\nsystem Library {\n"
        + (0..<count).map { number in
          """
          usecase \(verb)\(number) { actor Reader
          goal "reads the book \(number)"
          flow {
          1. Reader asks for the book \(number)
          2. Library finds it in the shelf \(number % 7)
          3. Library \(verb) it
          } }

          """
        }.joined() + "}\n"
    }
    func duration(_ count: Int) -> Duration {
      // Every use case has another name, which is the dearest case.
      let (old, new) = (version(text(count, "Lend")), version(text(count, "Give")))
      return (0..<3).map { _ in
        ContinuousClock().measure {
          let difference = ModelDifference(from: old, to: new)
          #expect(difference.elements.count == count)
          #expect(!difference.elements.contains { !$0.isRenamed })
        }
      }.min() ?? .zero
    }
    // Quadratic time would be a hundred times as much.
    #expect(duration(1000) < duration(100) * 30)
  }

  @Test func nothingInAModelActsInMarkdownOrOnATerminal() {
    let hostile = [
      "</details><script>alert(1)</script>", "[x](javascript:alert)", "@everyone", "| a | b |",
      "`code` **bold** _it_", "\\u{1B}[31m red", "\\u{202E}txt", "![i](http://a.b/c)", "# head",
      "https://evil.example/", "line\\nbreak",
    ]
    let texts = hostile.enumerated().map { "term T\($0) \"\($1)\" { synonym \"\($1)\" }" }
    let old = version("")
    let new = version(texts.joined(separator: "\n"))
    let third = version(texts.joined(separator: "\n").replacing("synonym \"", with: "synonym \"x"))
    for difference in [ModelDifference(from: old, to: new), ModelDifference(from: new, to: third)] {
      #expect(difference.elements.count == hostile.count)
      let report = DifferenceReport(difference, old: "<b>", new: "@me")
      let markdown = report.markdown
      // What stands behind a backslash is only shown.
      let active = markdown.replacing(/\\./, with: "")
      for piece in ["<script", "](", "@e", "@m", "**bold", "`", "![", "https://", "<b>\n", "| a"] {
        #expect(!active.contains(piece), "\(piece)")
      }
      for text in [markdown, report.text(), report.document.text()] {
        let unsafe = text.unicodeScalars.filter { $0.isUnsafeToShow && $0 != "\n" }
        #expect(unsafe.isEmpty)
      }
    }
  }
}
