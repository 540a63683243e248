import UseCaseModel
import UseCaseSyntax

/// The `// allow(rule): why` and `// allow-file(rule): why` comments of a model.
struct Allowances {
  fileprivate struct Allowance {
    let rule: String
    /// Where findings are allowed; nil for the whole file.
    let range: Range<Int>?
    let place: Place
    let hasReason: Bool
    /// Stands for a whole file, but behind its first comments.
    let isMisplaced: Bool
    /// Takes it out of its comment, with the comment where it stands alone.
    let removal: Edit
    /// Puts its comment where it would cover the file.
    let move: [Edit]
  }

  private struct Key: Hashable {
    let path: String
    let rule: String
  }

  private var allowances: [Allowance] = []
  private var byFileAndRule: [Key: CoveredRanges] = [:]

  init(_ trees: [SyntaxTree]) {
    for tree in trees { collect(tree) }
    guard !allowances.isEmpty else { return }
    let groups = Dictionary(grouping: allowances.indices) { index in
      Key(path: allowances[index].place.path, rule: allowances[index].rule)
    }
    byFileAndRule = groups.mapValues { indices in
      CoveredRanges(
        indices.filter { !allowances[$0].isMisplaced }.map {
          (allowances[$0].range ?? 0..<Int.max, $0)
        })
    }
  }

  /// Leaves out what is allowed, and adds a finding for each comment that allows nothing although
  /// its rule was asked.
  func filter(_ diagnostics: [Diagnostic], asked rules: [AnyRule]) -> [Diagnostic] {
    guard !allowances.isEmpty else { return diagnostics }
    let asked = Set(rules.map(\.info.name))
    var used = [Bool](repeating: false, count: allowances.count)
    var kept = diagnostics.filter { !isAllowed($0, &used) }
    guard let unused = rules.first(where: { $0.info.name == UnusedAllow.info.name }) else {
      return kept
    }
    // First those about other rules, which may be allowed in turn.
    for isAboutItself in [false, true] {
      for (index, allowance) in allowances.enumerated()
      where (allowance.rule == UnusedAllow.info.name) == isAboutItself {
        guard asked.contains(allowance.rule) || RuleCatalog.rule(named: allowance.rule) == nil,
          let finding = finding(about: allowance, isUsed: used[index], unused.severity)
        else { continue }
        if isAboutItself || !isAllowed(finding, &used) { kept.append(finding) }
      }
    }
    return kept
  }

  /// Whether a comment allows a finding.
  func allows(_ diagnostic: Diagnostic) -> Bool {
    let key = Key(path: diagnostic.place.path, rule: diagnostic.rule)
    return byFileAndRule[key]?.forEach(covering: diagnostic.place.range.lowerBound) { _ in }
      ?? false
  }

  private func isAllowed(_ diagnostic: Diagnostic, _ used: inout [Bool]) -> Bool {
    let key = Key(path: diagnostic.place.path, rule: diagnostic.rule)
    guard let ranges = byFileAndRule[key] else { return false }
    return ranges.forEach(covering: diagnostic.place.range.lowerBound) { used[$0] = true }
  }

  private func finding(
    about allowance: Allowance, isUsed: Bool, _ severity: Severity
  ) -> Diagnostic? {
    var help: [String] = []
    var fixes: [Fix] = []
    let message: String
    if RuleCatalog.rule(named: allowance.rule) == nil {
      let near = nearest(to: allowance.rule, among: RuleCatalog.all.map(\.info.name))
      message =
        "there is no rule '\(visible(allowance.rule))'"
        + (near.map { "; did you mean '\($0)'?" } ?? "")
      fixes =
        near.map {
          [Fix("replace it by '\($0)'", edits: [Edit(allowance.place, replacement: $0)])]
        } ?? []
    } else if allowance.isMisplaced {
      message = "'allow-file' stands too late"
      fixes = [Fix("move it to the beginning of the file", edits: allowance.move)]
    } else if !isUsed {
      message = "'\(allowance.rule)' finds nothing here, so nothing is allowed"
      // A mistake elsewhere may keep the rule quiet, and the reason took thought.
      fixes = [Fix("remove it", edits: [allowance.removal], isSafe: false)]
    } else if !allowance.hasReason {
      message = "'\(allowance.rule)' is allowed without a reason"
      help = ["say why behind a colon: '// allow(\(allowance.rule)): …'"]
    } else {
      return nil
    }
    return Diagnostic(
      rule: UnusedAllow.info.name, severity: severity, message: message,
      at: allowance.place, help: help, fixes: fixes)
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
      let range = parsed.isForFile ? nil : covered(by: comment, tree, table)
      let isMisplaced = parsed.isForFile && comment.lowerBound > firstNode
      for (place, rule) in parsed.rules.enumerated() {
        allowances.append(
          Allowance(
            rule: rule.name, range: range, place: tree.source.place(rule.range),
            hasReason: parsed.hasReason, isMisplaced: isMisplaced,
            removal: tree.removal(ofRule: place, from: parsed, in: comment),
            move: isMisplaced ? tree.move(ofComment: comment) : []))
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

/// Ranges with numbers, to be found by a place in them: they lie in each other or apart, but for
/// those that share a line.
private struct CoveredRanges {
  private var ranges: [(range: Range<Int>, number: Int)] = []
  /// The nearest range before that reaches up to each one's beginning.
  private var outer: [Int?] = []

  init(_ list: [(Range<Int>, Int)]) {
    ranges = list.sorted {
      ($0.0.lowerBound, -$0.0.upperBound) < ($1.0.lowerBound, -$1.0.upperBound)
    }
    var open: [Int] = []
    for (index, (range, _)) in ranges.enumerated() {
      while let last = open.last, ranges[last].range.upperBound < range.lowerBound {
        open.removeLast()
      }
      outer.append(open.last)
      open.append(index)
    }
  }

  /// Calls `body` with the number of each range that covers a place, its end included; whether
  /// there is one.
  func forEach(covering place: Int, _ body: (Int) -> Void) -> Bool {
    var low = 0
    var high = ranges.count
    while low < high {
      let middle = (low + high) / 2
      if ranges[middle].range.lowerBound <= place { low = middle + 1 } else { high = middle }
    }
    var current: Int? = low > 0 ? low - 1 : nil
    var isCovered = false
    while let index = current {
      if ranges[index].range.upperBound >= place {
        body(ranges[index].number)
        isCovered = true
      }
      current = outer[index]
    }
    return isCovered
  }
}
