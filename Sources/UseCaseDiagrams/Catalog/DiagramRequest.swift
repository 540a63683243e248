import UseCaseModel
import UseCaseSyntax

/// What to draw.
public struct DiagramRequest: Sendable, Hashable {
  public let kind: DiagramKind
  public let model: Model
  /// What the picture is about; nil for the whole model. A view stands for what it chooses.
  public let subject: Element?
  /// What the picture is about once its view, if it has one, is read: one element, all that a view
  /// names, or none for the whole model.
  private(set) var subjects: [Element]
  /// What a view leaves out, colours and turns.
  private(set) var selection = Selection()

  /// Asks for a picture of an element, or of the whole model.
  public init(_ kind: DiagramKind, of subject: Element? = nil, in model: Model) {
    self.kind = kind
    self.model = model
    self.subject = subject
    subjects = subject.map { [$0] } ?? []
  }

  /// Requests are equal that ask for the same picture of the same version of a model.
  public static func == (left: DiagramRequest, right: DiagramRequest) -> Bool {
    left.kind == right.kind && left.subject == right.subject && left.model === right.model
  }

  /// Hashes what is asked for.
  public func hash(into hasher: inout Hasher) {
    hasher.combine(kind)
    hasher.combine(subject)
  }

  /// The view that the picture was asked for by.
  var view: PictureView? { subject?.as(PictureView.self) }

  /// The request as its kind sees it: checked against what the kind takes, with the only element that
  /// it can be about where a view names none.
  func resolved(for info: DiagramInfo) throws(DiagramError) -> DiagramRequest {
    guard let view else {
      let fits = subject.map { info.subjectsAndParts.contains($0.kind) } ?? info.takesModel
      guard fits else {
        throw .wrongSubject(kind, found: subject?.kind, wanted: info.subjects)
      }
      return self
    }
    guard view[Clauses.show] == kind else {
      throw .otherKind(kind, view: view.title, shows: view[Clauses.show])
    }
    // A copy about what the view names; the view itself is kept in `selection`.
    var resolved = DiagramRequest(kind, in: model)
    resolved.subjects = view.targets(Clauses.of)
    if resolved.subjects.isEmpty, !info.takesModel {
      resolved.subjects = model.elements.filter { info.subjects.contains($0.kind) }
      guard resolved.subjects.count == 1 else {
        throw .wrongSubject(kind, found: nil, wanted: info.subjects)
      }
    }
    if let other = resolved.subjects.first(where: { !info.subjectsAndParts.contains($0.kind) }) {
      throw .wrongSubject(kind, found: other.kind, wanted: info.subjects)
    }
    guard resolved.subjects.count < 2 || info.takes.contains(.severalSubjects) else {
      throw .oneSubject(kind, found: resolved.subjects.count)
    }
    resolved.selection = try Selection(view, for: info)
    return resolved.withSubject
  }

  /// The same with its only subject, where it has one, as what it is about.
  private var withSubject: DiagramRequest {
    var copy = DiagramRequest(kind, of: subjects.count == 1 ? subjects[0] : nil, in: model)
    copy.subjects = subjects
    copy.selection = selection
    return copy
  }
}
