/// How bad a finding is; later cases are worse.
public enum Severity: UInt8, Sendable, Comparable, CaseIterable {
  case info, warning, error

  public var name: String {
    switch self {
    case .info: "info"
    case .warning: "warning"
    case .error: "error"
    }
  }

  public init?(name: some StringProtocol) {
    guard let match = Severity.allCases.first(where: { $0.name == name }) else { return nil }
    self = match
  }

  public static func < (left: Severity, right: Severity) -> Bool {
    left.rawValue < right.rawValue
  }
}

/// A stretch of a file: UTF-8 byte offsets, the end excluded.
public struct Place: Sendable, Hashable {
  public var path: String
  public var range: Range<Int>

  public init(path: String, range: Range<Int>) {
    self.path = path
    self.range = range
  }
}

/// A remark at a further place that a finding involves.
public struct Label: Sendable, Hashable {
  public var place: Place
  public var message: String

  public init(_ message: String, at place: Place) {
    self.place = place
    self.message = message
  }
}

/// One replacement of bytes; an empty range inserts.
public struct Edit: Sendable, Hashable {
  public var place: Place
  public var replacement: String

  public init(_ place: Place, replacement: String) {
    self.place = place
    self.replacement = replacement
  }
}

/// A change that removes a finding; its edits do not overlap.
public struct Fix: Sendable, Hashable {
  /// What the change does, in the imperative: "replace it by 'Customer'".
  public var title: String
  public var edits: [Edit]
  /// A safe fix keeps what the author meant beyond doubt and may be applied unasked.
  public var isSafe: Bool

  public init(_ title: String, edits: [Edit], isSafe: Bool = true) {
    self.title = title
    self.edits = edits
    self.isSafe = isSafe
  }
}

/// A finding: what is wrong, where, and what can be done about it.
public struct Diagnostic: Sendable, Hashable {
  /// The kebab-case name of the rule that speaks.
  public var rule: String
  public var severity: Severity
  /// Lower case, no full stop, names in 'quotes'.
  public var message: String
  public var place: Place
  /// A few words for the primary place, where the message alone would not say what is marked.
  public var caption: String
  public var labels: [Label]
  /// Background: why it matters, what was looked for.
  public var notes: [String]
  /// What to do, where no fix can be applied by machine.
  public var help: [String]
  public var fixes: [Fix]
  /// The key of the element it is about (`touchpoint BuyAndKeep.Pay`), if any.
  public var element: String?

  public init(
    rule: String, severity: Severity, message: String, at place: Place, caption: String = "",
    labels: [Label] = [], notes: [String] = [], help: [String] = [], fixes: [Fix] = [],
    element: String? = nil
  ) {
    self.rule = rule
    self.severity = severity
    self.message = message
    self.place = place
    self.caption = caption
    self.labels = labels
    self.notes = notes
    self.help = help
    self.fixes = fixes
    self.element = element
  }
}
