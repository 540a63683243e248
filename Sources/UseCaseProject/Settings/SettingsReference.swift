extension SettingCatalog {
  /// `docs/settings.md`: everything that `usecase.toml` may say, and how known findings are kept.
  public static var reference: String {
    var page = """
      # The settings

      `usecase.toml` stands in the folder of a model and is written in [TOML](https://toml.io). \
      What it does not say is as by default; what it says and nobody knows is an error with its \
      line. `usecase config show` puts what is in force, and where each value comes from; \
      `Grammar/usecase.toml.schema.json` (`usecase config schema`) lets editors complete and check \
      the file. This page is made of the same description.

      """
    for info in all.settings {
      page += "\n## \(info.name)\n\n\(coded(info.documentation))\n\n"
      if case .table(let table) = info.shape {
        page += rows(table)
      } else {
        page += "Takes \(taken(info.shape)); by default \(standard(info)).\n\n"
      }
      page += "```toml\n\(info.example)\n```\n"
    }
    return page + knownFindings
  }

  private static let knownFindings = """

    ## Known findings

    A team that starts with a large model writes down what is found today and sees only what is \
    new from then on:

    ```sh
    usecase check --write-baseline    # all findings are known now
    usecase check                     # reports and fails for new ones only
    ```

    The file, `usecase-baseline.json` beside `usecase.toml` if nothing else is set, belongs into \
    the repository. It holds no lines but an entry for each finding, on a line of its own and \
    sorted, so that it changes little and merges well.

    A finding about an element is known by its rule and the element. It stays so when the file is \
    edited, laid out anew or renamed, when the element moves to another file, and when the message \
    changes. Where a rule finds more about an element than is known, those with new messages are \
    reported. An element with a new name is a new one. A finding without an element is known by its \
    rule, its file and its message.

    Syntax errors are never known: behind them nothing is looked for. Entries of rules that are \
    off stay. What is not found any more is named on standard error, fails nothing, and goes with \
    `--prune-baseline`. `--fix` mends known findings, too; `--no-baseline` shows them.

    """

  /// The settings of a table; of rules those that have options.
  private static func rows(_ table: SettingTable) -> String {
    var text = "| name | takes | by default | |\n|---|---|---|---|\n"
    for info in table.settings {
      guard case .severity(let options) = info.shape else {
        text += row(info.name, info)
        continue
      }
      for option in options.settings.dropFirst() {
        text += row("\(info.name).\(option.name)", option)
      }
    }
    return text + "\n"
  }

  private static func row(_ name: String, _ info: SettingInfo) -> String {
    "| `\(name)` | \(taken(info.shape)) | \(standard(info)) | \(coded(info.documentation)) |\n"
  }

  private static func taken(_ shape: SettingShape) -> String {
    switch shape {
    case .edition(let newest): newest == 1 ? "1" : "1 to \(newest)"
    case .whole(let range): "\(range.lowerBound) to \(range.upperBound)"
    case .text: "a text"
    case .texts: "a list of texts"
    case .choice(let words): words.map { "`\($0)`" }.joined(separator: ", ")
    case .table, .severity: "a table"
    }
  }

  private static func standard(_ info: SettingInfo) -> String {
    switch info.standard {
    case nil: "nothing"
    case .whole(let number): String(number)
    case .text(let text): "`\(text)`"
    case .texts(let texts) where texts.isEmpty: "none"
    case .texts(let texts): texts.map { "`\($0)`" }.joined(separator: ", ")
    }
  }

  /// The words in quotes as Markdown's code, in which signs are only themselves.
  private static func coded(_ text: String) -> String {
    let parts = " \(text)".split(separator: " '", omittingEmptySubsequences: false)
    let coded = parts.dropFirst().map { part in
      guard let end = part.firstIndex(of: "'") else { return " '\(part)" }
      return " `\(part[..<end])`\(part[part.index(after: end)...])"
    }
    let whole = (parts.first.map { String($0) } ?? "") + coded.joined()
    return String(whole.dropFirst())
  }
}
