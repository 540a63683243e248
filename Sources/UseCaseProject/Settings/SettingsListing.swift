import UseCaseRules

extension Settings {
  /// What is in force, as a settings file that says it all; comments say where each value is from.
  public func listing() -> String {
    var listing = SettingsListing(settings: self)
    listing.add(SettingCatalog.all, at: [])
    return listing.text
  }
}

/// Puts settings in force as TOML.
private struct SettingsListing {
  let settings: Settings
  var text = ""

  mutating func add(_ table: SettingTable, at path: [String]) {
    var unset: [String] = []
    var tables: [(SettingTable, [String])] = []
    for info in table.settings {
      let full = path + [info.name]
      switch info.shape {
      case .table(let inner): tables.append((inner, full))
      case .severity(let inner):
        // A rule without options takes one line.
        if inner.settings.count > 1 {
          tables.append((inner, full))
        } else if let severity = inner.settings.first {
          addLine(info.name, severity, full + [severity.name])
        }
      case .edition, .whole, .text, .texts, .choice:
        if !addLine(info.name, info, full) { unset.append(info.name) }
      }
    }
    if !unset.isEmpty { text += "# not set: \(unset.joined(separator: ", "))\n" }
    for (inner, full) in tables {
      text += "\n[\(full.joined(separator: "."))]\n"
      add(inner, at: full)
    }
  }

  /// Whether there is a value to be shown.
  @discardableResult
  private mutating func addLine(_ name: String, _ info: SettingInfo, _ path: [String]) -> Bool {
    guard let (value, source) = inForce(info, path) else { return false }
    text += "\(name) = \(written(value))  # \(source)\n"
    return true
  }

  private func inForce(_ info: SettingInfo, _ path: [String]) -> (SettingValue, String)? {
    if let given = settings.given(path) {
      return (given.value, "\(Settings.fileName):\(given.line)")
    }
    if path.count == 3, info.name == "severity", let rule = RuleCatalog.rule(named: path[1]) {
      let (word, source) = settings.severity(of: rule)
      if let source, let line = settings.line(of: source) {
        let category = source.joined(separator: ".")
        return (.text(word), "\(Settings.fileName):\(line), '\(category)'")
      }
    }
    return info.standard.map { ($0, "default") }
  }

  private func written(_ value: SettingValue) -> String {
    switch value {
    case .whole(let number): String(number)
    case .text(let text): quoted(forTOML: text)
    case .texts(let texts): "[" + texts.map(quoted(forTOML:)).joined(separator: ", ") + "]"
    }
  }
}
