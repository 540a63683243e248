import UseCaseModel
import UseCaseSyntax

/// The version of the document's form; it changes when a reader of the old form would stumble.
public let modelDocumentSchema = 1

/// The whole model as JSON: every element with its clauses, flows and transitions, in source order.
///
/// References are element keys (`usecase PayOrder`), or `unknown` and the name as written where
/// they resolve to nothing. `modelDocumentJSONSchema` describes the form.
public func modelDocument(of model: Model) -> JSONValue {
  var lines: [String: LineTable] = [:]
  for tree in model.ownTrees { lines[tree.source.path] = LineTable(tree.source) }
  let elements = model.elements.map { element in
    ElementWriter(element: element, lines: lines[element.place.path]).document
  }
  return [
    "schema": .integer(modelDocumentSchema),
    "model": JSONValue(model.declaration?.key),
    "files": .array(model.ownTrees.map { .string($0.source.path) }),
    "elements": .array(elements),
  ]
}

/// Turns one element into JSON, clause by clause as the vocabulary describes them.
struct ElementWriter {
  let element: Element
  let lines: LineTable?

  var document: JSONValue {
    var members: [JSONValue.Member] = [
      .init("key", .string(element.key)),
      .init("kind", .string(element.kind.keyword)),
      .init("name", .string(element.name)),
      .init("title", .string(element.title)),
      .init("container", JSONValue(element.parent?.key)),
      .init("place", place),
    ]
    if let description = element.description?.string {
      members.append(.init("description", .string(description)))
    }
    members.append(.init("properties", .object(properties)))
    guard let declaration = element.declaration, element.kind != .extensionPoint else {
      return .object(members)
    }
    if !declaration.parents.isEmpty {
      members.append(.init("parents", .array(declaration.parents.map(reference))))
    }
    members += flows
    if element.kind == .journey { members.append(.init("transitions", .array(transitions))) }
    return .object(members)
  }

  private var place: JSONValue {
    let place = element.place
    let position = lines?.position(of: place.range.lowerBound)
    return [
      "file": .string(place.path),
      "line": position.map { .integer($0.line) } ?? .null,
      "column": position.map { .integer($0.column) } ?? .null,
      "offset": .integer(place.range.lowerBound),
    ]
  }

  func reference(_ reference: ReferenceSyntax) -> JSONValue {
    .string(
      element.model.target(of: reference, near: element)?.key ?? "unknown " + reference.name)
  }

  // MARK: Clauses

  private var properties: [JSONValue.Member] {
    guard element.kind != .extensionPoint else { return extensionPoint }
    guard let info = Vocabulary.declaration(element.kind) else { return [] }
    return info.clauses.compactMap { clause in
      let written = element.declarations.flatMap { $0.all(clause.keyword) }
      guard let first = written.first else { return nil }
      let value: JSONValue =
        clause.occurrence == .repeated
        ? .array(written.map { self.value(of: $0, clause) }) : self.value(of: first, clause)
      return .init(propertyName(clause.text), value)
    }
  }

  private var extensionPoint: [JSONValue.Member] {
    let step = element.as(ExtensionPoint.self)?.step
    return step.map { [.init("after", .integer($0))] } ?? []
  }

  /// A flag is true; one argument without tails stands by itself; else an object names each part.
  private func value(of clause: ClauseSyntax, _ info: ClauseInfo) -> JSONValue {
    if info.arguments.isEmpty { return true }
    if let only = info.arguments.first, info.arguments.count == 1, info.tails.isEmpty {
      return ArgumentReader(clause, self).value(of: only.shape)
    }
    var reader = ArgumentReader(clause, self)
    var members: [JSONValue.Member] = []
    for argument in info.arguments {
      guard let value = reader.next(argument) else { continue }
      members.append(.init(propertyName(argument.label), value))
    }
    for tail in info.tails {
      guard let written = clause.tail(Keyword(text: tail.keyword)) else { continue }
      members.append(
        .init(
          propertyName(tail.keyword), ArgumentReader(written, self).value(of: tail.shape)))
    }
    return .object(members)
  }

  // MARK: Journeys

  private var transitions: [JSONValue] {
    guard let graph = element.as(Journey.self)?.graph, !graph.isImplicit else { return [] }
    return graph.edges.map { edge in
      var members: [JSONValue.Member] = [
        .init("from", point(edge.source, in: graph)), .init("to", point(edge.target, in: graph)),
      ]
      if let share = edge.share { members.append(.init("share", .number(share))) }
      if let condition = edge.condition {
        members.append(.init("when", .string(condition.string)))
      }
      if !edge.carries.isEmpty {
        members.append(.init("carries", .array(edge.carries.map { .string($0.string) })))
      }
      return .object(members)
    }
  }

  private func point(_ point: JourneyGraph.Point, in graph: JourneyGraph) -> JSONValue {
    switch point {
    case .start: "start"
    case .completed: "completed"
    case .abandoned: "abandoned"
    case .touchpoint(let place): .string(graph.touchpoints[place].key)
    }
  }
}

/// `success guarantee` → `successGuarantee`, `self-service` → `selfService`.
func propertyName(_ keyword: String) -> String {
  let words = keyword.split { !$0.isLetter && !$0.isNumber }
  return words.enumerated().map { index, word in
    index == 0 ? String(word) : word.prefix(1).uppercased() + word.dropFirst()
  }.joined()
}
