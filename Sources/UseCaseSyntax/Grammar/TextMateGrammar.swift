/// The grammar for highlighting in editors (TextMate, scope `source.usecase`), as JSON.
///
/// Editors read line by line without a parser: a keyword counts where a statement begins.
public func grammarTextMate() -> String {
  let repository: [(String, JSON)] = [
    ("comments", patterns(comments)), ("steps", patterns(steps)), ("texts", patterns(texts)),
    ("links", patterns([links])), ("declarations", patterns([declarations])),
    ("clauses", patterns(choices + [clauses])), ("flows", patterns(flows)),
    ("tails", patterns([tails])), ("values", patterns(values)),
    ("operators", patterns(operators)),
  ]
  let grammar = JSON.object([
    ("name", .string("Use cases")), ("scopeName", .string("source.usecase")),
    ("fileTypes", .array([.string("usecase")])),
    (
      "patterns",
      .array(repository.map(\.0).filter { $0 != "links" }.map { include("#\($0)") })
    ),
    ("repository", .object(repository)),
  ])
  return grammar.text(indentation: 0) + "\n"
}

/// A value of JSON, members in the order given.
private indirect enum JSON {
  case string(String)
  case array([JSON])
  case object([(String, JSON)])

  func text(indentation: Int) -> String {
    let blanks = String(repeating: " ", count: indentation + 2)
    let end = "\n" + String(repeating: " ", count: indentation)
    switch self {
    case .string(let text): return JSON.quoted(text)
    case .array(let items):
      let lines = items.map { blanks + $0.text(indentation: indentation + 2) }
      return "[\n" + lines.joined(separator: ",\n") + end + "]"
    case .object(let members):
      let lines = members.map { key, value in
        blanks + JSON.quoted(key) + ": " + value.text(indentation: indentation + 2)
      }
      return "{\n" + lines.joined(separator: ",\n") + end + "}"
    }
  }

  private static func quoted(_ text: String) -> String {
    "\"" + text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"") + "\""
  }
}

private func patterns(_ patterns: [JSON]) -> JSON {
  .object([("patterns", .array(patterns))])
}

private func include(_ name: String) -> JSON { .object([("include", .string(name))]) }

/// One expression; the scopes of its captures, the first for group 1.
private func match(_ expression: String, _ scope: String? = nil, captures: [String] = []) -> JSON {
  var members: [(String, JSON)] = [("match", .string(expression))]
  if let scope { members.append(("name", .string(scope + ".usecase"))) }
  if !captures.isEmpty { members.append(("captures", captureList(captures))) }
  return .object(members)
}

private func captureList(_ scopes: [String]) -> JSON {
  .object(
    scopes.enumerated().map { index, scope in
      ("\(index + 1)", .object([("name", .string(scope + ".usecase"))]))
    })
}

private func range(_ begin: String, _ end: String, _ scope: String, _ inner: [JSON]) -> JSON {
  .object([
    ("begin", .string(begin)), ("end", .string(end)), ("name", .string(scope + ".usecase")),
    ("patterns", .array(inner)),
  ])
}

// MARK: Words

private let name = #"`?[\p{L}_][\p{L}\p{M}\p{N}_]*(?:-[\p{L}\p{M}\p{N}_]+)*`?"#
private let reference = "\(name)(?:\\.\(name))*"
/// Where a statement begins: on a line, behind a brace, behind a block comment.
private let begin = #"(?:^|(?<=[{}])|(?<=\*/))\s*"#
/// Behind a keyword no word goes on.
private let wordEnd = #"(?![\p{L}\p{M}\p{N}_.-])"#

/// The longest first, so that "success guarantee" wins over "success".
private func anyOf(_ words: [String]) -> String {
  let sorted = Set(words).sorted { ($1.utf8.count, $0) < ($0.utf8.count, $1) }
  return "(" + sorted.map { $0.replacing(" ", with: #"\s+"#) }.joined(separator: "|") + ")"
}

private let comments = [
  match(#"///(?!/).*$"#, "comment.line.documentation"),
  match(#"//.*$"#, "comment.line.double-slash"),
  // A block comment holds block comments.
  range(#"/\*"#, #"\*/"#, "comment.block", [include("#comments")]),
]

private let links = match(
  #"(?<!\\)\[\[("# + reference + #")(?:\|[^\]]*)?\]\]"#, "meta.link.reference",
  captures: ["entity.name.reference"])

private let steps = [
  match(
    #"^\s*(\d+\.)\s+(include)\s+("# + reference + #")\s*$"#,
    captures: ["constant.numeric.step", "keyword.control.include", "entity.name.reference"]),
  range(
    #"^\s*\d+\.(?=\s|$)"#, #"$|(?=\s//)"#, "string.unquoted.step", [include("#links")]),
]

private let escapes = match(#"\\(?:["\\\[nt]|u\{[0-9A-Fa-f]{1,8}\})"#, "constant.character.escape")

private let texts = ["\"\"\"", "\""].map { quotes in
  quotes.count > 1
    ? range(quotes, quotes, "string.quoted.triple", [escapes, include("#links")])
    : range(quotes, quotes + "|$", "string.quoted.double", [escapes, include("#links")])
}

private let declarations = match(
  begin + anyOf(Vocabulary.declarations.map(\.kind.keyword)) + #"\s+("# + name
    + #")(?=\s*(?:[{:"]|$|/))"#,
  captures: ["storage.type.declaration", "entity.name.type"])

/// `kind digital`: a clause whose first argument is a choice.
private let choices: [JSON] = {
  var words: [String: [String]] = [:]
  var order: [String] = []
  for clause in Vocabulary.declarations.flatMap(\.clauses) {
    guard case .choice(let list)? = clause.arguments.first?.shape else { continue }
    if words[clause.text] == nil { order.append(clause.text) }
    words[clause.text, default: []] += list.words
  }
  return order.map { keyword in
    match(
      begin + anyOf([keyword]) + #"\s+"# + anyOf(words[keyword] ?? []) + wordEnd,
      captures: ["keyword.other.clause", "constant.language.choice"])
  }
}()

private let clauses = match(
  begin + anyOf(Vocabulary.declarations.flatMap(\.clauses).map(\.text)) + wordEnd,
  captures: ["keyword.other.clause"])

private let flows = [
  match(
    begin + anyOf(Vocabulary.flowBlocks.map(\.text)) + wordEnd
      + #"(?:\s+((?:\d+(?:-\d+)?|\*)[a-z]+))?"#,
    captures: ["keyword.control.flow", "constant.numeric.anchor"]),
  match(
    begin + anyOf(Vocabulary.closings.map(\.text)) + wordEnd
      + #"(?:\s+(\d+|"# + Outcome.allCases.map(\.rawValue).joined(separator: "|") + "))?",
    captures: ["keyword.control.closing", "constant.language.outcome"]),
]

private let tails = match(
  #"(?<=\s)"#
    + anyOf(
      (Vocabulary.declarations.flatMap(\.clauses).flatMap(\.tails) + Clauses.transitionTails
        + Parser.branchTails).map(\.keyword)) + wordEnd,
  captures: ["keyword.other.tail"])

private let values = [
  match(#"\b\d{4}-\d{2}-\d{2}\b"#, "constant.numeric.date"),
  match(#"-?\b\d+(?:\.\d+)?\s*(?:[%‰]|\p{Sc})"#, "constant.numeric.quantity"),
  match(#"-?\b\d+(?:\.\d+)?(?:\p{L}+\b)?"#, "constant.numeric"),
  match(#"(?<=^|\s)"# + anyOf(Vocabulary.builtInPoints) + wordEnd, "constant.language.point"),
]

private let operators = [
  match("->", "keyword.operator.arrow"), match(#"\.\."#, "keyword.operator.range"),
  match(",", "punctuation.separator"), match(":", "punctuation.separator.parents"),
  match("[{}]", "punctuation.section.block"),
]
