/// Fingerprints of a tree, to tell what an edit has changed without comparing texts.
///
/// The prose of steps, and whether there is one more of them, is nothing that others see of a
/// declaration; neither is its description. All the rest is its interface.
public struct TreePrint: Sendable, Hashable {
  /// Of everything but the prose of steps and descriptions; links in these belong to it.
  public private(set) var interface = TreePrint.seed
  /// By declaration, in source order: of the prose in it and in the declarations inside it.
  public private(set) var prose: [UInt64] = []

  private static let seed: UInt64 = 0xCBF2_9CE4_8422_2325

  /// Linear in the size of the text.
  public init(_ tree: SyntaxTree) {
    var open: [(declaration: Int, end: Int)] = []
    var stepEnd = 0
    var hasStep = false
    tree.source.bytes.withUnsafeBufferPointer { bytes in
      for (index, node) in tree.nodes.enumerated() {
        while let last = open.last, index >= last.end { close(&open, last.declaration) }
        switch node.kind {
        case .declaration:
          open.append((prose.count, Int(node.next)))
          prose.append(TreePrint.seed)
        case .flow, .branch: hasStep = false
        case .step where !node.flags.contains(.includes):
          stepEnd = Int(node.next)
          if !hasStep { TreePrint.mix(UInt64(node.kind.rawValue), into: &interface) }
          hasStep = true
        default: break
        }
        let isProse = index < stepEnd || node.kind == .description || node.flags.contains(.prose)
        if isProse, node.kind != .link, node.kind != .reference, let last = open.last {
          TreePrint.mix(node, bytes, into: &prose[last.declaration])
        } else {
          TreePrint.mix(node, bytes, into: &interface)
        }
      }
    }
    while let last = open.last { close(&open, last.declaration) }
    for name in tree.lostNames.sorted() {
      for byte in name.utf8 { TreePrint.mix(UInt64(byte), into: &interface) }
    }
    TreePrint.mix(UInt64(tree.namelessKinds.rawValue), into: &interface)
  }

  /// What stands inside a declaration is part of the one around it.
  private mutating func close(_ open: inout [(declaration: Int, end: Int)], _ inner: Int) {
    open.removeLast()
    if let outer = open.last { TreePrint.mix(prose[inner], into: &prose[outer.declaration]) }
  }

  @inline(__always)
  private static func mix(
    _ node: Node, _ bytes: UnsafeBufferPointer<UInt8>, into state: inout UInt64
  ) {
    mix(
      UInt64(node.kind.rawValue) | UInt64(node.tag) << 8 | UInt64(node.flags.rawValue) << 24,
      into: &state)
    switch node.kind {
    // What stands in these is said by the nodes inside them.
    case .file, .declaration, .parents, .clause, .tail, .link, .flow, .branch, .step, .closing,
      .transition:
      break
    case .description, .name, .title, .reference, .text, .word, .choice, .number, .quantity, .date,
      .range, .anchor:
      for index in node.range { mix(UInt64(bytes[index]), into: &state) }
    }
  }

  @inline(__always) private static func mix(_ value: UInt64, into state: inout UInt64) {
    state = (state ^ value) &* 0x0000_0100_0000_01B3
  }
}
