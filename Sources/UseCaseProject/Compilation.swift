import UseCaseModel
import UseCaseRules
import UseCaseSyntax

/// A model's files, read, understood and checked: a value that never changes.
public struct Compilation: Sendable {
  public let folder: ModelFolder
  /// The rules that were asked.
  public let rules: [AnyRule]
  /// The day on which it was checked; nil where rules about dates kept quiet.
  public let today: CalendarDate?
  public let model: Model
  /// Sorted by file and place.
  public let findings: [Diagnostic]
  /// The models that it builds on.
  private let foreign: [ForeignModel]
  private let misnamedPictures: Set<String>

  /// Reads all files of a folder, and those of the models that it builds on.
  ///
  /// Of the rules, those are asked that the settings have in force. Trees of files whose text is
  /// the same as in an earlier compilation are taken over from it.
  public init(
    _ folder: ModelFolder, on disk: any FileSystem, rules: [AnyRule] = RuleCatalog.all,
    today: CalendarDate? = nil, after earlier: Compilation? = nil
  ) throws(ProjectError) {
    let files = try ModelFiles(folder, on: disk, known: earlier?.model.trees ?? [])
    self.init(
      folder, trees: files.own, buildingOn: files.foreign,
      rules: folder.settings.rules(among: rules), today: today, after: earlier?.model
    ) { Compilation.misnamedPictures(of: $0, in: folder, on: disk) }
  }

  /// A model of texts that stand in no folder.
  public init(
    _ texts: [SourceText], rules: [AnyRule] = RuleCatalog.standard, today: CalendarDate? = nil
  ) {
    let folder = ModelFolder(files: texts.map(\.path))
    self.init(folder, trees: texts.map(parse), buildingOn: [], rules: rules, today: today)
  }

  private init(
    _ folder: ModelFolder, trees: [SyntaxTree], buildingOn foreign: [ForeignModel],
    rules: [AnyRule], today: CalendarDate?, after earlier: Model? = nil,
    misnamedPictures: (Model) -> Set<String> = { _ in [] }
  ) {
    self.folder = folder
    self.rules = rules
    self.today = today
    self.foreign = foreign
    model = resolve(trees, buildingOn: foreign, after: earlier)
    self.misnamedPictures = misnamedPictures(model)
    findings = check(
      model, rules: rules, today: today, pictures: folder.pictures,
      misnamedPictures: self.misnamedPictures)
  }

  /// The pictures that elements name and that are of another kind than their names say.
  private static func misnamedPictures(
    of model: Model, in folder: ModelFolder, on disk: any FileSystem
  ) -> Set<String> {
    guard let pictures = folder.pictures, !pictures.isEmpty else { return [] }
    let named = model.elements.compactMap { element in
      if case .file(let image)? = element.image, pictures.contains(image) { image } else { nil }
    }
    return Set(named).filter { image in
      guard let bytes = try? disk.read(Path.join(folder.path, image)) else { return false }
      return !ImageFormat.isAsNamed(image, bytes)
    }
  }

  /// A model that was checked already.
  init(
    _ folder: ModelFolder, of checked: CheckedModel, buildingOn foreign: [ForeignModel],
    rules: [AnyRule], today: CalendarDate?
  ) {
    self.folder = folder
    self.rules = rules
    self.today = today
    self.foreign = foreign
    misnamedPictures = []
    model = checked.model
    findings = checked.findings
  }

  /// The same model with other trees of some of its own files, by path.
  func replacing(_ trees: [String: SyntaxTree]) -> Compilation {
    let own = model.ownTrees.map { trees[$0.source.path] ?? $0 }
    return Compilation(
      folder, trees: own, buildingOn: foreign, rules: rules, today: today, after: model
    ) { [misnamedPictures] _ in misnamedPictures }
  }

  /// The texts that findings may point into, its own first.
  public var sources: [SourceText] { model.trees.map(\.source) }
}
