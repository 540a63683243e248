import UseCaseModel
import UseCaseSyntax
import UseCaseText

/// A pair of colours that tells a group from others; the words in its nodes say the same.
enum Tint: Int, Sendable, Hashable, CaseIterable {
  case blue, orange, green, purple, yellow, red
  /// What belongs to no group, or to one too many.
  case none

  var stroke: Stroke {
    switch self {
    case .blue: Stroke(fill: .blue, line: .blueLine, width: 1.3)
    case .orange: Stroke(fill: .orange, line: .orangeLine, width: 1.3)
    case .green: Stroke(fill: .green, line: .greenLine, width: 1.3)
    case .purple: Stroke(fill: .purple, line: .purpleLine, width: 1.3)
    case .yellow: Stroke(fill: .yellow, line: .yellowLine, width: 1.3)
    case .red: Stroke(fill: .red, line: .redLine, width: 1.3)
    case .none: Stroke(fill: .foreign, line: .foreignLine, width: 1.3)
    }
  }
}

/// Which colours a view gives to use cases or touchpoints.
struct Coloring {
  /// What an element is coloured by, in words and as a colour.
  struct Group: Hashable {
    var words: String
    var tint: Tint
  }

  private let attribute: ViewAttribute
  /// The groups of names that were met, in the order of the elements.
  private var named: [ElementID: Group] = [:]
  private(set) var groups: [Group] = []

  /// Nil where the view does not colour.
  init?<View: ElementView>(_ selection: Selection, _ views: [View]) {
    guard let attribute = selection.coloring else { return nil }
    self.attribute = attribute
    for view in views {
      guard let element = element(of: view.element), named[element.id] == nil else { continue }
      let tint = Tint(rawValue: min(named.count, Tint.none.rawValue)) ?? .none
      named[element.id] = Group(words: element.title, tint: tint)
    }
    let found = Set(views.map { group(of: $0) })
    groups =
      switch attribute {
      case .priority: Priority.allCases.map { Coloring.group(of: $0) }.filter(found.contains)
      case .status: Status.allCases.map { Coloring.group(of: $0) }.filter(found.contains)
      case .owner, .timebox: named.sorted { $0.key < $1.key }.map(\.value)
      }
    if found.contains(without) { groups.append(without) }
  }

  func group(of view: some ElementView) -> Group {
    let useCase = view.element.as(UseCase.self)
    return switch attribute {
    case .priority: useCase?.priority.map { Coloring.group(of: $0) } ?? without
    case .status: useCase.map { Coloring.group(of: $0.status) } ?? without
    case .owner, .timebox: element(of: view.element).flatMap { named[$0.id] } ?? without
    }
  }

  /// What the colours mean.
  var legend: Legend {
    var legend = Legend()
    for group in groups { legend.add(.tint(group.tint), group.words) }
    return legend
  }

  private func element(of colored: Element) -> Element? {
    switch attribute {
    case .owner: colored.owner
    case .timebox: colored.as(UseCase.self)?.timebox?.element
    case .priority, .status: nil
    }
  }

  private var without: Group { Group(words: "no \(attribute.rawValue)", tint: .none) }

  private static func group(of priority: Priority) -> Group {
    let tint: Tint =
      switch priority {
      case .must: .red
      case .should: .orange
      case .could: .green
      case .wont: .none
      }
    return Group(words: priority.rawValue, tint: tint)
  }

  private static func group(of status: Status) -> Group {
    let tint: Tint =
      switch status {
      case .draft: .none
      case .proposed: .yellow
      case .approved: .blue
      case .implemented: .green
      case .retired: .purple
      }
    return Group(words: status.rawValue, tint: tint)
  }
}

extension Label {
  /// Adds the words of a group, so that no colour has to be told.
  mutating func add(_ group: Coloring.Group?, width: Double) {
    guard let group else { return }
    add(group.words, .small, width: width)
  }
}
