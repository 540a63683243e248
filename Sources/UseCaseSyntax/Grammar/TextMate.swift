/// The grammar for highlighting in editors (TextMate, scope `source.usecase`), as JSON.
///
/// Editors read line by line without a parser: a keyword counts where a statement begins.
public func grammarTextMate() -> String {
  let repository: [(String, [JSONValue])] = [
    ("comments", comments), ("blocks", [blocks]), ("steps", steps), ("texts", texts),
    ("links", [links]),
    ("declarations", declarations), ("clauses", clauses), ("flows", flows), ("tails", tails),
    ("values", values), ("operators", operators),
  ]
  let grammar: JSONValue = [
    "name": "Use cases", "scopeName": "source.usecase", "fileTypes": ["usecase"],
    "patterns": .array(
      repository.map(\.0).filter { !["links", "blocks"].contains($0) }.map { include("#\($0)") }),
    "repository": .object(
      repository.map { JSONValue.Member($0.0, ["patterns": .array($0.1)]) }),
  ]
  return grammar.text() + "\n"
}

private func include(_ name: String) -> JSONValue { ["include": .string(name)] }

private func scopeName(_ name: String) -> JSONValue { .string(name + ".usecase") }

/// What is done with a group of an expression.
private enum Capture {
  case scope(String)
  case patterns([JSONValue])

  var json: JSONValue {
    switch self {
    case .scope(let name): ["name": scopeName(name)]
    case .patterns(let patterns): ["patterns": .array(patterns)]
    }
  }
}

extension Capture: ExpressibleByStringLiteral {
  init(stringLiteral value: String) { self = .scope(value) }
}

/// One expression; what its groups are, the first for group 1.
private func match(
  _ expression: String, _ name: String? = nil, captures: [Capture] = []
) -> JSONValue {
  var members = [JSONValue.Member("match", .string(expression))]
  if let name { members.append(.init("name", scopeName(name))) }
  if !captures.isEmpty { members.append(.init("captures", list(captures))) }
  return .object(members)
}

private func list(_ captures: [Capture]) -> JSONValue {
  .object(captures.enumerated().map { JSONValue.Member("\($0.offset + 1)", $0.element.json) })
}

private func range(
  _ begin: String, _ end: String, _ name: String, _ inner: [JSONValue], captures: [Capture] = []
) -> JSONValue {
  var members = [JSONValue.Member("begin", .string(begin)), .init("end", .string(end))]
  members.append(.init("name", scopeName(name)))
  if !captures.isEmpty { members.append(.init("beginCaptures", list(captures))) }
  members.append(.init("patterns", .array(inner)))
  return .object(members)
}

// MARK: Words

private let name = #"`?[\p{L}_][\p{L}\p{M}\p{N}_]*(?:-[\p{L}\p{M}\p{N}_]+)*`?"#
private let reference = "\(name)(?:\\.\(name))*"
/// Where a statement begins: on a line, behind a brace, behind a block comment.
private let begin = #"(?:^|(?<=[{}])|(?<=\*/))\s*"#
/// Behind a keyword no word goes on.
private let wordEnd = #"(?![\p{L}\p{M}\p{N}_.-])"#
/// Not `flow -> Pay`, where the word is a touchpoint's name.
private let noArrow = #"(?!\s*->)"#

private func anyOf(_ words: [String]) -> String {
  let words = GrammarWords.longestFirst(words)
  return "(" + words.map { $0.replacing(" ", with: #"\s+"#) }.joined(separator: "|") + ")"
}

private let comments = [
  range(#"///(?!/)"#, "$", "comment.line.documentation", [code, links]),
  match(#"//.*$"#, "comment.line.double-slash"),
  include("#blocks"),
]

/// A block comment holds block comments.
private let blocks = range(#"/\*"#, #"\*/"#, "comment.block", [include("#blocks")])

/// In Markdown code, brackets are no link.
private let code = match("`[^`]*`", "markup.inline.raw")

private let links = match(
  #"(?<!\\)\[\[("# + reference + #")(?:\|[^\]]*)?\]\]"#, "meta.link.reference",
  captures: ["entity.name.reference"])

private let steps = [
  match(
    #"^\s*(\d+\.)\s+(include)\s+("# + reference + #")\s*(//.*)?$"#,
    captures: [
      "constant.numeric.step", "keyword.control.include", "entity.name.reference",
      "comment.line.double-slash",
    ]),
  range(
    #"^\s*(\d+\.)(?=\s|$)"#, #"$|(?=\s//)"#, "string.unquoted.step", [links],
    captures: ["constant.numeric.step"]),
]

private let escapes = match(#"\\(?:["\\\[nt]|u\{[0-9A-Fa-f]{1,8}\})"#, "constant.character.escape")

private let texts = ["\"\"\"", "\""].map { quotes in
  quotes.count > 1
    ? range(quotes, quotes, "string.quoted.triple", [escapes, links])
    : range(quotes, quotes + "|$", "string.quoted.double", [escapes, links])
}

private let declarations: [JSONValue] = {
  let captures: [Capture] = ["storage.type.declaration", "entity.name.type"]
  let words = GrammarWords.declarations
  let unambiguous = words.filter { !GrammarWords.ambiguous.contains($0) }
  let end = #"(?=\s*(?:$|/|\}))"#
  return [
    match(begin + anyOf(words) + #"\s+("# + name + #")(?=\s*[{:"])"#, captures: captures),
    match("^" + anyOf(words) + #"\s+("# + name + ")" + end, captures: captures),
    match(begin + anyOf(unambiguous) + #"\s+("# + name + ")" + end, captures: captures),
  ]
}()

/// `kind digital`, `influences Name strong`, `only priority must, should`, `extension point Name`.
private let clauses: [JSONValue] = {
  func choice(_ words: [String]) -> JSONValue {
    match(anyOf(words) + wordEnd, captures: ["constant.language.choice"])
  }
  let first = GrammarWords.choices.map { clause, words in
    match(
      begin + anyOf([clause]) + #"\s+"# + anyOf(words) + wordEnd,
      captures: ["keyword.other.clause", "constant.language.choice"])
  }
  let behindName = GrammarWords.choicesBehindName.map { clause, words in
    match(
      begin + anyOf([clause]) + #"\s+("# + reference + #")\s+"# + anyOf(words) + wordEnd,
      captures: ["keyword.other.clause", "entity.name.reference", "constant.language.choice"])
  }
  let filters = GrammarWords.filterChoices.map { filter, words in
    match(
      begin + anyOf(GrammarWords.filtering) + #"\s+("# + filter + #")\s+([^/{}]*)"#,
      captures: [
        "keyword.other.clause", "constant.language.choice",
        .patterns([choice(words), include("#operators")]),
      ])
  }
  let otherFilters = match(
    begin + anyOf(GrammarWords.filtering) + #"\s+"# + anyOf(GrammarWords.filters) + wordEnd,
    captures: ["keyword.other.clause", "constant.language.choice"])
  let naming = match(
    begin + anyOf(GrammarWords.naming) + #"\s+("# + name + ")",
    captures: ["keyword.other.clause", "entity.name.type"])
  let plain = match(
    begin + anyOf(GrammarWords.clauses) + wordEnd + noArrow, captures: ["keyword.other.clause"])
  return first + behindName + filters + [otherFilters, naming, plain]
}()

private let flows = [
  match(
    begin + anyOf(GrammarWords.flowBlocks) + wordEnd + noArrow
      + #"(?:\s+((?:\d+(?:-\d+)?|\*)[a-z]+))?"#,
    captures: ["keyword.control.flow", "constant.numeric.anchor"]),
  match(
    begin + anyOf(GrammarWords.closings) + wordEnd + noArrow + #"(?:\s+(?:(\d+)|"#
      + anyOf(GrammarWords.outcomes) + "))?",
    captures: [
      "keyword.control.closing", "constant.numeric.anchor", "constant.language.outcome",
    ]),
]

private let tails = [
  match(
    #"(?<=\s)"# + anyOf(GrammarWords.stepTails) + #"\s+(\d+)"#,
    captures: ["keyword.other.tail", "constant.numeric.anchor"]),
  match(
    #"(?<=\s)"# + anyOf(GrammarWords.tails) + wordEnd + #"(?!\s*(?:->|,|$))"#,
    captures: ["keyword.other.tail"]),
]

private let values = [
  match(#"\b\d{4}-\d{2}-\d{2}\b"#, "constant.numeric.date"),
  match(#"-?\b\d+(?:\.\d+)?\s*(?:[%‰]|\p{Sc})"#, "constant.numeric.quantity"),
  match(
    #"-?\b\d+(?:\.\d+)?(?:\p{L}+\b|\s+(?!"# + anyOf(GrammarWords.tails) + #"\b)"# + name + ")?",
    "constant.numeric"),
  match(
    #"(?:^|(?<=\s))"# + anyOf(GrammarWords.points) + wordEnd, "constant.language.point"),
]

private let operators = [
  match("->", "keyword.operator.arrow"), match(#"\.\."#, "keyword.operator.range"),
  match(",", "punctuation.separator"), match(":", "punctuation.separator.parents"),
  match("[{}]", "punctuation.section.block"),
]
