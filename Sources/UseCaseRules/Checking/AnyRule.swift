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
  let check: Check

  init<Checked: Rule>(_ rule: Checked) where Checked.Subject: ElementView {
    info = Checked.info
    check = .element(KindSet(Checked.Subject.kind)) { element, context, findings in
      rule.check(Checked.Subject(element: element), in: context, report: &findings)
    }
  }

  init<Checked: Rule>(_ rule: Checked) where Checked.Subject == Element {
    info = Checked.info
    check = .element(KindSet(ElementKind.allCases)) { rule.check($0, in: $1, report: &$2) }
  }

  init<Checked: Rule>(_ rule: Checked) where Checked.Subject == SyntaxTree {
    info = Checked.info
    check = .file { rule.check($0, in: $1, report: &$2) }
  }

  init<Checked: Rule>(_ rule: Checked) where Checked.Subject == Model {
    info = Checked.info
    check = .model { rule.check($0, in: $1, report: &$2) }
  }
}
