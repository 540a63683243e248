import Foundation
import TestSupport
import Testing

/// `doctor`: what is installed, and what the models need of it.
@Suite struct DoctorTests {
  let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  /// The loader stops at a library that it finds and cannot read.
  private func withoutGraphviz() throws -> [String: String] {
    for name in ["libgvc.so.6", "libgvc.so.7", "libgvc.so.8", "libgvc.so"] {
      try folder.write("no library\n", to: "lib/\(name)")
    }
    return ["LD_LIBRARY_PATH": folder.path + "/lib"]
  }

  @Test func whatIsThereIsNamed() throws {
    #expect(try Command.run("init", "model", in: folder.path).code == 0)
    let outcome = try Command.run("doctor", in: folder.path + "/model")
    #expect(outcome.code == 0)
    #expect(outcome.messages.isEmpty)
    let lines = outcome.lines.map { $0.split(separator: " ", maxSplits: 1).map(String.init) }
    #expect(lines.first?.first == "usecase")
    #expect(outcome.output.contains("\nSwift library  loaded at every start"))
    #expect(outcome.output.contains(#/\nGraphviz +\d+\.\d+[^,]*, /\S*libgvc\S+\n/#))
    #expect(outcome.output.contains("off for standard output: no terminal\n"))
    #expect(outcome.output.contains("\nsettings       \(folder.path)/model/usecase.toml\n"))
    #expect(outcome.output.contains("\nmodel          \(folder.path)/model, 2 files\n"))
    #expect(outcome.output.contains("needs Graphviz for diagrams of kind 'journey'\n"))
  }

  #if os(Linux)
    @Test func whatIsMissingFailsOnlyWhereItIsNeeded() throws {
      let environment = try withoutGraphviz()
      #expect(try Command.run("init", "model", in: folder.path).code == 0)
      let needed = try Command.run("doctor", "model", in: folder.path, environment: environment)
      #expect(needed.code == 1)
      #expect(needed.output.contains("\nGraphviz       Graphviz is not installed"))
      #expect(needed.output.contains("for diagrams of kind 'journey': missing\n"))
      let build = try Command.run(
        "build", "model", "-o", "site", in: folder.path, environment: environment)
      #expect(build.code == 2 && build.messages.contains("Graphviz is not installed"))
      #expect(try !folder.names().contains("site"))
      try folder.write("actor Reader\n", to: "plain/a.usecase")
      let unneeded = try Command.run("doctor", "plain", in: folder.path, environment: environment)
      #expect(unneeded.code == 0)
      #expect(unneeded.output.contains("\nGraphviz       Graphviz is not installed"))
      #expect(unneeded.output.contains("\nsettings       none, defaults hold\n"))
    }
  #endif

  @Test func whatCannotBeRead() throws {
    #expect(try Command.run("doctor", "missing", in: folder.path).code == 2)
    let none = try Command.run("doctor", in: folder.path, environment: ["NO_COLOR": "1"])
    #expect(none.code == 0)
    #expect(none.output.hasSuffix("\nmodel          none in '.'; 'usecase init' writes one\n"))
    #expect(none.output.contains("off for standard error: NO_COLOR is set\n"))
    try folder.write("edtion = 1\n", to: "usecase.toml")
    let broken = try Command.run("doctor", in: folder.path)
    #expect(broken.code == 2)
    #expect(broken.output.hasPrefix("usecase "))
    #expect(broken.messages.contains("there is no setting 'edtion'\n"))
  }
}
