/// What the lines of a graph say about its nodes as a whole: which of them lie in a ring, and how
/// long the chains through them are. Linear in nodes and lines; no deep calls.
struct Reach {
  /// By node: which part it belongs to; nodes of one ring share it. A line that leaves a part leads
  /// to one with a smaller number.
  private(set) var parts: [Int]
  /// By node: the lines of the longest chain that ends here, and of the one that begins here.
  private(set) var above: [Int]
  private(set) var below: [Int]
  private var sizes: [Int] = []
  private let targets: [[Int]]

  /// `lines` lead from their first node to their second.
  init(nodes: Int, lines: [(Int, Int)]) {
    var targets = [[Int]](repeating: [], count: nodes)
    for (source, target) in lines { targets[source].append(target) }
    self.targets = targets
    parts = [Int](repeating: -1, count: nodes)
    above = [Int](repeating: 0, count: nodes)
    below = above
    for node in 0..<nodes where parts[node] < 0 && order[node] == nil { follow(node) }
    measure()
  }

  /// Whether a line is part of a ring.
  func isRing(_ source: Int, _ target: Int) -> Bool {
    parts[source] == parts[target] && (source == target || sizes[parts[source]] > 1)
  }

  /// The lines of the longest chain through a line.
  func length(through source: Int, _ target: Int) -> Int { above[source] + 1 + below[target] }

  // MARK: Tarjan's algorithm

  private var order: [Int: Int] = [:]
  private var lows: [Int: Int] = [:]
  private var open: [Int] = []

  private mutating func follow(_ start: Int) {
    var stack = [(node: start, next: 0)]
    enter(start)
    while let (node, next) = stack.last {
      if next < targets[node].count {
        stack[stack.count - 1].next += 1
        let target = targets[node][next]
        if order[target] == nil {
          enter(target)
          stack.append((target, 0))
        } else if parts[target] < 0 {
          lower(node, to: order[target] ?? 0)
        }
      } else {
        stack.removeLast()
        if let parent = stack.last?.node { lower(parent, to: lows[node] ?? 0) }
        if lows[node] == order[node] { closePart(of: node) }
      }
    }
  }

  private mutating func enter(_ node: Int) {
    lows[node] = order.count
    order[node] = order.count
    open.append(node)
  }

  private mutating func lower(_ node: Int, to low: Int) { lows[node] = min(lows[node] ?? low, low) }

  private mutating func closePart(of node: Int) {
    sizes.append(0)
    while let last = open.popLast() {
      parts[last] = sizes.count - 1
      sizes[sizes.count - 1] += 1
      if last == node { return }
    }
  }

  /// Chains are measured from part to part, because a ring has no end.
  private mutating func measure() {
    let sorted = parts.indices.sorted { (parts[$0], $0) < (parts[$1], $1) }
    for node in sorted {
      for target in targets[node] where parts[target] != parts[node] {
        below[node] = max(below[node], below[target] + 1)
      }
    }
    for node in sorted.reversed() {
      for target in targets[node] where parts[target] != parts[node] {
        above[target] = max(above[target], above[node] + 1)
      }
    }
  }
}
