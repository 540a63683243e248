import UseCaseSyntax

/// Findings that a team has decided to live with for now: they are not reported again.
///
/// A finding about an element is known by its rule and the element's key, which is unique in a
/// model: it stays known when lines move, when files are laid out anew or renamed, and when its
/// wording changes. Another finding is known by its rule, its file and its message. Syntax errors
/// are never known, because behind them nothing is looked for.
public struct Baseline: Sendable, Equatable {
  /// By rule, file, element and message, each of them bytewise; no two are equal.
  public let entries: [BaselineEntry]

  /// Takes what may be known of some findings.
  public init(_ findings: [Diagnostic]) {
    self.init(findings.filter(\.canBeKnown).map { BaselineEntry($0) })
  }

  /// Sorts entries; equal ones are counted together.
  init(_ entries: [BaselineEntry]) {
    var counts: [BaselineEntry: Int] = [:]
    for entry in entries { counts[entry.withCount(0), default: 0] += entry.count }
    self.entries = counts.map { $0.key.withCount($0.value) }.sorted(by: <)
  }

  /// How many findings it holds.
  public var count: Int { entries.reduce(0) { $0 + $1.count } }
}

/// A finding that is known, or several that nothing tells apart.
public struct BaselineEntry: Sendable, Hashable {
  public let rule: String
  /// Where it stood when the baseline was written, for the reader; where there is no element, a
  /// part of what it is known by.
  public let file: String
  /// The key of the element that it is about.
  public let element: String?
  /// What was said then. Of several findings of a rule about an element it tells which ones are
  /// known.
  public let message: String
  public let count: Int

  init(rule: String, file: String, element: String?, message: String, count: Int) {
    self.rule = rule
    self.file = file
    self.element = element
    self.message = message
    self.count = count
  }

  init(_ finding: Diagnostic) {
    self.init(
      rule: finding.rule, file: finding.place.path, element: finding.element,
      message: finding.message, count: 1)
  }

  func withCount(_ count: Int) -> BaselineEntry {
    BaselineEntry(rule: rule, file: file, element: element, message: message, count: count)
  }

  static func < (left: BaselineEntry, right: BaselineEntry) -> Bool {
    for (a, b) in [
      (left.rule, right.rule), (left.file, right.file),
      (left.element ?? "", right.element ?? ""), (left.message, right.message),
    ] where a != b {
      return a.utf8.lexicographicallyPrecedes(b.utf8)
    }
    return left.element == nil && right.element != nil
  }
}

extension Diagnostic {
  /// Whether it comes from a rule; syntax errors do not.
  fileprivate var canBeKnown: Bool { Baseline.ruleNames.contains(rule) }
}

extension Baseline {
  fileprivate static let ruleNames = Set(RuleCatalog.all.map(\.info.name))

  /// What findings come to beside a baseline.
  public struct Comparison: Sendable {
    /// Those that are not known, in their order.
    public let new: [Diagnostic]
    public let known: [Diagnostic]
    /// What is not found any more, counted.
    public let stale: [BaselineEntry]
    /// The baseline without that, as the findings put it now.
    public let pruned: Baseline
  }

  /// Tells what is new from what is known; linear in both.
  ///
  /// First a finding takes the place of an entry with the same message. What is left then takes
  /// that of an entry of its rule and element, whatever was said there. Entries of rules that were
  /// not asked stay as they are.
  public func compare(_ findings: [Diagnostic], asked rules: [AnyRule]) -> Comparison {
    var places = BaselinePlaces(self)
    var isKnown = findings.map { $0.canBeKnown && places.takeEqual(BaselineEntry($0)) }
    for (index, finding) in findings.enumerated() where !isKnown[index] && finding.canBeKnown {
      isKnown[index] = places.takeSimilar(BaselineEntry(finding))
    }
    let pairs = zip(findings, isKnown)
    let known = pairs.filter(\.1).map(\.0)
    let asked = Set(rules.map(\.info.name))
    let others = entries.filter {
      !asked.contains($0.rule) && Baseline.ruleNames.contains($0.rule)
    }
    let stale = entries.compactMap { places.left(of: $0) }.filter {
      asked.contains($0.rule) || !Baseline.ruleNames.contains($0.rule)
    }
    return Comparison(
      new: pairs.filter { !$0.1 }.map(\.0), known: known, stale: stale,
      pruned: Baseline(known.map { BaselineEntry($0) } + others))
  }
}

/// The places of a baseline that findings may take.
private struct BaselinePlaces {
  /// What a finding is known by, at the least.
  private struct Identity: Hashable {
    let rule: String
    /// The element's key, or the file where there is none.
    let subject: String
    let hasElement: Bool

    init(_ entry: BaselineEntry) {
      rule = entry.rule
      subject = entry.element ?? entry.file
      hasElement = entry.element != nil
    }
  }

  private struct Wording: Hashable {
    let identity: Identity
    let message: String

    init(_ entry: BaselineEntry) {
      identity = Identity(entry)
      message = entry.message
    }
  }

  private var byWording: [Wording: Int] = [:]
  private var byIdentity: [Identity: Int] = [:]

  init(_ baseline: Baseline) {
    for entry in baseline.entries {
      byWording[Wording(entry), default: 0] += entry.count
      byIdentity[Identity(entry), default: 0] += entry.count
    }
  }

  mutating func takeEqual(_ entry: BaselineEntry) -> Bool {
    let wording = Wording(entry)
    guard let count = byWording[wording], count > 0 else { return false }
    byWording[wording] = count - 1
    byIdentity[wording.identity, default: 0] -= 1
    return true
  }

  /// Without an element, findings of other words are other findings.
  mutating func takeSimilar(_ entry: BaselineEntry) -> Bool {
    let identity = Identity(entry)
    guard identity.hasElement, let count = byIdentity[identity], count > 0 else { return false }
    byIdentity[identity] = count - 1
    return true
  }

  /// The part of an entry whose place nothing took, asked in the order of the entries.
  mutating func left(of entry: BaselineEntry) -> BaselineEntry? {
    let wording = Wording(entry)
    let count = min(
      entry.count, byWording[wording] ?? 0, byIdentity[wording.identity] ?? 0)
    guard count > 0 else { return nil }
    byWording[wording, default: 0] -= count
    byIdentity[wording.identity, default: 0] -= count
    return entry.withCount(count)
  }
}
