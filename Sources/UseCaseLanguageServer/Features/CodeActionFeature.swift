import UseCaseProject
import UseCaseSyntax

/// The fixes of findings, one by one, and all of a file or a model at once.
enum CodeActionFeature: Feature {
  static let method = "textDocument/codeAction"
  private static let quickFix = "quickfix"
  static let fixAll = "source.fixAll.usecase"

  static func capability(for client: ClientCapabilities) -> (name: String, value: JSONValue)? {
    ("codeActionProvider", ["codeActionKinds": [.string(quickFix), .string(fixAll)]])
  }

  static func answer(
    _ parameters: JSONValue, in session: Session
  ) throws(ResponseError) -> JSONValue {
    let context = try DocumentContext(parameters, in: session)
    let range = try context.text.bytes(parameters["range"])
    let only = parameters["context"]?["only"]?.array?.compactMap(\.string)
    var actions: [JSONValue] = []
    if isWanted(quickFix, only) { actions += quickFixes(range, context, session) }
    if isWanted(fixAll, only) {
      // Whoever asks for it wants it now; in a list it is found out when it is chosen.
      if only != nil {
        actions += [wholeFix(context, session)].compactMap(\.self)
      } else if !actions.isEmpty {
        actions += commands(context)
      }
    }
    return .array(actions)
  }

  /// A kind is wanted by its name, or by one that it begins with.
  private static func isWanted(_ kind: String, _ only: [String]?) -> Bool {
    only?.contains { kind == $0 || kind.hasPrefix($0 + ".") } ?? true
  }

  private static func quickFixes(
    _ range: Range<Int>, _ context: DocumentContext, _ session: Session
  ) -> [JSONValue] {
    session.checkElements(of: context.served)
    let list = ClientDiagnostics(context.served, session)
    let findings = context.served.findings(in: context.tree.source.path).filter { finding in
      finding.place.range.lowerBound <= range.upperBound
        && finding.place.range.upperBound >= range.lowerBound
    }
    return findings.flatMap { finding in
      finding.fixes.enumerated().compactMap { index, fix -> JSONValue? in
        let changes = context.served.current.changes(of: fix)
        guard !changes.isEmpty else { return nil }
        return [
          "title": .string(visible(fix.title)), "kind": .string(quickFix),
          "diagnostics": [list.json(finding)],
          "isPreferred": .boolean(index == 0 && fix.isSafe),
          "edit": WorkspaceEdit(changes, of: context.served, session).json,
        ]
      }
    }
  }

  // MARK: All at once

  private static func wholeFix(_ context: DocumentContext, _ session: Session) -> JSONValue? {
    let scope = FixScope(files: [context.tree.source.path])
    let changes = fix(context.served.checkedCompilation(), within: scope).changes
    guard !changes.isEmpty else { return nil }
    return [
      "title": "Fix all that can be fixed safely in this file", "kind": .string(fixAll),
      "edit": WorkspaceEdit(changes, of: context.served, session).json,
    ]
  }

  private static func commands(_ context: DocumentContext) -> [JSONValue] {
    FixCommandFeature.all.map { command in
      [
        "title": .string(command.title), "kind": .string(fixAll),
        "command": [
          "title": .string(command.title), "command": .string(command.name),
          "arguments": [.string(context.document.uri)],
        ],
      ]
    }
  }
}
