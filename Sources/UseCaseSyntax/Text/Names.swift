/// The title that a declaration without one gets from its name.
///
/// A blank stands at each change from lower to upper case, before the last capital of a run that a
/// small letter follows, and for `_` and `-`; words but acronyms are put in lower case, the first
/// begins with a capital: `RegisteredCustomer` → "Registered customer", `PDFExport` → "PDF export".
public func title(fromName name: some StringProtocol) -> String {
  let bytes = Array(name.utf8)
  return bytes.allSatisfy { $0 < 0x80 } ? title(ofASCII: bytes) : title(of: Array(name), name)
}

/// Nearly every name; pictures of large models make thousands of titles.
private func title(ofASCII name: [UInt8]) -> String {
  var result: [UInt8] = []
  result.reserveCapacity(name.count + 8)
  var wordStart = 0
  func isUpper(_ byte: UInt8) -> Bool { byte &- 0x41 < 26 }
  func isLower(_ byte: UInt8) -> Bool { byte &- 0x61 < 26 }
  func close() {
    let word = wordStart..<result.count
    let isAcronym = word.count > 1 && word.allSatisfy { isUpper(result[$0]) || isDigit(result[$0]) }
    if !isAcronym {
      for index in word where isUpper(result[index]) { result[index] |= 0x20 }
    }
    if !word.isEmpty { result.append(0x20) }
    wordStart = result.count
  }
  for (index, byte) in name.enumerated() {
    if byte == 0x5F || byte == 0x2D {
      close()
      continue
    }
    if isUpper(byte), result.count > wordStart, let before = result.last {
      let isBeforeSmall = index + 1 < name.count && isLower(name[index + 1])
      if !isUpper(before) || isBeforeSmall { close() }
    }
    result.append(byte)
  }
  close()
  if result.last == 0x20 { result.removeLast() }
  guard let first = result.first else { return String(decoding: name, as: UTF8.self) }
  if isLower(first) { result[0] = first & 0xDF }
  return String(decoding: result, as: UTF8.self)
}

private func title(of characters: [Character], _ name: some StringProtocol) -> String {
  var words: [String] = []
  var word: [Character] = []
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
