import UseCaseModel
import UseCaseRules
import UseCaseSyntax

/// The first page: what the model is, what needs attention, its main picture, what is in it.
struct OverviewPage: PageKind {
  func pages(of site: Site) -> [Page] {
    [
      Page(.overview, title: site.title, pictures: OverviewPage.pictures(of: site)) { page in
        OverviewPage.write(site, to: &page)
      }
    ]
  }

  /// One picture of everything where it stays readable; else those of the journeys.
  private static func pictures(of site: Site) -> [PictureRequest] {
    let journeys = site.elements(.journey).prefix(1).map { PictureRequest(.journey, of: $0) }
    let useCases = site.elements(.useCase).count
    return (useCases > 0 ? [PictureRequest(.useCases)] : []) + journeys
  }

  private static func write(_ site: Site, to page: inout PageWriter) {
    page.block("header", .class("title cover")) { page in
      page.block("p", .class("eyebrow"), text: .eyebrow)
      page.block("h1", text: site.title)
      if let description = site.model.declaration?.description {
        page.block("div", .class("prose lead-prose")) { $0.markdown(description) }
      }
    }
    page.numbers(of: site)
    if let model = site.model.declaration {
      page.facts { facts in
        if let version = model[Clauses.version] { facts.row(.version, version.string) }
        facts.common(model)
      }
    }
    page.attention(of: site)
    page.worstFindings(of: site)
    for request in pictures(of: site) {
      page.section(
        request.element?.title ?? site.words[.whoDoesWhat], anchor: request.kind.rawValue,
        showing: request)
    }
    page.contents(of: site)
    if let model = site.model.declaration { page.remarks(of: model) }
  }
}

extension PageWriter {
  /// How much of everything there is.
  fileprivate mutating func numbers(of site: Site) {
    let kinds: [ElementKind] = [.useCase, .actor, .journey, .touchpoint, .persona, .kpi]
    let counted = kinds.compactMap { kind in
      Section.of(kind).map { (section: $0, count: site.elements(kind).count) }
    }.filter { $0.count > 0 }
    block("ul", .class("numbers")) { page in
      for (section, count) in counted {
        page.block("li") { page in
          page.element("a", .href(section.address)) { page in
            page.element("span", .class("value"), text: String(count))
            page.text(" ")
            page.text(
              count == 1
                ? page.words.noun(section.kind).capitalizedStart : page.words[section.title])
          }
        }
      }
    }
  }

  /// Errors and warnings, the worst first, as far as they can be taken in at a glance.
  fileprivate mutating func worstFindings(of site: Site) {
    let matter = site.findings.filter { $0.severity > .info }
    let shown = Severity.allCases.reversed().flatMap { severity in
      matter.filter { $0.severity == severity }
    }.prefix(8)
    section(.findingsThatMatter, anchor: "findings") { page in
      guard !shown.isEmpty else {
        return page.block("p", .class("calm")) { page in
          page.text(.noErrors)
          page.text(" ")
          page.link(to: .gaps, site.findings.isEmpty ? Phrase.allGaps : .remarksOnTheGapsPage)
          page.text(".")
        }
      }
      page.block("ul", .class("gaps")) { page in
        for finding in shown {
          page.block("li") { page in
            page.finding(finding, isLinkingToRule: true)
            page.subject(of: finding)
          }
        }
      }
      page.block("p") { page in
        let count = site.findings.count
        page.link(
          to: .gaps,
          count == 1 ? page.words[.theFindingByRule] : page.words[.allFindings, String(count)])
      }
    }
  }

  fileprivate mutating func contents(of site: Site) {
    section(.contents, anchor: "contents") { page in
      page.block("div", .class("contents")) { page in
        for group in Section.groups {
          let sections = group.sections.filter { !site.elements($0.kind).isEmpty }
          guard !sections.isEmpty else { continue }
          page.block("div") { page in
            page.block("h3", text: group.title)
            page.block("ul") { page in
              for section in sections {
                page.block("li") { page in
                  page.link(to: section.address, section.title)
                  page.text(" ")
                  page.element(
                    "span", .class("count"), text: String(site.elements(section.kind).count))
                }
              }
            }
          }
        }
      }
    }
  }
}
