import ArgumentParser
import UseCaseManual
import UseCaseProject

/// Says what a rule looks for, what a word of the language means.
struct ExplainCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "explain", abstract: "Says what a rule finds and why, or what a word means.",
    discussion: """
      The topic is a rule, as findings name it in brackets, 'syntax', a declaration such as \
      'touchpoint', a clause such as 'realized by', or a figure of coverage. Without one, it says \
      what there is.
      """)

  enum Format: String, CaseIterable {
    case text, markdown
  }

  @Argument(
    help: "What is to be explained.", completion: .list(Manual.topics.filter { !$0.contains(" ") }))
  var topic: [String] = []

  @Option(
    name: .shortAndLong,
    help: ArgumentHelp("How it is put: text, markdown.", valueName: "format"),
    completion: .list(Format.allCases.map(\.rawValue)), transform: chosen)
  var format = Format.text

  @OptionGroup var text: TextOptions

  func run() throws {
    let article = try article()
    switch format {
    case .text: try Console.write(article.text(text.article))
    case .markdown: try Console.write(article.markdown())
    }
  }

  private func article() throws(ProjectError) -> Article {
    guard !topic.isEmpty else { return Manual.overview }
    let name = topic.joined(separator: " ")
    if let article = Manual.article(on: name) { return article }
    throw ProjectError(
      "there is nothing to explain about '\(name)'",
      help: Manual.topic(near: name).map { "did you mean '\($0)'?" }
        ?? "'usecase explain' says what there is")
  }
}
