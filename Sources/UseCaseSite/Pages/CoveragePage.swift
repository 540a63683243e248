import UseCaseModel
import UseCaseRules
import UseCaseSyntax

/// How much of what the rules expect is there, what is missing, and in which part of the model.
struct CoveragePage: PageKind {
  /// How many missing things of a figure are named; the rest stand among the gaps.
  private static let namedGaps = 25

  /// How many packages, journeys and stages stand on a page.
  private static let partsOnPage = 80

  func pages(of site: Site) -> [Page] {
    let request = PictureRequest(.coverage)
    let figures = site.coverage.figures.filter { $0.total > 0 }
    let used = figures.map(\.info).filter { figure in
      site.coverage.parts.contains { $0.counts[figure].total > 0 }
    }
    let parts = used.isEmpty ? [] : site.coverage.parts
    let pages = paged([Group(subject: (), items: parts)], limit: CoveragePage.partsOnPage)
    return pages.enumerated().map { place, groups in
      let parts = groups.flatMap(\.items)
      let number = place + 1
      return Page(
        Address.coverage.numbered(number), title: site.words[.coverage], board: .coverage,
        pictures: number == 1 ? [request] : [], details: number == 1 ? nil : []
      ) { page in
        page.heading(.coverage, lead: page.words[.coverageLead])
        guard !figures.isEmpty else {
          return page.block("p", .class("calm"), text: .nothingToCover)
        }
        if number == 1 {
          page.figures(figures)
          page.section(.coverageMatrices, anchor: "matrices", showing: request)
        }
        page.parts(parts, used, number, of: pages.count)
        if number == 1 { page.missing(figures, CoveragePage.namedGaps) }
      }
    }
  }
}

extension PageWriter {
  fileprivate mutating func figures(_ figures: [CoverageFigure]) {
    let groups =
      [(words[.inAll], figures.filter { $0.info.group == nil })]
      + FigureGroup.allCases.map { group in
        (words[english: group.title], figures.filter { $0.info.group == group })
      }
    for (title, figures) in groups where !figures.isEmpty {
      section(title) { page in
        page.block("ul", .class("coverage")) { page in
          for figure in figures { page.block("li") { $0.figure(figure) } }
        }
      }
    }
  }

  private func title(of figure: CoverageFigure) -> String { words[english: figure.title] }

  private mutating func figure(_ figure: CoverageFigure) {
    let percent = figure.percent ?? 0
    element("span", .class("value")) { page in
      page.text(String(percent))
      page.element("span", .class("unit"), text: "%")
    }
    element("span", .class("what")) { page in
      guard !figure.gaps.isEmpty else { return page.text(page.title(of: figure)) }
      page.link(to: Address(Address.coverage.page, figure.name), page.title(of: figure))
    }
    element(
      "span", .class("ratio"), text: words[.scoreOf, String(figure.covered), String(figure.total)])
    meter(percent)
  }

  /// Packages, journeys and stages beside the figures that count something in them.
  fileprivate mutating func parts(
    _ parts: [CoveragePart], _ figures: [FigureInfo], _ number: Int, of count: Int
  ) {
    guard !parts.isEmpty else { return }
    section(.byPart, anchor: "parts", class: figures.count > 8 ? "wide" : nil) { page in
      page.pager(.coverage, page: number, of: count)
      page.table(
        page.words[.byPart],
        [page.words[.part]] + figures.map { page.words[english: $0.heading].capitalizedStart },
        class: "matrix"
      ) { page in
        for part in parts {
          page.block("tr") { page in
            page.element(
              "th", Attribute("scope", "row"), .class("depth-\(part.depth(in: page.site.coverage))")
            ) {
              page in
              guard let element = page.site.elementsByKey[part.key] else {
                return page.text(part.title)
              }
              page.link(to: element)
            }
            for figure in figures { page.cell(part.counts[figure]) }
          }
        }
      }
    }
  }

  private mutating func cell(_ count: CoverageCount) {
    guard let percent = count.percent else {
      return element("td", .class("number none"), text: "–")
    }
    let tone: Tone = percent == 100 ? .good : percent >= 50 ? .poor : .bad
    element("td", .class("number cell " + tone.rawValue)) { page in
      page.text(String(percent) + "%")
    }
  }

  /// Under each figure, what it lacks.
  fileprivate mutating func missing(_ figures: [CoverageFigure], _ limit: Int) {
    for figure in figures where !figure.gaps.isEmpty {
      section(title(of: figure), anchor: figure.name) { page in
        page.block("ul", .class("gaps")) { page in
          for gap in figure.gaps.prefix(limit) {
            page.block("li") { page in
              guard let element = page.site.elementsByKey[gap.element] else { return }
              page.link(to: element)
              page.text(" ")
              page.element("span", .class("kind"), text: page.words.noun(element.kind))
              page.text(" ")
              page.element("span", .class("source")) { $0.source(gap.place) }
            }
          }
        }
        guard figure.gaps.count > limit else { return }
        page.block("p", .class("calm")) { page in
          page.link(to: .gaps, page.words[.moreAmongGaps, String(figure.gaps.count - limit)])
        }
      }
    }
  }
}

extension CoveragePart {
  /// How many parts stand around it, as far as they are told apart.
  fileprivate func depth(in coverage: Coverage) -> Int {
    var depth = 0
    var next = parent
    while let place = next, coverage.parts.indices.contains(place), depth < 3 {
      depth += 1
      next = coverage.parts[place].parent
    }
    return depth
  }
}
