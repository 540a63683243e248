import Foundation
import UseCaseSyntax

/// Checks a value against the part of JSON Schema that our schemas use.
public struct SchemaChecker {
  private let schema: JSONValue

  public init(_ schema: JSONValue) { self.schema = schema }

  public func violations(of value: JSONValue) -> [String] {
    check(value, schema, at: "$")
  }

  private func check(_ value: JSONValue, _ schema: JSONValue, at path: String) -> [String] {
    var result: [String] = []
    if let reference = schema["$ref"]?.string, let target = definition(reference) {
      result += check(value, target, at: path)
    }
    if let constant = schema["const"], constant != value {
      result.append("\(path): not \(constant)")
    }
    if let choices = schema["enum"]?.array, !choices.contains(value) {
      result.append("\(path): \(value) is none of the choices")
    }
    if let types = schema["type"], !matches(value, types) {
      result.append("\(path): \(value) is no \(types)")
    }
    if let options = schema["anyOf"]?.array,
      options.allSatisfy({ !check(value, $0, at: path).isEmpty })
    {
      result.append("\(path): fits none of the options")
    }
    for part in schema["allOf"]?.array ?? [] {
      if let condition = part["if"], check(value, condition, at: path).isEmpty,
        let consequence = part["then"]
      {
        result += check(value, consequence, at: path)
      }
    }
    if let pattern = schema["pattern"]?.string, let text = value.string,
      text.range(of: pattern, options: .regularExpression) == nil
    {
      result.append("\(path): '\(text)' does not match '\(pattern)'")
    }
    if let smallest = schema["minimum"]?.number, let number = value.number, number < smallest {
      result.append("\(path): \(number) is too small")
    }
    if let largest = schema["maximum"]?.number, let number = value.number, number > largest {
      result.append("\(path): \(number) is too large")
    }
    if let items = schema["items"] {
      for (index, item) in (value.array ?? []).enumerated() {
        result += check(item, items, at: "\(path)[\(index)]")
      }
    }
    return result + checkMembers(value, schema, at: path)
  }

  private func checkMembers(
    _ value: JSONValue, _ schema: JSONValue, at path: String
  ) -> [String] {
    guard case .object(let members) = value else { return [] }
    var result: [String] = []
    for name in (schema["required"]?.array ?? []).compactMap(\.string)
    where !members.contains(where: { $0.name == name }) {
      result.append("\(path): '\(name)' is missing")
    }
    for member in members {
      if let known = schema["properties"]?[member.name] {
        result += check(member.value, known, at: "\(path).\(member.name)")
      } else if schema["additionalProperties"] == false {
        result.append("\(path): '\(member.name)' is unknown")
      }
    }
    return result
  }

  private func definition(_ reference: String) -> JSONValue? {
    let prefix = "#/$defs/"
    guard reference.hasPrefix(prefix) else { return nil }
    return schema["$defs"]?[String(reference.dropFirst(prefix.count))]
  }

  private func matches(_ value: JSONValue, _ types: JSONValue) -> Bool {
    let names = types.array?.compactMap(\.string) ?? [types.string].compactMap { $0 }
    return names.contains { name in
      switch (name, value) {
      case ("object", .object), ("array", .array), ("string", .string), ("null", .null),
        ("boolean", .boolean), ("integer", .integer), ("number", .integer), ("number", .number):
        true
      default: false
      }
    }
  }
}
