import UseCaseSyntax

/// What stands in a use case or a journey and is no clause.
enum FlowPages {
  struct Page {
    /// What it is looked up by.
    let name: String
    let form: String
    let prose: String
    let example: String

    var entry: Article.Entry { Article.Entry(form, prose) }

    var article: Article {
      Article(
        name,
        [
          .paragraph(prose), .code(form, language: "text"), .heading("For example"),
          .model(example),
        ]
      )
    }
  }

  static let all = [
    Page(
      name: "flow", form: "flow { <steps> }",
      prose: "The main flow: the numbered steps to the goal. A use case has one at most.",
      example: """
        flow {
          1. Customer chooses a payment method
          2. Shop records the payment
        }
        """),
    Page(
      name: "step", form: "<number>. <subject> <does something>",
      prose: """
        A line that begins with a number and a full stop; the rest of the line is prose. It begins \
        with who acts: an actor that takes part, or the system. `[[Name]]` in it is a checked link.
        """,
      example: "1. Customer chooses a payment method"),
    Page(
      name: "include", form: "<number>. include <use case>",
      prose: """
        A step that performs another use case; nothing else stands on the line. If that ends in \
        failure, the branch that is anchored to the step is taken.
        """,
      example: "3. include PayOrder"),
    Page(
      name: "alternative", form: "alternative <anchor> [when \"condition\"] { <steps> }",
      prose: """
        A branch that still reaches the goal. The anchor `3a` hangs on step 3, `2-4a` on any of \
        the steps 2 to 4, `*a` on any step. A branch may hold branches anchored to its own steps.
        """,
      example: """
        alternative 3a when "the payment is declined" {
          1. Shop explains why
          resume 1
        }
        """),
    Page(
      name: "exception", form: "exception <anchor> [when \"condition\"] { <steps> }",
      prose: "A branch that ends in failure; its anchor is like that of an `alternative`.",
      example: """
        exception *a when "the customer leaves" {
          1. Shop keeps the basket for 30 days
          end failure
        }
        """),
    Page(
      name: "resume", form: "resume [<step>]",
      prose: """
        Closes a branch: goes on with a step of the flow that the branch hangs on; without a \
        number with the step that was left, which begins again.
        """,
      example: "resume 4"),
    Page(
      name: "end", form: "end success|failure",
      prose: "Closes a branch: ends the use case in success or failure.", example: "end failure"),
  ]

  static let wordsOfTransitions =
    ["->", "transition", "carries"] + Vocabulary.builtInPoints

  static let transition = Article(
    "transition",
    [
      .paragraph(
        """
        A way from one touchpoint of a journey to another; it stands beside the stages. Without \
        any, a journey runs through its touchpoints in the order written. Transitions without a \
        share divide what is left of the whole.
        """),
      .entries([
        Article.Entry(
          "<touchpoint> -> <touchpoint> [<share>%] [when \"condition\"] [carries \"thing\", …]",
          "A way on: how many take it, when, and what is carried over where the channel changes.",
          example: #"Pay -> AskAQuestion 8% when "it fails" carries "basket""#),
        Article.Entry(
          "<touchpoint> -> <touchpoint> -> <touchpoint>",
          "A chain of ways; nothing else stands on the line.", example: "Search -> Compare -> Buy"),
        Article.Entry(
          "<touchpoint> -> <touchpoint>, <touchpoint>",
          "Several ways on; nothing else stands on the line.", example: "Pay -> Wait, AskAQuestion"),
        Article.Entry(
          "start, completed, abandoned",
          """
          Built in: where a journey begins, where it ends well, and where the customer gives up. \
          Nothing leads to `start`, and nothing leaves the two ends.
          """, example: "start -> SeeCampaign"),
      ]),
    ])
}
