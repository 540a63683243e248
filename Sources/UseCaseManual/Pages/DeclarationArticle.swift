import UseCaseSyntax

extension Article {
  /// What a declaration is, where it stands and what it takes. In the reference, what every
  /// declaration takes is said once, and each clause has an example.
  public init(about declaration: DeclarationInfo, inReference: Bool = false) {
    let kind = declaration.kind
    self.init(
      kind.keyword,
      [
        .paragraph(declaration.documentation + " " + Article.places(of: declaration)),
        .model(declaration.example),
      ])
    let own = declaration.clauses.dropLast(Vocabulary.commonClauses.count)
    if !own.isEmpty {
      blocks += [
        .heading("Clauses"),
        .entries(own.map { inReference ? $0.entryWithExample : $0.entry }),
      ]
    }
    blocks += Article.further(in: kind)
    guard !inReference else { return }
    blocks += [
      .heading("What every declaration takes"),
      .entries(Vocabulary.commonClauses.map(\.entry)),
    ]
  }

  /// What every declaration takes.
  static let commonClauses = Article(
    "What every declaration takes",
    [
      .paragraph(
        """
        Without an owner of its own, a touchpoint or a moment of truth has its stage's, then its \
        journey's; a use case its system's; a timebox its increment's.
        """),
      .entries(Vocabulary.commonClauses.map(\.entryWithExample)),
    ])

  /// Where it stands, and what stands in it.
  private static func places(of declaration: DeclarationInfo) -> String {
    let kind = declaration.kind
    var sentences: [String] = []
    let around = Vocabulary.declarations.filter { $0.members.contains(kind) }.map(\.kind)
    if Vocabulary.fileLevel.contains(kind) {
      let others = around.filter { $0 != .package }.map(\.nounWithArticle)
      let isInPackages = around.contains(.package)
      let places =
        ["at the top of a file"] + (isInPackages ? ["in a package"] : [])
        + others.map { "in \($0)" }
      sentences.append("It stands \(listed(places, with: "or")).")
    } else {
      sentences.append("It stands in \(listed(around.map(\.nounWithArticle), with: "or")).")
    }
    if kind != .package, !declaration.members.isEmpty {
      sentences.append("\(listed(declaration.members.kinds.map(\.plural))) stand in it.")
      sentences[1] = sentences[1].prefix(1).uppercased() + sentences[1].dropFirst()
    }
    if !declaration.parents.isEmpty {
      let names = listed(declaration.parents.kinds.map(\.plural), with: "or")
      sentences.append("Behind a colon stand the \(names) that it specialises.")
    }
    return sentences.joined(separator: " ")
  }

  /// What stands in it besides clauses and declarations.
  private static func further(in kind: ElementKind) -> [Block] {
    switch kind {
    case .useCase: [.heading("Flow and branches"), .entries(FlowPages.all.map(\.entry))]
    case .journey: [.heading("Transitions")] + FlowPages.transition.blocks
    default: []
    }
  }
}
