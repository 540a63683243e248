import UseCaseReport
import UseCaseSyntax

extension Article {
  /// What it means that a file cannot be read.
  public static let syntax = Article(
    "syntax",
    [
      .paragraph("A line cannot be read."),
      .facts([
        Fact("Category", "The language"), Fact("Severity", "error, always"),
        Fact("Fix", "Shown where one is certain, but not applied: look at each."),
      ]),
      .heading("Why it matters"),
      .paragraph(
        """
        What cannot be read cannot be checked, and a guess would be worse. The rest of the file is \
        read all the same: one mistake gives one error, and the rules keep quiet about what it may \
        have swallowed. `format` and `--fix` leave such a file alone.
        """),
      .heading("What it finds"),
    ]
      + syntaxMistakes.flatMap { mistake -> [Block] in
        [
          .paragraph(mistake.prose), .model(mistake.text),
          .findings(RuleExample.syntaxErrors(in: mistake.text)),
        ]
      } + [
        .heading("What to do"),
        .paragraph(
          """
          Mend the first error of a file first. `usecase explain touchpoint` says what may stand in \
          a touchpoint, and so for every declaration; `usecase explain` lists them. A syntax error \
          can neither be allowed nor switched off.
          """),
      ])

  private static let syntaxMistakes: [(prose: String, text: String)] = [
    (
      "A word that means nothing where it stands:",
      """
      actor Customer
      usecase PayOrder {
        actr Customer
      }
      """
    ),
    (
      "A brace that is missing, or one too many:",
      """
      system Shop {
        usecase PayOrder {
          goal "Pay in the way that suits the customer"
      }
      """
    ),
    (
      "A text that is never closed:",
      """
      usecase PayOrder {
        goal "Pay in the way that suits
      }
      """
    ),
    (
      "Signs that a word processor put in place of what was typed:",
      """
      usecase PayOrder {
        goal “Pay”
      }
      """
    ),
    (
      "A step that is written in another manner:",
      """
      actor Customer
      usecase PayOrder {
        actor Customer
        flow {
          1) Customer chooses a payment method
        }
      }
      """
    ),
  ]
}
