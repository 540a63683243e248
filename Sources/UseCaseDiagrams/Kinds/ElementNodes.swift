import UseCaseModel
import UseCaseSyntax
import UseCaseText

/// Which part of a model an element belongs to, and so which colour its card has.
enum Domain: Sendable, Hashable, CaseIterable {
  case aims, experience, behavior, people, delivery, words

  init(_ kind: ElementKind) {
    switch kind {
    case .objective, .kpi, .risk: self = .aims
    case .persona, .segment, .journey, .stage, .touchpoint, .moment, .channel, .log:
      self = .experience
    case .useCase, .system, .extensionPoint: self = .behavior
    case .actor, .stakeholder, .role: self = .people
    case .increment, .timebox: self = .delivery
    case .model, .package, .term, .view: self = .words
    }
  }

  var tint: Tint {
    switch self {
    case .aims: .purple
    case .experience: .green
    case .behavior: .blue
    case .people: .orange
    case .delivery: .yellow
    case .words: .none
    }
  }
}

extension Graph.Node {
  /// The card of an element: what it is in small letters, and its title.
  ///
  /// `note` stands behind the kind: where the element belongs, or its figures.
  init(
    card element: Element, note: String? = nil, group: Coloring.Group? = nil, width: Double = 190,
    isCentral: Bool = false
  ) {
    var label = Label(.leading)
    let words = [element.kind.noun.capitalizedFirst, note].compactMap { $0 }
    label.add(words.joined(separator: " · "), .small, width: width - Self.cardInset)
    label.add(
      element.titleWithIdentifier, isCentral ? .heading : .strong,
      width: width - Self.cardInset, spaceAbove: 1)
    label.add(group, width: width - Self.cardInset)
    self.init(
      name: element.key, figure: .element(isCentral: isCentral), label: label,
      size: Size(width: width, height: (label.size.height / 2).rounded(.up) * 2 + 14),
      element: element, tooltip: element.tooltip,
      tint: group?.tint ?? Domain(element.kind).tint)
  }

  /// What a card takes beside its text, in points.
  private static let cardInset = 28.0
}

extension String {
  var capitalizedFirst: String { prefix(1).uppercased() + dropFirst() }
}

extension Element {
  /// Where it belongs, in one title: the stage of a touchpoint, the journey of a stage.
  var home: String? {
    switch kind {
    case .touchpoint, .moment, .stage, .timebox, .extensionPoint: parent?.title
    case .useCase: UseCase(element: self).system?.title
    default: nil
    }
  }
}
