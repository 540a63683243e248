import UseCaseSyntax

extension Manual {
  /// `docs/language.md`: every declaration with its clauses on one page.
  public static func languageReference() -> String {
    var text = introduction + "\n## Declarations\n\n| keyword | what it is |\n|---|---|\n"
    for declaration in Vocabulary.declarations {
      let keyword = declaration.kind.keyword
      text +=
        "| [`\(keyword)`](#\(anchor(keyword))) | \(declaration.documentation.escapedProse) |\n"
    }
    for declaration in Vocabulary.declarations {
      text += "\n" + Article(about: declaration, inReference: true).markdown(level: 3)
    }
    text += "\n" + Article.commonClauses.markdown(level: 2)
    text += "\n" + values
    return text
  }

  private static let introduction = """
    # The language

    What may stand in a `.usecase` file. `usecase explain WORD` shows the same in the terminal; this \
    page is made of the same text by `usecase debug reference language`. The exact grammar stands in \
    [`Grammar/usecase.ebnf`](../Grammar/usecase.ebnf), the rules in [`rules.md`](rules.md).

    - [Files and names](#files-and-names)
    - [Declarations](#declarations)
    - [What every declaration takes](#what-every-declaration-takes)
    - [Values](#values)

    ## Files and names

    A model is a folder: all its `.usecase` files see each other, and neither the order of files nor \
    that of declarations changes what they mean. A declaration has a name, and may have a title, \
    parents and a body:

    ```usecase
    /// Whoever buys, for themselves or as a present.
    actor Customer "Customer of the shop" { kind person }
    actor Guest: Customer
    ```

    A line is a statement; it goes on after a comma and after `->`. `// …` and `/* … */` are comments, \
    and `///` is the Markdown description of the next declaration. Without a title, the name makes \
    one: `RegisteredCustomer` is "Registered customer".

    Every name is a reference that is checked: nothing is ever created by being mentioned. It is \
    looked up from the inside out, in the journeys and packages around it; `Checkout.Pay` reaches \
    into another one. `[[Name]]` and `[[Name|words]]` in a text are checked links. A word in backticks \
    is never a keyword.

    Below, words in angle brackets stand for something else, what stands in square brackets may be \
    missing, `|` parts what may be chosen, and `…` stands for more of the same, with commas. What \
    stands behind the arguments of a clause, such as `answered by`, may stand in any order.

    """

  private static let values = """
    ## Values

    - **Texts** stand in `"…"` with `\\"`, `\\\\`, `\\[`, `\\n`, `\\t` and `\\u{…}`, or in `\""" … \"""` over \
    several lines.
    - **Dates** are written `2026-10-01`.
    - **Durations** have one of the units \(Quantity.durationUnits.map { "`\($0)`" }.joined(separator: ", ")).
    - **Values** of KPIs are numbers with or without a unit: `9.5 h`, `142 EUR`, `62%`. A unit is a \
    word, `%`, `‰`, a currency sign, or a text.
    - **Shares** are percentages: `62%`.
    - **Who** is a role, an actor or a stakeholder.

    """
}
