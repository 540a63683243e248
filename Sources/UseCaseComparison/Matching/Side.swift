import UseCaseModel
import UseCaseSyntax

/// The elements of one version by number, with the namespaces they stand in.
struct Side {
  let elements: [Element]
  /// By element: its namespace, or −1.
  let scopes: [Int]
  /// By element: how many namespaces are around it.
  let depths: [Int]
  /// By element: its counterpart in the other version, or −1.
  var counterparts: [Int]
  /// Who is compared; others only lend their identity.
  let isCompared: [Bool]

  init(_ model: Model, compares: (Element) -> Bool = { _ in true }) {
    var elements: [Element] = []
    var scopes: [Int] = []
    var depths: [Int] = []
    for element in model.elements {
      let scope = element.namespace.map { Int($0.id.index) } ?? -1
      elements.append(element)
      scopes.append(scope)
      depths.append(depths.indices.contains(scope) ? depths[scope] + 1 : 0)
    }
    self.elements = elements
    self.scopes = scopes
    self.depths = depths
    counterparts = elements.map { _ in -1 }
    isCompared = elements.map(compares)
  }

  var unmatched: [Int] {
    elements.indices.filter { counterparts[$0] < 0 && isCompared[$0] }
  }
}

/// Turns elements into words that are the same for counterparts, however they are called.
struct Naming {
  private let counterparts: [Int]
  private let isOld: Bool

  init(_ side: Side, isOld: Bool) {
    counterparts = side.counterparts
    self.isOld = isOld
  }

  func token(_ element: Element) -> String {
    let index = Int(element.id.index)
    guard !element.isForeign, index < counterparts.count else { return element.key }
    if !isOld { return counterparts[index] < 0 ? "+\(index)" : "#\(index)" }
    return counterparts[index] < 0 ? "-\(index)" : "#\(counterparts[index])"
  }
}
