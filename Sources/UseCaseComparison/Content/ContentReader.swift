import UseCaseModel
import UseCaseSyntax

/// One value of a clause.
struct Entry {
  /// The same for values that mean the same.
  let value: String
  /// The value without what follows its first part, by which a changed entry is known again.
  let head: String
  /// In the language's own notation.
  let shown: String
  /// Whether it holds a text or names something.
  let isStrong: Bool
}

/// All values of a clause, or of what is read like one.
struct ClauseContent {
  let label: String
  var entries: [Entry]
  /// What holds where nothing is said.
  var standard: String?
}

/// Reads what an element says as values that can be compared.
struct ContentReader {
  let element: Element
  let naming: Naming

  init(_ element: Element, _ naming: Naming) {
    self.element = element
    self.naming = naming
  }

  /// Description, parents, where it stands, and its clauses in the order of the vocabulary.
  var clauses: [ClauseContent] {
    var result: [ClauseContent] = []
    if let description = element.description {
      let entry = entry(text: value(of: description), shown: quoted(description.string))
      result.append(ClauseContent(label: "description", entries: [entry]))
    }
    let parents = element.kind == .extensionPoint ? [] : element.declaration?.parents ?? []
    if !parents.isEmpty {
      result.append(ClauseContent(label: "parents", entries: parents.map { entry($0.syntax, nil) }))
    }
    if let holder { result.append(holder) }
    guard element.kind != .extensionPoint, let info = Vocabulary.declaration(element.kind) else {
      return result
    }
    var found: [Keyword: Int] = [:]
    var own: [ClauseContent] = []
    for declaration in element.declarations {
      for clause in declaration.clauses {
        guard let clauseInfo = info.clause(clause.keyword), !isReadElsewhere(clauseInfo) else {
          continue
        }
        let entries = self.entries(of: clause, clauseInfo)
        if let place = found[clause.keyword] {
          own[place].entries += entries
        } else {
          found[clause.keyword] = own.count
          own.append(
            ClauseContent(
              label: clauseInfo.text, entries: entries,
              standard: standard(clauseInfo.text)))
        }
      }
    }
    return result + own
  }

  /// What holds where a clause is not written.
  private func standard(_ clause: String) -> String? {
    switch clause {
    case "level": "user-goal"
    case "status": "proposed"
    case "state": "as-is"
    case "initiated by": "customer"
    case "kind": element.kind == .actor ? "person" : nil
    default: nil
    }
  }

  /// The system of a use case may be said by place or by clause, extension points are elements.
  private func isReadElsewhere(_ clause: ClauseInfo) -> Bool {
    guard element.kind == .useCase else { return false }
    return clause.text == "system" || clause.text == "extension point"
  }

  /// What it stands in, where that is no namespace.
  private var holder: ClauseContent? {
    if let useCase = element.as(UseCase.self) {
      guard let system = useCase.system?.element else { return nil }
      return ClauseContent(label: "system", entries: [entry(system)])
    }
    guard let parent = element.parent, parent.id != element.namespace?.id else { return nil }
    return ClauseContent(label: parent.kind.noun, entries: [entry(parent)])
  }

  // MARK: Entries

  private func entries(of clause: ClauseSyntax, _ info: ClauseInfo) -> [Entry] {
    if let only = info.arguments.first, info.arguments.count == 1, info.tails.isEmpty {
      switch only.shape {
      case .names, .texts, .words:
        return clause.syntax.children.map { entry($0, info) }
      default: break
      }
    }
    return [entry(clause, info)]
  }

  private func entry(_ clause: ClauseSyntax, _ info: ClauseInfo) -> Entry {
    var values: [String] = []
    var tails: [String] = []
    var shown: [String] = []
    var isStrong = false
    for child in clause.syntax.children {
      let entry = self.entry(child, info)
      if child.kind == .tail { tails.append(entry.value) } else { values.append(entry.value) }
      shown.append(entry.shown)
      isStrong = isStrong || entry.isStrong
    }
    return Entry(
      value: (values + tails.sorted()).joined(separator: "\u{1}"), head: values.first ?? "",
      shown: shown.joined(separator: " "), isStrong: isStrong)
  }

  /// One argument or one tail.
  private func entry(_ node: SyntaxNode, _ info: ClauseInfo?) -> Entry {
    switch node.kind {
    case .text:
      let text = TextSyntax(node)
      return entry(text: value(of: text), shown: quoted(text.string))
    case .reference:
      let reference = ReferenceSyntax(node)
      let token = self.token(reference)
      let target = element.model.target(of: reference, near: element)
      return Entry(
        value: token, head: token, shown: target?.qualifiedName ?? reference.name, isStrong: true)
    case .tail:
      let keyword = info?.tails.first { Keyword(text: $0.keyword) == node.keyword }?.keyword ?? ""
      let parts = node.children.map { entry($0, nil) }
      return Entry(
        value: keyword + "\u{2}" + parts.map(\.value).joined(separator: "\u{2}"), head: keyword,
        shown: keyword + " " + parts.map(\.shown).joined(separator: ", "),
        isStrong: parts.contains(where: \.isStrong))
    default:
      let text = plain(node)
      return Entry(value: text, head: text, shown: text, isStrong: false)
    }
  }

  /// Where something stands, which much else does as well.
  private func entry(_ element: Element) -> Entry {
    let token = naming.token(element)
    return Entry(value: token, head: token, shown: element.qualifiedName, isStrong: false)
  }

  private func entry(text value: String, shown: String) -> Entry {
    Entry(value: value, head: value, shown: shown, isStrong: true)
  }

  private func plain(_ node: SyntaxNode) -> String {
    switch node.kind {
    case .number: Double(node.raw).map(formatted) ?? node.raw
    case .quantity: Quantity(node)?.description ?? node.raw
    case .range: node.children.map(plain).joined(separator: "..")
    default: node.raw
    }
  }

  // MARK: Texts and names

  func token(_ reference: ReferenceSyntax) -> String {
    element.model.target(of: reference, near: element).map(naming.token) ?? "?" + reference.name
  }

  /// A text in which links are what they lead to.
  func value(of text: TextSyntax) -> String {
    guard !text.references.isEmpty else { return text.string }
    return text.segments.map { segment in
      switch segment {
      case .words(let words): words
      case .link(let reference, let words): "[[" + token(reference) + "|" + (words ?? "") + "]]"
      }
    }.joined()
  }
}

func quoted(_ text: String) -> String { "\"" + text + "\"" }
