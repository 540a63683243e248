/// A strict reader of the HTML that the site writes: every element closed, every value quoted.
struct Markup {
  struct Tag {
    let name: String
    let attributes: [String: String]
  }
  private(set) var tags: [Tag] = []
  private(set) var errors: [String] = []

  private static let void: Set<String> = ["meta", "link", "br", "hr"]

  init(_ html: String) {
    var rest = Substring(html)
    guard rest.hasPrefix("<!DOCTYPE html>\n") else {
      errors.append("no document type")
      return
    }
    rest = rest.dropFirst("<!DOCTYPE html>".count)
    var open: [String] = []
    while let start = rest.firstIndex(of: "<") {
      checkText(rest[..<start])
      rest = rest[rest.index(after: start)...]
      guard let end = rest.firstIndex(of: ">") else {
        errors.append("a tag is not closed")
        return
      }
      let inside = rest[..<end]
      rest = rest[rest.index(after: end)...]
      read(inside, &open)
    }
    checkText(rest)
    if !open.isEmpty { errors.append("not closed: \(open)") }
  }

  private mutating func read(_ inside: Substring, _ open: inout [String]) {
    if inside.hasPrefix("/") {
      let name = String(inside.dropFirst())
      if open.popLast() != name { errors.append("</\(name)> closes something else") }
      return
    }
    let isSelfClosing = inside.hasSuffix("/")
    let tag = attributes(of: isSelfClosing ? inside.dropLast() : inside)
    tags.append(tag)
    if !Markup.void.contains(tag.name), !isSelfClosing { open.append(tag.name) }
  }

  private mutating func attributes(of inside: Substring) -> Tag {
    let name = inside.prefix { $0 != " " }
    var rest = inside[name.endIndex...]
    var attributes: [String: String] = [:]
    while let match = rest.firstMatch(of: /^ ([a-zA-Z0-9:-]+)="([^"<]*)"/) {
      let key = String(match.1)
      if attributes.updateValue(unescaped(match.2), forKey: key) != nil {
        errors.append("\(key) stands twice in <\(inside)>")
      }
      rest = rest[match.range.upperBound...]
    }
    if !rest.isEmpty { errors.append("not understood: '\(rest)' in <\(inside)>") }
    return Tag(name: String(name), attributes: attributes)
  }

  private mutating func checkText(_ text: Substring) {
    if text.contains(">") { errors.append("'>' in a text: \(text.prefix(60))") }
    for match in text.matches(of: /&([^;]{0,8})/)
    where !["amp", "lt", "gt", "quot", "#39"].contains(String(match.1)) {
      errors.append("'&' in a text: \(text.prefix(60))")
    }
  }

  private func unescaped(_ text: Substring) -> String {
    var text = String(text)
    for (from, to) in [
      ("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&#39;", "'"), ("&amp;", "&"),
    ] { text = text.split(separator: from, omittingEmptySubsequences: false).joined(separator: to) }
    return text
  }
}
