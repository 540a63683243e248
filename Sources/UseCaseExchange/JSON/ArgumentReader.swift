import UseCaseModel
import UseCaseSyntax

/// Reads the arguments of a clause as JSON, by their shapes.
struct ArgumentReader {
  private let clause: ClauseSyntax
  private let writer: ElementWriter
  private var rest: [SyntaxNode]

  init(_ clause: ClauseSyntax, _ writer: ElementWriter) {
    self.clause = clause
    self.writer = writer
    rest = clause.syntax.children.filter { $0.kind != .tail }
  }

  /// The next positional argument; nil for an optional one that is absent.
  mutating func next(_ argument: Argument) -> JSONValue? {
    guard let node = rest.first else { return argument.isOptional ? nil : .null }
    if argument.isOptional, !argument.shape.matches(node.kind) { return nil }
    rest.removeFirst()
    return value(node)
  }

  /// The whole value of a clause or tail with one shape.
  func value(of shape: ArgumentShape) -> JSONValue {
    switch shape {
    case .texts, .names, .words, .scores: .array(rest.map(value))
    case .production(.activity): activity
    case .production(.filter): filter
    default: rest.first.map(value) ?? .null
    }
  }

  private func value(_ node: SyntaxNode) -> JSONValue {
    switch node.kind {
    case .text: .string(TextSyntax(node).string)
    case .reference: writer.reference(ReferenceSyntax(node))
    case .number, .anchor: Double(node.raw).map(number) ?? .string(node.raw)
    case .quantity: quantity(node)
    case .range: range(node)
    default: .string(node.raw)
    }
  }

  private func number(_ value: Double) -> JSONValue {
    Int(exactly: value).map { .integer($0) } ?? .number(value)
  }

  private func quantity(_ node: SyntaxNode) -> JSONValue {
    guard let quantity = Quantity(node) else { return .string(node.raw) }
    return quantity.unit.isEmpty
      ? ["value": number(quantity.value)]
      : ["value": number(quantity.value), "unit": .string(quantity.unit)]
  }

  private func range(_ node: SyntaxNode) -> JSONValue {
    let bounds = node.children.map(value)
    return bounds.count == 2 ? ["from": bounds[0], "to": bounds[1]] : .string(node.raw)
  }

  private var activity: JSONValue {
    guard let text = clause.text else { return .null }
    guard let reference = clause.reference else {
      return ["activity": .string(text.string), "ignored": true]
    }
    let isEnd = Vocabulary.builtInPoints.contains(reference.name)
    return [
      "activity": .string(text.string),
      "touchpoint": isEnd ? .string(reference.name) : writer.reference(reference),
    ]
  }

  private var filter: JSONValue {
    guard let attribute = rest.first else { return .null }
    return ["attribute": .string(attribute.raw), "values": .array(rest.dropFirst().map(value))]
  }
}

extension ArgumentShape {
  /// Whether a node can be an argument of the shape.
  fileprivate func matches(_ kind: NodeKind) -> Bool {
    switch self {
    case .text, .texts: kind == .text
    case .choice: kind == .choice
    case .name, .names: kind == .reference
    default: true
    }
  }
}
