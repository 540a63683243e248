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
    for tree in context.facts.ownTrees { check(tree, glossary, context, &report) }
  }

  private func check(
    _ tree: SyntaxTree, _ glossary: Glossary, _ context: RuleContext, _ report: inout Findings
  ) {
    for text in texts(of: tree, glossary) {
      let declaration = SyntaxNode(tree: tree, index: text.declaration)
      guard let element = context.facts.element(declaredAt: declaration) else { continue }
      if text.isName {
        checkName(element, glossary, &report)
      } else {
        let found = tree.source.bytes.withUnsafeBufferPointer {
          kept(text.matches, in: $0, tree.nodes[text.node].range, besides: element)
        }
        if !found.isEmpty { add(found, in: tree.source, element, &report) }
      }
    }
  }

  // MARK: What is said

  /// A text with synonyms, or a name that makes a title and may hold some.
  private struct Text {
    let node: Int
    /// The innermost declaration around it.
    let declaration: Int
    let matches: [Glossary.Match]
    var isName: Bool { matches.isEmpty }
  }

  /// The texts of a file that say synonyms. The words of customers, paths and numbers are left as
  /// they are, and so are names of things.
  private func texts(of tree: SyntaxTree, _ glossary: Glossary) -> [Text] {
    var texts: [Text] = []
    // The declarations around a node, and where they end.
    var open: [(node: Int, end: Int, isSentence: Bool)] = []
    tree.nodes.withUnsafeBufferPointer { nodes in
      tree.source.bytes.withUnsafeBufferPointer { bytes in
        var index = 0
        while index < nodes.count {
          while let last = open.last, index >= last.end { open.removeLast() }
          let node = nodes[index]
          let current = open.last
          var next = index + 1
          switch node.kind {
          case .declaration:
            let kind = ElementKind(rawValue: UInt8(truncatingIfNeeded: node.tag))
            let isSentence = kind.map { !Glossary.isProperName($0) } ?? false
            open.append((index, tree.endOfNode(index), isSentence))
          case .clause where TermSynonym.clausesLeftAlone.contains(node.keyword):
            next = tree.endOfNode(index)
          case .name:
            guard let current, current.isSentence, nodes[index - 1].kind != .clause,
              next == nodes.count || nodes[next].kind != .title,
              glossary.mayHold(bytes, node.range)
            else { break }
            texts.append(Text(node: index, declaration: current.node, matches: []))
          case .text, .description, .title:
            guard let current, node.kind != .title || current.isSentence else { break }
            let matches = glossary.matches(in: bytes, node.range)
            guard !matches.isEmpty else { break }
            texts.append(Text(node: index, declaration: current.node, matches: matches))
          default: break
          }
          index = next
        }
      }
    }
    return texts
  }

  private static let clausesLeftAlone: ClauseSet = {
    let keywords = [
      Clauses.quote.keyword, Clauses.feels.keyword, Clauses.thinks.keyword,
      Clauses.synonym.keyword, Clauses.id.keyword, Clauses.version.keyword, Clauses.link.keyword,
      Clauses.verifiedBy.keyword, Clauses.data.keyword, Clauses.image.keyword,
      Clauses.activity.keyword,
      Clauses.column.keyword, Clauses.formula.keyword, Clauses.evidence.keyword,
      Clauses.benchmark.keyword,
    ]
    var set = ClauseSet()
    for keyword in keywords { _ = set.insert(keyword, ClauseNumbers.shared) }
    return set
  }()

  /// A term's own texts may name its synonyms.
  private func kept(
    _ matches: [Glossary.Match], in bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>,
    besides element: Element
  ) -> [Glossary.Match] {
    let others = matches.filter { $0.term.id != element.id }
    guard !others.isEmpty else { return [] }
    let words = WordReader.words(of: bytes, range)[...]
    // Both stand in the order of the text.
    var first = words.startIndex
    return others.filter { match in
      while first < words.endIndex, words[first].range.upperBound <= match.range.lowerBound {
        first += 1
      }
      let covered = first..<min(first + match.wordCount, words.endIndex)
      guard !covered.isEmpty else { return true }
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
    guard let title = ElementTitle(element) else { return }
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
