import UseCaseModel
import UseCaseSyntax

/// A page across the model, which stands at the top of the navigation.
struct Board: Sendable {
  let title: Phrase
  let address: Address
  /// How much there is to see on it; nil where a number says nothing.
  let count: Int?
}

extension Site {
  /// Those that have something to show.
  var boards: [Board] {
    var boards = [
      Board(title: .coverage, address: .coverage, count: nil),
      Board(title: .gaps, address: .gaps, count: findings.count),
    ]
    if !elements(.increment).isEmpty {
      boards.append(Board(title: .plan, address: .plan, count: nil))
    }
    if !reviews.isEmpty {
      boards.append(Board(title: .reviews, address: .reviews, count: reviews.count { $0.isDue }))
    }
    return boards
  }
}
