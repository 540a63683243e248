import UseCaseSyntax

/// A reference that resolves to nothing, with what was found instead.
public struct UnresolvedReference: Sendable {
  public enum Reason: Sendable {
    /// No declaration has the name.
    case unknown
    /// Only declarations of other kinds have it; the nearest one.
    case wrongKind(ElementID)
    /// The name goes through an element that is no namespace; what its last part would find.
    case noNamespace(ElementID, target: ElementID?)
  }
  public let reference: ReferenceSyntax
  public let reason: Reason
  /// The element in whose syntax it stands.
  public let source: ElementID?
  /// The elements that the name most probably means, where it is unknown.
  public internal(set) var meant: [ElementID] = []

  /// What the model takes it to mean, so that one mistake is not found again in its consequences:
  /// the only element that it can mean.
  public var assumed: ElementID? {
    if case .noNamespace(_, let target) = reason { return target }
    return meant.count == 1 ? meant.first : nil
  }
}

/// A resolved model: every declaration of a folder's files, and what every name refers to.
///
/// An immutable value; order is that of paths (bytewise), then of lines.
public final class Model: Sendable {
  /// Sorted by path; those of models that this one builds on come last.
  public let trees: [SyntaxTree]
  let ownTreeCount: Int
  let records: [ElementRecord]
  /// Those of the models that this one builds on come behind them.
  let ownElementCount: Int
  private let declarationIndex: Int?
  let names: NameTable
  /// By tree and node: the element that a reference names, or is taken to mean, or one of
  /// `Target`'s marks.
  let targets: [[Int32]]
  /// By the index of a package: its further declarations.
  let packageParts: [Int: [(tree: Int, node: Int)]]
  /// Declarations whose name an earlier one in the same namespace has.
  public let duplicates: [(duplicate: ElementID, original: ElementID)]
  public let unresolved: [UnresolvedReference]
  let memberOffsets: [Int32]
  let memberList: [Int32]
  let mentionOffsets: [Int32]
  let mentionList: [MentionRecord]
  let scopes: ScopeTable
  /// By tree of its own files: the place of its first element; behind them, their number.
  let elementStarts: [Int]
  /// By the identity of a tree: its place.
  let treeIndices: [Int: Int]
  let subjects: SubjectTable
  let treeNames: [TreeNames]
  /// By tree: the element of each of its declarations, in source order.
  let declared: [[Int32]]
  /// By tree: the namespace of its top.
  let topScopes: [Int32]

  /// What an edit leaves as it was is the earlier version's.
  init(_ resolver: Resolver, after edit: ModelEdit? = nil) {
    trees = resolver.trees
    ownTreeCount = resolver.ownTreeCount
    records = resolver.records
    ownElementCount = resolver.records.firstIndex { $0.isForeign } ?? resolver.records.count
    declarationIndex = resolver.records.prefix(ownElementCount).firstIndex { $0.kind == .model }
    names = resolver.names
    treeNames = resolver.treeNames
    targets = resolver.targets
    packageParts = resolver.packageParts
    duplicates = resolver.duplicates
    unresolved = resolver.unresolved.flatMap { $0 }
    scopes = resolver.scopes
    declared = resolver.declared
    topScopes = resolver.topScopes
    treeIndices = Model.indices(of: resolver.trees)
    elementStarts = Model.starts(resolver.records.prefix(ownElementCount), ownTreeCount)
    let same = edit.flatMap { $0.declaresTheSame ? $0.earlier : nil }
    if let same {
      (memberOffsets, memberList) = (same.memberOffsets, same.memberList)
    } else {
      (memberOffsets, memberList) = resolver.membersByParent()
    }
    if let edit, let same, edit.names.refers(as: same.treeNames[edit.tree]),
      resolver.targets == same.targets
    {
      (mentionOffsets, mentionList) = (same.mentionOffsets, same.mentionList)
    } else {
      (mentionOffsets, mentionList) = resolver.mentionsByTarget()
    }
    if let edit, let same, edit.keepsSubjects(in: resolver.trees[edit.tree]) {
      subjects = same.subjects
    } else {
      subjects = SubjectTable(resolver)
    }
  }

  /// Elements stand in the order of the trees that declare them.
  private static func starts(_ records: ArraySlice<ElementRecord>, _ trees: Int) -> [Int] {
    var starts = [0]
    for (index, record) in records.enumerated() {
      while starts.count <= Int(record.tree) { starts.append(index) }
    }
    while starts.count <= trees { starts.append(records.count) }
    return starts
  }

  /// The elements that one of its own trees declares first, in source order.
  public func elements(ofTreeAt index: Int) -> [Element] {
    elementRange(ofTreeAt: index).map(element)
  }

  public func elementCount(ofTreeAt index: Int) -> Int { elementRange(ofTreeAt: index).count }

  func elementRange(ofTreeAt index: Int) -> Range<Int> {
    elementStarts[index]..<elementStarts[index + 1]
  }

  /// The place of the tree that declares an element first; nil where that is none of its own.
  public func tree(declaring element: ElementID) -> Int? {
    let tree = Int(records[Int(element.index)].tree)
    return tree < ownTreeCount ? tree : nil
  }

  private static func indices(of trees: [SyntaxTree]) -> [Int: Int] {
    var indices: [Int: Int] = [:]
    for (index, tree) in trees.enumerated().reversed() {
      indices[Int(bitPattern: ObjectIdentifier(tree))] = index
    }
    return indices
  }

  /// What its trees declare and name.
  var namesByTree: [ObjectIdentifier: TreeNames] {
    Dictionary(
      zip(trees, treeNames).map { (ObjectIdentifier($0), $1) }, uniquingKeysWith: { a, _ in a })
  }

  func index(of tree: SyntaxTree) -> Int? {
    treeIndices[Int(bitPattern: ObjectIdentifier(tree))]
  }

  @inline(__always) func element(_ index: Int) -> Element {
    Element(model: self, id: ElementID(index))
  }

  public func element(_ id: ElementID) -> Element { Element(model: self, id: id) }

  /// All elements of its own files, in order.
  public var elements: ElementList { ElementList(model: self, count: ownElementCount) }

  /// All elements of a kind in its own files, in order; cost: linear in the model.
  @inlinable
  public func all<View: ElementView>(_ type: View.Type = View.self) -> [View] {
    all(View.kind).map { View(element: $0) }
  }

  public func all(_ kind: ElementKind) -> [Element] {
    var result: [Element] = []
    for index in 0..<ownElementCount where records[index].kind == kind {
      result.append(element(index))
    }
    return result
  }

  /// All elements of a kind, those of the models that it builds on included; cost: linear.
  public func everywhere<View: ElementView>(_ type: View.Type = View.self) -> [View] {
    records.indices.filter { records[$0].kind == View.kind }.map { View(element: element($0)) }
  }

  /// All elements of some kinds, those of the models that it builds on included; cost: linear.
  public func everywhere(_ kinds: KindSet) -> [Element] {
    records.indices.filter { kinds.contains(records[$0].kind) }.map(element)
  }

  /// The `model` declaration, where there is one.
  public var declaration: Element? { declarationIndex.map { element($0) } }

  /// The model's title, or nil where no `model` declaration gives one.
  public var title: String? { declaration?.title }

  /// Whether rules about English prose apply (`language en…`).
  public var isEnglish: Bool {
    declaration?[Clauses.language]?.lowercased().hasPrefix("en") ?? false
  }

  /// What a reference names, or nil; `element` is any element of the same file, for speed.
  public func target(of reference: ReferenceSyntax, near element: Element? = nil) -> Element? {
    let mark = mark(of: reference, near: element)
    return mark >= 0 ? self.element(Int(mark)) : nil
  }

  func mark(of reference: ReferenceSyntax, near element: Element?) -> Int32 {
    let syntax = reference.syntax
    var tree = element.map { Int($0.record.tree) } ?? 0
    if tree >= trees.count || trees[tree] !== syntax.tree {
      guard let known = index(of: syntax.tree) else { return Target.none }
      tree = known
    }
    let row = targets[tree]
    return syntax.index < row.count ? row[syntax.index] : Target.none
  }

  func members(of id: ElementID) -> [Element] {
    let index = Int(id.index)
    return memberList[Int(memberOffsets[index])..<Int(memberOffsets[index + 1])].map {
      element(Int($0))
    }
  }

  func mentionRecords(of id: ElementID) -> ArraySlice<MentionRecord> {
    let index = Int(id.index)
    return mentionList[Int(mentionOffsets[index])..<Int(mentionOffsets[index + 1])]
  }

  func mentions(of id: ElementID) -> [Mention] {
    mentionRecords(of: id).map(mention)
  }

  func mention(_ record: MentionRecord) -> Mention {
    let syntax = SyntaxNode(tree: trees[Int(record.tree)], index: Int(record.node))
    return Mention(
      source: record.source < 0 ? nil : element(Int(record.source)),
      reference: ReferenceSyntax(syntax), clause: record.clause,
      tail: record.tail == .absent ? nil : record.tail)
  }

  /// The element of a key such as `usecase PayOrder`; cost: linear in the model.
  public func element(key: String) -> Element? {
    records.indices.lazy.map { self.element($0) }.first { $0.key == key }
  }

  /// The elements that a name in a command could mean, looked up from the model's top.
  public func elements(named name: String, of kinds: KindSet = .any) -> [Element] {
    let isQualified = name.contains(".")
    var text = name
    let number = text.withUTF8 { names.find($0, 0..<$0.count) }
    guard number >= 0 || isQualified else { return [] }
    return records.indices.filter { kinds.contains(records[$0].kind) }
      .filter { index in
        if records[index].name == number, number >= 0 { return true }
        guard isQualified else { return false }
        let element = element(index)
        return name.hasSuffix(element.name) && element.qualifiedName == name
      }.map(element)
  }
}

/// The elements of a model's own files, in order.
public struct ElementList: Sequence, IteratorProtocol, Sendable {
  let model: Model
  let count: Int
  private var index = 0

  init(model: Model, count: Int) {
    self.model = model
    self.count = count
  }

  public mutating func next() -> UseCaseModel.Element? {
    guard index < count else { return nil }
    defer { index += 1 }
    return model.element(index)
  }

  public var underestimatedCount: Int { count - index }
}

/// What a reference resolves to, where that is no element.
enum Target {
  static let none: Int32 = -1
  static let start: Int32 = -3
  static let completed: Int32 = -4
  static let abandoned: Int32 = -5
}

/// A place that names an element, packed.
struct MentionRecord: Sendable {
  let source: Int32
  let tree: Int32
  let node: Int32
  let clause: Keyword
  let tail: Keyword
}

extension Keyword {
  /// Stands where no tail does.
  static let absent = Keyword("-")
}

extension Model {
  /// Calls `visit` with each element that one of its own files declares: the place of the declaration
  /// around or of it among all declarations of the file, and the element. A package that several
  /// files open belongs to each of them.
  public func forEachDeclaration(inTreeAt tree: Int, _ visit: (Int, ElementID) -> Void) {
    var places: [Int32: Int] = [:]
    var count = 0
    for (node, value) in trees[tree].nodes.enumerated() where value.kind == .declaration {
      places[Int32(truncatingIfNeeded: node)] = count
      count += 1
    }
    for index in 0..<ownElementCount where Int(records[index].tree) == tree {
      var owner = index
      while records[owner].kind == .extensionPoint, records[owner].parent >= 0 {
        owner = Int(records[owner].parent)
      }
      if let place = places[records[owner].node] { visit(place, ElementID(index)) }
    }
    for (package, parts) in packageParts {
      for part in parts where part.tree == tree {
        guard let place = places[Int32(truncatingIfNeeded: part.node)] else { continue }
        visit(place, ElementID(package))
      }
    }
  }

  /// The trees of its own files, without those of the models it builds on.
  public var ownTrees: [SyntaxTree] {
    Array(trees.prefix(ownTreeCount))
  }

  /// A stretch for findings about the model as a whole: its declaration, or the first file's start.
  public var place: Place {
    declaration?.place ?? Place(path: trees.first?.source.path ?? "", range: 0..<0)
  }
}
