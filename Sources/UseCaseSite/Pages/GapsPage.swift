import UseCaseModel
import UseCaseRules
import UseCaseSyntax

/// What the rules find, by rule, with the place of each finding.
struct GapsPage: PageKind {
  func pages(of site: Site) -> [Page] {
    [
      Page(.gaps, title: "Gaps") { page in
        page.heading("Gaps", lead: "What the rules find in the model, by rule.")
        guard !site.findings.isEmpty else {
          return page.block("p", .class("calm"), text: "No rule finds anything.")
        }
        page.contents(of: site.findingsByRule)
        for (rule, findings) in site.findingsByRule { page.gaps(rule, findings) }
      }
    ]
  }
}

extension Site {
  /// In the order of the catalogue; what no rule of the catalogue says, such as syntax errors,
  /// comes first.
  var findingsByRule: [(rule: String, findings: [Diagnostic])] {
    let groups = Dictionary(grouping: findings, by: \.rule)
    let known = RuleCatalog.all.map(\.info.name)
    let others = Set(groups.keys).subtracting(known).sorted()
    return (others + known).compactMap { rule in groups[rule].map { (rule, $0) } }
  }
}

extension PageWriter {
  fileprivate mutating func contents(of groups: [(rule: String, findings: [Diagnostic])]) {
    table("Rules with findings", ["Rule", "Severity", "Findings"]) { page in
      for (rule, findings) in groups {
        page.block("tr") { page in
          page.element("th", Attribute("scope", "row")) { page in
            page.link(to: Address(Address.gaps.page, rule), rule)
          }
          page.element("td") { page in
            if let worst = findings.map(\.severity).max() { page.badge(worst) }
          }
          page.element("td", .class("number"), text: String(findings.count))
        }
      }
    }
  }

  fileprivate mutating func gaps(_ rule: String, _ findings: [Diagnostic]) {
    let info = RuleCatalog.rule(named: rule)?.info
    block("section", .class("gap"), anchor(rule)) { page in
      page.block("h2") { $0.element("code", text: rule) }
      if let info {
        page.block("p", .class("rationale")) { page in
          page.text(info.rationale)
          page.text(" ")
          page.element("span", .class("source"), text: info.source.rawValue + ".")
        }
      }
      page.block("ul", .class("gaps")) { page in
        for finding in findings {
          page.block("li") { page in
            page.finding(finding, isLinkingToRule: false)
            page.subject(of: finding)
          }
        }
      }
    }
  }

  mutating func subject(of finding: Diagnostic) {
    guard let key = finding.element, let subject = site.elementsByKey[key],
      subject.kind != .model
    else { return }
    text(" ")
    element("span", .class("about")) { page in
      page.text(subject.kind.noun + " ")
      page.link(to: subject)
    }
  }
}
