/// Snippets for editors without the language server, as VS Code reads them: one for each
/// declaration, with the clauses it needs, and for each block of a flow.
public func snippetsJSON() -> String {
  let members =
    Vocabulary.declarations.map { info in
      snippet(info.kind.noun, info.kind.keyword, declaration(info), info.documentation)
    }
    + Vocabulary.flowBlocks.map { block in
      snippet(block.text, block.text, flow(block.text), block.documentation)
    }
  return JSONValue.object(members).text() + "\n"
}

private func snippet(
  _ name: String, _ prefix: String, _ lines: [String], _ description: String
) -> JSONValue.Member {
  .init(
    name,
    [
      "prefix": .string(prefix), "body": .array(lines.map { .string($0) }),
      "description": .string(description),
    ])
}

private func declaration(_ info: DeclarationInfo) -> [String] {
  var fields = Fields()
  let header = "\(info.kind.keyword) \(fields.next("Name")) \"\(fields.next("Title"))\" {"
  var lines = info.clauses.filter { $0.occurrence == .required }.map { clause in
    let arguments = clause.arguments.filter { !$0.isOptional }
    return ([clause.text] + arguments.map { fields.field($0) }).joined(separator: " ")
  }
  if info.kind == .useCase {
    lines += [
      "actor \(fields.next("Actor"))", "flow {", "\t1. \(fields.next("Actor does it"))", "}",
    ]
  }
  return [header] + (lines + ["$0"]).map { "\t" + $0 } + ["}"]
}

private func flow(_ keyword: String) -> [String] {
  var fields = Fields()
  guard keyword != "flow" else { return ["flow {", "\t1. \(fields.next("Actor does it"))$0", "}"] }
  let anchor = fields.next("1a")
  let header = "\(keyword) \(anchor) when \"\(fields.next("something happens"))\" {"
  let step = "\t1. \(fields.next("System answers"))$0"
  return [header, step, keyword == "alternative" ? "\tresume" : "\tend failure", "}"]
}

/// Numbers the places to be filled in.
private struct Fields {
  private var count = 0

  mutating func next(_ text: String) -> String {
    count += 1
    return "${\(count):\(text)}"
  }

  mutating func field(_ argument: Argument) -> String {
    switch argument.shape {
    case .text, .texts: return "\"\(next(argument.label))\""
    case .choice(let list): return choice(list.words)
    case .score(let range): return choice(range.map(String.init))
    case .scores(let range): return "\(choice(range.map(String.init))), \(next("1"))"
    case .name, .names, .newName, .word, .words: return next("Name")
    case .number, .count, .step, .quantity: return next("1")
    case .percentage: return next("50") + "%"
    case .date: return next("2026-01-31")
    case .duration: return next("1 day")
    case .range: return "\(next("1"))..\(next("5"))"
    case .production(.activity): return "\"\(next("activity"))\" ignored"
    case .production(.filter): return "tag \(next("tag"))"
    }
  }

  private mutating func choice(_ words: [String]) -> String {
    count += 1
    return "${\(count)|\(words.joined(separator: ","))|}"
  }
}
