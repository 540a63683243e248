import UseCaseProject
import UseCaseSyntax

/// A text that the client has open: it stands for its file, saved or not.
struct OpenDocument: Sendable {
  let uri: String
  /// Where its file lies or would lie, links resolved; the address itself for a text without a file.
  let path: String
  /// Whether it could be a file of a model.
  let isFile: Bool
  private(set) var version: Int
  private(set) var text: ClientText

  init(
    uri: String, version: Int, text: String, encoding: PositionEncoding, on disk: any FileSystem
  ) {
    self.uri = uri
    self.version = version
    let named = DocumentURI.path(uri)
    isFile = named != nil
    path = named.map { located($0, on: disk) } ?? uri
    self.text = ClientText(SourceText(path: path, text), encoding, isFromClient: true)
  }

  /// Applies changes one after the other: each to what the ones before have made.
  mutating func change(_ changes: [JSONValue], version: Int?) throws(ResponseError) {
    if let version { self.version = version }
    for change in changes {
      guard let replacement = change["text"]?.string else { throw .missing("text") }
      var bytes = Array(replacement.utf8)
      if let range = change["range"], range != .null {
        let replaced = try text.bytes(range)
        var whole = text.source.bytes
        whole.replaceSubrange(replaced, with: bytes)
        bytes = whole
      }
      guard bytes.count <= largestFile else {
        throw ResponseError(.invalidParams, "a document is at most \(largestFile >> 20) MB large")
      }
      text = ClientText(
        SourceText(path: path, bytes: bytes), text.encoding, isFromClient: true)
    }
  }
}

/// A path without links, as far as there is anything on the disk.
func located(_ path: String, on disk: any FileSystem) -> String {
  if let resolved = try? disk.resolve(path) { return resolved }
  guard path != "/", let folder = try? disk.resolve(Path.parent(of: path)) else { return path }
  return Path.join(folder, Path.name(of: path))
}
