import ArgumentParser
import UseCaseSyntax

/// Reads the value of an option that takes one of some names; says which one was probably meant.
@Sendable func chosen<Value: RawRepresentable & CaseIterable>(_ text: String) throws -> Value
where Value.RawValue == String {
  if let value = Value(rawValue: text) { return value }
  throw unknownChoice(text, among: Value.allCases.map(\.rawValue))
}

func unknownChoice(_ text: String, among names: [String]) -> ValidationError {
  let choices = "one of \(names.map { "'\($0)'" }.joined(separator: ", "))"
  guard let near = nearest(to: text, among: names) else { return ValidationError(choices) }
  return ValidationError("did you mean '\(near)'? (\(choices))")
}

/// In this module an argument is one of the command line; `UseCaseSyntax` has those of clauses.
typealias Argument<Value> = ArgumentParser.Argument<Value>
