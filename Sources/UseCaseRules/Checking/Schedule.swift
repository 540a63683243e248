import UseCaseModel
import UseCaseSyntax

/// Which timebox delivers which use case.
struct Schedule {
  struct Delivery {
    let timebox: Timebox
    /// Where the timebox names the use case.
    let reference: ReferenceSyntax
  }

  /// By use case; the first where several timeboxes name it.
  let deliveries: [ElementID: Delivery]
  /// Whether a timebox may deliver more: a name in it is unknown, or a syntax error swallowed one.
  let isIncomplete: Bool

  init(_ model: Model) {
    var deliveries: [ElementID: Delivery] = [:]
    for (target, mention) in model.mentions(in: Clauses.delivers.keyword) {
      guard mention.tail == nil, deliveries[target] == nil,
        let timebox = mention.source?.as(Timebox.self)
      else { continue }
      deliveries[target] = Delivery(timebox: timebox, reference: mention.reference)
    }
    self.deliveries = deliveries
    isIncomplete =
      model.all(.timebox).contains(where: \.isBroken)
      || model.unresolved.contains { unresolved in
        unresolved.source.map { model.element($0).kind } == .timebox
          && unresolved.reference.kinds == KindSet(.useCase) && unresolved.assumed == nil
      }
  }
}
