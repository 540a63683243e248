import UseCaseModel
import UseCaseSyntax

/// A rule that expects the same of many elements, so that coverage can count how many have it.
///
/// What it finds, it finds at places where it expects something, and `check` itself asks whether it
/// does: a figure of coverage and the findings behind it cannot disagree.
protocol ExpectingRule: Rule where Subject: ElementView {
  /// Whether the rule expects anything of a subject, or makes an exception.
  func expects(_ subject: Subject, in context: RuleContext) -> Bool
  /// The places at which it would find something if all that it expects were missing.
  func expectations(in subject: Subject, _ context: RuleContext) -> [Place]
}

extension ExpectingRule {
  /// A syntax error may have swallowed what is missing.
  func expects(_ subject: Subject, in context: RuleContext) -> Bool { !subject.element.isBroken }

  /// The subject itself.
  func expectations(in subject: Subject, _ context: RuleContext) -> [Place] {
    expects(subject, in: context) ? [subject.place] : []
  }
}
