import UseCaseSyntax

/// The text with the edits of some fixes; a fix whose edits overlap those of an earlier one is left
/// out, as is every edit of another file.
public func applying(_ fixes: [Fix], to source: SourceText) -> String {
  var edits: [Edit] = []
  for fix in fixes {
    let own = fix.edits.filter { $0.place.path == source.path }
    let isFree = own.allSatisfy { new in
      edits.allSatisfy { old in
        old == new
          || new.place.range.upperBound <= old.place.range.lowerBound
            && new.place.range != old.place.range
          || old.place.range.upperBound <= new.place.range.lowerBound
            && new.place.range != old.place.range
      }
    }
    if isFree { edits += own.filter { !edits.contains($0) } }
  }
  var bytes = source.bytes
  let ordered = edits.enumerated().sorted { left, right in
    let (a, b) = (left.element.place.range, right.element.place.range)
    return a.lowerBound == b.lowerBound
      ? left.offset > right.offset : a.lowerBound > b.lowerBound
  }
  for (_, edit) in ordered {
    bytes.replaceSubrange(edit.place.range, with: Array(edit.replacement.utf8))
  }
  return String(decoding: bytes, as: UTF8.self)
}
