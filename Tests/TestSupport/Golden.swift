import Foundation

/// The folder of the fixtures, which tests of every module share.
public let fixtures = URL(filePath: #filePath)
  .deletingLastPathComponent().deletingLastPathComponent().appending(path: "Fixtures")

/// Compares a text with the file below `Tests/Fixtures` that says what is expected; nil where they
/// are equal, else the first line that differs.
///
/// `GOLDEN=accept swift test` writes the file instead.
public func differenceFromGolden(_ actual: String, _ path: String) throws -> String? {
  let file = fixtures.appending(path: path)
  let environment = ProcessInfo.processInfo.environment
  if environment["GOLDEN"] == "accept" {
    // What nobody has read must not pass.
    if environment["CI"] == "true" { return "GOLDEN=accept is refused where CI=true" }
    try FileManager.default.createDirectory(
      at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(actual.utf8).write(to: file)
    return nil
  }
  guard let data = try? Data(contentsOf: file) else { return "Tests/Fixtures/\(path) is missing" }
  let expected = String(decoding: data, as: UTF8.self)
  guard actual != expected else { return nil }
  let lines = actual.split(separator: "\n", omittingEmptySubsequences: false)
  let wanted = expected.split(separator: "\n", omittingEmptySubsequences: false)
  let index = zip(lines, wanted).enumerated().first { $0.element.0 != $0.element.1 }?.offset
  let line = index ?? min(lines.count, wanted.count)
  return """
    Tests/Fixtures/\(path), line \(line + 1)
    expected: \(line < wanted.count ? String(wanted[line]) : "the end")
    found:    \(line < lines.count ? String(lines[line]) : "the end")
    """
}
