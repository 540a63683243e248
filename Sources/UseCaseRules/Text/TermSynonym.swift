import UseCaseModel
import UseCaseSyntax

struct TermSynonym: Rule {
  static let info = RuleInfo(
    name: "term-synonym", category: .text, severity: .info, source: .language,
    summary: "A text says a word for which the glossary has another.",
    fixes: [
      .safe("Writes the word of the glossary for a synonym of several words."),
      .unsafe("Writes it for a single word, which may mean something else."),
    ],
    rationale: """
      Two words for one thing make readers look for a difference; the glossary says which of them \
      is meant.
      """,
    bad: """
      model M { language en }
      /// What a customer means to buy.
      term Basket { synonym "cart" }
      actor Customer
      system Shop {
        usecase PayOrder {
          actor Customer
          precondition "The cart holds an item"
        }
      }
      """,
    good: """
      model M { language en }
      /// What a customer means to buy.
      term Basket { synonym "cart" }
      actor Customer
      system Shop {
        usecase PayOrder {
          actor Customer
          precondition "The [[Basket|basket]] holds an item"
        }
      }
      """)

  static let options = [
    RuleOption(
      "words-left-alone", \TermSynonym.wordsLeftAlone,
      "Words and phrases in which a synonym means something else: 'train ticket'.")
  ]

  private(set) var wordsLeftAlone: [String] = [] {
    didSet { leftAlone = WordChoice(wordsLeftAlone) }
  }
  private var leftAlone = WordChoice()

  func check(_ model: Model, in context: RuleContext, report: inout Findings) {
    guard let glossary = context.glossary else { return }
    for element in model.elements where element.kind != .extensionPoint {
      check(element, glossary, &report)
    }
  }

  private func check(_ element: Element, _ glossary: Glossary, _ report: inout Findings) {
    for declaration in element.declarations {
      let syntax = declaration.syntax
      let tree = syntax.tree
      tree.forEachChild(of: syntax.index) { child, node in
        guard isSaid(node, element.kind) else { return }
        for index in child..<tree.endOfNode(child) where isText(tree.nodes[index].kind) {
          let range = tree.nodes[index].range
          let found = tree.source.bytes.withUnsafeBufferPointer {
            kept(glossary.matches(in: $0, range), in: $0, range, besides: element)
          }
          if !found.isEmpty { add(found, in: tree.source, element, &report) }
        }
      }
    }
    checkName(element, glossary, &report)
  }

  /// The words of customers, paths and numbers are left as they are, and so are names.
  private func isSaid(_ node: Node, _ kind: ElementKind) -> Bool {
    switch node.kind {
    case .description, .flow, .branch: true
    case .title: !Glossary.isProperName(kind)
    case .clause: !TermSynonym.clausesLeftAlone.contains(node.keyword)
    default: false
    }
  }

  private func isText(_ kind: NodeKind) -> Bool {
    kind == .text || kind == .title || kind == .description
  }

  private static let clausesLeftAlone: Set<Keyword> = [
    Clauses.quote.keyword, Clauses.feels.keyword, Clauses.thinks.keyword, Clauses.synonym.keyword,
    Clauses.id.keyword, Clauses.version.keyword, Clauses.link.keyword, Clauses.verifiedBy.keyword,
    Clauses.data.keyword, Clauses.activity.keyword, Clauses.column.keyword,
    Clauses.formula.keyword, Clauses.evidence.keyword, Clauses.benchmark.keyword,
  ]

  /// A term's own texts may name its synonyms.
  private func kept(
    _ matches: [Glossary.Match], in bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>,
    besides element: Element
  ) -> [Glossary.Match] {
    let others = matches.filter { $0.term.id != element.id }
    guard !others.isEmpty else { return [] }
    let words = WordReader.words(of: bytes, range)[...]
    return others.filter { match in
      guard let first = words.firstIndex(where: { $0.range.upperBound > match.range.lowerBound })
      else { return true }
      let covered = first..<min(first + match.wordCount, words.endIndex)
      return !leftAlone.covers(covered, in: words) && !isOtherMeaning(covered, words)
    }
  }

  /// "buys a train ticket", "carts the stones away".
  private func isOtherMeaning(_ range: Range<Int>, _ words: ArraySlice<Word>) -> Bool {
    let next = range.upperBound < words.endIndex ? words[range.upperBound] : nil
    if let next, next.marks.isEmpty, next.kinds.contains(.determiner) { return true }
    // The first word is a verb or a name.
    guard range.lowerBound > words.startIndex + 1, words[range.lowerBound].marks.isEmpty else {
      return false
    }
    let before = words[range.lowerBound - 1].kinds
    return before.contains(.noun) && before.isDisjoint(with: [.thirdPerson, .link, .closed])
  }

  private func add(
    _ found: [Glossary.Match], in source: SourceText, _ element: Element, _ report: inout Findings
  ) {
    guard let first = found.first else { return }
    let edits = found.map { TermReplacement($0, in: source).edit }
    let words = found.map { source[$0.range] }
    report.add(
      "the glossary has '\(first.term.title)' for '\(visible(words[0]))'",
      at: source.place(first.range),
      labels: [Label("the term", at: first.term.place)]
        + found.dropFirst().map { match in
          Label("'\(match.term.title)' is meant here", at: source.place(match.range))
        },
      fixes: [
        Fix(
          found.count == 1
            ? "write '\(visible(edits[0].replacement))'" : "write the words of the glossary",
          edits: edits, isSafe: found.allSatisfy { $0.wordCount > 1 })
      ], about: element)
  }

  /// A name that makes a title; other places name it, too, so that nothing is replaced.
  private func checkName(_ element: Element, _ glossary: Glossary, _ report: inout Findings) {
    guard !Glossary.isProperName(element.kind), element.declaration?.title == nil,
      let title = ElementTitle(element)
    else { return }
    let found = title.bytes.withUnsafeBufferPointer {
      kept(glossary.matches(in: $0, 0..<$0.count), in: $0, 0..<$0.count, besides: element)
    }
    guard let first = found.first else { return }
    let words = String(decoding: title.bytes[first.range], as: UTF8.self)
    report.add(
      "the glossary has '\(first.term.title)' for '\(visible(words))'",
      at: title.place(ofBytes: first.range), labels: [Label("the term", at: first.term.place)],
      help: ["give the element that name, wherever it is named, or a title of its own"],
      about: element)
  }
}
