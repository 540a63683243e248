import Foundation
import TestSupport
import Testing
import UseCaseModel
import UseCaseSyntax

@testable import UseCaseDiagrams

/// Nothing that a model says breaks out of DOT or SVG: every text of a whole example says something
/// hostile, in every kind of picture.
@Suite struct SafetyTests {
  /// The elements that our pictures are made of; a script is none of them.
  private static let elements: Set<String> = [
    "svg", "title", "desc", "style", "g", "a", "rect", "ellipse", "circle", "path", "line", "text",
  ]

  /// With this many shifts each place says several payloads, and each payload stands in many places.
  @Test(arguments: 0..<3)
  func nothingBreaksOutOfAnyPicture(_ shift: Int) throws {
    for request in try requests(shift) {
      let picture = try draw(request)
      let address = Payloads.all[(shift * 31 + picture.graph.nodes.count) % Payloads.all.count]
      let document = try Markup(picture.svg { _ in address })
      let names = Set(document.names)
      #expect(names.isSubset(of: Self.elements), "\(names.subtracting(Self.elements))")
      for attributes in document.attributes {
        #expect(!attributes.keys.contains { $0.hasPrefix("on") || $0 == "style" })
        if let link = attributes["href"] {
          let start = link.lowercased().filter { $0 > " " }
          #expect(!start.hasPrefix("javascript:") && !start.hasPrefix("data:"), "\(link)")
        }
      }
      #expect(Set(document.ids).count == document.ids.count)
    }
  }

  /// What Graphviz makes of our DOT has our labels.
  @Test(arguments: 0..<3)
  func graphvizGivesTheLabelsBack(_ shift: Int) throws {
    let graphs = try requests(shift).filter { (try? DiagramCatalog.dot(of: $0)) != nil }
    #expect(graphs.count > 40)
    // Pictures of one kind write the same labels in the same way.
    for (_, list) in Dictionary(grouping: graphs, by: \.kind) {
      for request in list.prefix(4) {
        let graph = try draw(request).graph
        let labels = try Graphviz.labels(inDOT: DOT.text(of: graph))
        for node in graph.nodes {
          let lines = node.label.lines.map(\.textWithMarker).joined(separator: "\n")
          #expect(labels[node.name] == lines, "\(request.kind.rawValue): \(node.name)")
        }
      }
    }
  }

  /// Graphviz takes no string beyond 16 KB in one piece.
  @Test func textsBeyond16KBAreDrawn() throws {
    let long = String(repeating: "ein sehr langer \"Text\" \\N & mehr, ", count: 490)
    let model = model(
      """
      actor A "a \(HostileTests.quoted(long).dropFirst())
      system S "s \(HostileTests.quoted(long).dropFirst()) {
      usecase U "u \(HostileTests.quoted(long).dropFirst()) {
      actor A
      include V
      supports O
      flow {
      1. A \(long)
      }
      }
      usecase V
      }
      stakeholder H "h \(HostileTests.quoted(long).dropFirst()) {
      influences H2 strong "i \(HostileTests.quoted(long).dropFirst())
      }
      stakeholder H2
      objective O "o \(HostileTests.quoted(long).dropFirst())
      journey J {
      stage G {
      touchpoint T "t \(HostileTests.quoted(long).dropFirst())
      }
      start -> T
      T -> completed when "c \(HostileTests.quoted(long).dropFirst())
      }
      """)
    var kinds: Set<DiagramKind> = []
    for request in DiagramCatalog.requests(in: model) where kinds.insert(request.kind).inserted {
      let content = try Markup(draw(request).svg()).content
      #expect(content.contains("langer"), "\(request.kind.rawValue)")
      guard let dot = try? DiagramCatalog.dot(of: request) else { continue }
      let labels = try Graphviz.labels(inDOT: dot).values.joined()
      #expect(labels.utf8.count > 16_384 && labels.contains("langer"), "\(request.kind.rawValue)")
    }
    let graphs: Set<DiagramKind> = [
      .useCases, .includeExtend, .flow, .sequence, .journey, .influence, .objectives,
    ]
    #expect(kinds.isSuperset(of: graphs))
  }

  // MARK: A hostile model

  private func requests(_ shift: Int) throws -> [DiagramRequest] {
    var texts = Payloads.all + Self.randomTexts
    texts = Array(texts[(shift * 67 % texts.count)...] + texts[..<(shift * 67 % texts.count)])
    let model = hostileModel("fellmark") { texts[$0 % texts.count] }
    let traces = ["usecase CheckOut", "persona Ronja", "risk "].flatMap { start in
      model.elements.filter { $0.key.hasPrefix(start) }.prefix(1)
    }
    let requests =
      DiagramCatalog.requests(in: model)
      + traces.map { DiagramRequest(.trace, of: $0, in: model) }
    #expect(Set(requests.map(\.kind)).count >= 15)
    return requests
  }

  /// Any characters, with a fixed seed.
  private static let randomTexts: [String] = {
    var seed = FixedSeed(5)
    let ranges: [ClosedRange<UInt32>] = [
      0x20...0x7E, 0x0...0x2FF, 0x300...0x6FF, 0x900...0x1FFF, 0x2000...0x2BFF, 0x3000...0xD7FF,
      0xE000...0xFFFF, 0x1F000...0x1FAFF, 0x10000...0x10FFFF,
    ]
    return (0..<60).map { _ in
      var text = String.UnicodeScalarView()
      for _ in 0..<Int.random(in: 1...40, using: &seed) {
        let range = ranges[Int.random(in: 0..<ranges.count, using: &seed)]
        if let scalar = Unicode.Scalar(UInt32.random(in: range, using: &seed)) {
          text.append(scalar)
        }
      }
      return String(text)
    }
  }()

  /// An example in which every text in quotes, every description and every step says something else.
  private func hostileModel(_ example: String, _ text: (Int) -> String) -> Model {
    var count = 0
    func next() -> String {
      count += 1
      return text(count - 1)
    }
    let trees = exampleFiles.filter { $0.path.hasPrefix(example + "/") }.map { file in
      let lines = String(decoding: file.bytes, as: UTF8.self).components(separatedBy: "\n")
      let changed = lines.map { Self.replacingTexts(in: $0, next) }
      return parse(SourceText(path: file.path, changed.joined(separator: "\n")))
    }
    return resolve(trees)
  }

  private static func replacingTexts(in line: String, _ next: () -> String) -> String {
    let trimmed = line.drop { $0 == " " }
    if trimmed.hasPrefix("//") && !trimmed.hasPrefix("///") { return line }
    if trimmed.hasPrefix("///") { return "/// " + oneLine(next()) }
    let words = trimmed.split(separator: " ", maxSplits: 2)
    if words.count == 3, words[0].last == ".", Int(words[0].dropLast()) != nil {
      return words[1] == "include" ? line : "\(words[0]) \(words[1]) \(oneLine(next()))"
    }
    var result = ""
    var rest = Substring(line)
    while let open = rest.firstIndex(of: "\"") {
      result += rest[..<open]
      rest = rest[rest.index(after: open)...]
      guard let close = rest.firstIndex(of: "\"") else { return line }
      result += HostileTests.quoted(next())
      rest = rest[rest.index(after: close)...]
    }
    return result + rest
  }

  private static func oneLine(_ text: String) -> String {
    String(String.UnicodeScalarView(text.unicodeScalars.filter { $0.value >= 0x20 && $0 != "[" }))
  }
}

/// The command `dot`.
enum Graphviz {
  /// By node: its label as `dot -Tdot_json` gives it back, with the line ends that it means.
  static func labels(inDOT dot: String) throws -> [String: String] {
    let objects = try objects(inDOT: dot, format: "dot_json")
    let pairs = objects.compactMap { object -> (String, String)? in
      guard let name = object["name"] as? String, let label = object["label"] as? String,
        object["nodes"] == nil
      else { return nil }
      return (name, plain(label))
    }
    return Dictionary(pairs, uniquingKeysWith: { first, _ in first })
  }

  /// Runs `dot` on a text; `format` is one of its formats in JSON.
  static func objects(inDOT dot: String, format: String) throws -> [[String: Any]] {
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = ["dot", "-T" + format]
    let (input, output) = (Pipe(), Pipe())
    process.standardInput = input
    process.standardOutput = output
    process.standardError = FileHandle.nullDevice
    try process.run()
    let writer = Thread {
      input.fileHandleForWriting.write(Data(dot.utf8))
      try? input.fileHandleForWriting.close()
    }
    writer.start()
    let data = output.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    let json = try JSONSerialization.jsonObject(with: data) as? [String: Any]
    return json?["objects"] as? [[String: Any]] ?? []
  }

  /// A label without the escapes that Graphviz reads when it draws.
  private static func plain(_ label: String) -> String {
    var text = ""
    var isEscaped = false
    for scalar in label.unicodeScalars {
      switch (isEscaped, scalar) {
      case (false, "\\"): isEscaped = true
      case (true, "n"), (true, "l"):
        text += "\n"
        isEscaped = false
      default:
        text.unicodeScalars.append(scalar)
        isEscaped = false
      }
    }
    if label.hasSuffix("\\l"), text.hasSuffix("\n") { text.removeLast() }
    return text.replacingOccurrences(of: "&amp;", with: "&")
  }
}
