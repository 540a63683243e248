import UseCaseModel
import UseCaseRules

/// The one description of `usecase.toml`: reading it, `config show`, its JSON Schema and the
/// documentation come from here.
public enum SettingCatalog {
  /// The tables' names, where they are needed to find a setting.
  enum TableName {
    static let check = "check"
    static let rules = "rules"
    static let categories = "categories"
    static let coverage = "coverage"
    static let site = "site"
  }

  /// Everything that may stand in the file.
  public static let all = SettingTable(noun: "setting", top)

  private static let top = [
    SettingKeys.edition.info, SettingKeys.buildsOn.info, SettingKeys.exclude.info,
    SettingKeys.baseline.info,
    SettingInfo(
      TableName.check, .table(SettingTable(noun: "setting", check)),
      "What 'usecase check' does where its options do not say.",
      example: "[check]\nfail-on = \"error\""),
    SettingInfo(
      TableName.categories, .table(SettingTable(noun: "category", categories)),
      """
      Severities of all rules of a category that are on where settings do not say. What stands \
      below 'rules' about one of them wins.
      """, example: "[categories]\ntext = \"off\""),
    SettingInfo(
      TableName.rules, .table(SettingTable(noun: "rule", rules)),
      """
      Severities and options of rules, by their names; 'off' keeps a rule from being asked. \
      Options alone do not switch a rule on.
      """,
      example: """
        [rules]
        extend-without-condition = "off"
        too-many-steps = { severity = "info", most = 12 }
        """),
    SettingInfo(
      TableName.coverage, .table(SettingTable(noun: "figure of coverage", coverage)),
      "The least percentages that 'usecase coverage' is content with.",
      example: "[coverage]\ntouchpoints-realised = 90"),
    SettingInfo(
      TableName.site, .table(SettingTable(noun: "setting", SiteSettings.all)),
      "How the site that 'usecase build' writes looks, and what it adds to the model.",
      example: "[site]\ntitle = \"Fellmark handbook\"\naccent = \"#7a1f5c\""),
  ]

  /// `off`, and the names of the severities.
  static let severities = ["error", "warning", "info", "off"]

  private static let check = [SettingKeys.failOn.info]

  private static let categories = RuleCategory.allCases.map { category in
    SettingInfo(
      category.rawValue, .choice(severities),
      "The severity of the rules under '\(category.title)'.",
      example: "[categories]\n\(category.rawValue) = \"info\"")
  }

  private static let rules = RuleCatalog.all.map { rule in
    let info = rule.info
    let standard = SettingValue.text(info.isOn ? info.severity.name : "off")
    let options = rule.options.map { option(of: rule, $0) }
    return SettingInfo(
      info.name, .severity(ruleTable(of: info.name, standard, options)), standard: standard,
      info.rationale, example: options.first?.example ?? "[rules]\n\(info.name) = \"info\"")
  }

  /// What may stand in the table of any rule.
  static let ruleWithoutOptions = ruleTable(of: "unused-allow", nil, [])

  private static func ruleTable(
    of rule: String, _ standard: SettingValue?, _ options: [SettingInfo]
  ) -> SettingTable {
    let severity = SettingInfo(
      "severity", .choice(severities), standard: standard,
      "The severity of its findings; 'off' keeps it from being asked.",
      example: "[rules.\(rule)]\nseverity = \"info\"")
    let all = [severity] + options
    return SettingTable(noun: "option", all)
  }

  private static func option(of rule: AnyRule, _ option: RuleOptionInfo) -> SettingInfo {
    let standard: SettingValue
    let shape: SettingShape
    let shown: String
    switch option.value {
    case .number(let number):
      standard = .whole(number)
      shape = .whole(option.range ?? Int.min...Int.max)
      shown = String(number)
    case .texts(let texts):
      standard = .texts(texts)
      shape = .texts(.any)
      shown = "[" + texts.prefix(2).map(quoted(forTOML:)).joined(separator: ", ") + "]"
    }
    return SettingInfo(
      option.name, shape, standard: standard, option.documentation,
      example: "[rules.\(rule.info.name)]\n\(option.name) = \(shown)")
  }

  private static let coverage = FigureCatalog.all.map { figure in
    SettingInfo(
      figure.name, .whole(0...100), "\(figure.title), in percent.",
      example: "[coverage]\n\(figure.name) = 80")
  }
}

/// A text as TOML writes it, on one line.
func quoted(forTOML text: String) -> String {
  var result = "\""
  for scalar in text.unicodeScalars {
    switch scalar {
    case "\"": result += "\\\""
    case "\\": result += "\\\\"
    default:
      guard scalar.isUnsafeToShow else {
        result.unicodeScalars.append(scalar)
        continue
      }
      let digits = String(scalar.value, radix: 16, uppercase: true)
      result += "\\U" + String(repeating: "0", count: max(0, 8 - digits.count)) + digits
    }
  }
  return result + "\""
}
