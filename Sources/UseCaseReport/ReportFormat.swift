/// A way to put findings as text: one file each, and one line in the catalogue.
public protocol ReportFormat: Sendable {
  /// What `--output-format` calls it.
  static var name: String { get }
  /// What it is for, in a few words.
  static var purpose: String { get }
  /// Whether people read it, so that it may be coloured and cut short.
  static var isForPeople: Bool { get }

  /// The whole document, each line of it ended; a machine's format is valid without findings, too.
  static func render(_ report: Report, options: ReportOptions) -> String
}

extension ReportFormat {
  public static var isForPeople: Bool { false }
}

/// The formats, those for people first.
public enum ReportFormatCatalog {
  public static let all: [any ReportFormat.Type] = [
    FullFormat.self,
    ConciseFormat.self,
    JSONFormat.self,
    JSONLinesFormat.self,
    SARIFFormat.self,
    GitHubFormat.self,
    GitLabFormat.self,
    JUnitFormat.self,
    CheckstyleFormat.self,
  ]

  public static func format(named name: String) -> (any ReportFormat.Type)? {
    all.first { $0.name == name }
  }
}
