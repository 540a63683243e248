import Foundation
import TestSupport

/// The sentences of `Fixtures/prose/sentences.txt`.
struct LabelledProse: Sendable {
  struct Sentence: Sendable {
    /// `step`, `title` or `text`.
    let kind: String
    /// The rules that find something in it.
    let labels: Set<String>
    let text: String
    /// Nobody looks at it while the lexicon is tuned.
    let isHeldOut: Bool
  }

  private(set) var sentences: [Sentence] = []
  private var actors: [String] = []
  private var terms: [(title: String, synonyms: [String])] = []

  static func read() -> LabelledProse {
    let file = fixtures.appending(path: "prose/sentences.txt")
    var prose = LabelledProse()
    for line in (try? String(contentsOf: file, encoding: .utf8))?.split(separator: "\n") ?? [] {
      guard !line.hasPrefix("#") else { continue }
      let columns = line.split(separator: "|", maxSplits: 2)
        .map { $0.trimmingCharacters(in: .whitespaces) }
      guard columns.count == 3 else { continue }
      prose.add(columns[0], columns[1], columns[2])
    }
    return prose
  }

  private mutating func add(_ kind: String, _ labels: String, _ text: String) {
    let list =
      labels == "-"
      ? []
      : labels.split(separator: ",")
        .map { $0.trimmingCharacters(in: .whitespaces) }
    switch kind {
    case "actor": actors.append(text)
    case "term": terms.append((text, list))
    default:
      sentences.append(
        Sentence(
          kind: kind, labels: Set(list), text: text,
          isHeldOut: sentences.count % 3 == 2))
    }
  }

  /// A model that says the sentence, and little else.
  func model(of sentence: Sentence) -> String {
    let title = sentence.kind == "title" ? sentence.text : "Do it"
    let step = sentence.kind == "step" ? sentence.text : "Customer waits"
    let text = sentence.kind == "text" ? sentence.text : "It is done"
    return """
      model Sentences { language en }
      \(actors.map { "actor \(name($0)) \"\($0)\"" }.joined(separator: "\n"))
      \(terms.map(declaration).joined(separator: "\n"))
      system Shop {
        usecase Sentence "\(title)" {
          actor \(actors.map(name).joined(separator: ", "))
          success guarantee "\(text)"
          flow {
            1. \(step)
          }
        }
      }
      """
  }

  private func name(_ title: String) -> String {
    title.split(separator: " ").map { $0.prefix(1).uppercased() + $0.dropFirst() }.joined()
  }

  private func declaration(_ term: (title: String, synonyms: [String])) -> String {
    "term \(term.title) {\n"
      + term.synonyms.map { "  synonym \"\($0)\"\n" }.joined() + "}"
  }
}
