import UseCaseModel
import UseCaseSyntax

/// A rule without its type, as the catalogue lists it.
public struct AnyRule: Sendable {
  enum Check: Sendable {
    case element(KindSet, @Sendable (Element, RuleContext, inout Findings) -> Void)
    case file(@Sendable (SyntaxTree, RuleContext, inout Findings) -> Void)
    case model(@Sendable (Model, RuleContext, inout Findings) -> Void)
  }
  public let info: RuleInfo
  /// What settings may change in it, with the values in force.
  public var options: [RuleOptionInfo] { describeOptions() }
  /// Most runs ask no rule for its options: describing them at each start would cost more than
  /// checking a small model.
  private let describeOptions: @Sendable () -> [RuleOptionInfo]
  let readsWholeModel: Bool
  /// The severity that settings give it.
  public private(set) var givenSeverity: Severity?
  let check: Check
  /// Where it expects something in an element; nil for rules that coverage does not count.
  private(set) var expectations: (@Sendable (Element, RuleContext) -> [Place])?
  private let changed: @Sendable (String, OptionValue) throws(OptionError) -> AnyRule

  /// The severity of its findings, but for those that it calls less severe itself.
  public var severity: Severity { givenSeverity ?? info.severity }

  /// Tells whether two rules find the same: its name, its severity, the values of its options.
  var identity: String {
    options.reduce("\(info.name) \(givenSeverity?.name ?? "")") { text, option in
      "\(text) \(option.name)=\(option.value)"
    }
  }

  /// The rule with another severity for all its findings.
  public func with(severity: Severity) -> AnyRule {
    var copy = self
    copy.givenSeverity = severity
    return copy
  }

  /// The rule with another value of an option.
  public func with(_ option: String, _ value: OptionValue) throws(OptionError) -> AnyRule {
    var copy = try changed(option, value)
    copy.givenSeverity = givenSeverity
    return copy
  }

  private init<Checked: Rule>(
    _ rule: Checked, _ check: Check, _ make: @escaping @Sendable (Checked) -> AnyRule
  ) {
    info = Checked.info
    readsWholeModel = Checked.readsWholeModel
    describeOptions = { Checked.options.map { $0.info(of: rule) } }
    self.check = check
    changed = { (name, value) throws(OptionError) in
      var changed = rule
      guard let option = Checked.options.first(where: { $0.name == name }) else {
        throw OptionError.unknown
      }
      try option.set(&changed, value)
      return make(changed)
    }
  }

  init<Checked: Rule>(_ rule: Checked) where Checked.Subject: ElementView {
    self.init(rule, Check(rule)) { AnyRule($0) }
  }

  init<Checked: ExpectingRule>(_ rule: Checked) {
    self.init(rule, Check(rule)) { AnyRule($0) }
    expectations = { rule.expectations(in: Checked.Subject(element: $0), $1) }
  }

  init<Checked: Rule>(_ rule: Checked) where Checked.Subject == Element {
    let check = Check.element(KindSet(ElementKind.allCases)) {
      rule.check($0, in: $1, report: &$2)
    }
    self.init(rule, check) { AnyRule($0) }
  }

  init<Checked: Rule>(_ rule: Checked) where Checked.Subject == SyntaxTree {
    self.init(rule, .file { rule.check($0, in: $1, report: &$2) }) { AnyRule($0) }
  }

  init<Checked: Rule>(_ rule: Checked) where Checked.Subject == Model {
    self.init(rule, .model { rule.check($0, in: $1, report: &$2) }) { AnyRule($0) }
  }
}

extension AnyRule.Check {
  fileprivate init<Checked: Rule>(_ rule: Checked) where Checked.Subject: ElementView {
    self = .element(KindSet(Checked.Subject.kind)) { element, context, findings in
      rule.check(Checked.Subject(element: element), in: context, report: &findings)
    }
  }
}
