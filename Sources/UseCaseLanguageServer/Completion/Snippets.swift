import UseCaseSyntax

/// Proposals for whole statements, made from the vocabulary.
enum Snippets {
  static func clause(_ clause: ClauseInfo) -> Proposal {
    var fields = 0
    var parts = [clause.text]
    for argument in clause.arguments where !argument.isOptional {
      parts.append(field(argument.shape, argument.label, &fields))
    }
    let needsMore = !clause.arguments.filter { !$0.isOptional }.isEmpty
    return Proposal(
      label: clause.text, symbol: .keyword, detail: detail(clause),
      documentation: KeywordDocumentation(clause).markdown,
      text: clause.text + (needsMore ? " " : ""), snippet: parts.joined(separator: " "))
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

  /// A place to be filled in; names and choices are left to be completed.
  private static func field(
    _ shape: ArgumentShape, _ label: String, _ fields: inout Int
  ) -> String {
    fields += 1
    let label = Proposal.escaped(label)
    return switch shape {
    case .text, .texts: "\"${\(fields):\(label)}\""
    case .name, .names, .choice, .date, .step, .score, .scores, .production: "$\(fields)"
    default: "${\(fields):\(label)}"
    }
  }

  /// A declaration with its name, and a body where one belongs to it.
  static func declaration(_ info: DeclarationInfo) -> Proposal {
    let keyword = info.kind.keyword
    var snippet = "\(keyword) ${1:Name}"
    var fields = 1
    var lines: [String] = []
    for clause in info.clauses where clause.occurrence == .required {
      var parts = [clause.text]
      for argument in clause.arguments where !argument.isOptional {
        parts.append(field(argument.shape, argument.label, &fields))
      }
      lines.append(parts.joined(separator: " "))
    }
    if info.kind == .useCase {
      lines += ["actor $2", "", "flow {", "\t1. $3", "}"]
    } else if !lines.isEmpty || !info.members.isEmpty {
      lines.append("$0")
    }
    if !lines.isEmpty {
      snippet += " {\n" + lines.map { $0.isEmpty ? "" : "\t" + $0 }.joined(separator: "\n") + "\n}"
    }
    return Proposal(
      label: keyword, symbol: .snippet, detail: info.kind.noun,
      documentation: KeywordDocumentation(info).markdown, text: keyword + " ", snippet: snippet)
  }

  static func flow(_ block: (text: String, documentation: String, example: String)) -> Proposal {
    let snippet =
      switch block.text {
      case "flow": "flow {\n\t1. $0\n}"
      case "alternative": "alternative ${1:1a} when \"${2:condition}\" {\n\t1. $3\n\tresume $4\n}"
      default: "exception ${1:1a} when \"${2:condition}\" {\n\t1. $3\n\tend failure\n}"
      }
    return Proposal(
      label: block.text, symbol: .snippet,
      documentation: KeywordDocumentation(block.documentation, example: block.example).markdown,
      text: block.text + " ", snippet: snippet)
  }

  static let transitionTails = [Tail("when", .text), Tail("carries", .texts)]
  static let branchTails = [Tail("when", .text)]
}
