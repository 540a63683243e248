import UseCaseSyntax

/// A clause with the declarations that take it; those that take it for the same share an entry.
struct ClauseUse {
  let clause: ClauseInfo
  fileprivate(set) var declarations: [ElementKind]

  /// The clauses with a keyword, in the order of the vocabulary.
  static func all(of keyword: String) -> [ClauseUse] {
    var uses: [ClauseUse] = []
    for declaration in Vocabulary.declarations {
      for clause in declaration.clauses where clause.text == keyword {
        if let index = uses.firstIndex(where: { $0.clause === clause }) {
          uses[index].declarations.append(declaration.kind)
        } else {
          uses.append(ClauseUse(clause: clause, declarations: [declaration.kind]))
        }
      }
    }
    return uses
  }

  /// "a stage or a touchpoint"
  var places: String {
    declarations.count == Vocabulary.declarations.count
      ? "every declaration" : listed(declarations.map(\.nounWithArticle), with: "or")
  }

  var blocks: [Article.Block] {
    [
      .paragraph(clause.prose),
      .code(clause.form, language: "text"), .paragraph("For example:"), .model(clause.example),
    ]
  }
}

extension Article {
  /// What a clause says, in each declaration that takes it; nil where none does.
  init?(aboutClause keyword: String) {
    let uses = ClauseUse.all(of: keyword)
    guard let first = uses.first else { return nil }
    self.init(keyword)
    if uses.count == 1 {
      blocks = [.paragraph("A clause of \(first.places).")] + first.blocks
    } else {
      blocks = uses.flatMap { [.heading("In \($0.places)")] + $0.blocks }
    }
  }

  /// What may stand behind clauses; nil where no clause has such a tail.
  init?(aboutTail keyword: String) {
    var seen: Set<ObjectIdentifier> = []
    let clauses = Vocabulary.declarations.flatMap(\.clauses).filter { clause in
      clause.tails.contains { $0.keyword == keyword }
        && seen.insert(ObjectIdentifier(clause)).inserted
    }
    guard !clauses.isEmpty else { return nil }
    self.init(
      keyword,
      [
        .paragraph("It may stand behind these clauses:"),
        .entries(clauses.map(\.entryWithExample)),
      ])
  }

  /// Which clauses choose a word; nil where none does.
  init?(aboutWord word: String) {
    var entries: [Entry] = []
    for declaration in Vocabulary.declarations {
      for clause in declaration.clauses where clause.chooses(word) {
        let entry = clause.entry
        guard !entries.contains(where: { $0.term == entry.term }) else { continue }
        entries.append(entry)
      }
    }
    guard !entries.isEmpty else { return nil }
    self.init(word, [.paragraph("A word that these clauses take:"), .entries(entries)])
  }
}

extension ClauseInfo {
  /// Whether a word is one of those that an argument chooses from.
  func chooses(_ word: String) -> Bool {
    arguments.contains { argument in
      if case .choice(let choices) = argument.shape { choices.words.contains(word) } else { false }
    }
  }
}
