/// The change of a file as a patch that `git apply` takes; empty where nothing changes.
///
/// `path` is relative to the folder in which the patch will be applied. With Git's own header, that
/// is the top folder of the repository, even where one stands below it.
public func unifiedDiff(
  _ path: String, from old: [UInt8], to new: [UInt8], hasGitHeader: Bool = false
) -> [UInt8] {
  guard old != new else { return [] }
  let oldLines = lines(of: old)
  let newLines = lines(of: new)
  var patch: [UInt8] = []
  if hasGitHeader {
    patch += Array("diff --git \(patchName("a/", path)) \(patchName("b/", path))\n".utf8)
  }
  patch += Array("--- \(ended(patchName("a/", path)))\n".utf8)
  patch += Array("+++ \(ended(patchName("b/", path)))\n".utf8)
  for hunk in hunks(LineMatching(oldLines, newLines).changes, context: 3) {
    let start = max(0, hunk.lowerBound.old - 3)
    let lead = hunk.lowerBound.old - start
    let end = min(oldLines.count, hunk.upperBound.old + 3)
    let tail = end - hunk.upperBound.old
    let newStart = hunk.lowerBound.new - lead
    let newEnd = hunk.upperBound.new + tail
    patch += Array("@@ -\(span(start..<end)) +\(span(newStart..<newEnd)) @@\n".utf8)
    var position = start
    for change in hunk.changes {
      append(oldLines[position..<change.old.lowerBound], " ", to: &patch)
      append(oldLines[change.old], "-", to: &patch)
      append(newLines[change.new], "+", to: &patch)
      position = change.old.upperBound
    }
    append(oldLines[position..<end], " ", to: &patch)
  }
  return patch
}

/// Lines of the old file and the lines of the new one that replace them.
public struct LineChange: Equatable, Sendable {
  public internal(set) var old: Range<Int>
  public internal(set) var new: Range<Int>
}

/// Changes that are so near that they share their context.
private struct Hunk {
  var changes: [LineChange]
  let lowerBound: (old: Int, new: Int)
  var upperBound: (old: Int, new: Int)
}

private func hunks(_ changes: [LineChange], context: Int) -> [Hunk] {
  var hunks: [Hunk] = []
  for change in changes {
    let end = (change.old.upperBound, change.new.upperBound)
    if let last = hunks.last, change.old.lowerBound <= last.upperBound.old + 2 * context {
      hunks[hunks.count - 1].changes.append(change)
      hunks[hunks.count - 1].upperBound = end
    } else {
      let start = (change.old.lowerBound, change.new.lowerBound)
      hunks.append(Hunk(changes: [change], lowerBound: start, upperBound: end))
    }
  }
  return hunks
}

/// The first line and the number of lines; an empty span names the line before it.
private func span(_ lines: Range<Int>) -> String {
  "\(lines.isEmpty ? lines.lowerBound : lines.lowerBound + 1),\(lines.count)"
}

/// With their line ends; only the last may lack one.
private func lines(of bytes: [UInt8]) -> [ArraySlice<UInt8>] {
  var lines: [ArraySlice<UInt8>] = []
  var start = 0
  for (index, byte) in bytes.enumerated() where byte == 0x0A {
    lines.append(bytes[start...index])
    start = index + 1
  }
  if start < bytes.count { lines.append(bytes[start...]) }
  return lines
}

private func append(
  _ lines: ArraySlice<ArraySlice<UInt8>>, _ sign: String, to patch: inout [UInt8]
) {
  for line in lines {
    patch += sign.utf8
    patch += line
    if line.last != 0x0A { patch += Array("\n\\ No newline at end of file\n".utf8) }
  }
}

/// A name as Git writes it: in quotes where it holds what would end or hide it.
private func patchName(_ prefix: String, _ path: String) -> String {
  let isPlain = path.utf8.allSatisfy { $0 >= 0x20 && $0 != 0x7F && $0 != 0x22 && $0 != 0x5C }
  if isPlain { return prefix + path }
  var quoted = "\"" + prefix
  for byte in path.utf8 {
    switch byte {
    case 0x22, 0x5C:
      quoted += "\\"
      quoted.unicodeScalars.append(Unicode.Scalar(byte))
    case 0x20..<0x7F: quoted.unicodeScalars.append(Unicode.Scalar(byte))
    default:
      let digits = String(byte, radix: 8)
      quoted += "\\" + String(repeating: "0", count: 3 - digits.count) + digits
    }
  }
  return quoted + "\""
}

/// A name that holds blanks ends with a tab, where nothing else stands on the line.
private func ended(_ name: String) -> String {
  name.utf8.contains(0x20) && name.utf8.first != 0x22 ? name + "\t" : name
}
