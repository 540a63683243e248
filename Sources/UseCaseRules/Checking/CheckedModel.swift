import UseCaseModel
import UseCaseSyntax

/// A model with its findings, to be checked again after an edit: findings about elements that the
/// edit does not concern are taken over, moved to where the elements now stand.
public struct CheckedModel: Sendable {
  public let model: Model
  /// As `check` gives them.
  public let findings: [Diagnostic]
  /// About how many elements the findings were taken over from the earlier version.
  public let takenOver: Int
  /// Whether the findings about the model as a whole are those of this version.
  public let isComplete: Bool
  fileprivate let rules: [AnyRule]
  fileprivate let today: CalendarDate?
  fileprivate let prints: [TreePrint]
  fileprivate let found: Found

  /// Findings before comments allow some of them.
  fileprivate struct Found: Sendable {
    /// By element, those with findings only.
    var elements: [Int32: [Diagnostic]] = [:]
    /// By tree.
    var files: [[Diagnostic]] = []
    var model: [Diagnostic] = []

    func all(of model: Model) -> [Diagnostic] {
      elements.sorted { $0.key < $1.key }.flatMap(\.value) + files.joined() + self.model
    }
  }

  /// Checks a model; `earlier` is what is known of the version before the edit.
  ///
  /// With `aboutElementsOnly`, findings about the model as a whole are those of the earlier version,
  /// as far as they have a place still: an editor shows these at once and asks for the rest then.
  public init(
    _ model: Model, rules: [AnyRule] = RuleCatalog.standard, today: CalendarDate? = nil,
    after earlier: CheckedModel? = nil, aboutElementsOnly: Bool = false
  ) {
    let trees = model.ownTrees
    var prints: [TreePrint] = []
    prints.reserveCapacity(trees.count)
    for (index, tree) in trees.enumerated() {
      if let earlier, index < earlier.prints.count, earlier.model.trees[index] === tree {
        prints.append(earlier.prints[index])
      } else {
        prints.append(TreePrint(tree))
      }
    }
    let context = RuleContext(model, today: today)
    let edit = earlier.flatMap { earlier in
      Edit(from: earlier, to: model, prints, isSameCheck: earlier.isAsked(rules, today))
    }
    var found = Found()
    let questions = Questions(rules)
    var takenOver = 0
    for element in model.elements {
      if let edit, let known = edit.findings(about: element) {
        takenOver += 1
        if !known.isEmpty { found.elements[element.id.index] = known }
        continue
      }
      var findings = Findings(of: rules)
      questions.ask(about: element, context, &findings)
      if !findings.diagnostics.isEmpty {
        found.elements[element.id.index] = findings.diagnostics
      }
    }
    for (index, tree) in trees.enumerated() {
      if let edit, let known = edit.findings(inTreeAt: index) {
        found.files.append(known)
        continue
      }
      var findings = Findings(of: rules)
      rules.ask(about: tree, context, &findings)
      found.files.append(findings.diagnostics)
    }
    if aboutElementsOnly, let edit {
      found.model = edit.findingsAboutModel
    } else if !aboutElementsOnly {
      var findings = Findings(of: rules)
      rules.ask(about: model, context, &findings)
      found.model = findings.diagnostics
    }
    self.model = model
    self.rules = rules
    self.today = today
    self.prints = prints
    self.found = found
    self.takenOver = takenOver
    isComplete = !aboutElementsOnly
    findings = rules.report(found.all(of: model), context)
  }

  private func isAsked(_ rules: [AnyRule], _ today: CalendarDate?) -> Bool {
    self.today == today && self.rules.map(\.identity) == rules.map(\.identity)
  }
}

/// What an edit leaves as it was, where it changes nothing but prose.
private struct Edit {
  private let earlier: CheckedModel
  /// By path.
  private let changes: [String: TextDifference]
  /// Elements whose prose has changed.
  private var changed = ElementSet()
  private let isChangedTree: [Bool]

  /// Nil where more than prose has changed, so that everything is asked again.
  init?(
    from earlier: CheckedModel, to model: Model, _ prints: [TreePrint], isSameCheck: Bool
  ) {
    let (old, new) = (earlier.model.trees, model.trees)
    guard isSameCheck, old.count == new.count, prints.count == earlier.prints.count,
      zip(old.dropFirst(prints.count), new.dropFirst(prints.count)).allSatisfy({ $0 === $1 }),
      zip(earlier.prints, prints).allSatisfy({ $0.interface == $1.interface })
    else { return nil }
    var changes: [String: TextDifference] = [:]
    var isChangedTree = [Bool](repeating: false, count: prints.count)
    for index in prints.indices where old[index] !== new[index] {
      let (before, after) = (old[index].source, new[index].source)
      guard before.path == after.path else { return nil }
      isChangedTree[index] = true
      changes[after.path] = TextDifference(from: before.bytes, to: after.bytes)
    }
    self.earlier = earlier
    self.changes = changes
    self.isChangedTree = isChangedTree
    for index in prints.indices where isChangedTree[index] {
      let (before, after) = (earlier.prints[index].prose, prints[index].prose)
      model.forEachDeclaration(inTreeAt: index) { place, element in
        if before[place] != after[place] { changed.insert(element) }
      }
    }
  }

  /// Nil where the rules have to be asked again.
  func findings(about element: Element) -> [Diagnostic]? {
    guard !changed.contains(element.id) else { return nil }
    guard let known = earlier.found.elements[element.id.index] else { return [] }
    return moved(known)
  }

  func findings(inTreeAt index: Int) -> [Diagnostic]? {
    isChangedTree[index] ? nil : moved(earlier.found.files[index])
  }

  var findingsAboutModel: [Diagnostic] {
    earlier.found.model.compactMap { $0.moved(by: changes) }
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
