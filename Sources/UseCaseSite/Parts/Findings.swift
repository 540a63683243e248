import UseCaseModel
import UseCaseRules
import UseCaseSyntax

extension PageWriter {
  /// What the rules find about an element, on its own page.
  mutating func findings(about element: Element) {
    let inside = element.members.filter { site.address(of: $0)?.page == path }
    let findings = ([element] + inside).flatMap { site.findingsByElement[$0.key] ?? [] }
    guard !findings.isEmpty else { return }
    block("section", .class("findings"), .label("Findings")) { page in
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
