import UseCaseSyntax

/// The JSON Schema (2020-12) of `usecase.toml`, for editors that complete and check TOML.
public var settingsJSONSchema: JSONValue {
  [
    "$schema": "https://json-schema.org/draft/2020-12/schema",
    "title": "The settings of a model of use cases and journeys, usecase.toml",
    "type": "object",
    "required": [.string(SettingKeys.edition.info.name)],
    "properties": properties(of: SettingCatalog.all),
    "additionalProperties": false,
    "$defs": .object([
      JSONValue.Member("severity", .object(words(SettingCatalog.severities))),
      JSONValue.Member("rule", .object(severity(SettingCatalog.ruleWithoutOptions))),
    ]),
  ]
}

private func properties(of table: SettingTable) -> JSONValue {
  .object(table.settings.map { JSONValue.Member($0.name, schema(of: $0)) })
}

private func schema(of info: SettingInfo) -> JSONValue {
  var members = [JSONValue.Member("description", .string(info.documentation))]
  if let standard = info.standard { members.append(JSONValue.Member("default", json(standard))) }
  return .object(members + constraints(of: info.shape))
}

private func constraints(of shape: SettingShape) -> [JSONValue.Member] {
  switch shape {
  case .edition(let newest): whole(1...newest)
  case .whole(let range): whole(range)
  case .text(let form): text(form)
  case .texts(let form):
    [JSONValue.Member("type", "array"), JSONValue.Member("items", .object(text(form)))]
  case .choice(SettingCatalog.severities): reference("severity")
  case .choice(let choices): words(choices)
  case .table(let table): object(table)
  case .severity(let table):
    table.settings.count > 1 ? severity(table) : reference("rule")
  }
}

private func reference(_ definition: String) -> [JSONValue.Member] {
  [JSONValue.Member("$ref", .string("#/$defs/\(definition)"))]
}

/// A word, or a table with options.
private func severity(_ table: SettingTable) -> [JSONValue.Member] {
  [JSONValue.Member("anyOf", [.object(reference("severity")), .object(object(table))])]
}

private func whole(_ range: ClosedRange<Int>) -> [JSONValue.Member] {
  [
    JSONValue.Member("type", "integer"),
    JSONValue.Member("minimum", .integer(range.lowerBound)),
    JSONValue.Member("maximum", .integer(range.upperBound)),
  ]
}

private func text(_ form: SettingText) -> [JSONValue.Member] {
  let type = JSONValue.Member("type", "string")
  guard let expression = form.expression else { return [type] }
  return [type, JSONValue.Member("pattern", .string(expression))]
}

private func words(_ words: [String]) -> [JSONValue.Member] {
  [JSONValue.Member("enum", .array(words.map { .string($0) }))]
}

private func object(_ table: SettingTable) -> [JSONValue.Member] {
  [
    JSONValue.Member("type", "object"),
    JSONValue.Member("properties", properties(of: table)),
    JSONValue.Member("additionalProperties", false),
  ]
}

private func json(_ value: SettingValue) -> JSONValue {
  switch value {
  case .whole(let number): .integer(number)
  case .text(let text): .string(text)
  case .texts(let texts): .array(texts.map { .string($0) })
  }
}
