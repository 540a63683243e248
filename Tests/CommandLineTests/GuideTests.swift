import Foundation
import TestSupport
import Testing

/// The guide: its files are written and its commands typed, page after page in one folder, and what
/// comes back is what it shows.
@Suite struct GuideTests {
  private static let docs = Command.root.appending(path: "docs")

  /// The introduction, then the pages in the order of their numbers.
  private static func pages() throws -> [URL] {
    let folder = docs.appending(path: "guide")
    let names = try FileManager.default.contentsOfDirectory(atPath: folder.path)
    let pages = names.filter { $0.hasSuffix(".md") }.sorted()
    return [docs.appending(path: "guide.md")] + pages.map { folder.appending(path: $0) }
  }

  @Test func everyListingIsTrue() throws {
    let folder = try TemporaryFolder()
    // The folder is no repository until the guide makes it one.
    try FileManager.default.removeItem(at: folder.url.appending(path: ".git"))
    try folder.makeFolder("practice")
    for page in try Self.pages() {
      var walk = GuideWalk(page: page, folder: folder)
      try walk.run()
    }
    try comparePictures(with: folder)
  }

  /// What the pages show says what the commands drew. Colours and places may have changed since: the
  /// places of a journey are up to the version of Graphviz.
  private func comparePictures(with folder: TemporaryFolder) throws {
    let pictures = Self.docs.appending(path: "guide")
    let names = try FileManager.default.contentsOfDirectory(atPath: pictures.path)
      .filter { $0.hasSuffix(".svg") }
    #expect(!names.isEmpty)
    for name in names {
      let drawn = try folder.read("practice/" + name)
      if isAccepting { try Data(drawn.utf8).write(to: pictures.appending(path: name)) }
      let shown = try String(contentsOf: pictures.appending(path: name), encoding: .utf8)
      let difference = Set(texts(of: drawn)).symmetricDifference(texts(of: shown))
      #expect(difference.isEmpty, "\(name)")
    }
  }

  /// Everything that can be read in a picture.
  private func texts(of picture: String) -> [String] {
    picture.replacing(#/<style>.*?<\/style>/#.dotMatchesNewlines(), with: "")
      .matches(of: #/>([^<>]*\S[^<>]*)</#).map { String($0.1) }
  }

  @Test func everyPictureAndEveryPageIsThere() throws {
    for page in try Self.pages() {
      let text = try String(contentsOf: page, encoding: .utf8)
      for match in text.matches(of: #/\]\(([^)#:]+)(?:#[^)]*)?\)/#) {
        let target = page.deletingLastPathComponent().appending(path: String(match.1))
        #expect(FileManager.default.fileExists(atPath: target.path), "\(page.path): \(match.1)")
      }
    }
  }
}

private let isAccepting =
  ProcessInfo.processInfo.environment["GOLDEN"] == "accept"
  && ProcessInfo.processInfo.environment["CI"] != "true"

/// One page, read from its beginning to its end.
private struct GuideWalk {
  let page: URL
  let folder: TemporaryFolder
  private var shown: [String] = []

  init(page: URL, folder: TemporaryFolder) {
    self.page = page
    self.folder = folder
  }

  /// Does what the listings say; rewrites the page with what came back where that is accepted.
  mutating func run() throws {
    let text = try String(contentsOf: page, encoding: .utf8)
    var lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)[...]
    while let line = lines.popFirst() {
      shown.append(line)
      guard line.hasPrefix("```") else { continue }
      let words = line.dropFirst(3).split(separator: " ").map(String.init)
      let body = Array(lines.prefix { $0 != "```" })
      lines = lines.dropFirst(body.count)
      if words == ["console"] {
        try type(body)
      } else {
        shown += body
        try place(body, words)
      }
      let end = lines.popFirst()
      shown.append(try #require(end, "\(page.path): a listing is not closed"))
    }
    if isAccepting { try Data(shown.joined(separator: "\n").utf8).write(to: page) }
  }

  /// Writes or changes a file, which the page names above the listing.
  private func place(_ body: [String], _ words: [String]) throws {
    let name = words.count == 2 ? words[1] : ""
    let above = shown.dropLast(body.count + 1).last { !$0.isEmpty }
    #expect(above == "`\(name)`", "\(page.path): no name of a file stands above\n\(body)")
    let file = "practice/" + name
    guard words[0] == "diff" else {
      return try folder.write(body.map { $0 + "\n" }.joined(), to: file)
    }
    let text = try folder.read(file)
    let old = lines(of: body, without: "+")
    let isOnce = text.ranges(of: old).count == 1
    #expect(isOnce, "\(page.path): not once in \(file):\n\(old)")
    try folder.write(text.replacing(old, with: lines(of: body, without: "-")), to: file)
  }

  /// One side of a difference.
  private func lines(of difference: [String], without mark: Character) -> String {
    difference.filter { $0.first != mark }.map { $0.dropFirst() + "\n" }.joined()
  }

  /// Types each command of a listing, and compares what comes back with what stands below it.
  private mutating func type(_ body: [String]) throws {
    var body = body[...]
    while let line = body.popFirst() {
      let command = try #require(
        line.hasPrefix("$ ") ? line.dropFirst(2) : nil, "\(page.path): '\(line)' is no command")
      let expected = Array(body.prefix { !$0.hasPrefix("$ ") })
      body = body.dropFirst(expected.count)
      let found = try answer(to: String(command))
      shown += [line] + (isAccepting ? found : expected)
      if !isAccepting { #expect(expected == found, "\(page.path): \(command)") }
    }
  }

  private func answer(to command: String) throws -> [String] {
    let script = "export PATH=\"${USECASE%/*}:$PATH\"\nexec 2>&1\n" + command
    let identity = ["AUTHOR", "COMMITTER"].flatMap { role in
      [("GIT_\(role)_NAME", "A. Writer"), ("GIT_\(role)_EMAIL", "writer@example.org")]
    }
    let outcome = try Command.shell(
      script, in: folder.path + "/practice",
      environment: Dictionary(uniqueKeysWithValues: identity + [("GIT_CONFIG_NOSYSTEM", "1")]))
    let lines = outcome.output.split(separator: "\n", omittingEmptySubsequences: false)
    return lines.last == "" ? lines.dropLast().map(String.init) : lines.map(String.init)
  }
}
