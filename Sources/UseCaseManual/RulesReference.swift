import UseCaseRules

extension Manual {
  /// `docs/rules.md`: every rule and every figure of coverage on one page.
  public static func rulesReference() -> String {
    var text = """
      # The rules

      What `usecase check` finds, and why. `usecase explain RULE` shows the same in the terminal; \
      this page is made of the same text by `usecase debug reference rules`.

      A rule that is *off* is asked only where `usecase.toml` gives it a severity. *fix* marks what \
      `usecase check --fix` mends, at least in part, *unsafe* what needs `--unsafe-fixes`.

      - [Settings and exceptions](#settings-and-exceptions)

      """
    let categories = RuleCategory.allCases.filter { !rules(in: $0).isEmpty }
    for category in categories { text += "- [\(category.title)](#\(anchor(category.title)))\n" }
    text += "- [Syntax](#syntax)\n- [Coverage](#coverage)\n\n" + settings
    for category in categories { text += section(category) }
    text += "\n## Syntax\n\n" + Article.syntax.markdown(level: 3)
    return text + coverage()
  }

  private static func rules(in category: RuleCategory) -> [AnyRule] {
    RuleCatalog.all.filter { $0.info.category == category }
  }

  private static func section(_ category: RuleCategory) -> String {
    var text = "\n## \(category.title)\n\n| rule | severity | fix | finds |\n|---|---|---|---|\n"
    for rule in rules(in: category) {
      let info = rule.info
      let fix = info.fixes.contains(where: \.isSafe) ? "fix" : info.fixes.isEmpty ? "" : "unsafe"
      text += "| [`\(info.name)`](#\(info.name)) | \(info.isOn ? info.severity.name : "off") "
      text += "| \(fix) | \(info.summary.escapedProse) |\n"
    }
    for rule in rules(in: category) {
      text += "\n" + Article(about: rule, inReference: true).markdown(level: 3)
    }
    return text
  }

  private static func coverage() -> String {
    var text = """

      ## Coverage

      `usecase coverage` counts what rules expect and do not find. A figure is 100 % where its rules \
      find nothing, and only there; what a comment allows is not counted, and `–` stands where there \
      is nothing to count. Percentages are rounded down. `[coverage]` in `usecase.toml` sets \
      minimums, by name, below which `coverage` and `check` fail.

      """
    for figure in FigureCatalog.all {
      text += "\n" + Article(about: figure, inReference: true).markdown(level: 3)
    }
    return text
  }

  private static let settings = """
    ## Settings and exceptions

    `usecase.toml` stands in the folder of a model. It sets severities, `error`, `warning`, `info` or \
    `off`, and options:

    ```toml
    edition = 1

    [categories]
    delivery = "info"

    [rules]
    extend-without-condition = "off"
    too-many-steps = { severity = "info", most = 12 }

    [coverage]
    touchpoints-realised = 90
    ```

    Where the facts force it, a comment allows a finding at one place and says why: behind the line, \
    on the line above, or above a declaration for all of it. Among the first comments of a file, \
    `allow-file` covers the file. A comment that allows nothing, or has no reason, is found in turn.

    ```usecase
    journey Buy {
        stage Delivery {
            touchpoint Wait // allow(touchpoint-without-usecase): the carrier's own page
        }
    }
    ```

    """

  /// A heading's anchor, as GitHub makes it.
  static func anchor(_ title: String) -> String {
    String(
      title.lowercased().compactMap { character -> Character? in
        if character == " " { return "-" }
        return character.isLetter || character.isNumber || character == "-" ? character : nil
      })
  }
}
