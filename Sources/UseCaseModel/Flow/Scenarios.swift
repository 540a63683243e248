import UseCaseSyntax

/// One way through a use case.
public struct Scenario: Sendable {
  public enum Ending: Sendable, Equatable {
    case success, failure
    /// The flow stops without saying how.
    case open
  }
  /// The blocks that are entered, the main flow left out, in order.
  public let branches: [Int]
  /// Places of steps, in the order in which they are done.
  public let steps: [Int]
  public let ending: Ending
}

extension FlowGraph {
  /// The main flow and one scenario for each branch: k + 1. A branch inside a branch is reached
  /// through the branches around it; one that hangs on several steps is taken at the first.
  public var scenarios: [Scenario] {
    guard !blocks.isEmpty else { return [] }
    return blocks.indices.map { block in
      var chain: [Int] = []
      var current: Int? = block
      while let next = current, next != 0 {
        chain.append(next)
        current = blocks[next].parent
      }
      return scenario(taking: chain.reversed())
    }
  }

  /// Every combination with each branch taken at most once, and whether the limit cut the list.
  public func allScenarios(limit: Int = 1_000) -> (scenarios: [Scenario], isComplete: Bool) {
    var result: [Scenario] = []
    var isComplete = true
    // Longest first paths could grow without end; each branch at most once bounds them.
    func extend(_ taken: [Int]) {
      guard result.count < limit else {
        isComplete = false
        return
      }
      let scenario = scenario(taking: taken)
      guard scenario.branches == taken else { return }
      result.append(scenario)
      for next in blocks.indices.dropFirst() where !taken.contains(next) {
        guard isComplete else { return }
        extend(taken + [next])
      }
    }
    if !blocks.isEmpty { extend([]) }
    return (result, isComplete)
  }

  /// Follows the flow and takes the given branches, each where it is first met, in their order.
  private func scenario(taking chain: [Int]) -> Scenario {
    var pending = ArraySlice(chain)
    var done: [Int] = []
    var path: [Int] = []
    var position: Target? = blocks.first?.steps.first.map { .step($0) }
    // Each turn does a step; a resume leads back once for each branch, so this bounds the path.
    var budget = (steps.count + 1) * (chain.count + 1)
    while case .step(let step)? = position, budget > 0 {
      budget -= 1
      path.append(step)
      if let branch = pending.first, blocks[branch].anchors.contains(step) {
        pending = pending.dropFirst()
        done.append(branch)
        position = entry(of: branch, leaving: step)
      } else {
        position = following(step)
      }
    }
    let ending: Scenario.Ending =
      position == .success ? .success : position == .failure ? .failure : .open
    return Scenario(branches: done, steps: path, ending: ending)
  }

  private func entry(of branch: Int, leaving step: Int) -> Target? {
    if let first = blocks[branch].steps.first { return .step(first) }
    return exit(of: branch, leaving: step)
  }

  private func following(_ step: Int) -> Target? {
    let block = blocks[steps[step].block]
    if step + 1 < block.steps.upperBound, !steps[step + 1].isBehindClosing {
      return .step(step + 1)
    }
    return exit(of: steps[step].block, leaving: nil)
  }

  private func exit(of block: Int, leaving step: Int?) -> Target? {
    let exits = exits(of: block)
    if let step, exits.contains(.step(step)) { return .step(step) }
    return exits.first
  }
}
