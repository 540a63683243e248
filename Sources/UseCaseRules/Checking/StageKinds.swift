import UseCaseModel
import UseCaseSyntax

/// What the stages of a journey are by meaning.
struct StageKinds {
  /// Whether every stage says its kind.
  let areKnown: Bool
  /// Whether a stage lies behind the sale.
  let goesOn: Bool
  let hasAdvocacy: Bool
  /// The last stage of the sale.
  let sale: Stage?

  init(_ journey: Journey) {
    var areKnown = !journey.element.isBroken
    var goesOn = false
    var hasAdvocacy = false
    var sale: Stage?
    for stage in journey.stages {
      switch stage.stageKind {
      case .delivery, .use, .support: goesOn = true
      case .advocacy: (goesOn, hasAdvocacy) = (true, true)
      case .purchase: sale = stage
      case .awareness, .consideration: break
      case nil: areKnown = false
      }
    }
    self.areKnown = areKnown
    self.goesOn = goesOn
    self.hasAdvocacy = hasAdvocacy
    self.sale = sale
  }
}
