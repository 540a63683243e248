import UseCaseSyntax

/// What is found in one file: syntax errors and the findings of all rules, by place, without what
/// comments allow. The same object stands for the same findings in several versions of a model.
public final class FileReport: Sendable {
  public let tree: SyntaxTree
  public let findings: [Diagnostic]
  /// What it was made of, beside the tree.
  private let own: FoundInTree
  private let others: Others

  /// What lies in a file and was found about elements of other files, about these files, or about
  /// the model.
  private struct Others: Equatable, Sendable {
    var elementsBefore: [Diagnostic] = []
    var elementsBehind: [Diagnostic] = []
    var files: [Diagnostic] = []
    var model: [Diagnostic] = []
  }

  private init(
    _ tree: SyntaxTree, _ own: FoundInTree, _ others: Others, _ rules: [AnyRule],
    after earlier: FileReport?
  ) {
    self.tree = tree
    self.own = own
    self.others = others
    let path = tree.source.path
    let raw =
      others.elementsBefore + own.elements.flatMap(\.findings).filter { $0.place.path == path }
      + others.elementsBehind + own.file.filter { $0.place.path == path } + others.files
      + others.model
    let report = rules.report(raw, in: [tree])
    // The same list where it is equal: comparing the two takes no time then.
    findings = earlier.flatMap { $0.findings == report ? $0.findings : nil } ?? report
  }

  /// The reports of a model's own files, in their order; those that nothing changes are taken over.
  static func all(
    _ trees: [SyntaxTree], _ found: [FoundInTree], _ aboutModel: [Diagnostic], _ rules: [AnyRule],
    after earlier: [FileReport]
  ) -> [FileReport] {
    var others: [String: Others] = [:]
    let places = Dictionary(
      trees.enumerated().map { ($1.source.path, $0) }, uniquingKeysWith: { first, _ in first })
    for (index, known) in found.enumerated() where !known.isLocal {
      for finding in known.elements.flatMap(\.findings) {
        guard let place = places[finding.place.path], place != index else { continue }
        if index < place {
          others[finding.place.path, default: Others()].elementsBefore.append(finding)
        } else {
          others[finding.place.path, default: Others()].elementsBehind.append(finding)
        }
      }
      for finding in known.file where places[finding.place.path] != index {
        others[finding.place.path, default: Others()].files.append(finding)
      }
    }
    for finding in aboutModel {
      others[finding.place.path, default: Others()].model.append(finding)
    }
    return trees.enumerated().map { index, tree in
      let rest = others[tree.source.path] ?? Others()
      if index < earlier.count, earlier[index].tree === tree, earlier[index].own === found[index],
        earlier[index].others == rest
      {
        return earlier[index]
      }
      return FileReport(
        tree, found[index], rest, rules, after: index < earlier.count ? earlier[index] : nil)
    }
  }
}
