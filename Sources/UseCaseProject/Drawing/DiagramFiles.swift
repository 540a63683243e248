import UseCaseDiagrams
import UseCaseModel
import UseCaseSite
import UseCaseSyntax

extension Compilation {
  /// Every diagram of some kinds that the model has something to show for, as a file each: made of
  /// what it shows and the key of what it is about, such as `flow-usecase-Borrow.svg`.
  ///
  /// `render` makes the content of a file; it is called on several threads at once. Throws where
  /// Graphviz is needed and missing.
  public func diagrams(
    of kinds: [DiagramKind], fileExtension: String, in pool: DrawingPool = DrawingPool(),
    render: @Sendable (Picture) throws(ProjectError) -> [UInt8]
  ) throws(ProjectError) -> BuiltFiles {
    let requests = candidates(of: kinds)
    let names = fileNames(of: model)
    let drawn = pool.draw(requests) { picture in
      Result { () throws(ProjectError) in try render(picture) }
    }
    var built = BuiltFiles()
    var failures: [(view: Element, reason: DiagramError)] = []
    for (request, result) in zip(requests, drawn) {
      let path = fileName(of: request, names) + "." + fileExtension
      switch result {
      case .success(let bytes): built.files.append(OutputFile(path: path, bytes: try bytes.get()))
      case .failure(.diagram(let reason)):
        // Where there is no view, the subject has nothing that such a picture could show.
        guard let view = request.subject, view.kind == .view else { break }
        failures.append((view, reason))
      case .failure(let error):
        guard !error.isAboutAll else { throw error.projectError }
        built.missing.append(path)
        built.problems.append(error.projectError)
      }
    }
    built.warnings = warnings(about: failures)
    return built
  }

  /// The same in the language of Graphviz, which is not needed for that.
  public func graphs(of kinds: [DiagramKind]) -> BuiltFiles {
    let names = fileNames(of: model)
    let files = candidates(of: kinds).compactMap { request in
      (try? DiagramCatalog.dot(of: request)).map { dot in
        OutputFile(path: fileName(of: request, names) + ".dot", bytes: Array(dot.utf8))
      }
    }
    return BuiltFiles(files: files)
  }

  /// The names of the files that `diagrams` makes, in their order; draws nothing.
  public func diagramPaths(of kinds: [DiagramKind], fileExtension: String) -> [String] {
    let names = fileNames(of: model)
    return DiagramCatalog.requests(in: model).filter { kinds.contains($0.kind) }
      .map { fileName(of: $0, names) + "." + fileExtension }
  }

  private func candidates(of kinds: [DiagramKind]) -> [DiagramRequest] {
    DiagramCatalog.candidates(in: model).filter { kinds.contains($0.kind) }
  }

  private func fileName(of request: DiagramRequest, _ names: [ElementID: String]) -> String {
    guard let subject = request.subject, let name = names[subject.id] else {
      return request.kind.rawValue
    }
    return request.kind.rawValue + "-" + name
  }
}
