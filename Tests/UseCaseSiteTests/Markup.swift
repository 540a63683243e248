/// A strict reader of the HTML that the site writes: every element closed, every value quoted.
struct Markup {
  struct Tag {
    let name: String
    let attributes: [String: String]
  }
  private(set) var tags: [Tag] = []
  private(set) var errors: [String] = []
  /// What a reader sees or hears: texts and the attributes that are read out, but for code and for
  /// what says of itself that it is English.
  private(set) var words: [String] = []
  private var open: [String] = []
  /// How many elements are open at the outermost one whose words are no reader's; nil outside.
  private var silence: Int?

  private static let spoken = ["aria-label", "title", "alt", "placeholder"]

  private static let void: Set<String> = ["meta", "link", "br", "hr", "img"]
  private static let entities = ["&amp;", "&lt;", "&gt;", "&quot;", "&#39;"].map { Array($0.utf8) }
  private static let characters = Array("&<>\"'".utf8)

  /// Reads bytes, because a hundred hostile models make thousands of pages.
  init(_ page: [UInt8]) {
    let start = Array("<!DOCTYPE html>\n".utf8)
    guard page.starts(with: start) else {
      errors.append("no document type")
      return
    }
    var index = start.count
    while index < page.count {
      let textEnd = page[index...].firstIndex(of: UInt8(ascii: "<")) ?? page.count
      let text = unescaped(page[index..<textEnd])
      if silence == nil, !text.isEmpty { words.append(text) }
      guard textEnd < page.count else { break }
      index = read(page, textEnd + 1)
    }
    if !open.isEmpty { errors.append("not closed: \(open)") }
  }

  /// Reads a tag; returns where it ends.
  private mutating func read(_ page: [UInt8], _ start: Int) -> Int {
    var index = start
    let isEnd = index < page.count && page[index] == UInt8(ascii: "/")
    if isEnd { index += 1 }
    let name = word(page, &index)
    if name.isEmpty { errors.append("a tag without a name") }
    var attributes: [String: String] = [:]
    while index < page.count, page[index] == UInt8(ascii: " ") {
      index += 1
      let key = word(page, &index)
      guard page[index...].starts(with: [UInt8(ascii: "="), UInt8(ascii: "\"")]),
        let end = page[(index + 2)...].firstIndex(of: UInt8(ascii: "\""))
      else {
        errors.append("'\(key)' in <\(name)> has no value")
        break
      }
      let value = unescaped(page[(index + 2)..<end])
      if attributes.updateValue(value, forKey: key) != nil {
        errors.append("'\(key)' stands twice in <\(name)>")
      }
      index = end + 1
    }
    let isClosed = index < page.count && page[index] == UInt8(ascii: "/")
    if isClosed { index += 1 }
    if index >= page.count || page[index] != UInt8(ascii: ">") {
      errors.append("<\(name)> is not understood")
    }
    note(Tag(name: name, attributes: attributes), isEnd: isEnd, isClosed: isClosed)
    return index + 1
  }

  private mutating func note(_ tag: Tag, isEnd: Bool, isClosed: Bool) {
    guard !isEnd else {
      if open.popLast() != tag.name { errors.append("</\(tag.name)> closes something else") }
      if silence == open.count { silence = nil }
      return
    }
    tags.append(tag)
    let isSilent = tag.name == "code" || tag.name != "html" && tag.attributes["lang"] == "en"
    if silence == nil, !isSilent {
      words += Markup.spoken.compactMap { tag.attributes[$0] }
    } else if silence == nil, !isClosed, !Markup.void.contains(tag.name) {
      silence = open.count
    }
    if !isClosed, !Markup.void.contains(tag.name) { open.append(tag.name) }
  }

  private func word(_ page: [UInt8], _ index: inout Int) -> String {
    let start = index
    while index < page.count, isWord(page[index]) { index += 1 }
    return String(decoding: page[start..<index], as: UTF8.self)
  }

  private func isWord(_ byte: UInt8) -> Bool {
    (byte | 0x20) &- 0x61 < 26 || byte &- 0x30 < 10 || byte == UInt8(ascii: "-")
  }

  /// The text that stands for itself; what should have been escaped is an error.
  private mutating func unescaped(_ text: ArraySlice<UInt8>) -> String {
    var result: [UInt8] = []
    var index = text.startIndex
    while index < text.endIndex {
      let byte = text[index]
      guard byte == UInt8(ascii: "&") || byte == UInt8(ascii: "<") || byte == UInt8(ascii: ">")
      else {
        result.append(byte)
        index += 1
        continue
      }
      guard let place = Markup.entities.firstIndex(where: { text[index...].starts(with: $0) })
      else {
        let around = String(decoding: text[index...].prefix(30), as: UTF8.self)
        errors.append("not escaped: \(around)")
        return ""
      }
      result.append(Markup.characters[place])
      index += Markup.entities[place].count
    }
    return String(decoding: result, as: UTF8.self)
  }
}
