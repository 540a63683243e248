// Compiled together with the sources of UseCaseSyntax, so that all of it is instrumented.

/// Any bytes give a tree: tokens in order, nodes inside their file, places that can be named.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzz(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  let bytes = Array(UnsafeBufferPointer(start: start, count: count))
  let source = SourceText(path: "fuzz.usecase", bytes: bytes)
  var end = 0
  for token in tokenize(source).tokens {
    precondition(token.start >= end && token.end >= token.start && token.end <= count)
    end = token.end
  }
  let tree = parse(source)
  for (index, node) in tree.nodes.enumerated() {
    precondition(node.range.upperBound <= count)
    if node.kind == .text { _ = TextSyntax(SyntaxNode(tree: tree, index: index)).segments }
    if node.kind == .clause { _ = ClauseSyntax(SyntaxNode(tree: tree, index: index)).quantity }
  }
  let lines = LineTable(source)
  for diagnostic in tree.diagnostics.prefix(20) {
    precondition(diagnostic.place.range.upperBound <= count)
    precondition(lines.position(of: diagnostic.place.range.lowerBound).column > 0)
  }
  return 0
}
