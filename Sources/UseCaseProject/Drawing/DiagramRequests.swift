import UseCaseDiagrams
import UseCaseModel
import UseCaseSyntax

extension Compilation {
  /// The graph of a picture in the language of Graphviz.
  public func dot(of request: DiagramRequest) throws(ProjectError) -> String {
    do throws(DiagramError) {
      return try DiagramCatalog.dot(of: request)
    } catch {
      throw ProjectError(error.description)
    }
  }

  /// The kinds of the model's pictures that cannot be drawn without Graphviz.
  public var kindsNeedingGraphviz: [DiagramKind] {
    let requests = DiagramCatalog.requests(in: model).filter(DiagramCatalog.needsGraphviz)
    return DiagramCatalog.all.map(\.kind).filter { kind in requests.contains { $0.kind == kind } }
  }

  /// What to draw, in the words of a command: a kind and the name of what it is about, the word
  /// `view` and the name of a view, or the name of a view alone.
  public func diagramRequest(
    _ what: String, named name: String?
  ) throws(ProjectError) -> DiagramRequest {
    if let kind = DiagramKind(rawValue: what) { return try diagramRequest(kind, named: name) }
    let views = model.all(PictureView.self)
    if what == "view" {
      guard let name = name ?? (views.count == 1 ? views[0].name : nil) else {
        throw ProjectError(
          "say which view to draw",
          help: views.isEmpty ? "the model has none" : "for example '\(views[0].name)'")
      }
      return try request(for: subject(name, KindSet(.view), nil))
    }
    guard name == nil, model.elements(named: what, of: KindSet(.view)).count == 1 else {
      let names = DiagramCatalog.all.map(\.kind.rawValue) + views.map(\.name)
      throw ProjectError(
        "there is no kind of diagram and no view '\(what)'",
        help: nearest(to: what, among: names).map { "did you mean '\($0)'?" }
          ?? "one of \(listed(names.map { "'\($0)'" }, with: "or"))")
    }
    return try request(for: subject(what, KindSet(.view), nil))
  }

  private func request(for view: Element) throws(ProjectError) -> DiagramRequest {
    guard let request = DiagramCatalog.request(for: PictureView(element: view)) else {
      throw ProjectError("the view '\(view.title)' does not say what it shows")
    }
    return request
  }

  /// What a picture of a kind is about, by the name that somebody gave.
  ///
  /// Without a name it is the whole model, or the only element that such a picture can show.
  public func diagramRequest(
    _ kind: DiagramKind, named name: String?
  ) throws(ProjectError) -> DiagramRequest {
    guard let info = DiagramCatalog.all.first(where: { $0.kind == kind }) else {
      throw ProjectError(DiagramError.unknownKind(kind).description)
    }
    guard let name else {
      if info.takesModel { return DiagramRequest(kind, in: model) }
      let kinds = KindSet(info.subjects)
      let candidates = model.elements.filter { kinds.contains($0.kind) }
      guard candidates.count == 1, let only = candidates.first else {
        throw ProjectError(
          "\(kind.withArticle) is about \(phrase(kinds)); say which",
          help: candidates.isEmpty
            ? "the model has none" : "for example '\(candidates[0].qualifiedName)'")
      }
      return DiagramRequest(kind, of: only, in: model)
    }
    let kinds = KindSet(info.subjectsAndParts)
    if model.elements(named: name, of: kinds).isEmpty,
      let view = model.elements(named: name, of: KindSet(.view)).first
    {
      return DiagramRequest(kind, of: view, in: model)
    }
    return DiagramRequest(kind, of: try subject(name, kinds, kind), in: model)
  }

  private func subject(
    _ name: String, _ kinds: KindSet, _ kind: DiagramKind?
  ) throws(ProjectError) -> Element {
    let named = model.elements(named: name)
    let fitting = named.filter { kinds.contains($0.kind) }
    if fitting.count == 1 { return fitting[0] }
    if fitting.count > 1 {
      let choices = listed(fitting.map { "'\($0.qualifiedName)'" }, with: "or")
      throw ProjectError("the name '\(name)' is not unique", help: "say \(choices)")
    }
    if let kind, let other = named.first {
      throw ProjectError(
        DiagramError.wrongSubject(kind, found: other.kind, wanted: kinds.kinds).description)
    }
    let names = model.elements.filter { kinds.contains($0.kind) }.map(\.qualifiedName)
    let nouns = listed(kinds.kinds.map(\.noun), with: "or")
    throw ProjectError(
      isAnyElement(kinds) ? "nothing is called '\(name)'" : "there is no \(nouns) '\(name)'",
      help: nearest(to: name, among: names).map { "did you mean '\($0)'?" })
  }
}

/// Whether so many kinds will do that a list of them would tell nobody anything.
private func isAnyElement(_ kinds: KindSet) -> Bool { kinds.kinds.count > 6 }

private func phrase(_ kinds: KindSet) -> String {
  isAnyElement(kinds) ? "one element of the model" : kinds.description
}
