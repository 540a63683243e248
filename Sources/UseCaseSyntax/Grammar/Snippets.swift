/// A statement with places to be filled in, in the notation that the Language Server Protocol and VS
/// Code share: `${1:Name}` with the words that stand there first, and `$0` where the cursor ends.
public struct Snippet: Sendable {
  /// Who says what belongs into the places.
  public enum Filling: Sendable {
    /// The snippet: words, and the choices to pick from.
    case shown
    /// A language server: places for names and choices are left empty for what it proposes, and what
    /// need not stand is left to it.
    case proposed
  }

  /// Without line ends; tabs indent.
  public private(set) var lines: [String]

  /// The lines as they are put into a file.
  public var text: String { lines.joined(separator: "\n") }

  /// A declaration with the clauses that it needs.
  public init(_ info: DeclarationInfo, _ filling: Filling) {
    var fields = Fields(filling)
    var header = "\(info.kind.keyword) \(fields.words("Name"))"
    if filling == .shown { header += " \"\(fields.words("Title"))\"" }
    var body = info.clauses.filter { $0.occurrence == .required }.map { fields.clause($0) }
    if info.kind == .useCase {
      body += [
        "actor \(fields.name("Actor"))", "flow {", "\t1. \(fields.name("Actor does it"))", "}",
      ]
    }
    let needsBody = filling == .shown || !body.isEmpty || !info.members.isEmpty
    lines = needsBody ? [header + " {"] + (body + ["$0"]).map { "\t" + $0 } + ["}"] : [header]
  }

  /// A clause with the arguments that it needs.
  public init(_ clause: ClauseInfo, _ filling: Filling) {
    var fields = Fields(filling)
    lines = [fields.clause(clause)]
  }

  /// A block of steps by its first word.
  public init(flow keyword: String, _ filling: Filling) {
    var fields = Fields(filling)
    guard keyword != "flow" else {
      lines = ["flow {", "\t1. \(fields.name("Actor does it"))$0", "}"]
      return
    }
    lines = [
      "\(keyword) \(fields.words("1a")) when \"\(fields.words("something happens"))\" {",
      "\t1. \(fields.name("System answers"))$0",
      keyword == "alternative" ? "\tresume" : "\tend failure",
      "}",
    ]
  }

  /// The text of a place to be filled in, where `$`, `}` and `\` mean something.
  public static func escaped(_ text: String) -> String {
    var result = ""
    for character in text {
      if "$}\\".contains(character) { result.append("\\") }
      result.append(character)
    }
    return result
  }
}

/// Snippets for editors without the language server, as VS Code reads them: one for each
/// declaration, and one for each block of a flow.
public func snippetsJSON() -> String {
  let members =
    Vocabulary.declarations.map { info in
      member(info.kind.noun, info.kind.keyword, Snippet(info, .shown), info.documentation)
    }
    + Vocabulary.flowBlocks.map { block in
      member(block.text, block.text, Snippet(flow: block.text, .shown), block.documentation)
    }
  return JSONValue.object(members).text() + "\n"
}

private func member(
  _ name: String, _ prefix: String, _ snippet: Snippet, _ description: String
) -> JSONValue.Member {
  .init(
    name,
    [
      "prefix": .string(prefix), "body": .array(snippet.lines.map { .string($0) }),
      "description": .string(description),
    ])
}

/// Numbers the places to be filled in.
private struct Fields {
  private let filling: Snippet.Filling
  private var count = 0

  init(_ filling: Snippet.Filling) { self.filling = filling }

  mutating func clause(_ clause: ClauseInfo) -> String {
    let arguments = clause.arguments.filter { !$0.isOptional }
    return ([clause.text] + arguments.map { argument($0) }).joined(separator: " ")
  }

  private mutating func argument(_ argument: Argument) -> String {
    switch argument.shape {
    case .text, .texts: return "\"\(words(argument.label))\""
    case .choice(let list): return choice(list.words)
    case .score(let range): return choice(range.map(String.init))
    case .scores(let range):
      return filling == .shown ? "\(choice(range.map(String.init))), \(words("1"))" : empty()
    case .name, .names: return name("Name")
    case .newName, .word, .words: return words("Name")
    case .number, .count, .quantity: return words("1")
    case .step: return name("1")
    case .percentage: return words("50") + "%"
    case .date: return name("2026-01-31")
    case .duration: return words("1 day")
    case .range: return "\(words("1"))..\(words("5"))"
    case .production(.activity):
      return filling == .shown ? "\"\(words("activity"))\" ignored" : empty()
    case .production(.filter): return filling == .shown ? "tag \(words("tag"))" : empty()
    }
  }

  /// A place with words of its own.
  mutating func words(_ text: String) -> String {
    count += 1
    return "${\(count):\(Snippet.escaped(text))}"
  }

  /// A place for what the server proposes, where there is one.
  mutating func name(_ text: String) -> String { filling == .shown ? words(text) : empty() }

  private mutating func empty() -> String {
    count += 1
    return "$\(count)"
  }

  private mutating func choice(_ words: [String]) -> String {
    guard filling == .shown else { return empty() }
    count += 1
    return "${\(count)|\(words.joined(separator: ","))|}"
  }
}
