import TestSupport
import Testing
import UseCaseSyntax

@testable import UseCaseModel

/// Resolving again after an edit gives what resolving from the beginning gives.
@Suite struct EditTests {
  private static let shop = exampleFiles.filter { $0.path.hasPrefix("fellmark/") }
    .map { SourceText(path: $0.path, bytes: $0.bytes) }

  /// Small files whose names meet: packages that several files open, journeys, equal names.
  private static let crossing = [
    ("a", "package P { actor A }\nactor B\nusecase U { actor A, B }\nusecase V { actor P.A }\n"),
    (
      "b",
      "package P { actor C\nusecase W { actor C, A } }\njourney J { stage S { touchpoint T {} } }\n"
    ),
    ("c", "usecase U { actor Missing, P.C }\nusecase X { extend U at E\n include J.T, W, P.W }\n"),
    ("d", "system P { usecase Y { extension point E\n actor Aa } }\nactor Größe \"The größe\"\n"),
  ].map { SourceText(path: $0.0 + ".usecase", $0.1) }

  private static let pieces = [
    "x", "A", " ", "\n", "\"", "{", "}", "}\n", ".", "actor Ghost\n", "actor A\n", "actor Größe\n",
    "package P {\n", "journey J {\n", "touchpoint T {}\n", "usecase U {\n", "extension point E\n",
    "actor A\n", "include U\n", "1. Customer waits\n", "system S {\n", "actor B \"A title\"\n",
    "actor `flow`\n", "[[PayOrder]]",
  ]

  @Test(arguments: 0..<24) func editsGiveWhatAFreshStartGives(_ seed: UInt64) throws {
    var random = FixedSeed(seed)
    let other = ForeignModel(
      name: "Other", trees: [parse(SourceText(path: "../o.usecase", "actor A\nactor Ghost\n"))])
    let foreign = seed.isMultiple(of: 3) ? [other] : []
    var texts = seed.isMultiple(of: 2) ? Self.crossing : Self.shop
    var trees = texts.map(parse)
    var model = resolve(trees, buildingOn: foreign)
    for _ in 0..<60 {
      let file = Int.random(in: texts.indices, using: &random)
      texts[file] = edited(texts[file], &random)
      trees[file] = parse(texts[file])
      model = resolve(trees, buildingOn: foreign, after: model)
      let fresh = resolve(trees, buildingOn: foreign)
      try #require(description(model) == description(fresh))
    }
  }

  /// Who takes the name of a package keeps its parts from coming together.
  @Test(arguments: [("", "actor P\n"), ("actor P\n", "")])
  func aPackageThatLosesOrGetsItsNameIsResolvedAfresh(_ before: String, _ after: String) {
    func trees(_ text: String) -> [SyntaxTree] {
      [("a", text), ("b", "package P { actor X }\n"), ("c", "package P { actor Y }\n")]
        .map { parse(SourceText(path: $0.0 + ".usecase", $0.1)) }
    }
    let old = trees(before)
    let new = [trees(after)[0]] + old.dropFirst()
    let edited = resolve(new, after: resolve(old))
    #expect(description(edited) == description(resolve(new)))
  }

  @Test func typingTakesOverWhatStays() {
    let trees = Self.shop.map(parse)
    let first = resolve(trees)
    /// What an edit at the end of a file concerns, of the files.
    func concerned(_ text: String) -> [Int]? {
      var later = trees
      let old = trees[0].source
      later[0] = parse(SourceText(path: old.path, bytes: old.bytes + Array(text.utf8)))
      let sorted = later.sorted { $0.source.path < $1.source.path }
      return ModelEdit(of: first, to: sorted, []).map { edit in
        sorted.indices.filter { edit.concerns(treeAt: $0) }
      }
    }
    #expect(concerned("// words\n")?.count == 1)
    #expect(concerned("actor Qwertyuiop { kind person }\n").map { $0.count < 4 } == true)
    #expect(concerned("package Qwertyuiop {}\n") == nil)
    #expect(concerned("actor Größe\n") == nil)
  }

  private func edited(_ text: SourceText, _ random: inout FixedSeed) -> SourceText {
    var bytes = text.bytes
    let start = Int.random(in: 0...bytes.count, using: &random)
    let isRemoval = Int.random(in: 0..<2, using: &random) == 0
    let end = isRemoval ? min(bytes.count, start + Int.random(in: 1...12, using: &random)) : start
    let piece = Self.pieces.randomElement(using: &random) ?? ""
    bytes.replaceSubrange(start..<end, with: Array(piece.utf8))
    return SourceText(path: text.path, bytes: bytes)
  }

  /// All that resolution finds out, without the numbers of names.
  private func description(_ model: Model) -> [String] {
    var lines = model.records.map { record in
      "\(record.kind) \(model.names.string(record.name)) \(record.isForeign) \(record.tree) "
        + "\(record.node) \(record.parent) \(record.scope)"
    }
    lines += model.targets.map(String.init(describing:))
    lines += model.unresolved.map { unknown in
      "\(unknown.reference.syntax.place) \(unknown.reason) \(String(describing: unknown.source)) "
        + "\(unknown.meant)"
    }
    lines += model.duplicates.map { "\($0.duplicate) \($0.original)" }
    lines += model.packageParts.map { "\($0.key) \($0.value)" }.sorted()
    lines += ["\(model.memberOffsets) \(model.memberList) \(model.mentionOffsets)"]
    lines += model.mentionList.map { "\($0)" }
    lines += ["\(model.elementStarts) \(model.declared) \(model.topScopes)"]
    for useCase in model.everywhere(UseCase.self) {
      lines += (useCase.flowGraph?.steps ?? []).map {
        "\(String(describing: $0.subject.element?.id))"
      }
    }
    return lines
  }
}
