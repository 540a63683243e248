import UseCaseModel

extension DiagramRequest {
  /// The elements of a kind that the picture is about: those of the model, or those that stand in
  /// its subject, in the order of the source.
  func elements<View: ElementView>(_ type: View.Type) -> [View] {
    let all = model.all(type)
    guard let subject else { return all }
    return all.filter { $0.element.isInside(subject) }
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
