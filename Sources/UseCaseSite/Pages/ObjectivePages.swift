import UseCaseModel
import UseCaseSyntax

/// An objective: what measures it and what serves it.
struct ObjectivePages: ElementPageKind {
  func pictures(of objective: Objective) -> [PictureRequest] {
    [PictureRequest(.objectives, of: objective.element)]
  }

  func writeFacts(of objective: Objective, to facts: inout FactsWriter) {
    facts.row(.supports, objective.targets(Clauses.supports))
  }

  func writeSections(of objective: Objective, to page: inout PageWriter) {
    let kpis = objective.targets(Clauses.measuredBy).compactMap { $0.as(KPI.self) }
    if !kpis.isEmpty {
      page.section(.measuredBy, anchor: "kpis") { $0.comparison(of: kpis) }
    }
    page.section(
      .servedByOverAll, anchor: "picture",
      showing: PictureRequest(.objectives, of: objective.element))
    let useCases = objective.element.users(by: Clauses.supports).filter { $0.kind == .useCase }
    guard !useCases.isEmpty else { return }
    page.section(.useCasesThatServeIt, anchor: "use-cases") { $0.entries(of: useCases) }
  }
}
