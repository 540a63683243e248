import Foundation
import TestSupport
import Testing
import UseCaseSyntax

@testable import UseCaseProject

/// Python reads TOML, too: what it accepts we accept, with the same keys and values.
@Suite struct TOMLOracleTests {
  /// Nil for each text that is no TOML, for Python.
  private static func answers(of texts: [String]) throws -> [JSONValue] {
    let script = """
      import json, sys, tomllib
      def plain(value):
          if isinstance(value, dict): return {key: plain(inner) for key, inner in value.items()}
          if isinstance(value, list): return [plain(inner) for inner in value]
          if isinstance(value, str) or type(value) is int: return value
          return None
      def answer(text):
          try: return plain(tomllib.loads(text))
          except (tomllib.TOMLDecodeError, RecursionError, ValueError): return None
      json.dump([answer(text) for text in json.load(sys.stdin)], sys.stdout)
      """
    let folder = try TemporaryFolder()
    try folder.write(JSONValue.array(texts.map { .string($0) }).text(), to: "texts.json")
    let python = Process()
    python.executableURL = URL(filePath: "/usr/bin/env")
    python.arguments = ["python3", "-c", script]
    python.standardInput = try FileHandle(forReadingFrom: folder.url.appending(path: "texts.json"))
    let output = Pipe()
    python.standardOutput = output
    python.standardError = FileHandle.nullDevice
    try python.run()
    let data = output.fileHandleForReading.readDataToEndOfFile()
    python.waitUntilExit()
    return try JSONValue(parsing: Array(data)).array ?? []
  }

  /// Python has read TOML since 3.11.
  private static let isThere = (try? answers(of: ["a = 1"])) == [["a": 1]]

  /// Random files, half of them with a byte more or less, or another.
  private static func samples(seed: UInt64) -> [(text: String, isWhole: Bool)] {
    var random = FixedSeed(seed)
    return (0..<4_000).map { number in
      var writer = TOMLWriter(random: random)
      writer.writeFile()
      random = writer.random
      guard number % 2 == 1 else { return (writer.text, true) }
      var scalars = Array(writer.text.unicodeScalars)
      let place = Int.random(in: 0...scalars.count, using: &random)
      let signs = Array("[]{}'\"=.,#\n\\a1 _é\u{7}\r".unicodeScalars)
      switch Int.random(in: 0..<3, using: &random) {
      case 0 where place < scalars.count: scalars.remove(at: place)
      case 1 where place < scalars.count:
        scalars[place] = signs.randomElement(using: &random) ?? "a"
      default: scalars.insert(signs.randomElement(using: &random) ?? "a", at: place)
      }
      return (String(String.UnicodeScalarView(scalars)), false)
    }
  }

  @Test(.enabled(if: isThere, "python3 reads TOML since 3.11"))
  func whatPythonReadsIsReadTheSame() throws {
    let samples = Self.samples(seed: 5)
    let answers = try Self.answers(of: samples.map(\.text))
    try #require(answers.count == samples.count)
    var accepted = (whole: 0, changed: 0)
    var problems: [String] = []
    for (sample, answer) in zip(samples, answers) {
      let table = Result { try TOMLReaderTests.read(sample.text) }
      guard answer != .null else {
        if sample.isWhole { problems.append("Python refuses \(sample.text)") }
        continue
      }
      if sample.isWhole { accepted.whole += 1 } else { accepted.changed += 1 }
      switch table {
      case .success(let table):
        if !table.agrees(with: answer) { problems.append("\(table.json.text()) \(sample.text)") }
      case .failure(let error): problems.append("\(error) \(sample.text)")
      }
    }
    #expect(problems.isEmpty, "\(problems.prefix(3).joined(separator: "\n---\n"))")
    #expect(accepted.whole == samples.count / 2)
    #expect(accepted.changed > 200)
  }

  @Test func keysStandWhereTheyWereWritten() throws {
    var random = FixedSeed(3)
    for _ in 0..<1_000 {
      var writer = TOMLWriter(random: random)
      writer.writeFile()
      random = writer.random
      let root = try TOMLReaderTests.read(writer.text)
      for (path, offset) in writer.places {
        #expect(root.entry(at: path)?.key == offset, "\(path) in \(writer.text)")
      }
    }
  }
}

extension TOMLTable {
  fileprivate func entry(at path: [String]) -> TOMLEntry? {
    var table = self
    for name in path.dropLast() {
      guard case .table(let inner) = table.entry(name)?.value else { return nil }
      table = inner
    }
    return path.last.flatMap { table.entry($0) }
  }

  /// Whether it holds the same keys, texts and whole numbers; what stands in lists of tables does
  /// not count.
  fileprivate func agrees(with other: JSONValue) -> Bool {
    guard case .object(let members) = other,
      Set(members.map(\.name)) == Set(entries.map(\.name)), members.count == entries.count
    else { return false }
    return entries.allSatisfy { entry in
      other[entry.name].map { entry.value.agrees(with: $0) } ?? false
    }
  }

  /// What tests compare with the JSON Schema; values that no setting takes are null.
  var json: JSONValue { .object(entries.map { JSONValue.Member($0.name, $0.value.json) }) }
}

extension TOMLValue {
  fileprivate func agrees(with other: JSONValue) -> Bool {
    switch (self, other) {
    case (.table(let table), _): table.agrees(with: other)
    case (.list(let items), .array(let others)):
      items.count == others.count
        && zip(items, others).allSatisfy { item, other in item.value.agrees(with: other) }
    case (.tables, .array), (.other, .null), (.other, .object): true
    // Python knows whole numbers of any size.
    case (.other, .number): true
    default: json == other
    }
  }

  fileprivate var json: JSONValue {
    switch self {
    case .text(let text): .string(text)
    case .whole(let number): .integer(number)
    case .list(let items): .array(items.map(\.value.json))
    case .table(let table): table.json
    case .tables: [[:]]
    case .other: .null
    }
  }
}
