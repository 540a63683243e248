/// The syntax file of the Vim mode, for Vim 8 and Neovim.
///
/// Groups are called as the roles of `TokenRole`. Of two items that match at one place, Vim takes
/// the one defined last.
public func syntaxVim() -> String {
  let parts = [
    header, marks, numbers, statements, filters, choices, declarations, steps, texts, comments,
    footer,
  ]
  return parts.joined(separator: "\n")
}

private let header = #"""
  " Vim syntax of .usecase files: use cases and customer journeys.
  " Generated from the compiler's vocabulary by `GOLDEN=accept swift test`; do not edit.

  if exists('b:current_syntax')
    finish
  endif
  let s:cpo = &cpo
  set cpo&vim

  syntax case match
  syntax iskeyword @,48-57,_,192-255
  syntax sync minlines=300

  """#

// MARK: Expressions

private let word = #"`\=\K\k*\%(-\k\+\)*`\="#
private let reference = #"\#(word)\%(\.\#(word)\)*"#
/// Where a statement begins: on a line, behind a brace, behind a block comment. Vim's other engine
/// has no memory for so many words.
private let begin = #"\%#=1\%(^\|[{}]\|\*\/\)\@2<=\s*\zs"#
private let wordEnd = #"\%(\k\|[.-]\)\@!"#
private let noArrow = #"\%(\s*->\)\@!"#

private func anyOf(_ words: [String]) -> String {
  let words = GrammarWords.longestFirst(words)
  return #"\%("# + words.map { $0.replacing(" ", with: #"\s\+"#) }.joined(separator: #"\|"#)
    + #"\)"#
}

private func match(
  _ group: String, _ expression: String, isContained: Bool = false, next: [String] = []
) -> String {
  var line = "syntax match usecase\(group)"
  if isContained { line += " contained" }
  line += " /\(expression)/"
  if !next.isEmpty {
    line += " nextgroup=" + next.map { "usecase" + $0 }.joined(separator: ",") + " skipwhite"
  }
  return line + "\n"
}

/// "Initiated by" as a part of a group's name: "InitiatedBy".
private func groupName(_ words: String) -> String {
  words.split { $0 == " " || $0 == "-" }.map { $0.prefix(1).uppercased() + $0.dropFirst() }.joined()
}

// MARK: Items, the weakest first

private let marks =
  match("Separator", "[,:]") + match("Brace", "[{}]") + match("Arrow", "->")
  + match("Point", #"\%(^\|\s\)\@1<="# + anyOf(GrammarWords.points) + wordEnd)

private let numbers =
  match(
    "Number",
    #"-\=\<\d\+\%(\.\d\+\)\=\%(\s*[$%‰¢-¥₠-₿]\|\k\+\|\s\+\%("# + anyOf(GrammarWords.tails)
      + #"\>\)\@!"# + word + #"\)\="#)
  + match("Number", #"\<\d\{4}-\d\d-\d\d\>"#) + match("Number", #"\.\."#)
  + match("Anchor", #"\%(\d\+\%(-\d\+\)\=\|\*\)\l\+\|\d\+"#, isContained: true)

private let statements =
  match("Tail", #"\s\@1<="# + anyOf(GrammarWords.tails) + wordEnd + #"\%(\s*\%(->\|,\|$\)\)\@!"#)
  + match("Tail", #"\s\@1<="# + anyOf(GrammarWords.stepTails) + #"\ze\s\+\d"#, next: ["Anchor"])
  + match("Clause", begin + anyOf(GrammarWords.clauses) + wordEnd + noArrow)
  + match("Clause", begin + anyOf(GrammarWords.naming) + wordEnd + noArrow, next: ["Name"])
  + match(
    "Flow", begin + anyOf(GrammarWords.flowBlocks) + wordEnd + noArrow, next: ["Anchor"])
  + match(
    "Closing", begin + anyOf(GrammarWords.closings) + wordEnd + noArrow,
    next: ["Anchor", "ChoiceOutcome"])
  + match("ChoiceOutcome", anyOf(GrammarWords.outcomes) + wordEnd, isContained: true)

private let filters: String = {
  let chosen = GrammarWords.filterChoices.map { filter, words in
    let group = "ChoiceOf" + groupName(filter)
    return match(
      "ChoiceFilter", anyOf([filter]) + wordEnd, isContained: true, next: [group])
      + match(group, anyOf(words) + wordEnd, isContained: true, next: [group + "Next"])
      + match(group + "Next", ",", isContained: true, next: [group])
      + "highlight default link usecase\(group) usecaseChoice\n"
      + "highlight default link usecase\(group)Next usecaseSeparator\n"
  }
  return match(
    "Clause", begin + anyOf(GrammarWords.filtering) + wordEnd + noArrow, next: ["ChoiceFilter"])
    + match("ChoiceFilter", anyOf(GrammarWords.filters) + wordEnd, isContained: true)
    + chosen.joined()
}()

private let choices: String = {
  let first = GrammarWords.choices.map { clause, words in
    let group = "Choice" + groupName(clause)
    return match("Clause", begin + anyOf([clause]) + #"\ze\s\+"# + anyOf(words), next: [group])
      + match(group, anyOf(words) + wordEnd, isContained: true)
      + "highlight default link usecase\(group) usecaseChoice\n"
  }
  let behindName = GrammarWords.choicesBehindName.map { clause, words in
    let group = "Choice" + groupName(clause)
    return match(
      "Clause", begin + anyOf([clause]) + #"\ze\s\+"# + reference, next: [group + "Name"])
      + match(group + "Name", reference, isContained: true, next: [group])
      + match(group, anyOf(words) + wordEnd, isContained: true)
      + "highlight default link usecase\(group) usecaseChoice\n"
  }
  return (first + behindName).joined()
}()

private let declarations: String = {
  let words = GrammarWords.declarations
  let unambiguous = words.filter { !GrammarWords.ambiguous.contains($0) }
  let end = #"\s*\%($\|\/\|}\)"#
  let name = #"\ze\s\+"# + word
  return match("Declaration", begin + anyOf(words) + name + #"\s*[{:"]"#, next: ["Name"])
    + match("Declaration", "^" + anyOf(words) + name + end, next: ["Name"])
    + match("Declaration", begin + anyOf(unambiguous) + name + end, next: ["Name"])
    + match("Name", word, isContained: true)
}()

private let steps = #"""
  syntax region usecaseProse matchgroup=usecaseStepNumber start=/^\s*\zs\d\+\.\ze\%(\s\|$\)/ end=/$/ end=/\s\/\//me=s-1 oneline keepend contains=usecaseLink,@Spell
  syntax match usecaseStepNumber /^\s*\zs\d\+\.\ze\s\+include\s\+\#(reference)\s*\%(\/\/.*\)\=$/ nextgroup=usecaseInclude skipwhite
  syntax match usecaseInclude contained /include/ nextgroup=usecaseIncluded skipwhite
  syntax match usecaseIncluded contained /\#(reference)/

  """#

private let texts = #"""
  syntax region usecaseText start=/"/ skip=/\\./ end=/"/ end=/$/ oneline keepend contains=usecaseEscape,usecaseLink,@Spell
  syntax region usecaseText start=/"""/ skip=/\\./ end=/"""/ contains=usecaseEscape,usecaseLink,@Spell
  syntax match usecaseEscape contained /\\\%(["\\[nt]\|u{\x\{1,8}}\)/
  syntax match usecaseLink contained /\\\@1<!\[\[\#(reference)\%(|[^\]]*\)\=\]\]/ contains=usecaseReference
  syntax match usecaseReference contained /\%(\[\[\)\@2<=\#(reference)/

  """#

private let comments = #"""
  syntax match usecaseComment +//.*$+ contains=@Spell
  syntax region usecaseComment start=+/\*+ end=+\*/+ contains=usecaseComment,@Spell
  syntax region usecaseDescription start=+////\@!+ end=+$+ oneline keepend contains=usecaseLink,usecaseCode,@Spell
  syntax match usecaseCode contained /`[^`]*`/

  """#

private let footer = #"""
  highlight default link usecaseDeclaration Keyword
  highlight default link usecaseName Type
  highlight default link usecaseClause Statement
  highlight default link usecaseTail Statement
  highlight default link usecaseFlow Conditional
  highlight default link usecaseClosing Conditional
  highlight default link usecaseInclude PreProc
  highlight default link usecaseReference Identifier
  highlight default link usecaseIncluded usecaseReference
  highlight default link usecasePoint Special
  highlight default link usecaseChoice Constant
  highlight default link usecaseChoiceFilter usecaseChoice
  highlight default link usecaseChoiceOutcome usecaseChoice
  highlight default link usecaseText String
  highlight default link usecaseEscape SpecialChar
  highlight default link usecaseNumber Number
  highlight default link usecaseAnchor Number
  highlight default link usecaseStepNumber Number
  highlight default link usecaseDescription SpecialComment
  highlight default link usecaseCode usecaseDescription
  highlight default link usecaseComment Comment
  highlight default link usecaseArrow Operator
  highlight default link usecaseSeparator Delimiter
  highlight default link usecaseBrace Delimiter

  let b:current_syntax = 'usecase'
  let &cpo = s:cpo
  unlet s:cpo

  """#
