import UseCaseSyntax

extension ElementKind {
  /// The protocol's number for a kind of symbol, chosen so that editors draw kinds apart.
  var symbolNumber: Int {
    switch self {
    case .model: 2
    case .package: 4
    case .system: 19
    case .actor, .persona, .stakeholder, .role: 5
    case .segment: 10
    case .objective, .kpi: 16
    case .useCase: 12
    case .channel: 8
    case .journey: 3
    case .stage: 23
    case .touchpoint: 24
    case .moment: 20
    case .risk: 21
    case .increment, .timebox: 18
    case .term: 15
    case .log: 1
    case .view: 13
    case .extensionPoint: 7
    }
  }
}
