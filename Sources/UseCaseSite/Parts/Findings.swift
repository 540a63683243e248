import UseCaseModel
import UseCaseRules
import UseCaseSyntax

extension PageWriter {
  /// What the rules find about an element, at its own place.
  mutating func findings(about element: Element) {
    let findings = site.findingsByElement[element.key] ?? []
    guard let worst = findings.map(\.severity).max() else { return }
    block("div", .class("findings " + worst.name), Attribute("role", "note"), .label("Findings")) {
      page in
      page.block("ul") { page in
        for finding in findings {
          page.block("li") { $0.finding(finding, isLinkingToRule: true) }
        }
      }
    }
  }

  /// One finding: how bad, what, where.
  mutating func finding(_ finding: Diagnostic, isLinkingToRule: Bool) {
    badge(finding.severity)
    element("span", .class("message")) { $0.text(finding.message) }
    text(" ")
    element("span", .class("source")) { page in
      if isLinkingToRule {
        page.link(to: Address(Address.gaps.page, finding.rule), finding.rule)
        page.text(" · ")
      }
      page.element("code", text: page.site.line(of: finding.place))
    }
  }
}
