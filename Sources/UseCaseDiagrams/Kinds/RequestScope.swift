import UseCaseModel
import UseCaseSyntax

extension DiagramRequest {
  /// The elements of a kind that the picture is about: those of the model, or those that stand in
  /// its subjects, in the order of the source; throws where the filters of a view leave none.
  func elements<View: ElementView>(_ type: View.Type) throws(DiagramError) -> [View] {
    try selection.filtered(model.all(type).filter { isAbout($0.element) })
  }

  /// Whether an element stands in what the picture is about.
  func isAbout(_ element: Element) -> Bool {
    subjects.isEmpty || subjects.contains { element.isInside($0) }
  }

  /// What the picture is about, as titles name it.
  var scopeTitle: String? { subjects.isEmpty ? model.title : listed(subjects.map(\.title)) }
}

extension Element {
  /// Whether it is another element, belongs to it, or stands in its body or namespace.
  func isInside(_ other: Element) -> Bool {
    var current: Element? = self
    while let element = current {
      if element == other { return true }
      let system = element.as(UseCase.self)?.system?.element
      current = element.parent ?? system ?? element.namespace
    }
    return false
  }
}
