import UseCaseModel
import UseCaseSyntax

/// A model with its findings, to be checked again after an edit: what the edit does not concern is
/// taken over, moved to where it now stands.
public struct CheckedModel: Sendable {
  public let model: Model
  /// What is found in each of the model's own files, in their order.
  public let files: [FileReport]
  /// About how many elements the findings were taken over from the earlier version.
  public let takenOver: Int
  /// Whether all findings are those of this version.
  public let isComplete: Bool
  let rules: [AnyRule]
  let today: CalendarDate?
  let pictures: Set<String>?
  let prints: [TreePrint]
  /// By tree.
  let found: [FoundInTree]
  let aboutModel: [Diagnostic]
  /// Whether findings about elements may be those of an earlier version, which an edit of another
  /// file has made wrong.
  let isOutdated: Bool

  /// As `check` gives them; cost: linear in their number.
  public var findings: [Diagnostic] { files.flatMap(\.findings) }

  /// Checks a model; `earlier` is what is known of the version before the edit.
  ///
  /// With `aboutElementsOnly`, findings about the model as a whole are those of the earlier version,
  /// as far as they have a place still, and where more than prose has changed so are those about
  /// elements of other files: an editor shows these at once and asks for the rest then.
  public init(
    _ model: Model, rules: [AnyRule] = RuleCatalog.standard, today: CalendarDate? = nil,
    pictures: Set<String>? = nil, after earlier: CheckedModel? = nil,
    aboutElementsOnly: Bool = false
  ) {
    self.init(
      model, rules: rules, today: today, pictures: pictures, after: earlier,
      aboutElementsOnly: aboutElementsOnly
    ) { () throws(Never) in }
  }

  /// The same, as long as `goOn`, which is called before each file, throws nothing.
  public init<Stop: Error>(
    _ model: Model, rules: [AnyRule], today: CalendarDate?, pictures: Set<String>? = nil,
    after earlier: CheckedModel?, aboutElementsOnly: Bool = false, goOn: () throws(Stop) -> Void
  ) throws(Stop) {
    let trees = model.ownTrees
    let prints = TreePrint.all(of: trees, after: earlier)
    let change = earlier.flatMap {
      ModelChange(from: $0, to: model, prints, rules, today, pictures)
    }
    let kept = change.flatMap { !$0.isStructural || aboutElementsOnly ? $0 : nil }
    var questioning = Questioning(model, rules, today, pictures, isInHaste: aboutElementsOnly)
    var found: [FoundInTree] = []
    found.reserveCapacity(trees.count)
    for index in trees.indices {
      try goOn()
      found.append(questioning.find(inTreeAt: index, keeping: kept))
    }
    if aboutElementsOnly, let change {
      aboutModel = change.findingsAboutModel
      isComplete = false
    } else {
      aboutModel = questioning.findAboutModel()
      isComplete = true
    }
    self.model = model
    self.rules = rules
    self.today = today
    self.pictures = pictures
    self.prints = prints
    self.found = found
    takenOver = questioning.takenOver
    isOutdated = kept?.isStructural ?? false
    files = FileReport.all(trees, found, aboutModel, rules, after: earlier?.files ?? [])
  }

  /// Whether the same was asked on the same day, with the same pictures.
  func isAsked(_ rules: [AnyRule], _ today: CalendarDate?, _ pictures: Set<String>?) -> Bool {
    func address(_ list: [AnyRule]) -> UnsafePointer<AnyRule>? {
      list.withUnsafeBufferPointer { $0.baseAddress }
    }
    guard self.today == today, self.pictures == pictures, self.rules.count == rules.count else {
      return false
    }
    // Nearly always it is the same list, and not only an equal one.
    return address(self.rules) == address(rules)
      || self.rules.map(\.identity) == rules.map(\.identity)
  }
}

extension TreePrint {
  /// The fingerprints of some trees; those of trees that were known before are taken over.
  fileprivate static func all(
    of trees: [SyntaxTree], after earlier: CheckedModel?
  ) -> [TreePrint] {
    trees.enumerated().map { index, tree in
      if let earlier, index < earlier.prints.count, earlier.model.trees[index] === tree {
        return earlier.prints[index]
      }
      return TreePrint(tree)
    }
  }
}

/// What was found about the elements that a tree declares, and about the tree, before comments allow
/// some of it.
final class FoundInTree: Sendable {
  /// By the place of the element among those of the tree, ascending; those with findings only.
  let elements: [(place: Int, findings: [Diagnostic])]
  let file: [Diagnostic]
  /// Whether everything lies in the tree's own file.
  let isLocal: Bool

  init(
    _ elements: [(place: Int, findings: [Diagnostic])], file: [Diagnostic], in path: String
  ) {
    self.elements = elements
    self.file = file
    isLocal =
      elements.allSatisfy { $0.findings.allSatisfy { $0.lies(in: path) } }
      && file.allSatisfy { $0.lies(in: path) }
  }
}

extension Diagnostic {
  fileprivate func lies(in path: String) -> Bool {
    place.path == path && labels.allSatisfy { $0.place.path == path }
      && fixes.allSatisfy { $0.edits.allSatisfy { $0.place.path == path } }
  }
}

/// Asks the rules about a model, tree by tree, where nothing is known already.
private struct Questioning {
  private let model: Model
  private let rules: [AnyRule]
  private let context: RuleContext
  private let questions: Questions
  /// Those about an element and what stands near it, and those that need facts from everywhere; the
  /// latter are put off where there is haste, and where what they found before can stand.
  private let near: Questions
  private let whole: Questions
  private let namesOfWhole: Set<String>
  private(set) var takenOver = 0

  init(
    _ model: Model, _ rules: [AnyRule], _ today: CalendarDate?, _ pictures: Set<String>?,
    isInHaste: Bool
  ) {
    self.model = model
    self.rules = rules
    context = RuleContext(model, today: today, pictures: pictures)
    questions = Questions(rules)
    near = Questions(isInHaste ? rules : [], where: { !$0.readsWholeModel })
    whole = Questions(isInHaste ? rules : [], where: \.readsWholeModel)
    namesOfWhole = isInHaste ? Set(rules.filter(\.readsWholeModel).map(\.info.name)) : []
  }

  mutating func find(inTreeAt index: Int, keeping change: ModelChange?) -> FoundInTree {
    if let known = change?.whole(treeAt: index) {
      takenOver += model.elementCount(ofTreeAt: index)
      return known
    }
    let earlier = change?.known(inTreeAt: index, of: namesOfWhole)
    var found: [(place: Int, findings: [Diagnostic])] = []
    for (place, element) in model.elements(ofTreeAt: index).enumerated() {
      let known = change.flatMap { change in
        change.findings(earlier?.byPlace[place] ?? [], about: element, in: index)
      }
      if known != nil { takenOver += 1 }
      let findings = known ?? ask(about: element, earlier?.ofWhole(element, place))
      if !findings.isEmpty { found.append((place, findings)) }
    }
    let tree = model.trees[index]
    let file =
      change?.findings(inTreeAt: index) ?? ask { rules.ask(about: tree, context, &$0) }
    return FoundInTree(found, file: file, in: tree.source.path)
  }

  func findAboutModel() -> [Diagnostic] { ask { rules.ask(about: model, context, &$0) } }

  /// What is found about an element; with what the rules that need the whole model found before,
  /// where that is to be taken over.
  private func ask(about element: Element, _ known: [Diagnostic]?) -> [Diagnostic] {
    guard !namesOfWhole.isEmpty else {
      return ask { questions.ask(about: element, context, &$0) }
    }
    let rest = known ?? ask { whole.ask(about: element, context, &$0) }
    return ask { near.ask(about: element, context, &$0) } + rest
  }

  private func ask(_ body: (inout Findings) -> Void) -> [Diagnostic] {
    var findings = Findings(of: rules)
    body(&findings)
    return findings.diagnostics
  }
}
