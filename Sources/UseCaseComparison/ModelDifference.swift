import UseCaseModel
import UseCaseRules
import UseCaseSyntax

/// A model as it stands at one time: what is compared with another.
public struct ModelVersion: Sendable {
  public let model: Model
  public let findings: [Diagnostic]
  public let coverage: Coverage

  public init(model: Model, findings: [Diagnostic], coverage: Coverage) {
    self.model = model
    self.findings = findings
    self.coverage = coverage
  }
}

/// What changed in meaning from one version of a model to another; where it is empty, nothing did.
///
/// Values only: what is laid out, ordered or commented otherwise is no difference.
public struct ModelDifference: Sendable, Hashable {
  /// By kind, then in the order of the new version; what was removed comes last in its kind, in the
  /// order of the old one.
  public var elements: [ElementChange] = []
  /// Figures of coverage that are not the same, in the order of the catalogue.
  public var figures: [FigureChange] = []
  /// Findings that only the new version has, in its order.
  public var newFindings: [FindingSummary] = []
  /// Findings that only the old version has, in its order.
  public var goneFindings: [FindingSummary] = []

  public var isEmpty: Bool {
    elements.isEmpty && figures.isEmpty && newFindings.isEmpty && goneFindings.isEmpty
  }
}

/// What became of an element.
public struct ElementChange: Sendable, Hashable {
  public let kind: ElementKind
  /// Nil where it was added.
  public let old: ElementSummary?
  /// Nil where it was removed.
  public let new: ElementSummary?
  /// It has another name and is the same element by what it says.
  public let isRenamed: Bool
  /// It stands in another namespace.
  public let isMoved: Bool
  /// What it says otherwise; empty where it was added or removed.
  public let details: [Detail]

  /// How machine formats call it; what was renamed or moved may have changed, too.
  public var verb: String {
    if old == nil { return "added" }
    if new == nil { return "removed" }
    return isRenamed ? "renamed" : isMoved ? "moved" : "changed"
  }
}

/// How an element is shown.
public struct ElementSummary: Sendable, Hashable {
  public let key: String
  public let title: String
  public let file: String
  /// From 1.
  public let line: Int
}

/// One thing that an element says otherwise.
public struct Detail: Sendable, Hashable {
  public enum Kind: String, Sendable, CaseIterable {
    case added, removed, changed, moved, renumbered
  }

  /// A part of an element, such as `step 3` or `success guarantee`, and what it says.
  public struct Side: Sendable, Hashable {
    public let part: String
    public let text: String
  }

  public let kind: Kind
  public let old: Side?
  public let new: Side?

  static func added(_ part: String, _ text: String) -> Detail {
    Detail(kind: .added, old: nil, new: Side(part: part, text: text))
  }

  static func removed(_ part: String, _ text: String) -> Detail {
    Detail(kind: .removed, old: Side(part: part, text: text), new: nil)
  }

  static func changed(_ part: String, _ old: String, _ new: String) -> Detail {
    Detail(kind: .changed, old: Side(part: part, text: old), new: Side(part: part, text: new))
  }
}

/// A figure of coverage before and after.
public struct FigureChange: Sendable, Hashable {
  public struct Count: Sendable, Hashable {
    public let covered: Int
    public let total: Int
    /// Rounded down; nil where there is nothing to cover.
    public let percent: Int?

    init(_ count: CoverageCount) {
      covered = count.covered
      total = count.total
      percent = count.percent
    }
  }

  /// The name that the catalogue knows it by.
  public let name: String
  public let label: String
  /// The key of the package or journey that it is about; nil for the whole.
  public let part: String?
  public let old: Count
  public let new: Count

  /// Whether a larger share is covered; nil where the share is the same or there was none.
  public var hasRisen: Bool? {
    guard old.total > 0, new.total > 0 else { return nil }
    let (before, after) = (
      Double(old.covered) / Double(old.total), Double(new.covered) / Double(new.total)
    )
    return before == after ? nil : after > before
  }
}

/// A finding without its place, which is no part of what it means.
public struct FindingSummary: Sendable, Hashable {
  public let rule: String
  public let severity: Severity
  public let message: String
  /// The key of the element it is about.
  public let element: String?
  public let file: String
  /// From 1.
  public let line: Int
}
