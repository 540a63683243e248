import UseCaseModel
import UseCaseRules
import UseCaseSyntax

extension PageWriter {
  /// What the rules find about an element, at its own place.
  mutating func findings(about element: Element) {
    let findings = site.findingsByElement[element.key] ?? []
    guard let worst = findings.map(\.severity).max() else { return }
    block("div", .class("findings " + worst.name), Attribute("role", "note"), .label(.findings)) {
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
    element("span", .class("message"), english, text: finding.message)
    text(" ")
    element("span", .class("source")) { page in
      if isLinkingToRule {
        page.link(toRule: finding.rule)
        page.text(" · ")
      }
      page.source(finding.place)
    }
  }

  /// The name of a rule, which leads to all that it finds.
  mutating func link(toRule rule: String) {
    element("a", .href(site.gaps.addresses[rule] ?? .gaps)) { $0.element("code", text: rule) }
  }

  /// The line of a place, which leads to the forge where settings name one.
  mutating func source(_ place: Place) {
    let line = site.line(of: place)
    let words = place.path + (line.map { ":" + String($0) } ?? "")
    let address = site.look.source(of: place.path, line: line)
    guard let href = address.flatMap(Attribute.href(outside:)) else {
      return element("code", text: words)
    }
    element("a", href, Attribute("rel", "noreferrer")) { $0.element("code", text: words) }
  }
}
