import UseCaseReport
import UseCaseSyntax

/// Findings of every shape, each with the texts it stands in.
enum Samples {
  static let all: [(name: String, report: Report)] = [
    ("other-file", otherFile),
    ("one-line", oneLine),
    ("several-lines", severalLines),
    ("crossing-lines", crossingLines),
    ("wide", wide),
    ("unsafe", unsafe),
    ("long-line", longLine),
    ("ends", ends),
  ]

  static func report(_ findings: [Diagnostic], _ texts: MarkedText..., prefix: String = "")
    -> Report
  {
    Report(models: [
      ReportedModel(findings: findings, sources: texts.map(\.source), prefix: prefix)
    ])
  }

  static var otherFile: Report {
    let shop = MarkedText(
      "shop.usecase", "system Shop {\n  usecase CheckOut {\n    actor ⟦1Custmer⟧1\n  }\n}\n")
    let actors = MarkedText(
      "people/actors.usecase",
      String(repeating: "\n", count: 99) + "/// Whoever buys.\nactor ⟦1Customer⟧1\n")
    let finding = Diagnostic(
      rule: "unknown-reference", severity: .error, message: "no actor is called 'Custmer'",
      at: shop[1], labels: [Label("this one is near", at: actors[1])],
      notes: ["actors were looked for in the model 'Fellmark'\nand in what it builds on"],
      fixes: [Fix("replace it by 'Customer'", edits: [Edit(shop[1], replacement: "Customer")])],
      element: "usecase CheckOut")
    return report([finding], shop, actors, prefix: "examples/fellmark/")
  }

  static var oneLine: Report {
    let text = MarkedText("a.usecase", "⟦0x⟧0 actor ⟦1One⟧1, ⟦2Two⟧2, ⟦3Three⟧3\nactor ⟦4One⟧4\n")
    let labels = [
      Label("the second", at: text[2]), Label("the third", at: text[3]),
      Label("", at: text[0]), Label("again", at: text[4]),
    ]
    let finding = Diagnostic(
      rule: "duplicate", severity: .warning, message: "'One' stands twice", at: text[1],
      caption: "the first", labels: labels, help: ["remove one of them"])
    return report([finding], text)
  }

  static var severalLines: Report {
    let text = MarkedText(
      "flow.usecase",
      "usecase Pay {\n  ⟦1flow {\n    1. A pays\n    2. B thanks\n    3. A leaves\n  }⟧1\n"
        + "  alternative ⟦21a⟧2 {\n    resume ⟦39\n  }\n⟧3}\n")
    let finding = Diagnostic(
      rule: "branch-anchor-missing", severity: .error, message: "there is no step 9",
      at: text[3], caption: "to its end",
      labels: [Label("the flow has 3 steps", at: text[1]), Label("the branch", at: text[2])])
    return report([finding], text)
  }

  static var crossingLines: Report {
    let text = MarkedText("a.usecase", "a ⟦1b {\n  c ⟦2d {\n  }⟧1 e\n}⟧2\n⟦3f⟧3\n\n")
    let finding = Diagnostic(
      rule: "sample", severity: .info, message: "two marks cross", at: text[1], caption: "first",
      labels: [Label("second", at: text[2]), Label("third", at: text[3])])
    return report([finding], text)
  }

  static var wide: Report {
    let text = MarkedText(
      "wide.usecase", "\tactor\t⟦1顧客⟧1 \"👩‍🚀 und ⟦2e\u{301}t\u{E9}⟧2\"\n")
    let finding = Diagnostic(
      rule: "sample", severity: .warning, message: "'顧客' is wide", at: text[1],
      caption: "顧客 two columns each", labels: [Label("one each", at: text[2])])
    return report([finding], text)
  }

  static var unsafe: Report {
    let text = MarkedText(
      "bidi\u{202E}.usecase", "actor \"⟦1a\u{202E}b⟧1\u{1B}[31m\u{0}\" ⟦2c⟧2\r\nactor D\r\n")
    let finding = Diagnostic(
      rule: "unsafe-character", severity: .warning,
      message: "'a\u{202E}b' holds a bidi control\nand more", at: text[1],
      caption: "\u{1B}[2Jhere", labels: [Label("behind it", at: text[2])],
      notes: ["\u{7}bell"])
    return report([finding], text)
  }

  static var longLine: Report {
    let filler = String(repeating: "lorem ipsum ", count: 30)
    let text = MarkedText(
      "long.usecase", "note \"\(filler)⟦1here⟧1 \(filler)⟦2\(filler)⟧2\(filler)\"\n")
    let finding = Diagnostic(
      rule: "sample", severity: .error, message: "a long line", at: text[1], caption: "a word",
      labels: [Label("a stretch", at: text[2])])
    return report([finding], text)
  }

  /// At the very end of a file, in an empty file, and in a file that is not there.
  static var ends: Report {
    let text = MarkedText("end.usecase", "actor A {\n⟦1⟧1")
    let bare = MarkedText("bare.usecase", "actor A: ⟦1⟧1")
    let empty = MarkedText("empty.usecase", "")
    func finding(_ place: Place) -> Diagnostic {
      Diagnostic(rule: "syntax", severity: .error, message: "expected '}'", at: place)
    }
    let findings = [
      finding(text[1]), finding(bare[1]), finding(empty[1]),
      finding(Place(path: "missing.usecase", range: 3..<9)),
      finding(bare.source.place(900..<1_000)),
    ]
    return report(findings, text, bare, empty)
  }
}
