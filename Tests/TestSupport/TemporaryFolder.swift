import Foundation

/// A folder of its own for a test, taken away when the test is done with it.
public final class TemporaryFolder {
  public let url: URL
  public var path: String { url.path }

  public init() throws {
    let folder = FileManager.default.temporaryDirectory.resolvingSymlinksInPath()
      .appending(path: "usecase-\(UUID().uuidString)")
    // A repository, so that no settings above are found.
    try FileManager.default.createDirectory(
      at: folder.appending(path: ".git"), withIntermediateDirectories: true)
    url = folder
  }

  deinit { try? FileManager.default.removeItem(at: url) }

  /// Writes a file, with the folders that it needs.
  public func write(_ text: String, to path: String) throws {
    try write(Array(text.utf8), to: path)
  }

  public func write(_ bytes: [UInt8], to path: String) throws {
    let file = url.appending(path: path)
    try FileManager.default.createDirectory(
      at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(bytes).write(to: file)
  }

  public func makeFolder(_ path: String) throws {
    try FileManager.default.createDirectory(
      at: url.appending(path: path), withIntermediateDirectories: true)
  }

  public func link(_ path: String, to target: String) throws {
    try FileManager.default.createSymbolicLink(
      atPath: url.appending(path: path).path, withDestinationPath: target)
  }

  public func read(_ path: String) throws -> String {
    String(decoding: try Data(contentsOf: url.appending(path: path)), as: UTF8.self)
  }

  /// The names of everything in it, the repository's mark left out.
  public func names() throws -> [String] {
    try FileManager.default.subpathsOfDirectory(atPath: path).filter { $0 != ".git" }.sorted()
  }
}
