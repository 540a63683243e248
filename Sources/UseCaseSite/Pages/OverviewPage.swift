import UseCaseModel
import UseCaseRules
import UseCaseSyntax

/// The first page: what the model is, its main picture, how complete it is, what is in it.
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
      page.block("p", .class("eyebrow"), text: "Use cases and customer journeys")
      page.block("h1", text: site.title)
      if let description = site.model.declaration?.description {
        page.block("div", .class("prose lead-prose")) { $0.markdown(description) }
      }
    }
    page.numbers(of: site)
    if let model = site.model.declaration {
      page.facts { facts in
        if let version = model[Clauses.version] { facts.row("Version", version.string) }
        facts.common(model)
      }
    }
    for request in pictures(of: site) {
      page.section(
        request.element?.title ?? "Who does what with which system",
        anchor: request.kind.rawValue, showing: request)
    }
    page.coverage(of: site)
    page.worstFindings(of: site)
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
            page.text(count == 1 ? section.kind.label : section.title)
          }
        }
      }
    }
  }

  fileprivate mutating func coverage(of site: Site) {
    let figures = site.coverage.figures.filter { $0.total > 0 }
    guard !figures.isEmpty else { return }
    section("Coverage", anchor: "coverage") { page in
      page.block("ul", .class("coverage")) { page in
        for figure in figures { page.block("li") { $0.figure(figure) } }
      }
    }
  }

  private mutating func figure(_ figure: CoverageFigure) {
    let percent = figure.percent ?? 0
    element("span", .class("value")) { page in
      page.text(String(percent))
      page.element("span", .class("unit"), text: "%")
    }
    element("span", .class("what"), text: figure.title)
    element("span", .class("ratio"), text: String(figure.covered) + " of " + String(figure.total))
    element(
      "svg", .class("meter"), Attribute("viewBox", "0 0 100 4"),
      Attribute("preserveAspectRatio", "none"), Attribute("aria-hidden", "true"),
      Attribute("focusable", "false")
    ) { page in
      page.element(
        "rect", .class("track"), Attribute("width", "100"), Attribute("height", "4")
      ) { _ in }
      page.element(
        "rect", .class(percent == 100 ? "full" : "part"), Attribute("width", String(percent)),
        Attribute("height", "4")
      ) { _ in }
    }
  }

  /// Errors and warnings, the worst first, as far as they can be taken in at a glance.
  fileprivate mutating func worstFindings(of site: Site) {
    let matter = site.findings.filter { $0.severity > .info }
    let shown = Severity.allCases.reversed().flatMap { severity in
      matter.filter { $0.severity == severity }
    }.prefix(8)
    section("Findings that matter", anchor: "findings") { page in
      guard !shown.isEmpty else {
        return page.block("p", .class("calm")) { page in
          page.text("No errors and no warnings. ")
          page.link(to: .gaps, page.site.findings.isEmpty ? "All gaps" : "Remarks on the gaps page")
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
        let count = page.site.findings.count
        page.link(to: .gaps, count == 1 ? "The finding by rule" : "All \(count) findings by rule")
      }
    }
  }

  fileprivate mutating func contents(of site: Site) {
    section("Contents", anchor: "contents") { page in
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
