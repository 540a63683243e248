import UseCaseModel
import UseCaseSyntax

/// A measure: where it started, where it stands, where it shall be, what others reach.
struct KPIPages: ElementPageKind {
  let shownMentions: Set<Keyword> = [Clauses.measuredBy.keyword]

  func writeBadges(of kpi: KPI, to page: inout PageWriter) {
    if let better = kpi.better {
      page.badge(better == .higher ? .higherIsBetter : .lowerIsBetter, .plain)
    }
    if let verdict = kpi.verdict { page.badge(verdict.words, verdict.tone) }
  }

  func writeFacts(of kpi: KPI, to facts: inout FactsWriter) {
    facts.row(.metric, kpi[Clauses.metric])
    facts.row(.formula, kpi[Clauses.formula].map { [$0] } ?? [])
    let scale = kpi[Clauses.scale]
    facts.row(
      .scale,
      scale.map { formatted($0.lowerBound) + "\u{2009}–\u{2009}" + formatted($0.upperBound) })
    if let data = kpi[Clauses.data] { facts.row(.data) { $0.element("code", text: data.string) } }
    facts.row(.objectives, kpi.element.users(by: Clauses.measuredBy))
  }

  func writeSections(of kpi: KPI, to page: inout PageWriter) {
    let values = kpi.values
    guard !values.isEmpty else { return }
    if let history = KPIHistory(kpi) {
      page.section(.history, anchor: "history") { page in
        page.curve(of: history, titled: page.words[.historyOf, kpi.title])
      }
    }
    page.section(.values, anchor: "values") { page in
      let titles: [Phrase] = [.what, .value, .date, .source, .betweenLeastAndGreatest]
      page.table(page.words[.valuesOf, kpi.title], titles.map { page.words[$0] }) { page in
        for value in values { page.row(of: value, in: values) }
      }
    }
  }
}

extension KPIValue {
  /// "Benchmark: industry"
  fileprivate func title(_ words: Words) -> String {
    words[role.words] + (benchmarkKind.map { ": " + words[choice: $0] } ?? "")
  }

  /// Who says so, or from how many answers.
  fileprivate func origin(_ words: Words) -> String {
    source?.string ?? answers.map { words[.answersCount, formatted($0)] } ?? ""
  }
}

extension KPIValue.Role {
  fileprivate var words: Phrase {
    switch self {
    case .baseline: .baseline
    case .current: .current
    case .target: .target
    case .benchmark: .benchmark
    }
  }
}

extension KPI {
  /// How the current value stands to the target.
  fileprivate var verdict: (words: Phrase, tone: Tone)? {
    isTargetReached.map { $0 ? (.targetReached, .good) : (.shortOfTheTarget, .poor) }
  }
}

extension PageWriter {
  fileprivate mutating func row(of value: KPIValue, in values: [KPIValue]) {
    block("tr") { page in
      page.element("th", Attribute("scope", "row"), text: value.title(page.words))
      page.element("td", .class("number"), text: page.words[value.quantity])
      page.element("td") { $0.date(value.date) }
      page.element("td", text: value.origin(page.words))
      page.element("td", .class("scale")) { $0.scale(of: value, in: values) }
    }
  }

  /// A line from the least to the greatest value with a mark where this one stands.
  private mutating func scale(of value: KPIValue, in values: [KPIValue]) {
    let numbers = values.map(\.quantity.value).filter(\.isFinite)
    guard let low = numbers.min(), let high = numbers.max(), high > low,
      value.quantity.value.isFinite
    else { return }
    let share = (value.quantity.value - low) / (high - low)
    let place = Int((8 + 144 * share).rounded())
    element(
      "svg", .class("mark " + value.role.rawValue), Attribute("viewBox", "0 0 160 16"),
      Attribute("width", "160"), Attribute("height", "16"), Attribute("aria-hidden", "true")
    ) { page in
      page.shape(
        "line", Attribute("x1", "4"), Attribute("x2", "156"), Attribute("y1", "8"),
        Attribute("y2", "8")
      )
      page.shape(
        "circle", Attribute("cx", String(place)), Attribute("cy", "8"), Attribute("r", "5")
      )
    }
  }

  /// KPIs with their numbers beside each other.
  mutating func comparison(of kpis: [KPI]) {
    let histories = kpis.map(KPIHistory.init)
    let hasHistory = histories.contains { $0 != nil }
    let titles: [Phrase] =
      [.kpi, .baseline, .current, .target, .benchmark] + (hasHistory ? [.history] : []) + [.verdict]
    table(.kpis, titles) { page in
      for (kpi, history) in zip(kpis, histories) {
        let values = kpi.values
        page.block("tr") { page in
          page.element("th", Attribute("scope", "row")) { page in
            page.link(to: kpi.element)
            guard let description = kpi.element.description else { return }
            page.block("p", .class("summary")) { $0.summary(description) }
          }
          for role in [KPIValue.Role.baseline, .current, .target, .benchmark] {
            let value = role == .current ? kpi.standing : values.last { $0.role == role }
            page.element("td", .class("number"), text: value.map { page.words[$0.quantity] } ?? "–")
          }
          if hasHistory {
            page.element("td") { page in
              if let history { page.spark(of: history) }
            }
          }
          page.element("td") { page in
            guard let verdict = kpi.verdict else { return }
            page.badge(verdict.words, verdict.tone)
          }
        }
      }
    }
  }
}
