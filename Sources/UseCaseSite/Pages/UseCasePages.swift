import UseCaseModel
import UseCaseSyntax

/// A use case: its facts, its flow with the branches beside their steps, its scenarios.
struct UseCasePages: ElementPageKind {
  func lead(of useCase: UseCase) -> TextSyntax? { useCase[Clauses.goal] }

  func pictures(of useCase: UseCase) -> [PictureRequest] {
    useCase.declaration?.flow == nil ? [] : [PictureRequest(.flow, of: useCase.element)]
  }

  let shownMentions: Set<Keyword> = [Clauses.delivers.keyword]

  func writeBadges(of useCase: UseCase, to page: inout PageWriter) {
    page.badge(useCase.priority)
    page.badge(useCase.status)
    if useCase.isAbstract { page.badge("Abstract", .plain) }
  }

  func writeFacts(of useCase: UseCase, to facts: inout FactsWriter) {
    facts.row("Primary actors", useCase.primaryActors.map(\.element))
    facts.row("Supporting actors", useCase.supportingActors.map(\.element))
    facts.row("System", useCase.system?.element)
    facts.row("Level", useCase.level)
    facts.row("Effort", useCase.effortText)
    facts.row("Value", useCase[Clauses.value].map(formatted))
    facts.row("Timebox", useCase.timebox?.element)
    facts.row("Supports", useCase.targets(Clauses.supports))
    facts.row("Specialises", useCase.parents.map(\.element))
    facts.row("Includes", useCase.included.map(\.element))
    facts.responsibilities(of: useCase.element)
  }

  func writeSections(of useCase: UseCase, to page: inout PageWriter) {
    writeExtensions(of: useCase, to: &page)
    writeConditions(of: useCase, to: &page)
    if let graph = useCase.flowGraph, !graph.steps.isEmpty {
      page.section("Flow", anchor: "flow") { $0.flow(graph) }
      page.section(
        "Flow as a picture", anchor: "picture", showing: PictureRequest(.flow, of: useCase.element))
      page.scenarios(graph)
    }
    writeExtensionPoints(of: useCase, to: &page)
    writeRequirements(of: useCase, to: &page)
  }

  private func writeExtensions(of useCase: UseCase, to page: inout PageWriter) {
    let extensions = useCase.extensions
    guard !extensions.isEmpty else { return }
    page.section("Extends", anchor: "extends") { page in
      page.block("ul", .class("texts")) { page in
        for (base, clause) in extensions {
          page.block("li") { page in
            page.link(to: base.element)
            if let point = clause.tail(Keyword("at"))?.reference {
              page.text(" at ")
              page.link(point)
            }
            guard let condition = clause.when else { return }
            page.text(", when ")
            page.text(condition)
          }
        }
      }
    }
  }

  private func writeConditions(of useCase: UseCase, to page: inout PageWriter) {
    let groups = [
      ("Trigger", useCase.texts(Clauses.trigger)),
      ("Before it starts", useCase.texts(Clauses.precondition)),
      ("After success", useCase.texts(Clauses.successGuarantee)),
      ("However it ends", useCase.texts(Clauses.minimalGuarantee)),
    ].filter { !$0.1.isEmpty }
    guard !groups.isEmpty else { return }
    page.section("Before and after", anchor: "conditions") { page in
      page.block("div", .class("cards")) { page in
        for (title, texts) in groups { page.card(title, texts) }
      }
    }
  }

  private func writeExtensionPoints(of useCase: UseCase, to page: inout PageWriter) {
    let points = useCase.extensionPoints
    guard !points.isEmpty else { return }
    page.section("Extension points", anchor: "extension-points") { page in
      page.block("ul", .class("texts")) { page in
        for point in points {
          let address = page.site.address(of: point.element)
          page.block("li", page.anchor(address?.fragment)) { page in
            page.element("strong", text: point.title)
            if let step = point.step {
              page.text(", after step ")
              page.link(to: Address("", "step-" + String(step)), String(step))
            }
            let users = point.element.users(by: Clauses.extend)
            guard !users.isEmpty else { return }
            page.text(": extended by ")
            page.links(to: users)
          }
        }
      }
    }
  }

  private func writeRequirements(of useCase: UseCase, to page: inout PageWriter) {
    let requirements = useCase.texts(Clauses.requirement)
    if !requirements.isEmpty {
      page.section("Requirements", anchor: "requirements") { $0.list(of: requirements) }
    }
    let tests = useCase.texts(Clauses.verifiedBy)
    guard !tests.isEmpty else { return }
    page.section("Verified by", anchor: "tests") { page in
      page.block("ul", .class("texts")) { page in
        for test in tests { page.block("li") { $0.element("code", text: test.string) } }
      }
    }
  }
}

extension UseCase {
  /// "5 days"
  var effortText: String? {
    self[Clauses.effort].map { formatted($0) + " " + model.effortUnit.rawValue }
  }
}
