import UseCaseModel
import UseCaseSyntax

struct UnusableImage: Rule {
  static let info = RuleInfo(
    name: "unusable-image", category: .references, severity: .error, source: .language,
    summary: "The picture of an element is not there, or is none that a page can show.",
    rationale: """
      The site takes its pictures along: what lies elsewhere may change or vanish, and a picture \
      that is fetched from the web tells others who reads the site.
      """,
    bad: """
      persona Ronja { image "https://example.org/ronja.png" }
      """,
    good: """
      persona Ronja { image "pictures/ronja.png" }
      """)

  func check(_ element: Element, in context: RuleContext, report: inout Findings) {
    guard context.clauses(of: element).contains(Clauses.image), let place = element.image,
      let text = element.first(Clauses.image)?.text
    else { return }
    switch place {
    case .file(let path): check(path, text, in: context, &report)
    case .webAddress:
      report.add(
        "a picture is a file of the model, not a web address", at: text.syntax.place,
        help: ["put the picture beside the model's files, and name it there"])
    case .absolute:
      report.add(
        "the path of a picture is relative to this file", at: text.syntax.place,
        help: ["put the picture beside the model's files, and name it there"])
    case .outside:
      report.add(
        "'\(text.string)' leads out of the model's folder", at: text.syntax.place,
        help: ["put the picture beside the model's files, and name it there"])
    case .unreadable:
      report.add("this is no path of a picture", at: text.syntax.place, help: [Self.kinds])
    case .noPicture:
      report.add(
        "a picture is a PNG, JPEG, GIF or WebP file, and '\(text.string)' does not end like one",
        at: text.syntax.place, help: [Self.kinds])
    }
  }

  private func check(
    _ path: String, _ text: TextSyntax, in context: RuleContext, _ report: inout Findings
  ) {
    if context.misnamedPictures.contains(path) {
      let kind = path.split(separator: ".").last.map { $0.uppercased() + " " } ?? ""
      report.add(
        "'\(path)' has the name of a \(kind)picture, but holds something else",
        at: text.syntax.place,
        help: ["save it as PNG, JPEG, GIF or WebP, with the ending that belongs to it"])
    }
    guard let pictures = context.pictures, !pictures.contains(path) else { return }
    let file = text.syntax.tree.source.path
    let message = "there is no picture '\(path)' in the model's folder"
    if let same = context.picturesByLetters[path.lowercased()], same.count == 1 {
      let meant = ImagePlace.text(for: same[0], in: file)
      report.add(
        message, at: text.syntax.place,
        help: ["'\(meant)' is there: capitals count in the names of files"],
        fixes: [Self.fix(text, to: meant)].compactMap { $0 })
      return
    }
    let meant = context.facts.spelling.words(meantBy: path, among: context.sortedPictures).first
      .map { ImagePlace.text(for: $0, in: file) }
    report.add(
      message, at: text.syntax.place, help: meant.map { ["did you mean '\($0)'?"] } ?? [])
  }

  /// Nil where the path would have to be escaped.
  private static func fix(_ text: TextSyntax, to path: String) -> Fix? {
    guard !path.contains(where: { "\"\\[]".contains($0) || $0.isNewline }) else { return nil }
    return Fix(
      "write it as '\(path)'", edits: [Edit(text.syntax.place, replacement: "\"\(path)\"")])
  }

  private static let kinds =
    "name a file that ends in \(listed(ImagePlace.endings.map { "'.\($0)'" }, with: "or"))"
}
