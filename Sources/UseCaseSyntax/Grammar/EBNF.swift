/// The grammar of the language in EBNF (ISO/IEC 14977), read from the vocabulary.
///
/// What the lexer decides stands in special sequences, `? … ?`.
public func grammarEBNF() -> String {
  var productions = [GrammarRule(name: "file", definition: block(of: "file member"))]
  productions.append(
    GrammarRule(name: "file member", definition: alternatives(keywords(of: Vocabulary.fileLevel))))
  for declaration in Vocabulary.declarations { productions += grammar(of: declaration) }
  productions.append(
    GrammarRule(
      name: "common clause", definition: alternatives(Clauses.common.map(grammar(of:)))))
  productions += flowProductions + valueProductions
  return ebnfHeader + productions.map(\.text).joined(separator: "\n") + "\n" + lexicalProductions
}

/// A rule of the grammar.
private struct GrammarRule {
  let name: String
  let definition: String

  /// Alternatives stand on lines of their own where they do not fit on one.
  var text: String {
    let line = "\(name) = \(definition) ;"
    if line.count <= 100, !definition.contains("\n") { return line }
    return "\(name)\n  = \(definition.replacing("\n", with: "\n  "))\n  ;"
  }
}

private let ebnfHeader = """
  (* The grammar of `.usecase` files, edition 1, in EBNF (ISO/IEC 14977).

     Generated from the compiler's vocabulary by `GOLDEN=accept swift test`; do not edit.

     Blanks, no-break spaces and comments, `// …` to the end of the line and `/* … */` nested, may
     stand between any two terminals, but in the prose of a step, where `//` needs a blank before
     it, and in a description. Keywords are contextual: any word may be a name. A word in backticks
     is never a keyword.

     What the grammar does not say: how often a clause may stand, which declaration a reference
     means, and which values make sense. *)


  """

/// `{ [ statement ], end }, [ statement ]`: statements end with their line, the last one may end
/// with what closes the block.
private func block(of statement: String) -> String {
  "{ [ \(statement) ], end }, [ \(statement) ]"
}

private func alternatives(_ parts: [String]) -> String {
  let line = parts.joined(separator: " | ")
  return line.count <= 80 ? line : parts.joined(separator: "\n| ")
}

private func keywords(of kinds: KindSet) -> [String] {
  kinds.kinds.map(\.noun.grammarName)
}

/// `"success", "guarantee"`
private func terminals(_ words: String) -> String {
  words.split(separator: " ").map { "\"\($0)\"" }.joined(separator: ", ")
}

private func choice(_ words: [String]) -> String {
  let all = words.map { "\"\($0)\"" }.joined(separator: " | ")
  return words.count == 1 ? all : "( \(all) )"
}

// MARK: Declarations

private func grammar(of declaration: DeclarationInfo) -> [GrammarRule] {
  let name = declaration.kind.noun.grammarName
  var header = "{ description, end }, \(terminals(declaration.kind.keyword)), name, [ text ]"
  if !declaration.parents.isEmpty {
    header += ", [ \":\", references (* \(declaration.parents.plural) *) ]"
  }
  var members = keywords(of: declaration.members)
  if declaration.kind == .useCase { members += ["flow", "branch"] }
  if declaration.kind == .journey { members.append("transition") }
  let own = declaration.clauses.dropLast(Clauses.common.count).map(grammar(of:))
  return [
    GrammarRule(
      name: name, definition: header + ",\n[ \"{\", \(block(of: "\(name) member")), \"}\" ]"),
    GrammarRule(
      name: "\(name) member", definition: alternatives(own + members + ["common clause"])),
  ]
}

private func grammar(of clause: ClauseInfo) -> String {
  let arguments = clause.arguments.map { argument in
    let shape = grammar(of: argument.shape)
    return argument.isOptional ? "[ \(shape) ]" : shape
  }
  let tails = grammar(of: clause.tails)
  return ([terminals(clause.text)] + arguments + (tails.isEmpty ? [] : [tails]))
    .joined(separator: ", ")
}

/// Tails in any order, each once.
private func grammar(of tails: [Tail]) -> String {
  guard !tails.isEmpty else { return "" }
  let choices = tails.indices.map { index in
    let tail = tails[index]
    var others = tails
    others.remove(at: index)
    let rest = grammar(of: others)
    return "\(terminals(tail.keyword)), \(grammar(of: tail.shape))"
      + (rest.isEmpty ? "" : ", \(rest)")
  }
  return "[ \(choices.joined(separator: " | ")) ]"
}

// MARK: Arguments

private func grammar(of shape: ArgumentShape) -> String {
  switch shape {
  case .text: "text"
  case .texts: "texts"
  case .name(let kinds): "reference (* \(kinds.description) *)"
  case .names(let kinds): "references (* \(kinds.plural) *)"
  case .newName: "name"
  case .word: "word"
  case .words: "words"
  case .choice(let choices): choice(choices.words)
  case .number: "number"
  case .score(let range): choice(range.map(String.init))
  case .scores(let range):
    "\(choice(range.map(String.init))), comma, \(choice(range.map(String.init)))"
  case .count: "whole number"
  case .date: "date"
  case .duration: "duration"
  case .quantity: "quantity"
  case .range: "range"
  case .step: "whole number"
  case .percentage: "percentage"
  case .production(.activity): "activity"
  case .production(.filter): "filter"
  }
}

// MARK: Written by hand, as in the parser

private var flowProductions: [GrammarRule] {
  let resume = "\"resume\", [ whole number ]"
  let tails = grammar(of: Clauses.transitionTails)
  return [
    GrammarRule(name: "flow", definition: "\"flow\", \"{\", { [ step ], end }, \"}\""),
    GrammarRule(
      name: "branch",
      definition: "\(choice(Vocabulary.flowBlocks.dropFirst().map(\.text))), anchor, "
        + "\(grammar(of: Parser.branchTails)),\n"
        + "\"{\", { [ step | branch | closing ], end }, [ branch | closing ], \"}\""),
    GrammarRule(
      name: "closing",
      definition: "\(resume) | \"end\", \(choice(Outcome.allCases.map(\.rawValue)))"),
    GrammarRule(name: "step", definition: "step number, ( \"include\", reference | prose )"),
    GrammarRule(
      name: "transition",
      definition: "reference, arrow, reference, [ percentage ],\n  \(tails)\n"
        + "| reference, arrow, reference, arrow, reference, { arrow, reference }\n"
        + "| reference, arrow, reference, comma, reference, { comma, reference }"),
    GrammarRule(
      name: "activity", definition: "text, ( arrow, reference (* a touchpoint *) | \"ignored\" )"),
    GrammarRule(
      name: "filter", definition: alternatives(ViewFilter.allCases.map(grammar(of:)))),
  ]
}

private func grammar(of filter: ViewFilter) -> String {
  func list(_ item: String) -> String { "\(item), { comma, \(item) }" }
  let values =
    switch filter {
    case .priority: list(choice(Priority.allCases.map(\.rawValue)))
    case .status: list(choice(Status.allCases.map(\.rawValue)))
    case .tag: "words"
    case .actor: "references (* actors *)"
    case .timebox: "references (* timeboxes *)"
    case .owner: "references (* \(KindSet.who.plural) *)"
    }
  return "\"\(filter.rawValue)\", \(values)"
}

private let valueProductions = [
  GrammarRule(name: "texts", definition: "text, { comma, text }"),
  GrammarRule(name: "references", definition: "reference, { comma, reference }"),
  GrammarRule(name: "words", definition: "word, { comma, word }"),
  GrammarRule(name: "quantity", definition: "number, [ \"%\" | unit ]"),
  GrammarRule(name: "percentage", definition: "number, \"%\""),
  GrammarRule(
    name: "duration", definition: "number, \(choice(Quantity.durationUnits))"),
  GrammarRule(name: "range", definition: "number, \"..\", number"),
  GrammarRule(name: "comma", definition: "\",\", { end }"),
  GrammarRule(name: "arrow", definition: "\"->\", { end }"),
]

private let lexicalProductions = #"""

  (* What the lexer decides. *)

  end = ? the end of a line: LF, CR LF or CR ? ;
  name = ? a word: a letter or "_" (XID_Start), then letters, marks, digits, "_" (XID_Continue), and "-" between two of these; or such a word in backticks ? ;
  word = ? a word as in a name, without dots ? ;
  reference = ? one or more names with "." between them and no blanks ? ;
  text = ? characters between two quotation marks on one line, or between two triples of them, with the escapes \" \\ \[ \n \t \u{…} and with links [[Name]] and [[Name|words]] ? ;
  number = ? digits, with "-" before and "." and digits behind them if need be ? ;
  whole number = ? digits ? ;
  date = ? year, month and day as in 2026-10-01 ? ;
  unit = ? a word that is no tail of the clause, "‰", a currency sign, or a text ? ;
  anchor = ? a step, two steps with "-" between them or "*", then small letters: 3a, 2-4a, *a ? ;
  step number = ? digits and a full stop at the beginning of a line ? ;
  prose = ? whatever stands on the rest of the line, with links ? ;
  description = ? "///" and the rest of the line, in Markdown with links ? ;

  """#

extension String {
  /// A noun as the name of a production: small letters and blanks.
  fileprivate var grammarName: String { lowercased() }
}

extension KindSet {
  /// "actors, roles or stakeholders"
  fileprivate var plural: String {
    self == .any ? "declarations" : listed(kinds.map(\.plural), with: "or")
  }
}
