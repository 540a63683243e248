import Graphviz
import Testing
import UseCaseText

@testable import UseCaseProject

/// Layouts on their way between processes, and in a file.
@Suite struct LayoutCodingTests {
  let layout: Layout
  let bytes: [UInt8]

  init() throws {
    layout = try Graphviz.layout(
      dot: """
        digraph "x" { label="T" subgraph "cluster_a" { label="A" "ä" "b" [xlabel="x"] }
        "ä" -> "b" [id=e label="to" headlabel="h" taillabel="t" dir=both] }
        """
    ).layout
    var writer = ByteWriter()
    writer.write(LayoutAnswer.success(layout))
    bytes = writer.bytes
  }

  @Test func theSameComesBack() throws {
    var reader = ByteReader(bytes)
    #expect(try reader.layoutAnswer().get() == layout)
    #expect(reader.isAtEnd)
    for error in [
      GraphvizError.notInstalled, .unusable(reason: "a"), .invalidInput(reason: ""),
      .layoutFailed(reason: "ü"),
    ] {
      var writer = ByteWriter()
      writer.write(LayoutAnswer.failure(error))
      var reader = ByteReader(writer.bytes)
      #expect(try reader.layoutAnswer() == .failure(error))
    }
  }

  @Test func whatIsCutShortIsAnError() {
    for length in 0..<bytes.count {
      #expect(throws: UnreadableBytes.self) {
        var reader = ByteReader(bytes[..<length])
        _ = try reader.layoutAnswer()
      }
    }
  }

  @Test func countsThatAreTooLargeAskForNoMemory() {
    for place in stride(from: 0, to: bytes.count - 8, by: 3) {
      var damaged = bytes
      for offset in 0..<8 { damaged[place + offset] = 0x7F }
      var reader = ByteReader(damaged)
      _ = try? reader.layoutAnswer()
    }
  }

  @Test func aCacheIsForItsVersionsAndWholeOnly() throws {
    let cache = LayoutCache()
    #expect(cache.bytes(madeBy: ["1"]) == nil)
    cache["graph"] = layout
    let file = try #require(cache.bytes(madeBy: ["1"]))
    #expect(LayoutCache(file, madeBy: ["1"])["graph"] == layout)
    #expect(LayoutCache(file, madeBy: ["1"])["other"] == nil)
    #expect(LayoutCache(file, madeBy: ["2"])["graph"] == nil)
    for place in stride(from: 0, to: file.count, by: 7) {
      var damaged = file
      damaged[place] ^= 1
      #expect(LayoutCache(damaged, madeBy: ["1"])["graph"] == nil)
    }
    // What nobody asked for is not kept.
    let read = LayoutCache(file, madeBy: ["1"])
    #expect(read.bytes(madeBy: ["1"]) == nil)
  }

  @Test func aCacheForgetsWhatNobodyHasAskedForInALongTime() {
    let cache = LayoutCache()
    cache["kept"] = layout
    for round in 0..<100 {
      cache["of round \(round)"] = layout
      _ = cache["kept"]
      cache.endRound()
    }
    #expect(cache["kept"] == layout)
    #expect(cache["of round 98"] == layout)
    #expect(cache["of round 1"] == nil)
    #expect(cache.count == LayoutCache.keptRounds + 1)
  }

  @Test func contentsAreToldApart() {
    var hashes: Set<ContentHash> = []
    let text = Array("The reader shows the card.".utf8)
    for length in 0...text.count { hashes.insert(ContentHash(text[..<length])) }
    for place in text.indices {
      for bit in 0..<8 {
        var other = text
        other[place] ^= 1 << UInt8(bit)
        hashes.insert(ContentHash(other))
      }
    }
    hashes.insert(ContentHash([UInt8](repeating: 0, count: 8)))
    hashes.insert(ContentHash([UInt8](repeating: 0, count: 9)))
    #expect(hashes.count == text.count + 1 + text.count * 8 + 2)
  }
}
