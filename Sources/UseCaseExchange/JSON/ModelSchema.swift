import UseCaseSyntax

/// The JSON Schema (2020-12) of `modelDocument`, made from the vocabulary.
public var modelDocumentJSONSchema: JSONValue {
  [
    "$schema": "https://json-schema.org/draft/2020-12/schema",
    "title": "A model of use cases and customer journeys",
    "type": "object",
    "required": ["schema", "model", "files", "elements"],
    "additionalProperties": false,
    "properties": [
      "schema": ["const": .integer(modelDocumentSchema)],
      "model": ["type": ["string", "null"]],
      "files": ["type": "array", "items": ["type": "string"]],
      "elements": ["type": "array", "items": ["$ref": "#/$defs/element"]],
    ],
    "$defs": definitions,
  ]
}

private var definitions: JSONValue {
  [
    "element": element,
    "key": ["type": "string", "pattern": "^[a-z]+( point)? .*$"],
    "place": object(
      [
        "file": ["type": "string"], "line": whole(from: 1), "column": whole(from: 1),
        "offset": whole(from: 0),
      ], required: ["file", "line", "column", "offset"]),
    "quantity": object(
      ["value": ["type": "number"], "unit": ["type": "string"]], required: ["value"]),
    "step": object(
      ["number": whole(from: 0), "label": text, "text": text, "include": key, "subject": text],
      required: ["number", "label"]),
    "branch": branch,
    "transition": object(
      [
        "from": text, "to": text, "share": ["type": "number"], "when": text,
        "carries": list(text),
      ], required: ["from", "to"]),
  ]
}

private let text: JSONValue = ["type": "string"]
private let key: JSONValue = ["$ref": "#/$defs/key"]

private func whole(from smallest: Int) -> JSONValue {
  ["type": "integer", "minimum": .integer(smallest)]
}

private func list(_ items: JSONValue) -> JSONValue { ["type": "array", "items": items] }

private func object(_ properties: JSONValue, required: [String]) -> JSONValue {
  [
    "type": "object", "properties": properties,
    "required": .array(required.map { .string($0) }), "additionalProperties": false,
  ]
}

private var branch: JSONValue {
  object(
    [
      "kind": ["enum": ["alternative", "exception"]], "anchor": ["type": ["string", "null"]],
      "label": text, "when": text, "steps": list(["$ref": "#/$defs/step"]),
      "resume": ["anyOf": [whole(from: 0), ["const": true]]],
      "end": ["enum": ["success", "failure"]],
      "branches": list(["$ref": "#/$defs/branch"]),
    ], required: ["kind", "anchor", "label", "steps", "branches"])
}

/// What all kinds share, and by kind the properties that its clauses make.
private var element: JSONValue {
  let kinds = ElementKind.allCases.map { JSONValue.string($0.keyword) }
  return [
    "type": "object",
    "required": ["key", "kind", "name", "title", "container", "place", "properties"],
    "additionalProperties": false,
    "properties": [
      "key": key, "kind": ["enum": .array(kinds)], "name": text, "title": text,
      "container": ["type": ["string", "null"]], "place": ["$ref": "#/$defs/place"],
      "description": text, "properties": ["type": "object"], "parents": list(key),
      "steps": list(["$ref": "#/$defs/step"]), "branches": list(["$ref": "#/$defs/branch"]),
      "transitions": list(["$ref": "#/$defs/transition"]),
    ],
    "allOf": .array(Vocabulary.declarations.map(properties)),
  ]
}

private func properties(of declaration: DeclarationInfo) -> JSONValue {
  let members = declaration.clauses.map { clause in
    JSONValue.Member(
      propertyName(clause.text),
      clause.occurrence == .repeated ? list(schema(of: clause)) : schema(of: clause))
  }
  return [
    "if": ["properties": ["kind": ["const": .string(declaration.kind.keyword)]]],
    "then": [
      "properties": [
        "properties": ["properties": .object(members), "additionalProperties": false]
      ]
    ],
  ]
}

private func schema(of clause: ClauseInfo) -> JSONValue {
  let documented: JSONValue.Member = .init("description", .string(clause.documentation))
  if clause.arguments.isEmpty { return .object([documented, .init("const", true)]) }
  if let only = clause.arguments.first, clause.arguments.count == 1, clause.tails.isEmpty {
    guard case .object(let members) = schema(of: only.shape) else { return true }
    return .object([documented] + members)
  }
  let arguments = clause.arguments.map { ($0.label, $0.shape) }
  let tails = clause.tails.map { ($0.keyword, $0.shape) }
  let parts = (arguments + tails).map { JSONValue.Member(propertyName($0.0), schema(of: $0.1)) }
  let required = clause.arguments.filter { !$0.isOptional }.map { propertyName($0.label) }
  guard case .object(let members) = object(.object(parts), required: required) else { return true }
  return .object([documented] + members)
}

private func schema(of shape: ArgumentShape) -> JSONValue {
  switch shape {
  case .text, .newName, .word: text
  case .texts, .words: list(text)
  case .name: key
  case .names: list(key)
  case .choice(let choices): ["enum": .array(choices.words.map { .string($0) })]
  case .number: ["type": "number"]
  case .score(let range):
    [
      "type": "integer", "minimum": .integer(range.lowerBound),
      "maximum": .integer(range.upperBound),
    ]
  case .scores(let range): list(schema(of: .score(range)))
  case .count, .step: whole(from: 0)
  case .date: ["type": "string", "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}$"]
  case .duration, .quantity, .percentage: ["$ref": "#/$defs/quantity"]
  case .range:
    object(
      ["from": ["type": "number"], "to": ["type": "number"]], required: ["from", "to"])
  case .production(.activity):
    object(
      ["activity": text, "touchpoint": text, "ignored": ["const": true]],
      required: ["activity"])
  case .production(.filter):
    object(["attribute": text, "values": list(text)], required: ["attribute", "values"])
  }
}
