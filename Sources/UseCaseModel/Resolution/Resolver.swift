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
/// model, that one's names are taken over, which takes time in the changed files only; else what
/// files that have not changed declare and name is.
public func resolve(
  _ trees: [SyntaxTree], buildingOn foreign: [ForeignModel] = [], after earlier: Model? = nil
) -> Model {
  let sorted = trees.sorted {
    $0.source.path.utf8.lexicographicallyPrecedes($1.source.path.utf8)
  }
  if let model = earlier?.exchanging(sorted, foreign) { return model }
  var resolver = Resolver(sorted, after: earlier)
  resolver.run(buildingOn: foreign)
  return Model(resolver)
}

/// Two passes over what the trees hold: declarations, then references.
struct Resolver {
  private(set) var trees: [SyntaxTree]
  let ownTreeCount: Int
  var records: [ElementRecord] = []
  var names = NameTable()
  var scopes = ScopeTable()
  var targets: [[Int32]] = []
  var packageParts: [Int: [(tree: Int, node: Int)]] = [:]
  var duplicates: [(duplicate: ElementID, original: ElementID)] = []
  /// By tree.
  var unresolved: [[UnresolvedReference]] = []
  /// By tree.
  var mentions: [[(target: Int32, record: MentionRecord)]] = []
  /// What unknown names of the tree in hand are taken to mean, by the node of the reference.
  var assumptions: [Int: [ElementID]] = [:]
  /// By tree.
  private(set) var treeNames: [TreeNames] = []
  /// By tree: the element of each of its declarations, in source order.
  private(set) var declared: [[Int32]] = []
  /// What an earlier version found out about the trees that it held.
  private let known: [ObjectIdentifier: TreeNames]
  /// By tree: the namespace of its top.
  var topScopes: [Int32] = []

  init(_ trees: [SyntaxTree], after earlier: Model?) {
    known = earlier?.namesByTree ?? [:]
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
    let names = known[ObjectIdentifier(trees[index])] ?? TreeNames(trees[index])
    treeNames.append(names)
    topScopes.append(top)
    var elements: [Int32] = []
    elements.reserveCapacity(names.declarations.count)
    var open: [(element: Int32, scope: Int32, end: Int32)] = [(top, top, Int32.max)]
    trees[index].source.bytes.withUnsafeBufferPointer { bytes in
      for declaration in names.declarations {
        while declaration.node >= open[open.count - 1].end { open.removeLast() }
        let parent = open[open.count - 1]
        let isPoint = declaration.kind == .extensionPoint
        let element = add(
          declaration, index, parent: parent.element,
          scope: isPoint ? parent.element : parent.scope, bytes, isForeign)
        elements.append(element)
        guard !isPoint else { continue }
        let isNamespace = declaration.kind == .package || declaration.kind == .journey
        open.append((element, isNamespace ? element : parent.scope, declaration.end))
      }
    }
    declared.append(elements)
  }

  private mutating func add(
    _ declaration: TreeNames.Declaration, _ tree: Int, parent: Int32, scope: Int32,
    _ bytes: UnsafeBufferPointer<UInt8>, _ isForeign: Bool
  ) -> Int32 {
    let element = Int32(truncatingIfNeeded: records.count)
    let name = declaration.name.isEmpty ? -1 : names.intern(bytes, declaration.name)
    if name >= 0, declaration.kind == .package, let known = scopes.declared(name, in: scope),
      records[Int(known)].kind == .package, !records[Int(known)].isForeign
    {
      packageParts[Int(known), default: []].append((tree, Int(declaration.node)))
      return known
    }
    records.append(
      ElementRecord(
        kind: declaration.kind, isForeign: isForeign, tree: Int32(truncatingIfNeeded: tree),
        node: declaration.node, parent: parent, scope: scope, name: name))
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
