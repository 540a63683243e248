/// The title that a declaration without one gets from its name.
///
/// A blank stands at each change from lower to upper case, before the last capital of a run that a
/// small letter follows, and for `_` and `-`; words but acronyms are put in lower case, the first
/// begins with a capital: `RegisteredCustomer` → "Registered customer", `PDFExport` → "PDF export".
public func title(fromName name: some StringProtocol) -> String {
  var words: [String] = []
  var word: [Character] = []
  let characters = Array(name)
  func close() {
    guard !word.isEmpty else { return }
    let isAcronym = word.count > 1 && word.allSatisfy { $0.isUppercase || $0.isNumber }
    words.append(isAcronym ? String(word) : String(word).lowercased())
    word = []
  }
  for (index, character) in characters.enumerated() {
    if character == "_" || character == "-" {
      close()
      continue
    }
    if character.isUppercase, let before = word.last {
      let next = index + 1 < characters.count ? characters[index + 1] : nil
      if !before.isUppercase || next?.isLowercase == true { close() }
    }
    word.append(character)
  }
  close()
  guard let first = words.first, let initial = first.first else { return String(name) }
  words[0] = String(initial).uppercased() + first.dropFirst()
  return words.joined(separator: " ")
}
