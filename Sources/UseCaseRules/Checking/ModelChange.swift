import UseCaseModel
import UseCaseSyntax

/// What an edit leaves as it was.
struct ModelChange {
  private let earlier: CheckedModel
  /// By path.
  private let changes: [String: TextDifference]
  private let isChangedTree: [Bool]
  /// Whether more than prose has changed, in this edit or in one before that was not checked as a
  /// whole: what is found about an element may depend on any other then.
  let isStructural: Bool
  /// Elements whose prose has changed, and the trees that declare them.
  private var changed = ElementSet()
  private var hasChanged: [Bool]

  /// Nil where nothing can be taken over.
  init?(
    from earlier: CheckedModel, to model: Model, _ prints: [TreePrint], _ rules: [AnyRule],
    _ today: CalendarDate?, _ pictures: Set<String>?
  ) {
    let (old, new) = (earlier.model.trees, model.trees)
    guard earlier.isAsked(rules, today, pictures), old.count == new.count,
      prints.count == earlier.prints.count,
      zip(old, new).allSatisfy({ $0 === $1 || $0.source.path == $1.source.path })
    else { return nil }
    isStructural =
      earlier.isOutdated || zip(earlier.prints, prints).contains { $0.interface != $1.interface }
      || zip(old, new).dropFirst(prints.count).contains { $0 !== $1 }
    isChangedTree = prints.indices.map { old[$0] !== new[$0] }
    hasChanged = isChangedTree
    var changes: [String: TextDifference] = [:]
    for index in old.indices where old[index] !== new[index] {
      let (before, after) = (old[index].source, new[index].source)
      changes[after.path] = TextDifference(from: before.bytes, to: after.bytes)
    }
    self.earlier = earlier
    self.changes = changes
    guard !isStructural else { return }
    for index in prints.indices where isChangedTree[index] {
      let (before, after) = (earlier.prints[index].prose, prints[index].prose)
      model.forEachDeclaration(inTreeAt: index) { place, element in
        guard before[place] != after[place] else { return }
        changed.insert(element)
        // A package is declared in its first file, whichever of them has changed.
        if let tree = model.tree(declaring: element) { hasChanged[tree] = true }
      }
    }
  }

  /// All that is known of a tree, where none of it is touched.
  func whole(treeAt index: Int) -> FoundInTree? {
    let known = earlier.found[index]
    return !hasChanged[index] && (known.isLocal || changes.isEmpty) ? known : nil
  }

  /// What was found about the elements of a tree.
  func known(inTreeAt index: Int, of rules: Set<String>) -> KnownInTree {
    KnownInTree(earlier.found[index], of: rules, hasSamePlaces: !isStructural) { known in
      isStructural ? known.compactMap { $0.moved(by: changes) } : moved(known)
    }
  }

  /// What was known of an element, where it stands now; nil where the rules have to be asked again.
  func findings(
    _ known: [Diagnostic], about element: Element, in tree: Int
  ) -> [Diagnostic]? {
    if isStructural {
      return isChangedTree[tree] ? nil : known.compactMap { $0.moved(by: changes) }
    }
    return changed.contains(element.id) ? nil : moved(known)
  }

  /// The same of what was found about a file.
  func findings(inTreeAt index: Int) -> [Diagnostic]? {
    guard !isChangedTree[index] else { return nil }
    return moved(earlier.found[index].file)
  }

  /// As far as these have a place still.
  var findingsAboutModel: [Diagnostic] {
    earlier.aboutModel.compactMap { $0.moved(by: changes) }
  }

  private func moved(_ diagnostics: [Diagnostic]) -> [Diagnostic]? {
    guard !changes.isEmpty else { return diagnostics }
    var result: [Diagnostic] = []
    for diagnostic in diagnostics {
      guard let moved = diagnostic.moved(by: changes) else { return nil }
      result.append(moved)
    }
    return result
  }
}

extension Diagnostic {
  /// With all its places where they stand after changes of files; nil where one was touched.
  fileprivate func moved(by changes: [String: TextDifference]) -> Diagnostic? {
    guard !changes.isEmpty else { return self }
    var copy = self
    var isWhole = move(&copy.place, changes)
    for index in labels.indices where isWhole {
      isWhole = move(&copy.labels[index].place, changes)
    }
    for fix in fixes.indices where isWhole {
      for edit in fixes[fix].edits.indices where isWhole {
        isWhole = move(&copy.fixes[fix].edits[edit].place, changes)
      }
    }
    return isWhole ? copy : nil
  }

  private func move(_ place: inout Place, _ changes: [String: TextDifference]) -> Bool {
    guard let change = changes[place.path] else { return true }
    guard let range = change.moved(place.range) else { return false }
    place.range = range
    return true
  }
}

/// What an earlier version found about the elements of a tree.
struct KnownInTree {
  /// By the place of the element among those of the tree.
  let byPlace: [Int: [Diagnostic]]
  private let rules: Set<String>
  private let hasSamePlaces: Bool
  private let move: ([Diagnostic]) -> [Diagnostic]?
  /// By the key of the element, where places have changed.
  private var byKey: [String: [Diagnostic]] = [:]

  init(
    _ found: FoundInTree, of rules: Set<String>, hasSamePlaces: Bool,
    move: @escaping ([Diagnostic]) -> [Diagnostic]?
  ) {
    byPlace = Dictionary(
      found.elements.map { ($0.place, $0.findings) }, uniquingKeysWith: { first, _ in first })
    self.rules = rules
    self.hasSamePlaces = hasSamePlaces
    self.move = move
    guard !hasSamePlaces, !rules.isEmpty else { return }
    for finding in found.elements.lazy.flatMap(\.findings) where rules.contains(finding.rule) {
      byKey[finding.element ?? "", default: []].append(finding)
    }
  }

  /// What some rules found about an element, where it stands now; nil where an edit touches that.
  func ofWhole(_ element: Element, _ place: Int) -> [Diagnostic]? {
    if hasSamePlaces {
      return move((byPlace[place] ?? []).filter { rules.contains($0.rule) })
    }
    return byKey.isEmpty ? [] : move(byKey[element.key] ?? [])
  }
}
