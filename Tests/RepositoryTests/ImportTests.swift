import Foundation
import Testing

/// The map in `Sources/README.md` says which module may import which.
@Suite struct ImportTests {
  static let root = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  /// Modules of the platform that any module below the command may use.
  static let platform: Set<String> = ["Glibc", "Darwin", "Musl", "Synchronization"]

  /// Further platform modules and packages, by module.
  static let packages: [String: Set<String>] = [
    "UseCaseProject": ["Dispatch", "FoundationEssentials"],
    "usecase": ["ArgumentParser"],
    // A program of its own, which the package manager runs.
    "UseCasePlugin": ["Foundation", "PackagePlugin"],
  ]

  @Test func everyImportStandsInTheMap() throws {
    let map = try Self.readMap()
    var violations: [String] = []
    for (module, file, imported) in try Self.imports() {
      guard let allowed = map[module] else {
        violations.append("\(module) is missing in Sources/README.md")
        continue
      }
      let legal = allowed.union(Self.platform).union(Self.packages[module] ?? [])
      if !legal.contains(imported) { violations.append("\(file) imports \(imported)") }
    }
    #expect(violations.isEmpty, "\(violations.joined(separator: "\n"))")
  }

  @Test func everyModuleOfTheMapExists() throws {
    for module in try Self.readMap().keys {
      let folder = Self.root.appendingPathComponent("Sources/\(module)").path
      #expect(FileManager.default.fileExists(atPath: folder), "\(module)")
    }
  }

  @Test func theFrontEndNeedsNothing() throws {
    let map = try Self.readMap()
    #expect(map["UseCaseSyntax"] == [])
    #expect(map["UseCaseText"] == [])
  }

  /// By module: what it may import, as the table says.
  static func readMap() throws -> [String: Set<String>] {
    let text = try String(
      contentsOf: root.appendingPathComponent("Sources/README.md"), encoding: .utf8)
    var map: [String: Set<String>] = [:]
    var above: [String] = []
    for line in text.split(separator: "\n") where line.hasPrefix("| `") {
      let cells = line.split(separator: "|", omittingEmptySubsequences: true).map {
        $0.trimmingCharacters(in: .whitespaces)
      }
      guard cells.count >= 3 else { continue }
      let modules = cells[0].matches(of: /`(\w+)`/).map { String($0.1) }
      let names = cells[2] == "–" ? [] : cells[2].components(separatedBy: ", ")
      let allowed =
        names == ["all above"]
        ? Set(above)
        : Set(
          names.map {
            $0.first == "C" || $0.hasPrefix("UseCase") || above.contains($0) ? $0 : "UseCase" + $0
          })
      for module in modules { map[module] = allowed }
      above += modules
    }
    return map
  }

  static func imports() throws -> [(module: String, file: String, imported: String)] {
    let sources = root.appendingPathComponent("Sources")
    var result: [(String, String, String)] = []
    let files = FileManager.default.enumerator(at: sources, includingPropertiesForKeys: nil)
    while let file = files?.nextObject() as? URL {
      guard file.pathExtension == "swift" else { continue }
      let relative = file.path.dropFirst(sources.path.count + 1)
      let module = String(relative.prefix { $0 != "/" })
      for line in try String(contentsOf: file, encoding: .utf8).split(separator: "\n") {
        guard
          let match = line.firstMatch(
            of:
              /^\s*(?:@\w+\s+|public\s+|internal\s+|private\s+)*import\s+(?:struct\s+|func\s+|enum\s+)?(\w+)/
          )
        else { continue }
        result.append((module, String(relative), String(match.1)))
      }
    }
    return result
  }
}
