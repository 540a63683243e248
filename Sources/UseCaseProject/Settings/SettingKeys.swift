import UseCaseSyntax

/// A setting with the type of its value: `settings[SettingKeys.failOn]` is a `FailureLevel`.
public struct Setting<Value: Sendable>: Sendable {
  public let info: SettingInfo
  /// The names that lead there.
  public let path: [String]
  /// What is in force where nobody sets it.
  public let standard: Value
  let read: @Sendable (SettingValue) -> Value?
}

/// The settings but for those about rules, categories and coverage, whose names others give.
public enum SettingKeys {
  public static let edition = Setting(
    info: SettingInfo(
      "edition", .edition(newest: 1), standard: .whole(1),
      "The edition of the language; every file states it.", example: "edition = 1"),
    path: ["edition"], standard: 1,
    read: { if case .whole(let number) = $0 { number } else { nil } })

  public static let buildsOn = texts(
    "builds-on", .folder,
    """
    Folders of other models whose names this one may use, as if each stood in a package named \
    like its 'model'.
    """, example: "builds-on = [\"../shared\"]")

  public static let exclude = texts(
    "exclude", .pattern,
    """
    Files and folders below the model's that are left out. '*' stands for anything within a \
    name, '**' for any folders.
    """, example: "exclude = [\"drafts\", \"**/old-*.usecase\"]")

  public static let baseline = Setting(
    info: SettingInfo(
      "baseline", .text(.file), standard: .text("usecase-baseline.json"),
      "The file of known findings, which 'usecase check' does not report again.",
      example: "baseline = \"usecase-baseline.json\""),
    path: ["baseline"], standard: "usecase-baseline.json",
    read: { if case .text(let text) = $0 { text } else { nil } })

  public static let failOn = Setting(
    info: SettingInfo(
      "fail-on", .choice(FailureLevel.allCases.map(\.rawValue)),
      standard: .text(FailureLevel.warning.rawValue),
      "The least severity of a finding with which 'usecase check' exits with 1.",
      example: "[check]\nfail-on = \"error\""),
    path: ["check", "fail-on"], standard: FailureLevel.warning,
    read: { if case .text(let word) = $0 { FailureLevel(rawValue: word) } else { nil } })

  private static func texts(
    _ name: String, _ text: SettingText, _ documentation: String, example: String
  ) -> Setting<[String]> {
    Setting(
      info: SettingInfo(
        name, .texts(text), standard: .texts([]), documentation, example: example),
      path: [name], standard: [],
      read: { if case .texts(let texts) = $0 { texts } else { nil } })
  }
}

/// The least severity that makes `check` exit with 1.
public enum FailureLevel: String, CaseIterable, Sendable {
  case error, warning, info, never

  public var severity: Severity? { Severity(name: rawValue) }
}
