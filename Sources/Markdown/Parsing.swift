import CMark

/// Reads CommonMark. The result holds no HTML: what looks like HTML is text, a picture becomes a
/// link to it, and an address of another scheme than the web's or mail's is dropped. Never fails.
public func parseMarkdown(_ text: String) -> [MarkdownBlock] {
  var text = text
  let document = text.withUTF8 { bytes in
    bytes.withMemoryRebound(to: CChar.self) { characters in
      cmark_parse_document(characters.baseAddress, characters.count, CMARK_OPT_VALIDATE_UTF8)
    }
  }
  guard let document else { return [.paragraph([.text(text)])] }
  defer { cmark_node_free(document) }
  return blocks(in: document, depth: 0)
}

private typealias Node = OpaquePointer

/// What is nested deeper is given as its plain text, so that no input exhausts the stack.
private let greatestDepth = 32

private func children(of node: Node) -> some Sequence<Node> {
  sequence(state: cmark_node_first_child(node)) { next in
    defer { next = next.flatMap { cmark_node_next($0) } }
    return next
  }
}

private func literal(of node: Node) -> String {
  cmark_node_get_literal(node).map { String(cString: $0) } ?? ""
}

// MARK: Blocks

private func blocks(in node: Node, depth: Int) -> [MarkdownBlock] {
  guard depth < greatestDepth else { return [.paragraph([.text(plainText(of: node))])] }
  return children(of: node).compactMap { block($0, depth: depth + 1) }
}

private func block(_ node: Node, depth: Int) -> MarkdownBlock? {
  switch cmark_node_get_type(node) {
  case CMARK_NODE_PARAGRAPH: return .paragraph(inlines(in: node, depth: depth))
  case CMARK_NODE_HEADING:
    return .heading(
      level: Int(cmark_node_get_heading_level(node)), inlines(in: node, depth: depth))
  case CMARK_NODE_BLOCK_QUOTE: return .quote(blocks(in: node, depth: depth))
  case CMARK_NODE_LIST:
    let isOrdered = cmark_node_get_list_type(node) == CMARK_ORDERED_LIST
    return .list(
      start: isOrdered ? Int(cmark_node_get_list_start(node)) : nil,
      isTight: cmark_node_get_list_tight(node) != 0,
      items: children(of: node).map { blocks(in: $0, depth: depth) })
  case CMARK_NODE_CODE_BLOCK: return .code(literal(of: node))
  case CMARK_NODE_HTML_BLOCK: return .paragraph([.text(literal(of: node))])
  case CMARK_NODE_THEMATIC_BREAK: return .rule
  default: return nil
  }
}

// MARK: Inlines

private func inlines(in node: Node, depth: Int) -> [MarkdownInline] {
  guard depth < greatestDepth else { return [.text(plainText(of: node))] }
  return children(of: node).flatMap { inline($0, depth: depth + 1) }
}

private func inline(_ node: Node, depth: Int) -> [MarkdownInline] {
  switch cmark_node_get_type(node) {
  case CMARK_NODE_TEXT, CMARK_NODE_HTML_INLINE: return [.text(literal(of: node))]
  case CMARK_NODE_CODE: return [.code(literal(of: node))]
  case CMARK_NODE_SOFTBREAK: return [.text("\n")]
  case CMARK_NODE_LINEBREAK: return [.lineBreak]
  case CMARK_NODE_EMPH: return [.emphasis(inlines(in: node, depth: depth))]
  case CMARK_NODE_STRONG: return [.strong(inlines(in: node, depth: depth))]
  case CMARK_NODE_LINK, CMARK_NODE_IMAGE: return link(node, depth: depth)
  default: return []
  }
}

private func link(_ node: Node, depth: Int) -> [MarkdownInline] {
  let words = inlines(in: node, depth: depth)
  let address = cmark_node_get_url(node).map { String(cString: $0) } ?? ""
  guard isSafe(address) else { return words }
  return [.link(address: address, words.isEmpty ? [.text(address)] : words)]
}

/// Whether an address leads to the web or to a mailbox.
private func isSafe(_ address: String) -> Bool {
  let scheme = address.prefix { $0 != ":" }.lowercased()
  return ["http", "https", "mailto"].contains(scheme) && address.utf8.count > scheme.utf8.count
}

/// The words of a node and everything in it.
private func plainText(of node: Node) -> String {
  var text = ""
  guard let iterator = cmark_iter_new(node) else { return text }
  defer { cmark_iter_free(iterator) }
  while true {
    let event = cmark_iter_next(iterator)
    if event == CMARK_EVENT_DONE { return text }
    if event == CMARK_EVENT_ENTER, let entered = cmark_iter_get_node(iterator) {
      text += literal(of: entered)
    }
  }
}
