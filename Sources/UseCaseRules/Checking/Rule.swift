import UseCaseModel
import UseCaseSyntax

/// The group in which a rule is listed.
public enum RuleCategory: String, Sendable, CaseIterable {
  case references, structure, text, flow, coverage, graph, measures, delivery

  public var title: String {
    switch self {
    case .references: "References and values"
    case .structure: "UML structure"
    case .text: "Text of use cases"
    case .flow: "Flow"
    case .coverage: "Journey coverage"
    case .graph: "Journey graph"
    case .measures: "Stakeholders, moments, measures"
    case .delivery: "Delivery, risk, upkeep"
    }
  }
}

/// Where a rule comes from.
public enum RuleSource: String, Sendable {
  case uml = "UML 2.5.1"
  case umlPractice = "UML practice"
  case cockburn = "Cockburn, Writing Effective Use Cases"
  case rucm = "RUCM (Restricted Use Case Modeling)"
  case ambler = "Ambler, The Elements of UML 2.0 Style"
  case overgaard = "Övergaard and Palmkvist, Use Cases: Patterns and Blueprints"
  case elAttar = "El-Attar and Miller, anti-patterns of use case models"
  case benchmark = "UCDB, the use-case benchmark"
  case journeyMethod = "The customer-journey method"
  case nielsenNorman = "Nielsen Norman Group"
  case graph = "Graph analysis"
  case unicode = "Unicode, UTS #39"
  case mendelow = "Mendelow, the grid of power and interest"
  case raci = "RACI, the matrix of responsibilities"
  case serviceRecovery = "Research on service recovery"
  case metrics = "The metric's definition"
  case dsdm = "DSDM Agile Project Framework"
  case riskMatrix = "The matrix of probability and impact"
  case traceability = "Traceability of requirements"
  case language = "The language"
}

/// A way in which the program mends what a rule finds.
public struct RuleFix: Sendable, Hashable {
  /// One sentence: what it changes.
  public let summary: String
  /// Whether `--fix` applies it, or `--unsafe-fixes` alone.
  public let isSafe: Bool

  /// A fix that keeps what was meant beyond doubt.
  public static func safe(_ summary: String) -> RuleFix {
    RuleFix(summary: summary, isSafe: true)
  }

  public static func unsafe(_ summary: String) -> RuleFix {
    RuleFix(summary: summary, isSafe: false)
  }
}

/// What a rule is called and why it exists.
public struct RuleInfo: Sendable {
  /// Kebab-case; says what is wrong.
  public let name: String
  public let category: RuleCategory
  public let severity: Severity
  public let source: RuleSource
  /// One sentence: what it finds.
  public let summary: String
  /// One or two sentences: why it matters.
  public let rationale: String
  /// A small model in which the rule finds something.
  public let bad: String
  /// The same model, mended.
  public let good: String
  /// What the program can do about its findings, or about some of them.
  public let fixes: [RuleFix]
  /// Whether it is asked where settings do not say.
  public let isOn: Bool

  public init(
    name: String, category: RuleCategory, severity: Severity, source: RuleSource,
    summary: String, fixes: [RuleFix] = [], rationale: String, bad: String, good: String,
    isOn: Bool = true
  ) {
    self.summary = summary
    self.fixes = fixes
    self.isOn = isOn
    self.name = name
    self.category = category
    self.severity = severity
    self.source = source
    self.rationale = rationale
    self.bad = bad
    self.good = good
  }
}

/// One thing that `check` looks for: asked about each element of one kind, about each element of
/// any kind (`Element`), about each file (`SyntaxTree`), or about the model.
public protocol Rule: Sendable {
  associatedtype Subject
  static var info: RuleInfo { get }
  /// What settings may change in it; its stored properties hold the values.
  static var options: [RuleOption<Self>] { get }
  /// Whether what it finds about an element hangs on facts that are gathered from the whole model, and
  /// not on prose: an editor asks it when there is time.
  static var readsWholeModel: Bool { get }
  init()
  func check(_ subject: Subject, in context: RuleContext, report: inout Findings)
}

extension Rule {
  public static var options: [RuleOption<Self>] { [] }
  public static var readsWholeModel: Bool { false }
}

/// What rules are told beside their subject, and what they share.
public final class RuleContext {
  public let model: Model
  public let facts: ModelFacts
  /// The day on which the model is checked; rules about dates keep quiet where it is not told.
  public let today: CalendarDate?
  /// The paths of the pictures in the model's folder; nil where nobody has looked.
  public let pictures: Set<String>?
  /// Those of them whose bytes are of another kind than their names say, as far as somebody has looked.
  public let misnamedPictures: Set<String>
  private var latestFlow: (id: ElementID, graph: FlowGraph?)?
  private var latestJourney: (id: ElementID, graph: JourneyGraph)?
  private var latestProse: (id: ElementID, prose: UseCaseProse?)?
  private var latestTitle: (id: ElementID, title: ElementTitle?)?
  /// By the number of an element.
  private var clauseSets: [ClauseSet?] = []

  init(
    _ model: Model, today: CalendarDate? = nil, pictures: Set<String>? = nil,
    misnamedPictures: Set<String> = []
  ) {
    self.model = model
    self.today = today
    self.pictures = pictures
    self.misnamedPictures = misnamedPictures
    facts = ModelFacts(model)
  }

  /// The pictures in the model's folder, in the order of their paths.
  private(set) lazy var sortedPictures = (pictures ?? []).sorted()
  /// The same by their paths in small letters.
  private(set) lazy var picturesByLetters = Dictionary(grouping: sortedPictures) { $0.lowercased() }

  /// The clauses that an element says, read once.
  public func clauses(of element: Element) -> ClauseSet {
    let index = Int(element.id.index)
    if index >= clauseSets.count {
      clauseSets.append(
        contentsOf: repeatElement(nil, count: max(index + 1 - clauseSets.count, index / 2)))
    }
    if let known = clauseSets[index] { return known }
    let set = ClauseSet(element)
    clauseSets[index] = set
    return set
  }

  /// The clauses that an element says.
  public func clauses(of view: some ElementView) -> ClauseSet { clauses(of: view.element) }

  /// The flow of a use case; rules that are asked one after another share it.
  public func flow(of useCase: UseCase) -> FlowGraph? {
    if let latestFlow, latestFlow.id == useCase.id { return latestFlow.graph }
    let graph = useCase.flowGraph
    latestFlow = (useCase.id, graph)
    return graph
  }

  /// Whether the texts are English.
  private(set) lazy var isEnglish = model.isEnglish

  /// The steps of a use case as words; nil where there are none or the model is not English.
  func prose(of useCase: UseCase) -> UseCaseProse? {
    guard isEnglish else { return nil }
    if let latestProse, latestProse.id == useCase.id { return latestProse.prose }
    let prose = flow(of: useCase).flatMap { UseCaseProse($0) }
    latestProse = (useCase.id, prose)
    return prose
  }

  /// The title of a use case as words; nil where it has none or the model is not English.
  func title(of useCase: UseCase) -> ElementTitle? {
    guard isEnglish else { return nil }
    if let latestTitle, latestTitle.id == useCase.id { return latestTitle.title }
    let title = ElementTitle(useCase.element)
    latestTitle = (useCase.id, title)
    return title
  }

  /// The synonyms that texts should not use; nil where there are none or the model is not English.
  private(set) lazy var glossary: Glossary? = isEnglish ? Glossary(model) : nil

  /// The graph of a journey; rules that are asked one after another share it.
  public func graph(of journey: Journey) -> JourneyGraph {
    if let latestJourney, latestJourney.id == journey.id { return latestJourney.graph }
    let graph = journey.graph
    latestJourney = (journey.id, graph)
    return graph
  }
}

/// Collects what rules find, under the name and the severity of the rule that speaks.
public struct Findings {
  public private(set) var diagnostics: [Diagnostic] = []
  private let rules: [AnyRule]
  /// The place of the rule that speaks, among those that are asked.
  var rule = 0
  var element: Element?

  init(of rules: [AnyRule]) { self.rules = rules }

  /// Adds a finding; the severity is the one that settings give the rule, else the one given here,
  /// else the rule's own.
  public mutating func add(
    _ message: String, at place: Place, caption: String = "", labels: [Label] = [],
    notes: [String] = [], help: [String] = [], fixes: [Fix] = [], about other: Element? = nil,
    severity otherSeverity: Severity? = nil
  ) {
    let rule = rules[rule]
    diagnostics.append(
      Diagnostic(
        rule: rule.info.name, severity: rule.givenSeverity ?? otherSeverity ?? rule.info.severity,
        message: message, at: place,
        caption: caption,
        labels: labels, notes: notes, help: help, fixes: fixes,
        element: (other ?? element)?.key))
  }

  /// Hands over what was collected.
  mutating func take() -> [Diagnostic] {
    var taken: [Diagnostic] = []
    swap(&taken, &diagnostics)
    return taken
  }
}
