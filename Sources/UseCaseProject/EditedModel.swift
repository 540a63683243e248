import UseCaseModel
import UseCaseRules
import UseCaseSyntax

/// A version of a model that somebody edits, before and after it was checked: a value.
///
/// Each version takes over what the edit leaves as it was. It is checked in two steps, because what
/// is found about elements is there at once and what is found about the whole takes longer.
public struct EditedModel: Sendable {
  public let folder: ModelFolder
  /// The rules that settings have in force.
  public let rules: [AnyRule]
  public let today: CalendarDate?
  public let model: Model
  /// The latest check: of this version, or of one before it.
  public private(set) var checked: CheckedModel?
  private let foreign: [ForeignModel]

  /// Reads all files of a folder, and those of the models that it builds on.
  public init(
    _ folder: ModelFolder, on disk: any FileSystem, today: CalendarDate? = nil,
    after earlier: EditedModel? = nil
  ) throws(ProjectError) {
    let files = try ModelFiles(folder, on: disk, known: earlier?.model.trees ?? [])
    self.init(
      folder, trees: files.own, buildingOn: files.foreign,
      rules: folder.settings.rules(among: RuleCatalog.all), today: today, after: earlier)
  }

  /// A model of a text that belongs to no folder's model.
  public init(_ text: SourceText, today: CalendarDate? = nil, after earlier: EditedModel? = nil) {
    self.init(
      ModelFolder(files: [text.path]), trees: [parse(text)], buildingOn: [],
      rules: RuleCatalog.standard, today: today, after: earlier)
  }

  private init(
    _ folder: ModelFolder, trees: [SyntaxTree], buildingOn foreign: [ForeignModel],
    rules: [AnyRule], today: CalendarDate?, after earlier: EditedModel?
  ) {
    self.folder = folder
    self.rules = rules
    self.today = today
    self.foreign = foreign
    model = resolve(trees, buildingOn: foreign, after: earlier?.model)
    checked = earlier?.checked
  }

  /// The same model with other texts of some of its files, of which the others are no part.
  public func replacing(_ texts: [SourceText]) -> EditedModel {
    let known = Dictionary(texts.map { ($0.path, $0) }, uniquingKeysWith: { _, last in last })
    func replaced(_ tree: SyntaxTree) -> SyntaxTree {
      guard let text = known[tree.source.path], text.bytes != tree.source.bytes else {
        return tree
      }
      return parse(text)
    }
    let foreign = foreign.map {
      ForeignModel(name: $0.name, trees: $0.trees.map(replaced))
    }
    return EditedModel(
      folder, trees: model.ownTrees.map(replaced), buildingOn: foreign, rules: rules, today: today,
      after: self)
  }

  /// The texts that some edits make of its own files.
  public func applying(_ edits: [Edit]) -> [SourceText] {
    let paths = Set(edits.map(\.place.path))
    return model.ownTrees.map(\.source).filter { paths.contains($0.path) }
      .map { $0.applying(edits) }
  }

  /// What a fix makes of its own files, as `fix` would write it; empty where it changes another's.
  public func changes(of fix: Fix) -> [TextChange] {
    let own = Dictionary(
      model.ownTrees.map { ($0.source.path, $0.source.bytes) }, uniquingKeysWith: { a, _ in a })
    guard fix.edits.allSatisfy({ own[$0.place.path] != nil }) else { return [] }
    return applying(fix.edits).map { text in
      TextChange(path: text.path, old: own[text.path] ?? [], new: text.bytes)
    }
  }

  /// What is found about elements; what was found about the whole stands as far as it can.
  public func checkingElements() -> CheckedModel {
    CheckedModel(
      model, rules: rules, today: today, pictures: folder.pictures, after: checked,
      aboutElementsOnly: true)
  }

  /// Everything that is found.
  public func checkingAll() -> CheckedModel {
    CheckedModel(
      model, rules: rules, today: today, pictures: folder.pictures, after: checked)
  }

  /// The same, as long as `goOn`, which is called now and then, throws nothing.
  public func checkingAll<Stop: Error>(
    goOn: () throws(Stop) -> Void
  ) throws(Stop) -> CheckedModel {
    try CheckedModel(
      model, rules: rules, today: today, pictures: folder.pictures, after: checked, goOn: goOn)
  }

  /// The same version with what a check of it has found.
  public func with(_ checked: CheckedModel) -> EditedModel {
    var copy = self
    copy.checked = checked
    return copy
  }

  /// The same version as a compilation: checked, where it was not yet.
  public func compilation() -> Compilation {
    let isChecked = checked.map { $0.model === model && $0.isComplete } ?? false
    let complete = isChecked ? checked : nil
    return Compilation(
      folder, of: complete ?? checkingAll(), buildingOn: foreign, rules: rules, today: today)
  }
}
