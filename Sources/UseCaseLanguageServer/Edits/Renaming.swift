import UseCaseModel
import UseCaseProject
import UseCaseSyntax

/// The edits that give an element another name, after a proof that nothing else changes its meaning.
struct Renaming {
  let edits: [Edit]

  static func refuse(_ element: Element) throws(ResponseError) {
    guard element.isForeign else { return }
    throw ResponseError(
      .requestFailed,
      "'\(element.name)' belongs to a model that this one builds on; rename it there")
  }

  init(
    _ element: Element, to name: String, in edited: EditedModel
  ) throws(ResponseError) {
    try Renaming.refuse(element)
    guard Renaming.isName(name) else {
      throw ResponseError(
        .requestFailed,
        "'\(visible(name))' is no name: a name begins with a letter and goes on with letters, "
          + "digits, '_' and '-'")
    }
    guard name != element.name else {
      edits = []
      return
    }
    let subjects = SubjectForms(element, name)
    edits = element.model.occurrences(of: element).map { occurrence in
      let text =
        occurrence.form == .subject
        ? subjects.replacement(for: edited.model.text(at: occurrence.place)) : name
      return Edit(occurrence.place, replacement: text)
    }
    try Renaming.prove(edits, element, name, edited)
  }

  /// One word that is a name and no more.
  private static func isName(_ text: String) -> Bool {
    let list = tokenize(SourceText(path: "", text))
    guard list.tokens.count == 2, list.comments.isEmpty, let word = list.tokens.first else {
      return false
    }
    return word.kind == .word && word.range == 0..<text.utf8.count
      && !word.flags.contains(.qualified) && !word.flags.contains(.quoted)
  }

  /// Reads the model as it would be: every name must mean what it means now.
  private static func prove(
    _ edits: [Edit], _ element: Element, _ name: String, _ edited: EditedModel
  ) throws(ResponseError) {
    let texts = edited.applying(edits)
    let renamed = edited.replacing(texts).model
    guard !renamed.means(theSameAs: edited.model) else { return }
    let rival = renamed.elements(named: name).first { $0.id != element.id }
    let reason =
      rival.map { "\($0.kind.nounWithArticle) is called so already" }
      ?? "some names would mean something else then"
    throw ResponseError(
      .requestFailed, "'\(element.name)' cannot be called '\(name)': \(reason)")
  }
}

/// How a step that names its subject is written when the subject has another name.
private struct SubjectForms {
  private let element: Element
  private let name: String

  init(_ element: Element, _ name: String) {
    self.element = element
    self.name = name
  }

  func replacement(for text: String) -> String {
    // A name stays a name, a title stays a title: one that is written is not the name's matter.
    if text == element.name { return name }
    if text.lowercased() == element.qualifiedName.lowercased(), text.contains(".") {
      return text.dropLast(element.name.count) + name
    }
    let made = title(fromName: element.name)
    if text.lowercased() == element.name.lowercased(), made.lowercased() != text.lowercased() {
      return name
    }
    guard element.title == made else { return text }
    let new = title(fromName: name)
    return text.first?.isLowercase == true ? new.prefix(1).lowercased() + new.dropFirst() : new
  }
}

extension Model {
  func text(at place: Place) -> String {
    trees.first { $0.source.path == place.path }?.source[place.range] ?? ""
  }
}
