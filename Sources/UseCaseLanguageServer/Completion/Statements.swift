import UseCaseSyntax

/// Proposals for whole statements.
enum Statements {
  static func clause(_ clause: ClauseInfo) -> Proposal {
    let needsMore = clause.arguments.contains { !$0.isOptional }
    return Proposal(
      label: clause.text, symbol: .keyword, detail: detail(clause),
      documentation: KeywordDocumentation(clause).markdown,
      text: clause.text + (needsMore ? " " : ""), snippet: Snippet(clause, .proposed).text)
  }

  private static func detail(_ clause: ClauseInfo) -> String {
    let arguments = clause.arguments.map { argument -> String in
      if case .choice(let choices) = argument.shape, choices.words.count < 8 {
        return choices.words.joined(separator: " | ")
      }
      return argument.label
    }
    return (arguments + clause.tails.map { "[\($0.keyword) …]" }).joined(separator: " ")
  }

  static func declaration(_ info: DeclarationInfo) -> Proposal {
    let keyword = info.kind.keyword
    return Proposal(
      label: keyword, symbol: .snippet, detail: info.kind.noun,
      documentation: KeywordDocumentation(info).markdown, text: keyword + " ",
      snippet: Snippet(info, .proposed).text)
  }

  static func flow(_ block: (text: String, documentation: String, example: String)) -> Proposal {
    Proposal(
      label: block.text, symbol: .snippet,
      documentation: KeywordDocumentation(block.documentation, example: block.example).markdown,
      text: block.text + " ", snippet: Snippet(flow: block.text, .proposed).text)
  }

  static let transitionTails = [Tail("when", .text), Tail("carries", .texts)]
  static let branchTails = [Tail("when", .text)]
}
