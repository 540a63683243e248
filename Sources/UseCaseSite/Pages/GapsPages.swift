import UseCaseModel
import UseCaseRules
import UseCaseSyntax

/// What the rules find, each with its place and how it is mended: by rule, by owner, by journey.
struct GapsPages: PageKind {
  func pages(of site: Site) -> [Page] {
    let ways: [(Address, Phrase, [[Group<Gaps.Subject, Diagnostic>]])] = [
      (.gaps, .byRule, site.gaps.byRule), (.gapsByOwner, .byOwner, site.gaps.byOwner),
      (.gapsByJourney, .byJourney, site.gaps.byJourney),
    ]
    return ways.flatMap { address, way, pages in
      pages.enumerated().map { index, groups in
        let number = index + 1
        let title = site.words[.gapsBy, site.words[way]]
        return Page(address.numbered(number), title: title, board: .gaps) { page in
          page.heading(.gaps, lead: page.words[.gapsLead])
          page.tabs(ways.map { ($0.1, $0.0) }, current: address)
          guard !site.findings.isEmpty else {
            return page.block("p", .class("calm"), text: .noRuleFindsAnything)
          }
          page.pager(address, page: number, of: pages.count)
          if number == 1, address == .gaps { page.rulesWithFindings(pages.flatMap { $0 }) }
          for group in groups { page.gaps(group) }
          page.pager(address, page: number, of: pages.count, named: .pagesBelow)
        }
      }
    }
  }
}

extension PageWriter {
  /// Links to the ways in which one thing can be looked at.
  mutating func tabs(_ tabs: [(Phrase, Address)], current: Address) {
    guard !isPart else { return }
    block("nav", .class("tabs"), .label(.waysToLook)) { page in
      page.block("ul") { page in
        for (title, address) in tabs {
          page.element("li") { page in
            page.element(
              "a", .href(address), address == current ? Attribute("aria-current", "page") : nil,
              text: title)
          }
        }
      }
    }
  }

  fileprivate mutating func rulesWithFindings(_ groups: [Group<Gaps.Subject, Diagnostic>]) {
    var seen: Set<String> = []
    table(.rulesWithFindings, [.rule, .severity, .findings]) { page in
      for group in groups {
        guard case .rule(let rule, _) = group.subject, seen.insert(rule).inserted else { continue }
        let findings = groups.flatMap { other -> [Diagnostic] in
          if case .rule(rule, _) = other.subject { other.items } else { [] }
        }
        page.block("tr") { page in
          page.element("th", Attribute("scope", "row")) { page in
            page.link(toRule: rule)
          }
          page.element("td") { page in
            if let worst = findings.map(\.severity).max() { page.badge(worst) }
          }
          page.element("td", .class("number"), text: String(findings.count))
        }
      }
    }
  }

  fileprivate mutating func gaps(_ group: Group<Gaps.Subject, Diagnostic>) {
    let (name, isByRule) = group.subject.anchor
    block("section", .class("gap"), anchor(name)) { page in
      page.heading(of: group.subject)
      page.block("ul", .class("gaps")) { page in
        for finding in group.items {
          page.block("li") { page in
            page.finding(finding, isLinkingToRule: !isByRule)
            page.subject(of: finding)
            page.remedies(of: finding)
          }
        }
      }
    }
  }

  private mutating func heading(of subject: Gaps.Subject) {
    switch subject {
    case .rule(let rule, let info):
      block("h2") { $0.element("code", text: rule) }
      guard let info else { return }
      block("p", .class("rationale"), english) { page in
        page.text(info.rationale)
        page.text(" ")
        page.element("span", .class("source"), text: info.source.rawValue + ".")
      }
      block("details", .class("example")) { page in
        page.block("summary", text: .exampleThatIsRight)
        page.block("pre", Attribute("tabindex", "0")) { $0.element("code", text: info.good) }
      }
    case .element(let element): block("h2") { $0.link(to: element) }
    case .nobody: block("h2", text: .nobodyOwns)
    case .offJourney: block("h2", text: .onNoJourney)
    }
  }

  /// What can be done about a finding.
  private mutating func remedies(of finding: Diagnostic) {
    let remedies = finding.fixes.map(\.title) + finding.help
    guard !remedies.isEmpty else { return }
    block("ul", .class("remedies"), english) { page in
      for remedy in remedies { page.block("li", text: remedy.capitalizedStart) }
    }
  }

  /// The element that a finding is about.
  mutating func subject(of finding: Diagnostic) {
    guard let key = finding.element, let subject = site.elementsByKey[key],
      subject.kind != .model
    else { return }
    text(" ")
    element("span", .class("about")) { page in
      page.text(page.words.noun(subject.kind) + " ")
      page.link(to: subject)
    }
  }
}

extension Gaps.Subject {
  fileprivate var anchor: (name: String, isByRule: Bool) {
    switch self {
    case .rule(let rule, _): (rule, true)
    case .element(let element): (slug(ofKey: element.key).name, false)
    case .nobody: ("nobody", false)
    case .offJourney: ("off-journey", false)
    }
  }
}
