import TestSupport
import UseCaseModel
import UseCaseRules
import UseCaseSyntax

/// A copy of one of the examples, to be changed.
struct Example {
  private(set) var sources: [SourceText]

  init(_ name: String) {
    sources = exampleFiles.filter { $0.path.hasPrefix(name + "/") }.map {
      SourceText(path: String($0.path.dropFirst(name.count + 1)), bytes: $0.bytes)
    }
  }

  init(_ sources: [SourceText]) { self.sources = sources }

  var findings: [Diagnostic] { UseCaseRulesTests.findings(in: sources) }

  /// The same with one piece of text replaced at its first place behind a mark; nil where it is not
  /// there.
  func replacing(_ old: String, by new: String, behind mark: String, in path: String) -> Example? {
    guard let index = sources.firstIndex(where: { $0.path == path }) else { return nil }
    let text = String(decoding: sources[index].bytes, as: UTF8.self)
    guard let start = text.firstRange(of: mark),
      let range = text[start.upperBound...].firstRange(of: old)
    else { return nil }
    var copy = self
    copy.sources[index] = SourceText(path: path, text.replacingCharacters(in: range, with: new))
    return copy
  }

  /// The same with one byte written twice.
  func doublingByte(at offset: Int, inFile index: Int) -> Example {
    var copy = self
    var bytes = sources[index].bytes
    bytes.insert(bytes[offset], at: offset)
    copy.sources[index] = SourceText(path: sources[index].path, bytes: bytes)
    return copy
  }

  func applying(_ fix: Fix) -> Example {
    Example(sources.map { SourceText(path: $0.path, TestSupport.applying([fix], to: $0)) })
  }

  /// What a place marks.
  func text(at place: Place) -> String {
    sources.first { $0.path == place.path }?[place.range] ?? ""
  }
}

extension String {
  fileprivate func replacingCharacters(in range: Range<Index>, with text: String) -> String {
    self[..<range.lowerBound] + text + self[range.upperBound...]
  }
}
