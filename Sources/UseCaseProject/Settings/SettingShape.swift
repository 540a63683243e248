import UseCaseSite

/// What a setting takes. The set is closed: reading, listing and the JSON Schema switch over it.
public indirect enum SettingShape: Sendable {
  /// The edition of the language, from 1 to the newest that this compiler knows.
  case edition(newest: Int)
  case whole(ClosedRange<Int>)
  case text(SettingText)
  case texts(SettingText)
  case choice([String])
  case table(SettingTable)
  /// A severity, or a table in which it stands under that name beside options.
  case severity(SettingTable)
}

/// What the text of a setting is.
public enum SettingText: Sendable {
  case any
  /// A folder, relative to the model's, above it or below.
  case folder
  /// A file below the model's folder.
  case file
  /// Files or folders below the model's, in which `*` and `**` stand for anything.
  case pattern
  /// `#rgb` or `#rrggbb`.
  case colour
  /// An address on the web.
  case address

  /// What is wrong with a text, to be put behind its name: "leads out of the model's folder".
  func problem(in text: String) -> String? {
    if text.isEmpty { return self == .any ? nil : "names nothing" }
    switch self {
    case .any, .folder: return nil
    case .colour: return Colour(text) == nil ? "is no colour such as '#7a1f5c'" : nil
    case .address:
      let isWeb = ["https://", "http://"].contains { text.hasPrefix($0) }
      return isWeb ? nil : "is no address that begins with 'https://'"
    case .file, .pattern:
      if text.hasPrefix("/") { return "is no path relative to the model's folder" }
      let isOutside = text.split(separator: "/").contains("..")
      return isOutside ? "leads out of the model's folder" : nil
    }
  }

  /// The same as a regular expression of JSON Schema (ECMA-262); nil where every text will do.
  var expression: String? {
    switch self {
    case .any: nil
    case .folder: "^."
    case .colour: "^#([0-9A-Fa-f]{3}|[0-9A-Fa-f]{6})$"
    case .address: "^https?://"
    case .file, .pattern: "^(?!/)(?!(.*/)?\\.\\.(/|$))."
    }
  }
}

/// The settings of a table.
public struct SettingTable: Sendable {
  /// What each of them is, in messages: "setting", "rule".
  public let noun: String
  private let contents: @Sendable () -> [SettingInfo]

  /// `contents` is asked again and again, but not before somebody wants to know: most files say
  /// nothing about rules, and describing all of them would cost at every start.
  init(noun: String, _ contents: @escaping @autoclosure @Sendable () -> [SettingInfo]) {
    self.noun = noun
    self.contents = contents
  }

  public var settings: [SettingInfo] { contents() }

  /// The setting with a name.
  func setting(_ name: String) -> SettingInfo? { settings.first { $0.name == name } }
}

/// A setting as its reader, `config show`, the JSON Schema and the documentation see it.
public struct SettingInfo: Sendable {
  /// Kebab-case, without the names of the tables around it.
  public let name: String
  public let shape: SettingShape
  /// One or two sentences.
  public let documentation: String
  /// Lines of TOML that set it, with the table that they stand in.
  public let example: String
  /// What is in force where nobody sets it; nil for nothing.
  public let standard: SettingValue?

  init(
    _ name: String, _ shape: SettingShape, standard: SettingValue? = nil, _ documentation: String,
    example: String = ""
  ) {
    self.name = name
    self.shape = shape
    self.standard = standard
    self.documentation = documentation
    self.example = example
  }
}

/// The value of a setting.
public enum SettingValue: Sendable, Hashable {
  case whole(Int)
  case text(String)
  case texts([String])
}
