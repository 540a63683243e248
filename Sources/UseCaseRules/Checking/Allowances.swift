import UseCaseModel
import UseCaseSyntax

/// The `// allow(rule): why` and `// allow-file(rule): why` comments of a model.
struct Allowances {
  fileprivate struct Allowance {
    let rule: String
    let path: String
    /// Where findings are allowed; nil for the whole file.
    let range: Range<Int>?
    let place: Place
    let hasReason: Bool
  }

  private var allowances: [Allowance] = []
  private var byFileAndRule: [String: [Int]] = [:]

  init(_ trees: [SyntaxTree], _ model: Model) {
    for tree in trees { collect(tree) }
    for (index, allowance) in allowances.enumerated() {
      byFileAndRule[Allowances.key(allowance.path, allowance.rule), default: []].append(index)
    }
  }

  private static func key(_ path: String, _ rule: String) -> String { path + "\u{0}" + rule }

  /// Leaves out what is allowed, and adds a finding for each comment that allows nothing.
  func filter(_ diagnostics: [Diagnostic]) -> [Diagnostic] {
    guard !allowances.isEmpty else { return diagnostics }
    var used = [Bool](repeating: false, count: allowances.count)
    var kept = diagnostics.filter { diagnostic in
      let key = Allowances.key(diagnostic.place.path, diagnostic.rule)
      let matches = (byFileAndRule[key] ?? []).filter { allowances[$0].covers(diagnostic) }
      for match in matches { used[match] = true }
      return matches.isEmpty
    }
    for (index, allowance) in allowances.enumerated() {
      kept += finding(about: allowance, isUsed: used[index])
    }
    return kept
  }

  private func finding(about allowance: Allowance, isUsed: Bool) -> [Diagnostic] {
    let known = RuleCatalog.rule(named: allowance.rule)
    var message: String?
    var fixes: [Fix] = []
    if known == nil {
      message = "there is no rule '\(allowance.rule)'"
      if let match = nearest(to: allowance.rule, among: RuleCatalog.all.map(\.info.name)) {
        message = "there is no rule '\(allowance.rule)'; did you mean '\(match)'?"
        fixes = [
          Fix("replace it by '\(match)'", edits: [Edit(allowance.place, replacement: match)])
        ]
      }
    } else if !isUsed {
      message = "'\(allowance.rule)' finds nothing here, so nothing is allowed"
    } else if !allowance.hasReason {
      message = "'\(allowance.rule)' is allowed without a reason"
    }
    guard let message else { return [] }
    let help =
      isUsed && known != nil ? ["say why behind a colon: '// allow(\(allowance.rule)): …'"] : []
    return [
      Diagnostic(
        rule: UnusedAllow.info.name, severity: UnusedAllow.info.severity, message: message,
        at: allowance.place, help: help, fixes: fixes)
    ]
  }

  // MARK: Reading the comments

  private mutating func collect(_ tree: SyntaxTree) {
    let bytes = tree.source.bytes
    var lines: LineTable?
    let firstNode = tree.nodes.count > 1 ? tree.nodes[1].range.lowerBound : bytes.count
    for comment in tree.comments {
      guard let parsed = AllowComment(tree.source, comment) else { continue }
      let table = lines ?? LineTable(tree.source)
      lines = table
      let range: Range<Int>?
      if parsed.isForFile {
        // Only among the file's first comments; elsewhere it covers nothing, and is reported.
        range = comment.lowerBound < firstNode ? nil : comment.upperBound..<comment.upperBound
      } else {
        range = covered(by: comment, tree, table)
      }
      for rule in parsed.rules {
        allowances.append(
          Allowance(
            rule: rule.name, path: tree.source.path, range: range,
            place: tree.source.place(rule.range), hasReason: parsed.hasReason))
      }
    }
  }

  /// The comment's own line, the line below where it stands alone, or the whole declaration whose
  /// header follows.
  private func covered(by comment: Range<Int>, _ tree: SyntaxTree, _ lines: LineTable) -> Range<Int>
  {
    let line = lines.line(of: comment.lowerBound)
    let start = lines.starts[line]
    let standsAlone = tree.source.bytes[start..<comment.lowerBound].allSatisfy {
      $0 == 0x20 || $0 == 0x09
    }
    guard standsAlone else { return lines.range(ofLine: line) }
    let next = tree.firstStatement(behind: comment.upperBound, lines)
    return next ?? lines.range(ofLine: line + 1)
  }
}

extension Allowances.Allowance {
  fileprivate func covers(_ diagnostic: Diagnostic) -> Bool {
    guard let range else { return true }
    let start = diagnostic.place.range.lowerBound
    return start >= range.lowerBound && start <= range.upperBound
  }
}

/// `// allow(rule, rule): reason`, taken apart.
private struct AllowComment {
  let rules: [(name: String, range: Range<Int>)]
  let isForFile: Bool
  let hasReason: Bool

  init?(_ source: SourceText, _ comment: Range<Int>) {
    let bytes = source.bytes
    var index = comment.lowerBound + 2
    while index < comment.upperBound, bytes[index] == 0x20 { index += 1 }
    guard AllowComment.skip("allow", bytes, &index, comment.upperBound) else { return nil }
    isForFile = AllowComment.skip("-file", bytes, &index, comment.upperBound)
    guard AllowComment.skip("(", bytes, &index, comment.upperBound) else { return nil }
    var rules: [(String, Range<Int>)] = []
    var start = index
    while index < comment.upperBound {
      let byte = bytes[index]
      if byte == 0x2C || byte == 0x29 {
        let range = AllowComment.trimmed(start..<index, bytes)
        rules.append((source[range], range))
        start = index + 1
      }
      index += 1
      if byte == 0x29 { break }
    }
    guard !rules.isEmpty else { return nil }
    self.rules = rules
    let rest = source[index..<max(index, comment.upperBound)]
    hasReason = rest.hasPrefix(":") && rest.dropFirst().contains { !$0.isWhitespace }
  }

  private static func skip(
    _ text: String, _ bytes: [UInt8], _ index: inout Int, _ end: Int
  ) -> Bool {
    let wanted = Array(text.utf8)
    guard index + wanted.count <= end, bytes[index..<index + wanted.count].elementsEqual(wanted)
    else { return false }
    index += wanted.count
    return true
  }

  private static func trimmed(_ range: Range<Int>, _ bytes: [UInt8]) -> Range<Int> {
    var (start, end) = (range.lowerBound, range.upperBound)
    while start < end, bytes[start] == 0x20 { start += 1 }
    while end > start, bytes[end - 1] == 0x20 { end -= 1 }
    return start..<end
  }
}

extension SyntaxTree {
  /// The extent of what begins on the first line below an offset that holds more than comments: a
  /// whole declaration, or the line. Cost: logarithmic, but for comments and blank lines between.
  func firstStatement(behind offset: Int, _ lines: LineTable) -> Range<Int>? {
    var low = 0
    var high = nodes.count
    // Nodes stand in source order: the first that begins behind the offset.
    while low < high {
      let middle = (low + high) / 2
      if nodes[middle].range.lowerBound < offset { low = middle + 1 } else { high = middle }
    }
    guard low < nodes.count else { return nil }
    let node = nodes[low]
    if node.kind == .declaration { return node.range }
    if node.kind == .name {
      // The comment stands between a description and its declaration.
      let header = nodes[..<low].lastIndex { $0.kind == .declaration }
      if let header, endOfNode(header) > low { return nodes[header].range }
    }
    return lines.range(ofLine: lines.line(of: node.range.lowerBound))
  }
}
