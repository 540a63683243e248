import Foundation
import TestSupport
import Testing
import UseCaseSyntax

@testable import UseCaseProject

/// That a file of a site which follows from the same inputs is the same file.
@Suite struct SiteInputsTests {
  static let examples = ["compiler", "fellmark", "library"]

  /// Elements of many kinds about which something is found.
  private static let unfinished = """
    term Unused
    actor Idle
    persona Nobody
    channel Nowhere
    kpi Unmeasured {
        better higher
    }
    objective Forgotten
    stakeholder Silent
    risk Unknown {
        probability 2
        impact 3
    }
    journey Odd {
        stage Only {
            touchpoint Lone {
                moment Missed {
                    polarity negative
                    impact 3
                }
            }
        }
    }

    """

  /// Ways to edit the flows of a file, given where its steps are.
  enum Edit: CaseIterable {
    /// Another word in every step.
    case words
    /// A blank line in the first flow, so that everything behind it moves.
    case line
    /// The last step of the first flow doubled.
    case step
    /// The first two steps of a flow exchanged.
    case order
    /// Another word in the last flow.
    case lastFlow
    /// Another condition of the first branch.
    case condition

    /// Whether everything behind a flow moves.
    var moves: Bool { self == .line || self == .step }

    func apply(to text: SourceText) -> SourceText {
      let tree = parse(text)
      let nodes = tree.nodes.indices.map { SyntaxNode(tree: tree, index: $0) }
      let flows = nodes.filter { $0.kind == .flow }.map(FlowSyntax.init)
      let branches = nodes.filter { $0.kind == .branch }.map(FlowSyntax.init)
      var edits: [(Range<Int>, String)] = []
      func addWord(_ step: StepSyntax) {
        guard let prose = step.prose else { return }
        edits.append((prose.syntax.range.upperBound..<prose.syntax.range.upperBound, " once more"))
      }
      switch self {
      case .words: for flow in flows + branches { flow.steps.forEach(addWord) }
      case .lastFlow: flows.last?.steps.first.map(addWord)
      case .line:
        guard let step = flows.first?.steps.first else { break }
        edits.append((step.syntax.range.upperBound..<step.syntax.range.upperBound, "\n"))
      case .step:
        guard let steps = flows.first?.steps, let step = steps.last, let prose = step.prose else {
          break
        }
        let end = step.syntax.range.upperBound
        edits.append((end..<end, "\n\(steps.count + 1). \(text[prose.syntax.range])"))
      case .order:
        guard let steps = flows.last?.steps, steps.count > 1,
          let one = steps[0].prose?.syntax.range,
          let other = steps[1].prose?.syntax.range
        else { break }
        edits += [(one, text[other]), (other, text[one])]
      case .condition:
        guard let condition = branches.first?.condition?.syntax.range else { break }
        edits.append((condition.lowerBound + 1..<condition.lowerBound + 1, "now "))
      }
      var bytes = text.bytes
      for (range, replacement) in edits.sorted(by: { $0.0.lowerBound > $1.0.lowerBound }) {
        bytes.replaceSubrange(range, with: replacement.utf8)
      }
      return SourceText(path: text.path, bytes: bytes)
    }
  }

  private struct Built {
    let inputs: [String: ContentHash]
    let files: [String: [UInt8]]

    init(_ text: SourceText) throws {
      let compilation = Compilation([text])
      #expect(!compilation.findings.contains { $0.severity == .error })
      var draft = try SiteDraft(of: compilation)
      inputs = draft.inputs(of: compilation)
      let made = try draft.make(draft.paths, in: DrawingPool(threads: 2))
      files = Dictionary(uniqueKeysWithValues: made.files.map { ($0.path, $0.bytes) })
    }
  }

  @Test(arguments: examples)
  func whatFollowsFromTheSameIsTheSame(_ example: String) throws {
    // All of it in one file, flows first: a line more in one of them moves everything else.
    let texts = files(
      in: packageRoot.appending(path: "examples/" + example), withExtension: "usecase"
    ).map { String(decoding: $0.bytes, as: UTF8.self) }
    let inOrder = texts.filter { $0.contains("flow {") } + texts.filter { !$0.contains("flow {") }
    let text = SourceText(
      path: "all.usecase", (inOrder + [SiteInputsTests.unfinished]).joined(separator: "\n"))
    let before = try Built(text)
    #expect(before.inputs.count > before.files.count / 2)
    for edit in Edit.allCases {
      let after = try Built(edit.apply(to: text))
      let same = before.inputs.filter { after.inputs[$0.key] == $0.value }.keys.sorted()
      let wrong = same.filter { before.files[$0] != after.files[$0] }
      #expect(wrong == [], "\(edit)")
      let changed = before.files.filter { after.files[$0.key] != $0.value }.keys
      #expect(!changed.isEmpty, "\(edit)")
      #expect(same.count > (edit.moves ? 10 : before.files.count / 2), "\(edit)")
    }
  }

  /// What an earlier build has left is made again where it shows what has changed, where somebody has
  /// touched it, and all of it where the settings have changed.
  @Test func aBuildKeepsWhatFollowsFromTheSame() throws {
    let folder = try TemporaryFolder()
    func write(_ step: String) throws {
      try folder.write(
        """
        actor Reader
        usecase Borrow { actor Reader
            flow {
                1. Reader \(step)
            }
        }
        usecase Return { actor Reader
            flow {
                1. Reader hands it back
            }
        }

        """, to: "model/a.usecase")
    }
    func made() throws -> Set<String> {
      let build = try FolderBuild(into: folder.path + "/site", holding: .site, for: [])
      let model = try ModelFolder(at: folder.path + "/model", on: build.files)
      let built = try Compilation(model, on: build.files).site(for: build)
      _ = try build.write(built)
      #expect(built.kept.isDisjoint(with: built.files.map(\.path)))
      return Set(built.files.map(\.path))
    }
    try write("shows the card")
    let all = try made()
    #expect(all.isSuperset(of: ["usecase-Borrow.html", "usecase-Return.html", "a-z.html"]))
    try write("shows the badge")
    let some = try made()
    #expect(some.isSuperset(of: ["usecase-Borrow.html", "whole.html"]))
    #expect(some.isDisjoint(with: ["usecase-Return.html", "actor-Reader.html", "a-z.html"]))
    try folder.write("theirs", to: "site/actor-Reader.html")
    #expect(try made() == some.subtracting(["usecase-Borrow.html"]).union(["actor-Reader.html"]))
    try folder.write("edition = 1\n[site]\ntitle = \"Books\"\n", to: "model/usecase.toml")
    #expect(try made() == all)
  }
}
