/// A name that refers to a declaration: `PayOrder`, `Checkout.Pay`.
public struct ReferenceSyntax: Sendable, Hashable {
  public let syntax: SyntaxNode

  public init(_ syntax: SyntaxNode) { self.syntax = syntax }

  public var place: Place { syntax.place }
  /// As written, backticks included.
  public var raw: String { syntax.raw }

  /// Its parts without backticks, at least one.
  public var parts: [String] { nameParts(raw) }
  /// Its parts with dots, without backticks.
  public var name: String { parts.joined(separator: ".") }

  /// What kinds of names the place takes.
  public var kinds: KindSet {
    let sets = KeywordTables.shared.kindSets
    let index = Int(syntax.node.tag)
    return index < sets.count ? sets[index] : .any
  }
}

/// The parts of a qualified name, without backticks.
func nameParts(_ raw: String) -> [String] {
  raw.split(separator: ".").map { part in
    part.hasPrefix("`") && part.hasSuffix("`") && part.count > 2
      ? String(part.dropFirst().dropLast()) : String(part)
  }
}

/// A clause or a tail with its arguments.
public struct ClauseSyntax: Sendable {
  public let syntax: SyntaxNode

  public init(_ syntax: SyntaxNode) { self.syntax = syntax }

  public var place: Place { syntax.place }
  public var keyword: Keyword { syntax.keyword }

  public var text: TextSyntax? { syntax.first(.text).map(TextSyntax.init) }
  public var texts: [TextSyntax] { syntax.all(.text, as: TextSyntax.init) }
  public var reference: ReferenceSyntax? { syntax.first(.reference).map(ReferenceSyntax.init) }
  public var references: [ReferenceSyntax] {
    syntax.all(.reference, as: ReferenceSyntax.init)
  }
  /// The name that the clause declares.
  public var declaredName: SyntaxNode? { syntax.first(.name) }
  public var words: [String] { syntax.all(.word).map(\.raw) }
  public var date: CalendarDate? { syntax.first(.date).flatMap { CalendarDate($0.raw) } }
  public var quantity: Quantity? { syntax.first(.quantity).flatMap(Quantity.init) }
  public var number: Double? { syntax.first(.number).flatMap { Double($0.raw) } }
  public var numbers: [Double] {
    syntax.children.compactMap { $0.kind == .number ? Double($0.raw) : nil }
  }
  public var anchor: Anchor? { syntax.first(.anchor).flatMap { Anchor(bytes: $0.bytes) } }

  public var range: ClosedRange<Double>? {
    guard let range = syntax.first(.range) else { return nil }
    let numbers = range.children.compactMap { Double($0.raw) }
    return numbers.count == 2 && numbers[0] <= numbers[1] ? numbers[0]...numbers[1] : nil
  }

  public func choice<Value: Choice>(_ type: Value.Type = Value.self) -> Value? {
    guard let choice = syntax.first(.choice) else { return nil }
    let place = Int(choice.node.tag)
    return place < Value.allCases.count ? Value.allCases[place] : nil
  }

  /// The values of `only priority must, should`, behind the word that says what they are values of.
  public func filterValues<Value: Choice>(_ type: Value.Type = Value.self) -> [Value] {
    syntax.all(.choice).dropFirst().compactMap { choice in
      let place = Int(choice.node.tag)
      return place < Value.allCases.count ? Value.allCases[place] : nil
    }
  }

  public func tail(_ keyword: Keyword) -> ClauseSyntax? {
    syntax.first(.tail, keyword).map(ClauseSyntax.init)
  }

  public var by: ClauseSyntax? { tail(Keyword("by")) }
  public var on: CalendarDate? { tail(Keyword("on"))?.date }
  public var when: TextSyntax? { tail(Keyword("when"))?.text }
  public var every: Quantity? { tail(Keyword("every"))?.quantity }
  public var within: Quantity? { tail(Keyword("within"))?.quantity }
  public var answeredBy: [ReferenceSyntax] { tail(Keyword("answered by"))?.references ?? [] }
}

extension Quantity {
  /// Reads a number and the unit behind it, with or without a blank or quotes.
  public init?(_ syntax: SyntaxNode) {
    let raw = syntax.raw
    let digits = raw.prefix { $0.isASCII && $0.isNumber || $0 == "." || $0 == "-" }
    guard let value = Double(digits) else { return nil }
    let rest = withoutBlanksAndComments(raw[digits.endIndex...])
    let unit =
      rest.hasPrefix("\"") && rest.hasSuffix("\"") && rest.count > 1
      ? String(rest.dropFirst().dropLast()) : String(rest)
    self.init(value, unit: unit)
  }
}

/// What stands behind the blanks and block comments at the beginning.
private func withoutBlanksAndComments(_ text: Substring) -> Substring {
  var rest = text
  while true {
    rest = rest.drop { $0 == " " || $0 == "\t" || $0 == "\u{A0}" }
    guard rest.hasPrefix("/*") else { return rest }
    let source = SourceText(path: "", String(rest))
    guard let comment = tokenize(source).comments.first else { return rest }
    rest = Substring(source[comment.upperBound..<source.bytes.count])
  }
}

/// A declaration with its header and body.
public struct DeclarationSyntax: Sendable, Hashable {
  public let syntax: SyntaxNode

  public init(_ syntax: SyntaxNode) { self.syntax = syntax }

  public var kind: ElementKind {
    ElementKind(rawValue: UInt8(truncatingIfNeeded: syntax.node.tag)) ?? .model
  }
  public var nameNode: SyntaxNode? { syntax.first(.name) }
  /// Without backticks; nil where it is missing.
  public var name: String? { nameNode.map { nameParts($0.raw).joined(separator: ".") } }
  public var title: TextSyntax? { syntax.first(.title).map(TextSyntax.init) }
  /// Markdown.
  public var description: TextSyntax? { syntax.first(.description).map(TextSyntax.init) }
  public var parents: [ReferenceSyntax] {
    syntax.first(.parents)?.children.map(ReferenceSyntax.init) ?? []
  }
  public var members: [DeclarationSyntax] {
    syntax.all(.declaration, as: DeclarationSyntax.init)
  }
  public var clauses: [ClauseSyntax] {
    syntax.all(.clause, as: ClauseSyntax.init)
  }
  public var flow: FlowSyntax? { syntax.first(.flow).map(FlowSyntax.init) }
  public var flows: [FlowSyntax] {
    syntax.all(.flow, as: FlowSyntax.init)
  }
  public var branches: [FlowSyntax] {
    syntax.all(.branch, as: FlowSyntax.init)
  }
  public var transitions: [TransitionSyntax] {
    syntax.all(.transition, as: TransitionSyntax.init)
  }

  /// The first clause with a keyword; cost: linear in the declaration's own clauses.
  public func first(_ keyword: Keyword) -> ClauseSyntax? {
    syntax.first(.clause, keyword).map(ClauseSyntax.init)
  }

  public func all(_ keyword: Keyword) -> [ClauseSyntax] {
    syntax.all(.clause, keyword, as: ClauseSyntax.init)
  }

  public subscript<Value>(clause: Clause<Value>) -> Value? {
    first(clause.keyword).flatMap(clause.read)
  }
}

/// The main flow or a branch with its steps.
public struct FlowSyntax: Sendable, Hashable {
  public let syntax: SyntaxNode

  public init(_ syntax: SyntaxNode) { self.syntax = syntax }

  public var isMain: Bool { syntax.kind == .flow }
  public var isException: Bool { syntax.kind == .branch && syntax.keyword == Keyword("exception") }
  public var anchorNode: SyntaxNode? { syntax.first(.anchor) }
  /// Nil for the main flow.
  public var anchor: Anchor? { anchorNode.flatMap { Anchor(bytes: $0.bytes) } }
  public var condition: TextSyntax? { ClauseSyntax(syntax).when }
  public var steps: [StepSyntax] {
    syntax.all(.step, as: StepSyntax.init)
  }
  public var branches: [FlowSyntax] {
    syntax.all(.branch, as: FlowSyntax.init)
  }
  public var closing: ClosingSyntax? { syntax.first(.closing).map(ClosingSyntax.init) }
}

/// `resume`, `resume 3`, `end success` or `end failure`.
public struct ClosingSyntax: Sendable, Hashable {
  public let syntax: SyntaxNode

  public init(_ syntax: SyntaxNode) { self.syntax = syntax }

  public var isResume: Bool { syntax.keyword == Keyword("resume") }
  public var anchorNode: SyntaxNode? { syntax.first(.anchor) }
  /// The step to go on with; nil for the step that was left.
  public var target: Int? { anchorNode.flatMap { Anchor(bytes: $0.bytes)?.steps?.lowerBound } }
  public var outcome: Outcome? { isResume ? nil : ClauseSyntax(syntax).choice() }
}

/// One numbered step.
public struct StepSyntax: Sendable, Hashable {
  public let syntax: SyntaxNode

  public init(_ syntax: SyntaxNode) { self.syntax = syntax }

  public var numberNode: SyntaxNode? { syntax.first(.number) }
  /// Nil where it has no digits, or more than any flow needs.
  public var number: Int? {
    guard let node = numberNode else { return nil }
    let digits = node.tree.source.bytes[node.range].prefix(while: isDigit)
    guard !digits.isEmpty, digits.count < 10 else { return nil }
    return digits.reduce(0) { $0 * 10 + Int($1 &- 0x30) }
  }
  /// The use case that the step performs, where it includes one.
  public var inclusion: ReferenceSyntax? {
    syntax.node.flags.contains(.includes) ? syntax.first(.reference).map(ReferenceSyntax.init) : nil
  }
  /// Nil where the step includes a use case or is empty.
  public var prose: TextSyntax? { syntax.first(.text).map(TextSyntax.init) }
}

/// A line with `->` in a journey.
public struct TransitionSyntax: Sendable, Hashable {
  public let syntax: SyntaxNode

  public init(_ syntax: SyntaxNode) { self.syntax = syntax }

  /// `A -> B -> C`
  public var isChain: Bool { syntax.node.tag == 1 }
  /// The source first.
  public var points: [ReferenceSyntax] { ClauseSyntax(syntax).references }
  /// In percent.
  public var share: Double? { syntax.first(.quantity).flatMap { Quantity($0)?.value } }
  public var condition: TextSyntax? { ClauseSyntax(syntax).when }
  public var carries: [TextSyntax] { ClauseSyntax(syntax).tail(Keyword("carries"))?.texts ?? [] }
}
