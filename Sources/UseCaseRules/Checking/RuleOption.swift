/// A value that settings give an option.
public enum OptionValue: Sendable, Hashable {
  case number(Int)
  case texts([String])
}

/// Why a value cannot be given to an option.
public enum OptionError: Error, Hashable {
  /// The rule has no such option.
  case unknown
  /// The option takes another type.
  case wrongType(expected: String)
  case outOfRange(ClosedRange<Int>)
}

/// An option as settings and documentation show it.
public struct RuleOptionInfo: Sendable {
  /// Kebab-case: what is set, without the rule's name.
  public let name: String
  /// The value in force.
  public let value: OptionValue
  /// The numbers it takes; nil for texts.
  public let range: ClosedRange<Int>?
  /// One sentence.
  public let documentation: String
}

/// A matter of taste in a rule: a stored property that settings may change.
public struct RuleOption<Checked>: Sendable {
  let name: String
  private let range: ClosedRange<Int>?
  private let documentation: String
  private let read: @Sendable (Checked) -> OptionValue
  let set: @Sendable (inout Checked, OptionValue) throws(OptionError) -> Void

  /// A whole number.
  init(
    _ name: String, _ property: WritableKeyPath<Checked, Int> & Sendable,
    in range: ClosedRange<Int>,
    _ documentation: String
  ) {
    self.name = name
    self.range = range
    self.documentation = documentation
    read = { .number($0[keyPath: property]) }
    set = { (rule, value) throws(OptionError) in
      guard case .number(let number) = value else {
        throw OptionError.wrongType(expected: "a whole number")
      }
      guard range.contains(number) else { throw OptionError.outOfRange(range) }
      rule[keyPath: property] = number
    }
  }

  /// A list of texts.
  init(
    _ name: String, _ property: WritableKeyPath<Checked, [String]> & Sendable,
    _ documentation: String
  ) {
    self.name = name
    range = nil
    self.documentation = documentation
    read = { .texts($0[keyPath: property]) }
    set = { (rule, value) throws(OptionError) in
      guard case .texts(let texts) = value else {
        throw OptionError.wrongType(expected: "a list of texts")
      }
      rule[keyPath: property] = texts
    }
  }

  func info(of rule: Checked) -> RuleOptionInfo {
    RuleOptionInfo(
      name: name, value: read(rule), range: range, documentation: documentation)
  }
}
