import UseCaseModel
import UseCaseSyntax

/// Which elements of two versions are the same.
///
/// In this order: the same kind, namespace and name; a namespace that says and holds nearly the same
/// under another name; the same kind and name in another namespace, where both are alone in that;
/// at last what says nearly the same in the same namespace (`Resemblance`). Each step is the same
/// with the versions exchanged.
struct ElementMatching {
  private(set) var old: Side
  private(set) var new: Side
  private(set) var moved: Set<Int> = []

  init(_ old: Side, _ new: Side, pairs: [(old: Int, new: Int)] = []) {
    self.old = old
    self.new = new
    for pair in pairs { match(pair.old, pair.new) }
    run()
  }

  var oldNaming: Naming { Naming(old, isOld: true) }
  var newNaming: Naming { Naming(new, isOld: false) }

  private mutating func run() {
    let namespaces: KindSet = [KindSet(.package), KindSet(.journey)]
    let deepest = max(old.depths.max() ?? 0, new.depths.max() ?? 0)
    for depth in 0...deepest {
      matchNames(at: depth)
      if hasRest { matchAlike(namespaces) }
    }
    guard hasRest else { return }
    matchMoved(namespaces)
    matchNames()
    matchMoved(.everything)
    matchNames()
    matchAlike(.everything)
    matchNames()
  }

  private var hasRest: Bool { !old.unmatched.isEmpty && !new.unmatched.isEmpty }

  private mutating func match(_ left: Int, _ right: Int) {
    old.counterparts[left] = right
    new.counterparts[right] = left
  }

  // MARK: The same name

  private struct Name: Hashable {
    let kind: ElementKind
    /// A namespace of the new version, or −1.
    let scope: Int
    let name: String
    /// Among equals, which only a broken model has.
    let ordinal: Int
  }

  private mutating func matchNames(at depth: Int? = nil) {
    let right = names(new, at: depth) { $0 }
    guard !right.isEmpty else { return }
    let counterparts = old.counterparts
    let left = names(old, at: depth) { counterparts[$0] }
    for (name, index) in left {
      if let other = right[name] { match(index, other) }
    }
  }

  /// The elements without counterpart whose namespace is known in both versions.
  private func names(_ side: Side, at depth: Int?, scope: (Int) -> Int) -> [Name: Int] {
    var result: [Name: Int] = [:]
    var counts: [Name: Int] = [:]
    for index in side.unmatched where depth == nil || side.depths[index] == depth {
      let around = side.scopes[index]
      if around >= 0, side.counterparts[around] < 0 { continue }
      let element = side.elements[index]
      let first = Name(
        kind: element.kind, scope: around < 0 ? -1 : scope(around),
        name: element.kind == .model ? "" : element.name, ordinal: 0)
      let ordinal = counts[first, default: 0]
      counts[first] = ordinal + 1
      result[Name(kind: first.kind, scope: first.scope, name: first.name, ordinal: ordinal)] = index
    }
    return result
  }

  // MARK: Another namespace

  private mutating func matchMoved(_ kinds: KindSet) {
    let left = singles(old, kinds)
    for (name, other) in singles(new, kinds) {
      guard let index = left[name] else { continue }
      match(index, other)
      moved.insert(other)
    }
  }

  /// What has its kind and name alone among the elements without counterpart.
  private func singles(_ side: Side, _ kinds: KindSet) -> [Name: Int] {
    var result: [Name: Int] = [:]
    for index in side.unmatched where kinds.contains(side.elements[index].kind) {
      let element = side.elements[index]
      guard !element.name.isEmpty else { continue }
      let name = Name(kind: element.kind, scope: -1, name: element.name, ordinal: 0)
      result[name] = result[name] == nil ? index : -1
    }
    return result.filter { $0.value >= 0 }
  }

  // MARK: Another name

  private mutating func matchAlike(_ kinds: KindSet) {
    let left = portraits(old, kinds, oldNaming, counterparts: old.counterparts)
    let right = portraits(new, kinds, newNaming, counterparts: nil)
    for pair in alike(left, right) { match(pair.old, pair.new) }
  }

  private func portraits(
    _ side: Side, _ kinds: KindSet, _ naming: Naming, counterparts: [Int]?
  ) -> [Portrait] {
    side.unmatched.compactMap { index in
      let element = side.elements[index]
      guard kinds.contains(element.kind) else { return nil }
      let scope = side.scopes[index]
      if scope >= 0, side.counterparts[scope] < 0 { return nil }
      let place = scope < 0 ? -1 : counterparts?[scope] ?? scope
      return Portrait(element, number: index, place: "\(element.kind.rawValue) \(place)", naming)
    }
  }
}

extension KindSet {
  static let everything = KindSet(ElementKind.allCases)
}
