/// The words of the language for the Emacs mode, which makes expressions of them.
public func wordsEmacs() -> String {
  let lists: [(String, String, [String])] = [
    ("declarations", "Words that declare.", GrammarWords.declarations),
    ("ambiguous", "Declarations that are a clause elsewhere.", GrammarWords.ambiguous),
    ("clauses", "Words that begin a clause.", GrammarWords.clauses),
    ("naming", "Clauses that declare a name.", GrammarWords.naming),
    ("filtering", "Clauses that select by an attribute.", GrammarWords.filtering),
    ("filters", "What these select by.", GrammarWords.filters),
    ("tails", "Words behind the arguments of a clause.", GrammarWords.tails),
    ("step-tails", "Tails that take the number of a step.", GrammarWords.stepTails),
    ("flow-blocks", "Words that open a block of steps.", GrammarWords.flowBlocks),
    ("closings", "Words that close a branch.", GrammarWords.closings),
    ("outcomes", "How a branch ends.", GrammarWords.outcomes),
    ("points", "Ends of a journey, which need no declaration.", GrammarWords.points),
  ]
  let tables: [(String, String, [(String, [String])])] = [
    (
      "choices", "By clause: the words that it chooses from.", GrammarWords.choices.map { ($0, $1) }
    ),
    (
      "choices-behind-name", "By clause: the words that may stand behind a name.",
      GrammarWords.choicesBehindName.map { ($0, $1) }
    ),
    ("filter-choices", "By attribute: its values.", GrammarWords.filterChoices.map { ($0, $1) }),
  ]
  let definitions =
    lists.map { constant($0, $1, quoted($2)) }
    + tables.map { name, text, rows in
      constant(
        name, text, rows.map { "(\(quoted($0)) . (\(quoted($1))))" }.joined(separator: "\n    "))
    }
  return header + definitions.joined(separator: "\n") + "\n(provide 'usecase-words)\n"
    + ";;; usecase-words.el ends here\n"
}

private let header = """
  ;;; usecase-words.el --- Words of the .usecase language -*- lexical-binding: t -*-

  ;;; Commentary:

  ;; Generated from the compiler's vocabulary by `GOLDEN=accept swift test'; do not edit.

  ;;; Code:


  """

private func constant(_ name: String, _ documentation: String, _ items: String) -> String {
  "(defconst usecase-words-\(name)\n  '(\(items))\n  \"\(documentation)\")\n"
}

private func quoted(_ word: String) -> String { "\"\(word)\"" }

/// At most 96 characters a line.
private func quoted(_ words: [String]) -> String {
  var lines = [""]
  for word in words.map(quoted) {
    let line = lines[lines.count - 1]
    if line.count + word.count > 90 {
      lines.append(word)
    } else {
      lines[lines.count - 1] += line.isEmpty ? word : " " + word
    }
  }
  return lines.joined(separator: "\n    ")
}
