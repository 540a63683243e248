import UseCaseModel
import UseCaseSyntax

/// A term's title in the place of a synonym: its capital, its number and the article before it stay
/// right.
struct TermReplacement {
  let edit: Edit

  init(_ match: Glossary.Match, in source: SourceText) {
    let old = source[match.range]
    var new = match.term.title
    let isAcronym = new.dropFirst(1).first?.isUppercase == true
    if !isAcronym {
      let first = String(new.prefix(1))
      let isCapital = TermReplacement.hasCapital(old, at: match.range.lowerBound, in: source)
      new = (isCapital ? first.uppercased() : first.lowercased()) + new.dropFirst(1)
    }
    if match.isPlural { new = TermReplacement.plural(of: new) }
    var range = match.range
    if let article = TermReplacement.article(before: range.lowerBound, in: source),
      TermReplacement.beginsWithVowel(old) != TermReplacement.beginsWithVowel(new)
    {
      let other = article.count == 1 ? "n " : " "
      new = String(article.prefix(1)) + other + new
      range = range.lowerBound - article.count - 1..<range.upperBound
    }
    edit = Edit(source.place(range), replacement: new)
  }

  /// Whether a word begins with a capital for its place, and not only because it is an acronym.
  private static func hasCapital(_ old: String, at index: Int, in source: SourceText) -> Bool {
    guard old.first?.isUppercase == true else { return false }
    guard old.dropFirst(1).first?.isUppercase == true, index > 1 else { return true }
    return source.bytes[index - 1] != 0x20 || !WordReader.isWordByte(source.bytes[index - 2])
  }

  /// "a" or "an" and the blank behind it.
  private static func article(before index: Int, in source: SourceText) -> String? {
    for length in [1, 2] where index > length + 1 {
      let start = index - length - 1
      let text = source[start..<index]
      let isWord = !WordReader.isWordByte(source.bytes[start - 1])
      if isWord, text.lowercased() == (length == 1 ? "a " : "an ") {
        return String(text.dropLast())
      }
    }
    return nil
  }

  private static func beginsWithVowel(_ word: String) -> Bool {
    word.first.map { "aeiouAEIOU".contains($0) } ?? false
  }

  private static func plural(of word: String) -> String {
    let beforeLast = word.dropLast().last
    if word.hasSuffix("y"), let beforeLast, !"aeiou".contains(beforeLast) {
      return word.dropLast() + "ies"
    }
    return ["s", "x", "ch", "sh"].contains { word.hasSuffix($0) } ? word + "es" : word + "s"
  }
}
