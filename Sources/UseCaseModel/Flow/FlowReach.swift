extension FlowGraph {
  /// A branch on more steps than this is taken as left as soon as one step of its parent is reached,
  /// so that many branches on any step (`*a`) of a long flow cost no more than their number.
  private static let broad = 64

  /// By step: whether some path reaches it. Linear in steps and branches.
  public var reachedSteps: [Bool] {
    var reached = [Bool](repeating: false, count: steps.count)
    var stack: [Int] = []
    let (narrow, broad) = blocks.count > 1 ? branchTables : ([], [])
    var isEntered = [Bool](repeating: false, count: broad.count)
    func visit(_ step: Int) {
      guard !reached[step] else { return }
      reached[step] = true
      stack.append(step)
    }
    func leave(_ block: Int) {
      // A plain `resume` leads back to the step that was left, which is reached already.
      guard let parent = blocks[block].parent, let closing = blocks[block].syntax.closing,
        let number = closing.target, closing.isResume, let target = step(number, in: parent)
      else { return }
      visit(target)
    }
    func enter(_ branch: Int) {
      if let first = blocks[branch].steps.first { visit(first) } else { leave(branch) }
    }
    if let first = blocks.first?.steps.first { visit(first) }
    while let step = stack.popLast() {
      let block = steps[step].block
      if let next = stepBehind(step) { visit(next) } else { leave(block) }
      guard !narrow.isEmpty else { continue }
      for branch in narrow[step] { enter(branch) }
      guard !isEntered[block] else { continue }
      isEntered[block] = true
      for branch in broad[block] { enter(branch) }
    }
    return reached
  }

  /// By step: the branches that hang on few steps, this one among them. By block: the branches that
  /// hang on many of its steps.
  private var branchTables: (narrow: [[Int]], broad: [[Int]]) {
    var narrow = [[Int]](repeating: [], count: steps.count)
    var broad = [[Int]](repeating: [], count: blocks.count)
    for (index, block) in blocks.enumerated() {
      guard let parent = block.parent else { continue }
      if block.anchors.count > FlowGraph.broad {
        broad[parent].append(index)
      } else {
        for anchor in block.anchors { narrow[anchor].append(index) }
      }
    }
    return (narrow, broad)
  }
}
