import UseCaseModel
import UseCaseSyntax

/// A system with the use cases that it offers.
struct SystemPages: ElementPageKind {
  func pictures(of system: System) -> [PictureRequest] {
    [
      PictureRequest(.useCases, of: system.element),
      PictureRequest(.includeExtend, of: system.element),
      PictureRequest(.responsibilities, of: system.element),
    ]
  }

  let shownMentions: Set<Keyword> = [Clauses.system.keyword]

  func writeFacts(of system: System, to facts: inout FactsWriter) {
    facts.row(.kind, system[Clauses.systemKind])
  }

  func writeSections(of system: System, to page: inout PageWriter) {
    let useCases =
      system.element.members.filter { $0.kind == .useCase }
      + system.element.users(by: Clauses.system).filter { $0.kind == .useCase }
    page.section(
      .atAGlance, anchor: "picture", showing: PictureRequest(.useCases, of: system.element))
    page.section(
      .whatNeedsWhat, anchor: "dependencies",
      showing: PictureRequest(.includeExtend, of: system.element))
    page.section(
      .responsibilities, anchor: "responsibilities",
      showing: PictureRequest(.responsibilities, of: system.element))
    guard !useCases.isEmpty else { return }
    page.section(.useCases, anchor: "use-cases") { $0.entries(of: useCases) }
  }
}
