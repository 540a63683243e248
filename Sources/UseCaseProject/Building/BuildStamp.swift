/// What a folder was made of, and what was in it then: as long as all of that holds, making it again
/// would change nothing.
struct BuildStamp {
  /// What was asked for, apart from what is read.
  let request: String
  /// The Graphviz that was needed, if any was.
  let graphviz: String?
  let answers: [ReadRecord.Question: String]
  /// In the order in which they were written.
  let outputs: [Output]

  struct Output {
    /// In the folder.
    let path: String
    let state: FileState
    /// Of its content.
    let hash: ContentHash
    /// What it follows from, apart from the request and the settings; nil where nobody knows.
    let inputs: ContentHash?
  }

  static let fileName = ".usecase-stamp"
  private static let header = "usecase stamp 3"

  init(
    request: String, graphviz: String?, answers: [ReadRecord.Question: String],
    outputs: [Output]
  ) {
    self.request = request
    self.graphviz = graphviz
    self.answers = answers
    self.outputs = outputs
  }

  /// Whether every answer is the same now, and nobody has touched what was written into a folder.
  func holds(for request: String, in folder: String, asking record: ReadRecord) -> Bool {
    request == self.request
      && outputs.allSatisfy { FileState(at: Path.join(folder, $0.path)) == $0.state }
      && answers.allSatisfy { record.answer(to: $0.key) == $0.value }
      && (graphviz == nil || graphviz == graphvizIdentity())
  }

  /// Whether only texts of models have changed since.
  func holdsButForModels(for request: String, asking record: ReadRecord) -> Bool {
    request == self.request
      && answers.allSatisfy { question, answer in
        question.about == .content && FolderScan.isModelFile(question.path)
          || record.answer(to: question) == answer
      }
      && (graphviz == nil || graphviz == graphvizIdentity())
  }

  // MARK: In a file

  /// Absolute paths are put down as they are reached from the folder, so that a checkout may move and
  /// nothing of what is around it shows.
  func bytes(in folder: String) -> [UInt8] {
    var content = ByteWriter()
    content.write(request)
    content.write(graphviz) { $0.write($1) }
    let inOrder = answers.sorted {
      ($0.key.path, $0.key.about.rawValue) < ($1.key.path, $1.key.about.rawValue)
    }
    content.write(inOrder) {
      $0.write($1.key.about.rawValue)
      $0.writePath($1.key.path, from: folder)
      $0.writePath($1.value, from: folder)
    }
    content.write(outputs) {
      $0.write($1.path)
      for number in [$1.state.size, $1.state.seconds, $1.state.nanoseconds] { $0.write(number) }
      $0.write($1.hash.value)
      $0.write($1.inputs?.value) { $0.write($1) }
    }
    return checked(content.bytes, header: BuildStamp.header)
  }

  /// Nil where the bytes are no stamp of this version.
  init?(_ bytes: [UInt8], in folder: String) {
    guard let content = content(of: bytes, header: BuildStamp.header) else { return nil }
    do throws(UnreadableBytes) {
      var reader = ByteReader(content)
      request = try reader.string()
      graphviz = try reader.optional { reader throws(UnreadableBytes) in try reader.string() }
      let answers = try reader.array { reader throws(UnreadableBytes) in
        guard let about = ReadRecord.Question.About(rawValue: try reader.string()) else {
          throw UnreadableBytes()
        }
        let path = try reader.path(from: folder)
        return (ReadRecord.Question(about: about, path: path), try reader.path(from: folder))
      }
      self.answers = Dictionary(answers) { first, _ in first }
      outputs = try reader.array { reader throws(UnreadableBytes) in
        Output(
          path: try reader.string(),
          state: FileState(
            size: try reader.count(), seconds: try reader.count(),
            nanoseconds: try reader.count()),
          hash: ContentHash(value: try reader.number()),
          inputs: try reader.optional { reader throws(UnreadableBytes) in
            ContentHash(value: try reader.number())
          })
      }
    } catch {
      return nil
    }
  }
}

extension ByteWriter {
  /// A text that may be an absolute path.
  fileprivate mutating func writePath(_ text: String, from folder: String) {
    let isPath = text.hasPrefix("/")
    write(isPath ? 1 : 0)
    write(isPath ? Path.relative(text, from: folder) : text)
  }
}

extension ByteReader {
  fileprivate mutating func path(from folder: String) throws(UnreadableBytes) -> String {
    let isPath = try count() == 1
    let text = try string()
    return isPath ? Path.normalized(Path.join(folder, text)) : text
  }
}
