import TestSupport
import Testing
import UseCaseProject
import UseCaseSyntax

@testable import UseCaseLanguageServer

/// Places as clients count them.
@Suite struct PositionTests {
  /// Emoji of several scalars, CJK, a combining mark, and line ends of every kind.
  private static let text = "a👩‍👩‍👧b\r\n日本語c\re\u{301}f\n\n𝄞"

  @Test(arguments: [PositionEncoding.utf8, .utf16])
  func placesAndOffsetsAreTheSame(_ encoding: PositionEncoding) {
    let text = ClientText(SourceText(path: "", Self.text), encoding, isFromClient: true)
    var lastLine = 0
    for (offset, byte) in text.source.bytes.enumerated() where byte & 0xC0 != 0x80 {
      let place = text.position(offset)
      #expect(place.line >= lastLine)
      lastLine = place.line
      // Within a line end there is no place of its own.
      guard byte != 0x0A else { continue }
      #expect(text.offset(place) == offset)
    }
  }

  @Test func unitsAreCounted() {
    let text = ClientText(SourceText(path: "", Self.text), .utf16, isFromClient: true)
    #expect(text.position(20) == ClientPosition(line: 0, character: 10))
    #expect(text.offset(ClientPosition(line: 1, character: 3)) == 31)
    // In the middle of a pair, behind a line, below the text.
    #expect(text.offset(ClientPosition(line: 4, character: 1)) == text.source.bytes.count - 4)
    #expect(text.offset(ClientPosition(line: 0, character: 999)) == 20)
    #expect(text.offset(ClientPosition(line: 99, character: 0)) == text.source.bytes.count)
  }

  @Test func aByteOrderMarkIsHidden() {
    let source = SourceText(path: "", "\u{FEFF}actor A\n")
    let text = ClientText(source, .utf16, isFromClient: false)
    #expect(text.position(3) == ClientPosition(line: 0, character: 0))
    #expect(text.offset(ClientPosition(line: 0, character: 2)) == 5)
  }

  @Test(arguments: [
    ("file:///a/b%20c/%C3%A4.usecase", "/a/b c/ä.usecase"), ("file://localhost/a", "/a"),
    ("FILE:///a", "/a"),
  ])
  func addressesArePaths(_ uri: String, _ path: String) {
    #expect(DocumentURI.path(uri) == path)
    #expect(DocumentURI.path(DocumentURI.uri(ofPath: path)) == path)
  }

  @Test(arguments: ["untitled:1", "file://host/a", "file:///%", "file:///%zz", "file:///%00", ""])
  func otherAddressesAreNone(_ uri: String) {
    #expect(DocumentURI.path(uri) == nil)
  }

  /// Edits in small steps give what the editor has, in both ways of counting.
  @Test(arguments: [PositionEncoding.utf8, .utf16])
  func editsInSmallStepsAreTheWhole(_ encoding: PositionEncoding) throws {
    var random = FixedSeed(7)
    var document = OpenDocument(
      uri: "untitled:1", version: 0, text: Self.text, encoding: encoding, on: NoFiles())
    var expected = Array(Self.text.utf8)
    let pieces = ["x", "\n", "\r\n", "👩‍👩‍👧", "日本", "e\u{301}", ""]
    for version in 1...500 {
      let starts = expected.indices.filter { expected[$0] & 0xC0 != 0x80 } + [expected.count]
      let (one, two) = (
        starts.randomElement(using: &random) ?? 0, starts.randomElement(using: &random) ?? 0
      )
      let text = ClientText(SourceText(path: "", bytes: expected), encoding, isFromClient: true)
      let start = text.offset(text.position(min(one, two)))
      let end = max(start, text.offset(text.position(min(max(one, two), start + 9))))
      let piece = pieces.randomElement(using: &random) ?? ""
      try document.change(
        [["range": text.range(start..<end), "text": .string(piece)]], version: version)
      expected.replaceSubrange(start..<end, with: piece.utf8)
      try #require(document.text.source.bytes == expected)
    }
  }
}

/// A disk that nothing lies on.
private struct NoFiles: FileSystem {
  func kind(of path: String) -> FileKind? { nil }
  func resolve(_ path: String) throws(ProjectError) -> String { throw ProjectError("none") }
  func entries(of folder: String) throws(ProjectError) -> [FolderEntry] { [] }
  func read(_ path: String) throws(ProjectError) -> [UInt8] { throw ProjectError("none") }
}
