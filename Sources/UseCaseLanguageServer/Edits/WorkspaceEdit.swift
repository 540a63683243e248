import UseCaseModel
import UseCaseProject
import UseCaseSyntax

/// Edits of a model's files as the protocol writes them.
struct WorkspaceEdit {
  private var files: [(uri: String, version: Int?, edits: [JSONValue])] = []
  private let session: Session

  /// Edits by their places.
  init(_ edits: [Edit], of model: ServedModel, _ session: Session) {
    self.session = session
    let list = ClientDiagnostics(model, session)
    for path in Set(edits.map(\.place.path)).sorted() {
      add(
        path, of: model,
        edits.filter { $0.place.path == path }.map { edit in
          ["range": list.range(edit.place), "newText": .string(edit.replacement)]
        })
    }
  }

  /// Whole texts: of each, the stretch that differs is replaced.
  init(_ changes: [TextChange], of model: ServedModel, _ session: Session) {
    self.session = session
    for change in changes {
      guard let text = session.text(of: change.path, in: model),
        let edit = text.edit(to: change.new)
      else { continue }
      add(change.path, of: model, [edit])
    }
  }

  private mutating func add(_ path: String, of model: ServedModel, _ edits: [JSONValue]) {
    let uri = session.workspace.uri(ofFileAt: model.location(of: path))
    files.append((uri, session.workspace.documents[uri]?.version, edits))
  }

  var json: JSONValue {
    guard session.client.appliesDocumentChanges else {
      return ["changes": .object(files.map { .init($0.uri, .array($0.edits)) })]
    }
    return [
      "documentChanges": .array(
        files.map { file in
          [
            "textDocument": [
              "uri": .string(file.uri), "version": file.version.map { .integer($0) } ?? .null,
            ],
            "edits": .array(file.edits),
          ]
        })
    ]
  }
}

extension ClientText {
  /// The edit of whole lines that makes another text of this one; nil where they are equal.
  func edit(to new: [UInt8]) -> JSONValue? {
    guard let difference = TextDifference(from: source.bytes, to: new) else { return nil }
    // Whole lines: characters and line ends stay in one piece.
    let start = self.range(ofLine: line(of: difference.old.lowerBound)).lowerBound
    var end = difference.old.upperBound
    while end < source.bytes.count, end == 0 || source.bytes[end - 1] != 0x0A { end += 1 }
    let newEnd = new.count - (source.bytes.count - end)
    let text = String(decoding: new[start..<max(start, newEnd)], as: UTF8.self)
    return ["range": range(start..<end), "newText": .string(text)]
  }
}
