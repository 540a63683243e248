import UseCaseSyntax

/// What a node looks like.
enum Figure: Sendable, Hashable {
  case actor(ActorKind)
  /// Of a subject that the picture is not about where `isForeign`.
  case useCase(isForeign: Bool)
  /// Stands for a picture of its own.
  case part
  /// A step; it performs another use case where it `includes` one.
  case action(ActionFigure)
  /// Something that can happen at several steps.
  case event
  case decision
  case initial
  case success
  case failure
  /// Where a line goes on elsewhere.
  case connector
  case touchpoint(TouchpointFigure)
  /// Stands for a node elsewhere in the picture.
  case reference
  /// The card of any element; larger where the picture is about it.
  case element(isCentral: Bool)
  /// Words above other nodes.
  case heading
  /// Somebody with a stake.
  case stakeholder

  /// The name of the shape in DOT.
  var shape: StaticString {
    switch self {
    case .actor(.person), .actor(.time): "none"
    case .actor, .part: "box"
    case .useCase: "ellipse"
    case .action, .touchpoint: "box"
    case .event: "cds"
    case .decision: "diamond"
    case .connector: "circle"
    case .initial, .success, .failure: "none"
    case .reference, .element, .stakeholder: "box"
    case .heading: "plaintext"
    }
  }

  /// The CSS class of its group.
  var className: StaticString {
    switch self {
    case .actor: "uc-node uc-actor"
    case .useCase(isForeign: false): "uc-node uc-use-case"
    case .useCase(isForeign: true): "uc-node uc-use-case uc-foreign"
    case .part: "uc-node uc-part"
    case .action: "uc-node uc-action"
    case .event: "uc-node uc-event"
    case .decision: "uc-node uc-decision"
    case .initial: "uc-node uc-initial"
    case .success: "uc-node uc-success"
    case .failure: "uc-node uc-failure"
    case .connector: "uc-node uc-connector"
    case .touchpoint: "uc-node uc-touchpoint"
    case .reference: "uc-node uc-reference"
    case .element: "uc-node uc-element"
    case .heading: "uc-node uc-heading"
    case .stakeholder: "uc-node uc-stakeholder"
    }
  }
}

/// What the card of a touchpoint shows beside its text.
struct TouchpointFigure: Sendable, Hashable {
  var feeling: Feeling?
  /// No system of ours takes part.
  var isExternal = false
}

/// What the box of a step shows beside its text.
struct ActionFigure: Sendable, Hashable {
  /// Who acts, seen from the use case.
  enum Performer: String, Sendable, CaseIterable {
    case system, primary, other
  }

  var performer = Performer.system
  /// It performs another use case.
  var includes = false

  /// The room for the sign of an included use case, in points.
  static let rakeWidth = 26.0
  /// The free space between the left side and the text, in points.
  static let inset = 12.0
}
