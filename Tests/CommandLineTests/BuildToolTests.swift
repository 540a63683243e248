import Foundation
import TestSupport
import Testing

/// The listings of `docs/build-steps.md`, run by the real tools; `Tests/run` installs them.
@Suite struct BuildToolTests {
  let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
    try folder.write(
      BuildToolTests.useCase("Borrow", step: "shows the card"), to: "model/a.usecase")
    try folder.write(BuildToolTests.useCase("Renew", step: "names the book"), to: "model/b.usecase")
  }

  private static func useCase(_ name: String, step: String) -> String {
    """
    actor \(name)Reader
    system \(name)Desk {
        usecase \(name) "\(name) a book" {
            actor \(name)Reader
            flow {
                1. \(name)Reader \(step)
                2. \(name)Desk records it
            }
        }
    }

    """
  }

  private func listing(_ language: String) throws -> String {
    let guide = try String(
      contentsOf: Command.root.appending(path: "docs/build-steps.md"), encoding: .utf8)
    let start = try #require(guide.range(of: "```\(language)\n"))
    let end = try #require(guide[start.upperBound...].range(of: "```"))
    return String(guide[start.upperBound..<end.lowerBound])
  }

  /// What a script puts out, with the command in `PATH`; it must succeed.
  private func run(_ script: String) throws -> String {
    let outcome = try Command.shell(
      "set -e; export PATH=\"${USECASE%/*}:$PATH\"\n" + script, in: folder.path)
    #expect(outcome.code == 0, "\(outcome.output)\(outcome.messages)")
    return outcome.output
  }

  private func published(in output: String) -> [String] {
    output.split(separator: "\n").filter { $0.contains("published/") && $0.contains("cp ") }
      .compactMap { $0.split(separator: "/").last.map(String.init) }.sorted()
  }

  /// Runs a build tool, changes a step, and looks at what is made again.
  private func changeOneStep(_ tool: String) throws {
    #expect(published(in: try run(tool)).count > 4)
    #expect(published(in: try run(tool)).isEmpty)
    // A second later for tools and disks that count in seconds.
    Thread.sleep(forTimeInterval: 1.1)
    try folder.write(
      BuildToolTests.useCase("Borrow", step: "shows the badge"), to: "model/a.usecase")
    let again = published(in: try run(tool))
    #expect(again.contains("flow-usecase-Borrow.svg"))
    #expect(again.allSatisfy { $0.contains("Borrow") }, "\(again)")
    #expect(published(in: try run(tool)).isEmpty)
  }

  @Test func make() throws {
    try folder.write(try listing("make"), to: "Makefile")
    try changeOneStep("make")
    #expect(try run("make").contains("usecase") == false)
    // A new file is noticed, and one that is gone is no error.
    Thread.sleep(forTimeInterval: 1.1)
    try folder.write("actor Visitor\n", to: "model/c.usecase")
    #expect(try run("make").contains("usecase build"))
    try FileManager.default.removeItem(atPath: folder.path + "/model/c.usecase")
    #expect(try run("make").contains("usecase build"))
  }

  @Test func ninja() throws {
    try folder.write(try listing("sh"), to: "configure")
    _ = try run("sh configure")
    try changeOneStep("ninja -v")
    #expect(try run("ninja").contains("no work to do"))
  }

  @Test func namesThatMakeTreatsSpecially() throws {
    let name = "my models #1 $HOME"
    try folder.write(BuildToolTests.useCase("Buy", step: "pays"), to: "\(name)/a b#c$d.usecase")
    try folder.write(
      """
      site.stamp:
      \tusecase build 'my models \\#1 $$HOME' -o 'the site' --depfile site.d --deps-target $@
      \ttouch $@
      -include site.d

      """.replacing("\\#", with: "#"), to: "Makefile")
    try folder.write(
      """
      rule site
        command = usecase build 'my models #1 $$HOME' -o other --depfile $out.d --deps-target $out $
          && touch $out
        depfile = $out.d
      build ninja.stamp: site

      """, to: "build.ninja")
    for (tool, idle) in [("make", "up to date"), ("ninja", "no work to do")] {
      #expect(try !run(tool).contains(idle))
      #expect(try run(tool).contains(idle))
      Thread.sleep(forTimeInterval: 1.1)
      let other = BuildToolTests.useCase("Buy", step: "pays \(tool)")
      try folder.write(other, to: "\(name)/a b#c$d.usecase")
      #expect(try !run(tool).contains(idle))
      #expect(try run(tool).contains(idle))
    }
  }

  /// Each name with the tools that can be told of it.
  @Test(arguments: [
    ("a:b", "make ninja"), ("a%b", "make ninja"), ("a[b]c", "make ninja"), ("a[b", "make ninja"),
    ("~a,b@c+d!(e){f}", "make ninja"), ("a*b", "make"), ("a?b", "make"), ("a b*c:d#e", "make"),
  ])
  func namesInDepfiles(_ name: String, _ tools: String) throws {
    let file = "models/\(name).usecase"
    try folder.write(BuildToolTests.useCase("Buy", step: "pays"), to: file)
    try folder.write(
      "out.stamp:\n\tusecase draw all -m models -o out --depfile out.d --deps-target $@\n"
        + "\ttouch $@\n-include out.d\n", to: "Makefile")
    try folder.write(
      """
      rule draw
        command = usecase draw all -m models -o other --depfile $out.d --deps-target $out && touch $out
        depfile = $out.d
      build ninja.stamp: draw

      """, to: "build.ninja")
    for (tool, idle) in [("make", "up to date"), ("ninja", "no work to do")]
    where tools.contains(tool) {
      #expect(try !run(tool).contains(idle))
      #expect(try run(tool).contains(idle))
      Thread.sleep(forTimeInterval: 1.1)
      try folder.write(BuildToolTests.useCase("Buy", step: "pays \(tool)"), to: file)
      #expect(try !run(tool).contains(idle))
      #expect(try run(tool).contains(idle))
    }
  }

  @Test(arguments: ["a;b", "a|b", "a=b", "a\tb"]) func namesThatNoDepfileHolds(_ name: String)
    throws
  {
    try folder.write(BuildToolTests.useCase("Buy", step: "pays"), to: "models/\(name).usecase")
    let arguments = ["draw", "all", "-m", folder.path + "/models", "-o", folder.path + "/out"]
    let make = try Command.run(arguments + ["--depfile", folder.path + "/out.d"])
    #expect(make.code == 2)
    #expect(make.messages.contains("cannot be put into a rule of Make"))
    #expect(make.messages.contains("--deps-format json"))
    let json = try Command.run(
      arguments + ["--depfile", folder.path + "/out.json", "--deps-format", "json"])
    #expect(json.code == 0)
  }
}
