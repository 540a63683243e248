import UseCaseModel
import UseCaseRules
import UseCaseSite
import UseCaseSyntax

/// What each file of a site follows from, so that those need not be made again that would come out the
/// same.
///
/// Most edits touch the text of a flow, with what the rules find there and the lines behind it. A file
/// says whose of these it shows; everything else of the model counts for every file. Settings, and the
/// files that they name, are none of it.
struct SiteInputs {
  private let common: ContentHash
  private let details: DetailInputs

  /// Linear in the model.
  init(of compilation: Compilation, as site: Site) {
    details = DetailInputs(of: compilation)
    var inputs = ByteWriter()
    inputs.write(site.look.pages) {
      $0.write($1.name)
      $0.write($1.markdown)
    }
    let counts = Dictionary(grouping: compilation.findings, by: \.rule).mapValues(\.count)
    inputs.write(counts.sorted { $0.key < $1.key }) {
      $0.write($1.key)
      $0.write($1.value)
    }
    inputs.write(site.coverage)
    for tree in compilation.model.trees {
      inputs.write(details.outline(of: tree, compilation.model))
    }
    common = ContentHash(inputs.bytes)
  }

  /// What a file follows from; nil where that may be anything.
  func inputs(of file: SiteFile) -> ContentHash? {
    let subjects = file.pictures.compactMap(\.element)
    // What keeps a view from being drawn is told by every build.
    guard let shown = file.details, !subjects.contains(where: { $0.kind == .view }) else {
      return nil
    }
    var inputs = ByteWriter()
    inputs.write(common.value)
    for element in shown + subjects.filter({ !shown.contains($0) }) {
      details.write(element, to: &inputs)
    }
    return ContentHash(inputs.bytes)
  }
}

/// What an element has that other elements' pages do not show: its flow, its line, its findings.
private struct DetailInputs {
  private var lines: [String: LineTable] = [:]
  /// By key.
  private var findings: [String: [Diagnostic]] = [:]
  /// By path: the flows and branches of the file's use cases.
  private var flows: [String: [FlowSyntax]] = [:]

  init(of compilation: Compilation) {
    let model = compilation.model
    for tree in model.trees { lines[tree.source.path] = LineTable(tree.source) }
    for finding in compilation.findings {
      findings[finding.element ?? "", default: []].append(finding)
    }
    for useCase in model.all(UseCase.self) {
      flows[useCase.place.path, default: []] += useCase.flows
    }
  }

  func write(_ element: Element, to inputs: inout ByteWriter) {
    inputs.write(line(of: element.place))
    for flow in element.as(UseCase.self)?.flows ?? [] {
      inputs.write(flow.syntax.tree.source.bytes[flow.syntax.range])
    }
    inputs.write(findings[element.key] ?? []) {
      $0.write($1.rule)
      $0.write($1.severity.name)
      $0.write($1.message)
      $0.write($1.place.path)
      $0.write(line(of: $1.place))
    }
  }

  private func line(of place: Place) -> Int {
    lines[place.path]?.position(of: place.range.lowerBound).line ?? 0
  }

  /// A file without the flows of use cases: where they stand, and what they name, is all that is left of
  /// them.
  func outline(of tree: SyntaxTree, _ model: Model) -> [UInt8] {
    let text = tree.source.bytes
    var outline = ByteWriter()
    outline.write(tree.source.path)
    var end = 0
    let flows = (flows[tree.source.path] ?? []).map(\.syntax).sorted {
      $0.range.lowerBound < $1.range.lowerBound
    }
    for flow in flows {
      outline.write(text[end..<flow.range.lowerBound])
      for node in flow.index..<tree.endOfNode(flow.index) where tree.nodes[node].kind == .reference
      {
        let reference = ReferenceSyntax(SyntaxNode(tree: tree, index: node))
        outline.write(model.target(of: reference).map { Int($0.id.index) } ?? -1)
      }
      end = flow.range.upperBound
    }
    outline.write(text[end...])
    return outline.bytes
  }
}

extension UseCase {
  /// Its main flow and its branches.
  fileprivate var flows: [FlowSyntax] {
    declaration.map { $0.flows + $0.branches } ?? []
  }
}

extension ByteWriter {
  fileprivate mutating func write(_ coverage: Coverage) {
    write(coverage.figures) {
      $0.write($1.name)
      $0.write($1.count)
    }
    write(coverage.parts) { writer, part in
      for figure in coverage.figures { writer.write(part.counts[figure.info]) }
    }
  }

  private mutating func write(_ count: CoverageCount) {
    for number in [count.covered, count.missing, count.allowed] { write(number) }
  }
}
