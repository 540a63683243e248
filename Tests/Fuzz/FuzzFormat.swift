// Compiled together with the sources of UseCaseSyntax, so that all of it is instrumented.

/// What can be formatted stays free of syntax errors, loses no node and no comment, and formatting
/// it again changes nothing.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzz(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  let bytes = Array(UnsafeBufferPointer(start: start, count: count))
  let tree = parse(SourceText(path: "fuzz.usecase", bytes: bytes))
  guard let once = format(tree).bytes else { return 0 }
  let again = parse(SourceText(path: "fuzz.usecase", bytes: once))
  precondition(!again.hasErrors)
  precondition(again.nodes.count == tree.nodes.count)
  precondition(again.comments.count == tree.comments.count)
  precondition(format(again).bytes == once)
  return 0
}
