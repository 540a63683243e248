import UseCaseModel

extension DiagramRequest {
  /// The elements of a kind that the picture is about: those of the model, or those that stand in
  /// its subjects, in the order of the source, and without what a view leaves out.
  func elements<View: ElementView>(_ type: View.Type) -> [View] {
    let all = model.all(type).filter { selection.shows($0.element) }
    guard !subjects.isEmpty else { return all }
    return all.filter { one in subjects.contains { one.element.isInside($0) } }
  }

  /// What the picture is about, as titles name it.
  var scopeTitle: String? { subject?.title ?? model.title }
}

extension Element {
  /// Whether it is another element, or stands in its body or namespace.
  func isInside(_ other: Element) -> Bool {
    var current: Element? = self
    while let element = current {
      if element == other { return true }
      current = element.parent ?? element.namespace
    }
    return false
  }
}
