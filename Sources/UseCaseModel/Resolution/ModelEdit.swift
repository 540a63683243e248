import UseCaseSyntax

/// What of an earlier version of a model holds still where one of its own files has changed.
///
/// Elements are numbered in the order of their declarations, so that those behind what was added or
/// removed have other numbers now. Names mean something else where they are among those that the
/// edit declares no more or anew; where packages could come together in another way, nothing is
/// taken over.
struct ModelEdit {
  let earlier: Model
  /// The place of the changed tree.
  let tree: Int
  let names: TreeNames
  /// The first element whose number is another one, and by how much.
  private let boundary: Int32
  private let shift: Int32
  /// Names that may mean something else, as `NameFilter` calls them.
  private let affected: Set<UInt64>
  /// Trees with names that nothing declares: what these may mean is asked again.
  private let doubtful: Set<Int>

  /// Nil where more has changed than one file, or too much in it.
  init?(of earlier: Model, to own: [SyntaxTree], _ foreign: [ForeignModel]) {
    let changed = own.indices.filter { $0 < earlier.ownTreeCount && own[$0] !== earlier.trees[$0] }
    guard own.count == earlier.ownTreeCount, changed.count == 1, let tree = changed.first,
      own[tree].source.path == earlier.trees[tree].source.path,
      earlier.isBuilt(on: foreign),
      // Names that nobody declares any more stay in the table.
      earlier.names.count <= 2 * earlier.records.count + 1_000
    else { return nil }
    let names = TreeNames(own[tree])
    let difference = DeclarationDifference(
      (earlier.trees[tree], earlier.treeNames[tree]), (own[tree], names))
    guard let affected = difference.names,
      affected.isEmpty || affected.isDisjoint(with: earlier.packageNames)
    else { return nil }
    self.earlier = earlier
    self.tree = tree
    self.names = names
    self.affected = affected
    let kept = earlier.treeNames[tree].declarations.suffix(difference.suffix)
    let first = zip(kept, earlier.declared[tree].suffix(difference.suffix)).first {
      earlier.records[Int($1)].stands(at: $0.node, of: tree)
    }?.1
    boundary = first ?? Int32(truncatingIfNeeded: earlier.elementStarts[tree + 1])
    shift = Int32(truncatingIfNeeded: difference.added - difference.removed)
    doubtful = Set(
      earlier.unresolved.compactMap { earlier.index(of: $0.reference.syntax.tree) })
  }

  /// Whether the same declarations stand in the same order.
  var declaresTheSame: Bool { affected.isEmpty && shift == 0 }

  /// Whether a tree's names have to be looked up again.
  func concerns(treeAt index: Int) -> Bool {
    index == tree || doubtful.contains(index)
      || earlier.treeNames[index].mayMention(affected, in: earlier.trees[index])
  }

  /// Whether actors and systems are called as before, where the same declarations stand.
  func keepsSubjects(in changed: SyntaxTree) -> Bool {
    let before = earlier.treeNames[tree].declarations
    return zip(before, names.declarations).allSatisfy { old, new in
      old.kind != .actor && old.kind != .system
        || title(earlier.trees[tree], old) == title(changed, new)
    }
  }

  private func title(_ tree: SyntaxTree, _ declaration: TreeNames.Declaration) -> String? {
    DeclarationSyntax(SyntaxNode(tree: tree, index: Int(declaration.node))).title?.string
  }

  /// An element's number in the new version; what stands for none stays.
  @inline(__always) func moved(_ element: Int32) -> Int32 {
    element >= boundary ? element &+ shift : element
  }

  func moved(_ elements: [Int32]) -> [Int32] { shift == 0 ? elements : elements.map(moved) }

  func moved(_ record: ElementRecord) -> ElementRecord {
    ElementRecord(
      kind: record.kind, isForeign: record.isForeign, tree: record.tree, node: record.node,
      parent: moved(record.parent), scope: moved(record.scope), name: record.name)
  }
}

extension Model {
  /// Whether the models that it builds on have these names and trees.
  fileprivate func isBuilt(on foreign: [ForeignModel]) -> Bool {
    let packages = records[ownElementCount...].filter { $0.node < 0 }
    return packages.map { names.string($0.name) } == foreign.map(\.name)
      && trees[ownTreeCount...].elementsEqual(foreign.lazy.flatMap(\.trees), by: ===)
  }

  /// The names of its packages, as `NameFilter` calls them.
  fileprivate var packageNames: [UInt64] {
    records.lazy.filter { $0.kind == .package && $0.name >= 0 }
      .map { NameFilter.number(of: names.string($0.name)) }
  }
}

/// Which declarations two versions of a tree have in common at their beginnings and ends.
private struct DeclarationDifference {
  /// The declarations at the end that are the same; what stands in one of them stands in both.
  let suffix: Int
  /// How many others each version has between beginning and end.
  let removed: Int
  let added: Int
  /// The names of these; nil where a package is among them, or a name that has several spellings.
  let names: Set<UInt64>?

  init(_ old: (tree: SyntaxTree, names: TreeNames), _ new: (tree: SyntaxTree, names: TreeNames)) {
    let (before, after) = (Outline(old.tree, old.names), Outline(new.tree, new.names))
    let limit = min(before.count, after.count)
    var prefix = 0
    while prefix < limit, before.parents[prefix] == after.parents[prefix],
      before.says(prefix, theSameAs: after, prefix)
    {
      prefix += 1
    }
    var suffix = 0
    while suffix < limit - prefix {
      let (left, right) = (before.count - 1 - suffix, after.count - 1 - suffix)
      let (outer, other) = (before.parents[left], after.parents[right])
      let isBesideSame = outer < prefix ? outer == other : outer - left == other - right
      guard isBesideSame, before.says(left, theSameAs: after, right) else { break }
      suffix += 1
    }
    // What lies in a declaration that has changed may lie in another namespace.
    while suffix > 0, before.parents[before.count - suffix] >= prefix { suffix -= 1 }
    self.suffix = suffix
    removed = before.count - prefix - suffix
    added = after.count - prefix - suffix
    var names: Set<UInt64> = []
    var isPlain = true
    for (outline, count) in [(before, removed), (after, added)] {
      for index in prefix..<prefix + count {
        isPlain = isPlain && outline.names.declarations[index].kind != .package
        guard let name = outline.name(index) else {
          isPlain = false
          continue
        }
        names.insert(name)
      }
    }
    self.names = isPlain ? names : nil
  }
}

/// The declarations of a tree, each with the place of the one around it, or −1.
private struct Outline {
  let tree: SyntaxTree
  let names: TreeNames
  private(set) var parents: [Int] = []

  init(_ tree: SyntaxTree, _ names: TreeNames) {
    self.tree = tree
    self.names = names
    var open: [Int] = []
    for (index, declaration) in names.declarations.enumerated() {
      while let last = open.last, declaration.node >= names.declarations[last].end {
        open.removeLast()
      }
      parents.append(open.last ?? -1)
      if declaration.kind != .extensionPoint { open.append(index) }
    }
  }

  var count: Int { parents.count }

  func says(_ index: Int, theSameAs other: Outline, _ place: Int) -> Bool {
    let (left, right) = (names.declarations[index], other.names.declarations[place])
    return left.kind == right.kind
      && tree.source.bytes[left.name].elementsEqual(other.tree.source.bytes[right.name])
  }

  /// A name as `NameFilter` calls it; nil where it can be spelt in other ways.
  func name(_ index: Int) -> UInt64? {
    let bytes = tree.source.bytes[names.declarations[index].name]
    return bytes.allSatisfy { $0 < 0x80 } ? NameFilter.number(of: bytes) : nil
  }
}

extension ElementRecord {
  func stands(at node: Int32, of tree: Int) -> Bool { self.node == node && Int(self.tree) == tree }

  func moved(to node: Int32) -> ElementRecord {
    ElementRecord(
      kind: kind, isForeign: isForeign, tree: tree, node: node, parent: parent, scope: scope,
      name: name)
  }
}
