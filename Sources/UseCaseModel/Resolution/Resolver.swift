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
/// Linear in the size of the files; never fails. Where one file differs from an `earlier` model, what
/// that one knows is taken over as far as the edit leaves it as it was.
public func resolve(
  _ trees: [SyntaxTree], buildingOn foreign: [ForeignModel] = [], after earlier: Model? = nil
) -> Model {
  let sorted = trees.sorted {
    $0.source.path.utf8.lexicographicallyPrecedes($1.source.path.utf8)
  }
  var resolver = Resolver(sorted, after: earlier)
  let edit = earlier.flatMap { ModelEdit(of: $0, to: sorted, foreign) }
  if let edit {
    resolver.run(after: edit)
  } else {
    resolver.run(buildingOn: foreign)
  }
  return Model(resolver, after: edit)
}

/// Two passes over what the trees hold: declarations, then references.
struct Resolver {
  var trees: [SyntaxTree]
  let ownTreeCount: Int
  var records: [ElementRecord] = []
  var names = NameTable()
  var scopes = ScopeTable()
  var targets: [[Int32]] = []
  var packageParts: [Int: [(tree: Int, node: Int)]] = [:]
  var duplicates: [(duplicate: ElementID, original: ElementID)] = []
  /// By tree.
  var unresolved: [[UnresolvedReference]] = []
  /// What unknown names of the tree in hand are taken to mean, by the node of the reference.
  var assumptions: [Int: [ElementID]] = [:]
  /// By tree.
  var treeNames: [TreeNames] = []
  /// By tree: the element of each of its declarations, in source order.
  var declared: [[Int32]] = []
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
    for index in trees.indices { declareAll(inTreeAt: index, top: -1) }
    for model in foreign {
      let package = declareForeignPackage(model)
      for tree in model.trees {
        trees.append(tree)
        declareAll(inTreeAt: trees.count - 1, top: package)
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

  private mutating func declareAll(inTreeAt index: Int, top: Int32) {
    let names = known[ObjectIdentifier(trees[index])] ?? TreeNames(trees[index])
    treeNames.append(names)
    topScopes.append(top)
    declare(names, of: index, top: top)
  }

  private mutating func declare(_ names: TreeNames, of index: Int, top: Int32) {
    let isForeign = index >= ownTreeCount
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
    grouped(filler: -1) { visit in
      for (index, record) in records.enumerated() where record.parent >= 0 {
        visit(record.parent, Int32(truncatingIfNeeded: index))
      }
    }
  }

  func mentionsByTarget() -> (offsets: [Int32], list: [MentionRecord]) {
    let filler = MentionRecord(source: -1, tree: -1, node: -1, clause: .absent, tail: .absent)
    return grouped(filler: filler) { visit in
      for tree in trees.indices {
        let (row, elements) = (targets[tree], declared[tree])
        for reference in treeNames[tree].references {
          let target = row[Int(reference.node)]
          guard target >= 0 else { continue }
          visit(
            target,
            MentionRecord(
              source: reference.owner < 0 ? -1 : elements[Int(reference.owner)],
              tree: Int32(truncatingIfNeeded: tree), node: reference.node,
              clause: reference.clause, tail: reference.tail))
        }
      }
    }
  }

  /// A counting sort by element that keeps the order within each group.
  @inline(__always)
  private func grouped<Item>(
    filler: Item, _ forEach: (_ visit: (Int32, Item) -> Void) -> Void
  ) -> (offsets: [Int32], list: [Item]) {
    var offsets = [Int32](repeating: 0, count: records.count + 1)
    var count = 0
    forEach { group, _ in
      offsets[Int(group) + 1] += 1
      count += 1
    }
    for element in records.indices { offsets[element + 1] += offsets[element] }
    var next = offsets
    var list = [Item](repeating: filler, count: count)
    forEach { group, item in
      list[Int(next[Int(group)])] = item
      next[Int(group)] += 1
    }
    return (offsets, list)
  }
}

extension Resolver {
  /// Does what `run` does where one file of an earlier version has changed.
  mutating func run(after edit: ModelEdit) {
    let earlier = edit.earlier
    trees += earlier.trees[ownTreeCount...]
    names = earlier.names
    treeNames = earlier.treeNames
    treeNames[edit.tree] = edit.names
    topScopes = edit.moved(earlier.topScopes)
    if edit.declaresTheSame { keepDeclarations(edit) } else { declareAgain(edit) }
    for index in trees.indices {
      if edit.concerns(treeAt: index) {
        resolveReferences(ofTreeAt: index)
      } else {
        targets.append(edit.moved(earlier.targets[index]))
        unresolved.append([])
      }
    }
    assumeMeanings()
  }

  /// The same declarations, which in the changed file stand at other nodes.
  private mutating func keepDeclarations(_ edit: ModelEdit) {
    let earlier = edit.earlier
    (records, scopes) = (earlier.records, earlier.scopes)
    (duplicates, declared) = (earlier.duplicates, earlier.declared)
    packageParts = earlier.packageParts
    let (old, new) = (earlier.treeNames[edit.tree].declarations, edit.names.declarations)
    for (place, element) in declared[edit.tree].enumerated()
    where old[place].node != new[place].node {
      let id = Int(element)
      if records[id].stands(at: old[place].node, of: edit.tree) {
        records[id] = records[id].moved(to: new[place].node)
      } else if let part = packageParts[id]?.firstIndex(where: {
        $0.tree == edit.tree && $0.node == Int(old[place].node)
      }) {
        packageParts[id]?[part].node = Int(new[place].node)
      }
    }
  }

  /// Declares what all files declare: only the changed one has to be read.
  private mutating func declareAgain(_ edit: ModelEdit) {
    let earlier = edit.earlier
    var parts: [Int: [(package: Int, node: Int)]] = [:]
    for (package, list) in earlier.packageParts {
      for part in list { parts[part.tree, default: []].append((package, part.node)) }
    }
    records.reserveCapacity(earlier.records.count)
    for index in 0..<ownTreeCount {
      guard index != edit.tree else {
        declare(edit.names, of: index, top: -1)
        continue
      }
      declare(earlier.records[earlier.elementRange(ofTreeAt: index)], edit)
      for part in parts[index] ?? [] {
        let package = Int(edit.moved(Int32(truncatingIfNeeded: part.package)))
        packageParts[package, default: []].append((index, part.node))
      }
      declared.append(edit.moved(earlier.declared[index]))
    }
    declare(earlier.records[earlier.ownElementCount...], edit)
    declared += earlier.declared[ownTreeCount...].map(edit.moved)
  }

  private mutating func declare(_ known: ArraySlice<ElementRecord>, _ edit: ModelEdit) {
    for record in known {
      let element = Int32(truncatingIfNeeded: records.count)
      let record = edit.moved(record)
      records.append(record)
      guard record.name >= 0 else { continue }
      let original = scopes.declare(element, name: record.name, in: record.scope)
      // A model that this one builds on may be called as an element is.
      guard let original, record.node >= 0 else { continue }
      duplicates.append((ElementID(Int(element)), ElementID(Int(original))))
    }
  }
}

extension Range<Int> {
  /// Without the backticks around a name that would otherwise be a keyword.
  func withoutBackticks(_ bytes: UnsafeBufferPointer<UInt8>) -> Range<Int> {
    guard count > 2, bytes[lowerBound] == 0x60, bytes[upperBound - 1] == 0x60 else { return self }
    return lowerBound + 1..<upperBound - 1
  }
}
