import UseCaseSyntax

/// The files of one model that another builds on.
public struct ForeignModel: Sendable {
  /// The name of its `model` declaration, or of its folder.
  public let name: String
  public let trees: [SyntaxTree]

  public init(name: String, trees: [SyntaxTree]) {
    self.name = name
    self.trees = trees
  }
}

/// Resolves the names of a model's files: the order of files never changes the meaning.
///
/// Linear in the size of the files; never fails. Where no more than prose differs from an `earlier`
/// model, that one's names are taken over, which takes time in the changed files only.
public func resolve(
  _ trees: [SyntaxTree], buildingOn foreign: [ForeignModel] = [], after earlier: Model? = nil
) -> Model {
  let sorted = trees.sorted {
    $0.source.path.utf8.lexicographicallyPrecedes($1.source.path.utf8)
  }
  if let model = earlier?.exchanging(sorted, foreign) { return model }
  var resolver = Resolver(sorted)
  resolver.run(buildingOn: foreign)
  return Model(resolver)
}

/// Two passes over the trees: declarations, then references.
struct Resolver {
  private(set) var trees: [SyntaxTree]
  let ownTreeCount: Int
  var records: [ElementRecord] = []
  var names = NameTable()
  var scopes = ScopeTable()
  var targets: [[Int32]] = []
  var packageParts: [ElementID: [(tree: Int, node: Int)]] = [:]
  var duplicates: [(duplicate: ElementID, original: ElementID)] = []
  /// By tree.
  var unresolved: [[UnresolvedReference]] = []
  /// By tree.
  var mentions: [[(target: Int32, record: MentionRecord)]] = []
  /// What unknown names of the tree in hand are taken to mean, by the node of the reference.
  var assumptions: [Int: [ElementID]] = [:]
  /// By tree: the elements declared in it and the nodes that declare them, in source order.
  var declared: [[(node: Int32, element: Int32)]] = []
  /// By tree: the namespace of its top.
  var topScopes: [Int32] = []

  init(_ trees: [SyntaxTree]) {
    self.trees = trees
    ownTreeCount = trees.count
  }

  mutating func run(buildingOn foreign: [ForeignModel]) {
    for index in trees.indices { declare(treeAt: index, top: -1, isForeign: false) }
    for model in foreign {
      let package = declareForeignPackage(model)
      for tree in model.trees {
        trees.append(tree)
        declare(treeAt: trees.count - 1, top: package, isForeign: true)
      }
    }
    for index in trees.indices { resolveReferences(ofTreeAt: index) }
    assumeMeanings()
  }

  private mutating func declareForeignPackage(_ model: ForeignModel) -> Int32 {
    var text = model.name
    let name = text.withUTF8 { names.intern($0, 0..<$0.count) }
    let element = Int32(truncatingIfNeeded: records.count)
    records.append(
      ElementRecord(
        kind: .package, isForeign: true, tree: Int32(truncatingIfNeeded: trees.count), node: -1,
        parent: -1, scope: -1, name: name))
    _ = scopes.declare(element, name: name, in: -1)
    return element
  }

  // MARK: Declarations

  private mutating func declare(treeAt index: Int, top: Int32, isForeign: Bool) {
    let tree = trees[index]
    topScopes.append(top)
    var list: [(node: Int32, element: Int32)] = []
    var open: [(element: Int32, scope: Int32, end: Int)] = [(top, top, Int.max)]
    tree.source.bytes.withUnsafeBufferPointer { bytes in
      for position in tree.nodes.indices {
        let node = tree.nodes[position]
        guard node.kind == .declaration || node.kind == .clause else { continue }
        while let last = open.last, position >= last.end, open.count > 1 { open.removeLast() }
        let parent = open[open.count - 1]
        if node.kind == .clause {
          guard node.keyword == Clauses.extensionPoint.keyword else { continue }
          let element = add(
            .extensionPoint, position, tree, index, parent: parent.element, scope: parent.element,
            bytes, isForeign)
          list.append((Int32(truncatingIfNeeded: position), element))
          continue
        }
        let kind = DeclarationSyntax(SyntaxNode(tree: tree, index: position)).kind
        let element = add(
          kind, position, tree, index, parent: parent.element, scope: parent.scope, bytes,
          isForeign)
        list.append((Int32(truncatingIfNeeded: position), element))
        let isNamespace = kind == .package || kind == .journey
        open.append(
          (element, isNamespace ? element : parent.scope, tree.endOfNode(position)))
      }
    }
    declared.append(list)
  }

  private mutating func add(
    _ kind: ElementKind, _ node: Int, _ tree: SyntaxTree, _ treeIndex: Int, parent: Int32,
    scope: Int32, _ bytes: UnsafeBufferPointer<UInt8>, _ isForeign: Bool
  ) -> Int32 {
    let element = Int32(truncatingIfNeeded: records.count)
    let range = SyntaxNode(tree: tree, index: node).first(.name)?.range
    let name = range.map { names.intern(bytes, $0.withoutBackticks(bytes)) } ?? -1
    if name >= 0, kind == .package, let known = scopes.declared(name, in: scope),
      records[Int(known)].kind == .package, !records[Int(known)].isForeign
    {
      packageParts[ElementID(Int(known)), default: []].append((treeIndex, node))
      return known
    }
    records.append(
      ElementRecord(
        kind: kind, isForeign: isForeign, tree: Int32(truncatingIfNeeded: treeIndex),
        node: Int32(truncatingIfNeeded: node), parent: parent, scope: scope, name: name))
    guard name >= 0 else { return element }
    if let original = scopes.declare(element, name: name, in: scope) {
      duplicates.append((ElementID(Int(element)), ElementID(Int(original))))
    }
    return element
  }

  // MARK: Lists for the model

  func membersByParent() -> (offsets: [Int32], list: [Int32]) {
    grouped(
      records.count, filler: -1, group: { Int(records[$0].parent) },
      item: { Int32(truncatingIfNeeded: $0) })
  }

  func mentionsByTarget() -> (offsets: [Int32], list: [MentionRecord]) {
    let filler = MentionRecord(source: -1, tree: -1, node: -1, clause: .absent, tail: .absent)
    let mentions = Array(mentions.joined())
    return grouped(
      mentions.count, filler: filler, group: { Int(mentions[$0].target) },
      item: { mentions[$0].record })
  }

  /// A counting sort by element that keeps the order within each group; what has no group is left
  /// out.
  @inline(__always)
  private func grouped<Item>(
    _ count: Int, filler: Item, group: (Int) -> Int, item: (Int) -> Item
  ) -> (offsets: [Int32], list: [Item]) {
    var offsets = [Int32](repeating: 0, count: records.count + 1)
    var grouped = 0
    for index in 0..<count where group(index) >= 0 {
      offsets[group(index) + 1] += 1
      grouped += 1
    }
    for element in records.indices { offsets[element + 1] += offsets[element] }
    var next = offsets
    var list = [Item](repeating: filler, count: grouped)
    for index in 0..<count {
      let element = group(index)
      guard element >= 0 else { continue }
      list[Int(next[element])] = item(index)
      next[element] += 1
    }
    return (offsets, list)
  }
}

extension Range<Int> {
  /// Without the backticks around a name that would otherwise be a keyword.
  func withoutBackticks(_ bytes: UnsafeBufferPointer<UInt8>) -> Range<Int> {
    guard count > 2, bytes[lowerBound] == 0x60, bytes[upperBound - 1] == 0x60 else { return self }
    return lowerBound + 1..<upperBound - 1
  }
}
