import UseCaseModel
import UseCaseProject
import UseCaseRules
import UseCaseSyntax

/// The folders and documents of the client, and the models that they belong to.
final class Workspace {
  let encoding: PositionEncoding
  private let disk = Disk()
  private let today: () -> CalendarDate?
  private(set) var folders: [WorkspaceFolder] = []
  /// By address.
  private(set) var documents: [String: OpenDocument] = [:]
  /// By the path of the document's file: the address that the client opened it by.
  private var addresses: [String: String] = [:]
  /// By the folder or the single text.
  private(set) var models: [String: ServedModel] = [:]
  /// By the address of a document: the model that it belongs to.
  private var rootOfDocument: [String: String] = [:]
  /// What could not be read, to be told to the user once.
  private(set) var problems: [String] = []

  init(
    _ folders: [WorkspaceFolder], _ encoding: PositionEncoding, today: @escaping () -> CalendarDate?
  ) {
    self.folders = folders
    self.encoding = encoding
    self.today = today
  }

  /// The open texts over the disk.
  private var files: Overlay {
    var texts: [String: [UInt8]] = [:]
    for document in documents.values where document.isFile {
      texts[document.path] = document.text.source.bytes
    }
    return Overlay(texts, over: disk)
  }

  // MARK: Documents

  func open(uri: String, version: Int, text: String) {
    let document = OpenDocument(
      uri: uri, version: version, text: text, encoding: encoding, on: disk)
    documents[uri] = document
    addresses[document.path] = uri
    let known = models.values.first { !$0.isAlone && $0.path(ofFileAt: document.path) != nil }
    if let known {
      rootOfDocument[uri] = known.root
      known.set(document.text.source.bytes, ofFileAt: document.path)
      setElsewhere(document, but: known)
    } else {
      load(document)
    }
  }

  func change(uri: String, version: Int?, _ changes: [JSONValue]) throws(ResponseError) {
    guard var document = documents[uri] else { throw Workspace.closed(uri) }
    // Emptied here, so that the text is changed in its place.
    documents[uri] = nil
    defer { documents[uri] = document }
    try document.change(changes, version: version)
    for model in models.values {
      model.set(document.text.source.bytes, ofFileAt: document.path)
    }
  }

  func close(uri: String) throws(ResponseError) {
    guard let document = documents.removeValue(forKey: uri) else { throw Workspace.closed(uri) }
    if addresses[document.path] == uri { addresses[document.path] = nil }
    guard let root = rootOfDocument.removeValue(forKey: uri), let model = models[root] else {
      return
    }
    if model.isAlone {
      models[root] = nil
    } else if let bytes = try? disk.read(document.path) {
      for model in models.values { model.set(bytes, ofFileAt: document.path) }
    } else {
      // Its file is gone, or was never there.
      reload([root])
    }
  }

  static func closed(_ uri: String) -> ResponseError {
    ResponseError(.invalidParams, "the document '\(visible(uri))' is not open")
  }

  /// Other models may build on the one that a document belongs to.
  private func setElsewhere(_ document: OpenDocument, but known: ServedModel) {
    for model in models.values where model !== known {
      model.set(document.text.source.bytes, ofFileAt: document.path)
    }
  }

  // MARK: Models

  func model(of document: OpenDocument) -> ServedModel? {
    rootOfDocument[document.uri].flatMap { models[$0] }
  }

  /// The model of a file that need not be open.
  func model(ofFileAt path: String) -> ServedModel? {
    models.values.first { $0.path(ofFileAt: path) != nil }
  }

  /// Finds the model that a document belongs to and reads it where that is not known yet; what
  /// belongs to none stands alone.
  private func load(_ document: OpenDocument) {
    let files = files
    if document.isFile {
      do throws(ProjectError) {
        let folder = try folder(of: document.path, on: files)
        let earlier = models[folder.path]
        if try add(folder, on: files, after: earlier).path(ofFileAt: document.path) != nil {
          rootOfDocument[document.uri] = folder.path
          return
        }
      } catch {
        tell(error)
      }
    }
    let model = EditedModel(
      SourceText(path: document.path, bytes: document.text.source.bytes), today: today())
    models[document.path] = ServedModel(
      root: document.path, model, knowing: nil, on: disk)
    rootOfDocument[document.uri] = document.path
  }

  /// Reads the models of all folders that are not known yet.
  func loadAll() {
    let files = files
    for folder in folders {
      do throws(ProjectError) {
        for found in try ModelFolder.allIfAny(at: folder.path, on: files)
        where models[found.path] == nil {
          try add(found, on: files, after: nil)
        }
      } catch {
        tell(error)
      }
    }
  }

  @discardableResult
  private func add(
    _ folder: ModelFolder, on files: Overlay, after earlier: ServedModel?
  ) throws(ProjectError) -> ServedModel {
    let edited = try EditedModel(folder, on: files, today: today(), after: earlier?.current)
    var baseline: Baseline?
    do throws(ProjectError) {
      baseline = try BaselineFile(of: folder, shown: { $0 }, on: disk).read(on: disk)
    } catch {
      tell(error)
    }
    let model = ServedModel(root: folder.path, edited, knowing: baseline, on: files)
    models[folder.path] = model
    return model
  }

  /// The model's folder: where settings say so, else the workspace folder, else where the file lies.
  private func folder(
    of path: String, on files: Overlay
  ) throws(ProjectError) -> ModelFolder {
    let own = try ModelFolder(at: path, on: files)
    guard !own.hasSettings else { return own }
    let around = folders.filter { Path.isInside(path, $0.path) }
      .max { $0.path.utf8.count < $1.path.utf8.count }
    guard let around, around.path != own.path else { return own }
    // An unusually wide workspace may hold what cannot be read as one model.
    guard let wide = try? ModelFolder(at: around.path, on: files),
      wide.files.contains(Path.relative(path, from: wide.path))
    else { return own }
    return wide
  }

  /// Reads models again from the disk: those with these roots, or all.
  func reload(_ roots: Set<String>? = nil) {
    let affected = documents.values.filter { document in
      guard let roots else { return true }
      return rootOfDocument[document.uri].map(roots.contains) ?? true
    }
    let old = models
    for root in old.keys where roots?.contains(root) ?? true {
      models[root] = nil
    }
    for document in affected.sorted(by: { $0.uri < $1.uri }) {
      rootOfDocument[document.uri] = nil
      if let known = models.values.first(where: {
        !$0.isAlone && $0.path(ofFileAt: document.path) != nil
      }) {
        rootOfDocument[document.uri] = known.root
      } else {
        load(document)
      }
    }
  }

  func changeFolders(adding new: [WorkspaceFolder], removing old: [WorkspaceFolder]) {
    folders = folders.filter { !old.contains($0) && !new.contains($0) } + new
    reload()
  }

  private func tell(_ error: ProjectError) {
    let text = error.message + (error.help.map { "; \($0)" } ?? "")
    if !problems.contains(text) { problems.append(text) }
  }

  /// Hands over what could not be read.
  func takeProblems() -> [String] {
    defer { problems = [] }
    return problems
  }

  // MARK: Addresses

  /// The address of a file as the client calls it.
  func uri(ofFileAt path: String) -> String {
    if let uri = addresses[path] { return uri }
    let around = folders.filter { Path.isInside(path, $0.path) }
      .max { $0.path.utf8.count < $1.path.utf8.count }
    guard let around else { return path.hasPrefix("/") ? DocumentURI.uri(ofPath: path) : path }
    return around.uri + "/" + DocumentURI.encoded(Path.relative(path, from: around.path))
  }

  func isOpen(_ path: String) -> Bool { addresses[path] != nil }

  func document(at path: String) -> OpenDocument? { addresses[path].flatMap { documents[$0] } }
}

/// A folder that the client works in.
struct WorkspaceFolder: Sendable, Hashable {
  /// Without a slash at its end.
  let uri: String
  /// Absolute, links resolved.
  let path: String

  init?(uri: String) {
    guard let path = DocumentURI.path(uri) else { return nil }
    self.uri = uri.hasSuffix("/") ? String(uri.dropLast()) : uri
    self.path = located(path, on: Disk())
  }
}
