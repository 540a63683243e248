import UseCaseModel
import UseCaseSyntax

/// One element names another: a use case includes or extends one, an actor or use case has a parent.
struct Arrow {
  let source: ElementID
  let target: ElementID
  /// Where the target is named.
  let reference: ReferenceSyntax
}

/// One relation of a model as a graph.
struct ArrowGraph {
  let arrows: [Arrow]
  /// The elements that take part, in order.
  private let elements: [ElementID]
  /// By the number of an element: its place, or −1.
  private let places: [Int32]
  /// By element's place: the arrows that leave it, by their places.
  private let outgoing: [[Int]]
  /// The strongly connected components, each before those that lead to it.
  private let components: [[Int]]
  private let componentOf: [Int]

  init(_ arrows: [Arrow]) {
    // In source order, so that what is found does not depend on the order of the elements named.
    let arrows = arrows.sorted {
      ($0.source, $0.reference.syntax.index) < ($1.source, $1.reference.syntax.index)
    }
    var ends = ElementSet()
    var elements: [ElementID] = []
    for arrow in arrows {
      if ends.insert(arrow.source) { elements.append(arrow.source) }
      if ends.insert(arrow.target) { elements.append(arrow.target) }
    }
    elements.sort()
    var places = [Int32](repeating: -1, count: elements.last.map { Int($0.index) + 1 } ?? 0)
    for (place, element) in elements.enumerated() {
      places[Int(element.index)] = Int32(truncatingIfNeeded: place)
    }
    var outgoing = [[Int]](repeating: [], count: elements.count)
    for (index, arrow) in arrows.enumerated() {
      outgoing[Int(places[Int(arrow.source.index)])].append(index)
    }
    let targets = outgoing.map { $0.map { Int(places[Int(arrows[$0].target.index)]) } }
    var search = ComponentSearch(targets)
    search.run()
    self.arrows = arrows
    self.elements = elements
    self.places = places
    self.outgoing = outgoing
    components = search.components
    componentOf = search.componentOf
  }

  /// The arrows that leave an element.
  func arrows(from element: ElementID) -> [Arrow] {
    place(of: element).map { outgoing[$0].map { arrows[$0] } } ?? []
  }

  private func place(of element: ElementID) -> Int? {
    let index = Int(element.index)
    return index < places.count && places[index] >= 0 ? Int(places[index]) : nil
  }

  /// One ring of each knot of elements that lead to each other: a shortest one through the knot's
  /// first element, in the order of those.
  var rings: [[Arrow]] {
    components.compactMap { component in
      guard let first = component.min() else { return nil }
      let leadsToItself = outgoing[first].contains { arrows[$0].target == elements[first] }
      return component.count > 1 || leadsToItself ? ring(through: first) : nil
    }.sorted { ($0.first?.source.index ?? 0) < ($1.first?.source.index ?? 0) }
  }

  /// Breadth first inside the component, from an element back to itself.
  private func ring(through start: Int) -> [Arrow] {
    var cameBy: [Int: Int] = [:]
    var queue = [start]
    var index = 0
    while index < queue.count {
      let current = queue[index]
      index += 1
      for arrow in outgoing[current] {
        guard let next = place(of: arrows[arrow].target), componentOf[next] == componentOf[start],
          cameBy[next] == nil
        else { continue }
        cameBy[next] = arrow
        if next == start { return path(backTo: start, cameBy) }
        queue.append(next)
      }
    }
    return []
  }

  private func path(backTo start: Int, _ cameBy: [Int: Int]) -> [Arrow] {
    var path: [Arrow] = []
    var current = start
    while let arrow = cameBy[current] {
      path.append(arrows[arrow])
      guard let source = place(of: arrows[arrow].source), source != start else { break }
      current = source
    }
    return path.reversed()
  }

  /// The longest way from each element that leads into no ring, as arrows; by element, where it has
  /// more than a number of arrows and no arrow leads to the element.
  func longWays(over limit: Int) -> [[Arrow]] {
    var length = [Int](repeating: 0, count: elements.count)
    var best = [Int?](repeating: nil, count: elements.count)
    var hasWayIn = [Bool](repeating: false, count: elements.count)
    // Components come before those that lead to them, so that each length is known in time.
    for component in components where component.count == 1 {
      for arrow in outgoing[component[0]] {
        guard let next = place(of: arrows[arrow].target), next != component[0] else { continue }
        hasWayIn[next] = true
        guard length[next] + 1 > length[component[0]] else { continue }
        length[component[0]] = length[next] + 1
        best[component[0]] = arrow
      }
    }
    return elements.indices.filter { length[$0] > limit && !hasWayIn[$0] }.map { start in
      var way: [Arrow] = []
      var current: Int? = start
      while let place = current, let arrow = best[place] {
        way.append(arrows[arrow])
        current = self.place(of: arrows[arrow].target)
      }
      return way
    }
  }
}

/// Tarjan's strongly connected components, without recursion.
private struct ComponentSearch {
  private let targets: [[Int]]
  private var number: [Int]
  private var low: [Int]
  private var isOpen: [Bool]
  private var open: [Int] = []
  private var counter = 0
  private(set) var components: [[Int]] = []
  private(set) var componentOf: [Int]

  init(_ targets: [[Int]]) {
    self.targets = targets
    number = [Int](repeating: -1, count: targets.count)
    low = number
    componentOf = number
    isOpen = [Bool](repeating: false, count: targets.count)
  }

  mutating func run() {
    for root in targets.indices where number[root] < 0 { visit(root) }
  }

  private mutating func visit(_ root: Int) {
    var calls: [(place: Int, next: Int)] = [(root, 0)]
    begin(root)
    while let (place, next) = calls.last {
      if next < targets[place].count {
        calls[calls.count - 1].next += 1
        let target = targets[place][next]
        if number[target] < 0 {
          begin(target)
          calls.append((target, 0))
        } else if isOpen[target] {
          low[place] = min(low[place], number[target])
        }
        continue
      }
      calls.removeLast()
      if let (caller, _) = calls.last { low[caller] = min(low[caller], low[place]) }
      if low[place] == number[place] { close(place) }
    }
  }

  private mutating func begin(_ place: Int) {
    number[place] = counter
    low[place] = counter
    counter += 1
    open.append(place)
    isOpen[place] = true
  }

  private mutating func close(_ place: Int) {
    var component: [Int] = []
    while let member = open.popLast() {
      isOpen[member] = false
      componentOf[member] = components.count
      component.append(member)
      if member == place { break }
    }
    components.append(component)
  }
}
