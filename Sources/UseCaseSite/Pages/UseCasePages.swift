import UseCaseModel
import UseCaseSyntax

/// A use case: its facts, its flow with the branches beside their steps, its scenarios.
struct UseCasePages: ElementPageKind {
  func lead(of useCase: UseCase) -> TextSyntax? { useCase[Clauses.goal] }

  func pictures(of useCase: UseCase) -> [PictureRequest] {
    useCase.declaration?.flow == nil
      ? []
      : [
        PictureRequest(.flow, of: useCase.element), PictureRequest(.sequence, of: useCase.element),
      ]
  }

  let shownMentions: Set<Keyword> = [Clauses.delivers.keyword]

  func writeBadges(of useCase: UseCase, to page: inout PageWriter) {
    page.badge(useCase.priority)
    page.badge(useCase.status)
    if useCase.isAbstract { page.badge(.abstract, .plain) }
  }

  func writeFacts(of useCase: UseCase, to facts: inout FactsWriter) {
    facts.row(.primaryActors, useCase.primaryActors.map(\.element))
    facts.row(.supportingActors, useCase.supportingActors.map(\.element))
    facts.row(.system, useCase.system?.element)
    facts.row(.level, useCase.level)
    facts.row(.effort, useCase.effort(in: facts.words))
    facts.row(.value, useCase[Clauses.value].map(formatted))
    facts.row(.timebox, useCase.timebox?.element)
    facts.row(.supports, useCase.targets(Clauses.supports))
    facts.row(.specialises, useCase.parents.map(\.element))
    facts.row(.includes, useCase.included.map(\.element))
    facts.responsibilities(of: useCase.element)
  }

  func writeSections(of useCase: UseCase, to page: inout PageWriter) {
    writeExtensions(of: useCase, to: &page)
    writeConditions(of: useCase, to: &page)
    if let graph = useCase.flowGraph, !graph.steps.isEmpty {
      page.block("div", .class("beside")) { page in
        page.section(.flow, anchor: "flow") { $0.flow(graph) }
        page.section(
          .flowAsAPicture, anchor: "picture", showing: PictureRequest(.flow, of: useCase.element))
      }
      page.section(
        .sequenceAsAPicture, anchor: "sequence",
        showing: PictureRequest(.sequence, of: useCase.element))
      page.scenarios(graph)
    }
    writeExtensionPoints(of: useCase, to: &page)
    writeRequirements(of: useCase, to: &page)
  }

  private func writeExtensions(of useCase: UseCase, to page: inout PageWriter) {
    let extensions = useCase.extensions
    guard !extensions.isEmpty else { return }
    page.section(.extends, anchor: "extends") { page in
      page.block("ul", .class("texts")) { page in
        for (base, clause) in extensions {
          page.block("li") { page in
            page.link(to: base.element)
            if let point = clause.tail(Keyword("at"))?.reference {
              page.text(" ")
              page.text(.at) { $0.link(point) }
            }
            guard let condition = clause.when else { return }
            page.text(", ")
            page.text(.whenCondition) { $0.text(condition) }
          }
        }
      }
    }
  }

  private func writeConditions(of useCase: UseCase, to page: inout PageWriter) {
    let groups: [(Phrase, [TextSyntax])] = [
      (.trigger, useCase.texts(Clauses.trigger)),
      (.beforeItStarts, useCase.texts(Clauses.precondition)),
      (.afterSuccess, useCase.texts(Clauses.successGuarantee)),
      (.howeverItEnds, useCase.texts(Clauses.minimalGuarantee)),
    ].filter { !$0.1.isEmpty }
    guard !groups.isEmpty else { return }
    page.section(.beforeAndAfter, anchor: "conditions") { page in
      page.block("div", .class("cards")) { page in
        for (title, texts) in groups { page.card(title, texts) }
      }
    }
  }

  private func writeExtensionPoints(of useCase: UseCase, to page: inout PageWriter) {
    let points = useCase.extensionPoints
    guard !points.isEmpty else { return }
    page.section(.extensionPoints, anchor: "extension-points") { page in
      page.block("ul", .class("texts")) { page in
        for point in points {
          let address = page.site.address(of: point.element)
          page.block("li", page.anchor(address?.fragment)) { page in
            page.element("strong", text: point.title)
            if let step = point.step {
              page.text(", ")
              page.text(.afterStep) {
                $0.link(to: Address("", "step-" + String(step)), String(step))
              }
            }
            let users = point.element.users(by: Clauses.extend)
            guard !users.isEmpty else { return }
            page.text(": ")
            page.text(.extendedByPoint) { $0.links(to: users) }
          }
        }
      }
    }
  }

  private func writeRequirements(of useCase: UseCase, to page: inout PageWriter) {
    let requirements = useCase.texts(Clauses.requirement)
    if !requirements.isEmpty {
      page.section(.requirements, anchor: "requirements") { $0.list(of: requirements) }
    }
    let tests = useCase.texts(Clauses.verifiedBy)
    guard !tests.isEmpty else { return }
    page.section(.verifiedBy, anchor: "tests") { page in
      page.block("ul", .class("texts")) { page in
        for test in tests { page.block("li") { $0.element("code", text: test.string) } }
      }
    }
  }
}

extension UseCase {
  /// "5 days"
  func effort(in words: Words) -> String? {
    self[Clauses.effort].map { formatted($0) + " " + words[choice: model.effortUnit] }
  }
}
