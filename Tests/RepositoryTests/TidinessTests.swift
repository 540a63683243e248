import Foundation
import Testing

/// What the repository promises about itself.
@Suite struct TidinessTests {
  @Test func theTopLevelHoldsWhatTheArchitectureNames() throws {
    let allowed: Set<String> = [
      "Package.swift", "Sources", "Tests", "Grammar", "examples", "docs", "README.md", "LICENSE",
      ".ci",
      ".editorconfig", ".gitignore", ".swift-format", ".pre-commit-hooks.yaml",
      // No other place is looked at for an action that is named by its repository alone.
      "action.yml",
    ]
    for file in try trackedFiles() {
      let top = file.prefix { $0 != "/" }
      #expect(allowed.contains(String(top)), "\(file)")
    }
  }

  @Test func noFileNamesAMachine() throws {
    let pattern = try Regex(#"(^|[^A-Za-z0-9_./-])/(work|farm|root|tmp/bash_jobs)/"#)
    for file in try trackedFiles() where !file.hasSuffix(".svg") {
      guard let text = try? String(contentsOf: url(file), encoding: .utf8) else { continue }
      #expect(text.firstMatch(of: pattern) == nil, "\(file)")
    }
  }

  @Test func nothingGeneratedIsCommitted() throws {
    for file in try trackedFiles() {
      #expect(!file.hasPrefix(".build"), "\(file)")
      #expect(!file.hasPrefix("site/"), "\(file)")
      #expect(file != "Package.resolved")
    }
  }

  @Test func sourcesTrapOnNothingAUserCanReach() throws {
    let traps = ["fatalError(", "try!", "as! ", "preconditionFailure(", "unsafelyUnwrapped"]
    for file in try trackedFiles() where file.hasPrefix("Sources/") && file.hasSuffix(".swift") {
      let text = try String(contentsOf: url(file), encoding: .utf8)
      for trap in traps { #expect(!text.contains(trap), "\(file): \(trap)") }
    }
  }

  @Test func everyExampleIsAModel() throws {
    let examples = Set(
      try trackedFiles().filter { $0.hasPrefix("examples/") && $0.hasSuffix(".usecase") }
        .compactMap { $0.split(separator: "/").dropFirst().first.map(String.init) })
    #expect(examples == ["compiler", "fellmark", "library"])
    for example in examples {
      #expect(FileManager.default.fileExists(atPath: url("examples/\(example)/usecase.toml").path))
    }
  }

  @Test func theReadmeNamesTwoCommandsThatExist() throws {
    let readme = try String(contentsOf: url("README.md"), encoding: .utf8)
    for command in ["examples/run", "Tests/run"] {
      #expect(readme.contains("\n\(command)\n"), "\(command)")
      #expect(FileManager.default.isExecutableFile(atPath: url(command).path), "\(command)")
    }
  }

  private func url(_ file: String) -> URL { ImportTests.root.appendingPathComponent(file) }

  private func trackedFiles() throws -> [String] {
    let git = Process()
    git.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    git.arguments = ["git", "-C", ImportTests.root.path, "ls-files", "-z"]
    let output = Pipe()
    git.standardOutput = output
    try git.run()
    let data = output.fileHandleForReading.readDataToEndOfFile()
    git.waitUntilExit()
    let files = String(decoding: data, as: UTF8.self).split(separator: "\0").map(String.init)
    try #require(!files.isEmpty)
    return files
  }
}
