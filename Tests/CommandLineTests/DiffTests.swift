import Foundation
import TestSupport
import Testing

/// `diff`: versions from the disk and from git, formats, exit codes.
@Suite struct DiffTests {
  let folder: TemporaryFolder
  static let first = "actor Reader\n\nusecase Lend {\n    actor Reader\n}\n"
  static let second = "actor Reader\nusecase Lend {\nactor Reader\npriority must\n}\nterm Loan\n"

  /// A repository with two commits; the working tree is as the second one.
  init() throws {
    folder = try TemporaryFolder()
    try folder.write(Self.first, to: "models/shop/a.usecase")
    try folder.write("edition = 1\n", to: "models/shop/usecase.toml")
    try folder.write("actor Other\n", to: "models/other.usecase")
    try git("git init -q -b main . && git add . && git commit -qm first")
    try folder.write(Self.second, to: "models/shop/a.usecase")
    try git("git commit -qam second && git tag v2")
  }

  private func git(_ script: String) throws {
    let identity = ["NAME", "EMAIL"].flatMap { name in
      ["AUTHOR", "COMMITTER"].map { ("GIT_\($0)_\(name)", "a@b.c") }
    }
    let outcome = try Command.shell(
      script, in: folder.path,
      environment: Dictionary(uniqueKeysWithValues: identity + [("GIT_CONFIG_NOSYSTEM", "1")]))
    try #require(outcome.code == 0, "\(outcome.messages)")
  }

  private var shop: String { folder.path + "/models/shop" }

  @Test func theWorkingTreeIsComparedWithTheLastCommit() throws {
    let same = try Command.run("diff", in: shop)
    #expect(same.code == 0)
    #expect(same.output.isEmpty)
    #expect(same.messages == "no difference\n")
    try folder.write("// only a remark\n" + Self.second, to: "models/shop/a.usecase")
    #expect(try Command.run("diff", in: shop).code == 0)
    try folder.write("term Loan\n" + Self.first, to: "models/shop/a.usecase")
    let other = try Command.run("diff", "-q", in: shop)
    #expect(other.code == 1)
    #expect(
      other.output.hasPrefix("use cases\n  ~ Lend (usecase Lend)\n      - priority: must\n"))
    #expect(other.messages.isEmpty)
    #expect(try Command.run("diff", "--exit-zero", in: shop).code == 0)
  }

  @Test(arguments: [
    ["git:HEAD~1"], ["git:HEAD~1", "models/shop"],
    ["git:main~1:models/shop", "git:v2:models/shop"],
    ["git:HEAD~1", "models/shop/a.usecase"], ["git:HEAD^{/first}:models/shop", "models/shop"],
    ["git:HEAD~1:./models/shop", "models/shop"],
    ["git:HEAD~1:models/shop/", "git:HEAD:models/shop"],
  ])
  func revisionsAreGivenAsGitKnowsThem(versions: [String]) throws {
    let isInside = versions.count == 1
    let outcome = try Command.run(["diff"] + versions, in: isInside ? shop : folder.path)
    #expect(outcome.code == 1, "\(outcome.messages)")
    #expect(outcome.output.contains("      + priority: must\n"))
    #expect(outcome.output.contains("  + Loan (term Loan)\n"))
    #expect(!outcome.output.contains("Other"))
  }

  @Test(arguments: [
    (["git:nope"], "there is no revision 'nope'"),
    (["git:--help"], "there is no revision '--help'"),
    (["git:--output=x"], "there is no revision '--output=x'"),
    (["git:"], "'git:' names no revision"),
    (["git:HEAD:none", "."], "there is no file or folder 'none' in the revision 'HEAD'"),
    (["none", "."], "there is no file or folder 'none'"),
    (["a", "b", "c"], "there are two versions at most"),
    (["--journeys", "A"], "'--journeys' needs the names of two journeys"),
    (["--journeys", "A", "B"], "there is no journey 'A'"),
    (["--format=jsn"], "did you mean 'json'?"),
  ])
  func whatCannotBeReadExitsWith2(arguments: [String], message: String) throws {
    let outcome = try Command.run(["diff"] + arguments, in: shop)
    #expect(outcome.code == 2)
    #expect(outcome.output.isEmpty)
    #expect(outcome.messages.contains(message), "\(outcome.messages)")
    #expect(try !folder.names().contains("models/shop/x"))
  }

  @Test func gitAndARepositoryAreNeeded() throws {
    let without = try Command.run("diff", in: shop, environment: ["PATH": "bin:/nowhere"])
    #expect(without.code == 2)
    #expect(without.messages.contains("there is no program 'git' in PATH"))
    let plain = try TemporaryFolder()
    try plain.write(Self.first, to: "a.usecase")
    let outside = try Command.run("diff", in: plain.path)
    #expect(outside.code == 2)
    #expect(outside.messages.contains("is in no git repository"))
    #expect(outside.messages.contains("help: git says: "))
    // Two folders need no git at all.
    let folders = try Command.run(
      "diff", plain.path, shop, environment: ["PATH": "/nowhere"])
    #expect(folders.code == 1)
  }

  @Test func linksSubmodulesAndFilesWithStrangeNamesOfARevision() throws {
    try folder.write("actor Shared\n", to: "models/shop/parts/b c \"ü\".usecase")
    try folder.link("models/shop/link.usecase", to: "parts/b c \"ü\".usecase")
    try folder.link("models/shop/out.usecase", to: "../../../../etc/passwd")
    try folder.link("models/shop/ring.usecase", to: "ring.usecase")
    let submodule = "160000,$(git rev-parse HEAD),models/shop/sub"
    try git("git add . && git update-index --add --cacheinfo \(submodule) && git commit -qm third")
    let outcome = try Command.run("diff", "git:HEAD", "git:HEAD~1", in: shop)
    #expect(outcome.code == 1)
    #expect(
      outcome.output.contains("  - Shared (actor Shared)\n"), "\(outcome.output)\(outcome.messages)"
    )
    #expect(try Command.run("diff", "git:HEAD", in: shop).code == 0)
  }

  @Test func nothingIsWritten() throws {
    let before = try FileManager.default.subpathsOfDirectory(atPath: folder.path).sorted()
    _ = try Command.run("diff", "git:HEAD~1", in: shop)
    #expect(try FileManager.default.subpathsOfDirectory(atPath: folder.path).sorted() == before)
  }

  @Test func otherPrograms() throws {
    let json = try Command.run("diff", "git:HEAD~1", "--format=json", "-o", "d.json", in: shop)
    #expect(json.code == 1)
    #expect(json.output.isEmpty)
    let data = Data(try folder.read("models/shop/d.json").utf8)
    let object = try #require(JSONSerialization.jsonObject(with: data) as? [String: Any])
    #expect(object["schema"] as? Int == 1)
    #expect(object["old"] as? String == "git:HEAD~1")
    let elements = try #require(object["elements"] as? [[String: Any]])
    #expect(elements.compactMap { $0["change"] as? String } == ["changed", "added"])
    let markdown = try Command.run("diff", "git:HEAD~1", "-f", "markdown", in: shop)
    #expect(markdown.output.hasPrefix("### What changed in the model\n\n"))
    #expect(markdown.output.contains("- **added** Loan (<code>term Loan</code>)\n"))
  }

  @Test func twoJourneys() throws {
    try folder.write(
      """
      journey AsIs { stage S { touchpoint Queue { pain "waiting" } } }
      journey ToBe { stage S { touchpoint Queue { pain "waiting" answered by Lend } } }
      """, to: "models/shop/journeys.usecase")
    let outcome = try Command.run(
      "diff", "--journeys", "AsIs", "ToBe", "models/shop", in: folder.path)
    #expect(outcome.code == 1)
    #expect(
      outcome.output.contains(
        "  ~ Queue (touchpoint ToBe.Queue)\n"
          + "      ~ pain: \"waiting\" -> \"waiting\" answered by Lend\n"))
  }
}
