/// The words of the site in one language.
///
/// `Phrase` is the table in English. Another language is one file: a dictionary from every phrase
/// to its words, and a line in `tables`.
struct Words: Sendable {
  private let table: [Phrase: String]

  /// Tables by the first part of a BCP 47 tag.
  private static let tables: [String: [Phrase: String]] = [:]

  /// The words of a language, those of English where it has no table.
  init(language: String) {
    let tag = language.prefix { $0 != "-" }.lowercased()
    table = Words.tables[tag] ?? [:]
  }

  /// A phrase whose places, written `{}`, are filled from left to right.
  subscript(phrase: Phrase, values: String...) -> String { filled(phrase, values) }

  /// What other modules say in English, in this language where the table has it.
  subscript(english words: String) -> String {
    Phrase(rawValue: words).map { self[$0] } ?? words
  }

  func filled(_ phrase: Phrase, _ values: [String]) -> String {
    let words = table[phrase] ?? phrase.rawValue
    guard !values.isEmpty else { return words }
    var result = ""
    var rest = words[...]
    for value in values {
      guard let place = Words.place(in: rest) else { break }
      result += rest[..<place.lowerBound]
      result += value
      rest = rest[place.upperBound...]
    }
    return result + rest
  }

  /// What stands before and behind the place of a phrase, so that a link may stand there.
  func around(_ phrase: Phrase) -> (before: String, behind: String) {
    let words = table[phrase] ?? phrase.rawValue
    guard let place = Words.place(in: words[...]) else { return (words, "") }
    return (String(words[..<place.lowerBound]), String(words[place.upperBound...]))
  }

  /// Where the first `{}` stands.
  private static func place(in words: Substring) -> Range<String.Index>? {
    var rest = words.utf8
    while let start = rest.firstIndex(of: UInt8(ascii: "{")) {
      rest = rest[rest.index(after: start)...]
      if rest.first == UInt8(ascii: "}") { return start..<rest.index(after: rest.startIndex) }
    }
    return nil
  }
}
