import UseCaseRules
import UseCaseSyntax

extension Settings {
  /// Those of some rules that are in force, with the severities and options that are set.
  public func rules(among rules: [AnyRule] = RuleCatalog.all) -> [AnyRule] {
    guard saysOfRules else { return rules.filter(\.info.isOn) }
    return rules.compactMap { rule in
      let (word, source) = severity(of: rule)
      guard word != "off" else { return nil }
      var changed = withOptions(rule)
      if source != nil, let severity = Severity(name: word) {
        changed = changed.with(severity: severity)
      }
      return changed
    }
  }

  /// The word in force for a rule, and the names that lead to where it was set.
  ///
  /// What is said about the rule itself wins. A category speaks for its rules that are on anyway: a
  /// rule that stays off by default, because it is wrong too often, is switched on by its own name.
  func severity(of rule: AnyRule) -> (word: String, source: [String]?) {
    let own = [SettingCatalog.TableName.rules, rule.info.name, "severity"]
    if case .text(let word) = given(own)?.value { return (word, own) }
    let category = [SettingCatalog.TableName.categories, rule.info.category.rawValue]
    if rule.info.isOn, case .text(let word) = given(category)?.value { return (word, category) }
    return (rule.info.isOn ? rule.info.severity.name : "off", nil)
  }

  private func withOptions(_ rule: AnyRule) -> AnyRule {
    var changed = rule
    for option in rule.options {
      let path = [SettingCatalog.TableName.rules, rule.info.name, option.name]
      let value: OptionValue
      switch given(path)?.value {
      case .whole(let number): value = .number(number)
      case .texts(let texts): value = .texts(texts)
      case .text, nil: continue
      }
      // The reader has seen to it that the value fits.
      if let rule = try? changed.with(option.name, value) { changed = rule }
    }
    return changed
  }
}
