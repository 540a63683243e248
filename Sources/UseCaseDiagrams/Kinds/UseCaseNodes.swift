import UseCaseModel
import UseCaseSyntax
import UseCaseText

extension Graph.Node {
  /// The node of an actor: people and time as figures, everything else as a box with its keyword.
  init(_ actor: Actor) {
    let kind = actor.actorKind
    var label = Label()
    if let keyword = kind.keyword { label.add(keyword, .small, width: 120) }
    label.add(actor.title, actor.isAbstract ? .abstractName : .name, width: 96)
    var size = label.size
    switch kind {
    case .person, .time:
      size.width = max(size.width + 2, ActorFigure.width)
      size.height += ActorFigure.height + 2
    default:
      size.width = max(size.width + 20, 84)
      size.height += 16
    }
    self.init(
      name: actor.key, figure: .actor(kind), label: label, size: size, element: actor.element,
      tooltip: actor.element.tooltip)
  }

  /// The ellipse of a use case; `notes` are short lines below its title.
  init(
    _ useCase: UseCase, isForeign: Bool, group: Coloring.Group? = nil, notes: [String] = []
  ) {
    var label = Label()
    label.add(
      useCase.element.titleWithIdentifier, useCase.isAbstract ? .abstractName : .name, width: 128)
    label.add(group, width: 128)
    for note in notes { label.add(note, .small, width: 128) }
    let points = useCase.extensionPoints
    if !points.isEmpty {
      label.add("extension points", .smallStrong, width: 128, spaceAbove: 9)
      for point in points { label.add(point.name, .note, width: 128) }
    }
    self.init(
      name: useCase.key, figure: .useCase(isForeign: isForeign), label: label,
      size: Self.ellipse(around: label.size), element: useCase.element,
      tooltip: useCase.element.tooltip, tint: group?.tint)
  }

  /// The size of an ellipse that holds a label with its corners, never smaller than its neighbours.
  private static func ellipse(around label: Size) -> Size {
    let width = max(172, label.width * 1.25 + 12)
    let share = (label.width + 6) / width
    let height = (label.height + 4) / max(0.3, 1 - share * share).squareRoot()
    return Size(width: width, height: max(46, height))
  }
}

extension Graph.Edge {
  /// The dashed line from a use case to one that it includes.
  init(from useCase: UseCase, at source: Int, including included: UseCase, at target: Int) {
    var label = Label()
    label.add("«include»", .note, width: 100)
    self.init(
      source: source, target: target, style: .include, head: .target, label: label, weight: 3,
      tooltip: "\(useCase.title) includes \(included.title)")
  }
}

extension Label {
  /// When and where a use case extends another.
  init(extending clause: ClauseSyntax, in model: Model) {
    self.init()
    add("«extend»", .note, width: 100)
    if let condition = clause.when {
      add("[\(condition.plainText(in: model))]", .note, width: 120)
    }
    if let point = clause.tail(Keyword("at"))?.reference {
      add("at \(point.name)", .note, width: 120)
    }
  }
}
