import Foundation
import Testing
import UseCaseSyntax

@testable import UseCaseDiagrams

/// The page about diagrams tells what the catalogue holds, and the catalogue what there is.
@Suite struct DocumentationTests {
  private let root = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  @Test func everyKindHasItsRow() throws {
    let page = try String(
      decoding: Data(contentsOf: root.appending(path: "docs/diagrams.md")), as: UTF8.self)
    let section = try #require(
      page.components(separatedBy: "## ").first { $0.hasPrefix("The kinds") })
    let rows = section.split(separator: "\n").map(String.init).filter { $0.hasPrefix("| `") }
    #expect(rows == DiagramCatalog.all.map(row))
  }

  private func row(_ info: DiagramInfo) -> String {
    let nouns = info.subjectsAndParts.map(\.noun).joined(separator: ", ")
    let about = info.subjects.count > 12 ? "anything declared" : nouns
    return "| `\(info.kind.rawValue)` | \(info.shows) | \(info.notation) | \(about)"
      + (info.takesModel ? "; the model |" : " |")
  }

  /// The order of the language's own list; those that read logs come with the logs.
  @Test func everyKindOfTheLanguageIsDrawn() {
    let kinds = DiagramKind.allCases.filter { $0 != .deviation && $0 != .funnel }
    #expect(DiagramCatalog.all.map(\.kind) == kinds)
  }

  /// A kind is one file and one line.
  @Test func everyKindHasItsFile() throws {
    let folder = root.appending(path: "Sources/UseCaseDiagrams/Kinds")
    let names = try #require(FileManager.default.enumerator(atPath: folder.path))
      .compactMap { ($0 as? String)?.split(separator: "/").last.map(String.init) }
    let files = names.filter { $0.hasSuffix("Diagram.swift") }
    #expect(files.count == DiagramCatalog.all.count)
  }
}
