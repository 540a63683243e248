import Testing

@testable import Graphviz

@Suite struct LibraryTests {
  @Test func aMissingLibraryIsAnErrorThatSaysWhatToInstall() {
    #expect(throws: GraphvizError.notInstalled) {
      try Library(candidates: ["libnosuchgraphviz.so.6", "/nowhere/libgvc.so"])
    }
    let message = GraphvizError.notInstalled.description
    #expect(message.contains("'libgvc6'") && message.contains("'brew install graphviz'"))
    #expect(!message.hasSuffix(".") && !message.contains("\n"))
  }

  #if os(Linux)
    @Test func anotherLibraryIsNotTakenForGraphviz() {
      #expect(throws: GraphvizError.notInstalled) { try Library(candidates: ["libc.so.6"]) }
    }
  #endif

  @Test func missingPluginsAreNamed() {
    let files = PluginFiles(libraryPath: "/nowhere/libgvc.so.6")
    #expect(
      throws: GraphvizError.unusable(
        reason: "its plugin 'dot_layout' is not in the folder '/nowhere/graphviz/'")
    ) { try files.open("dot_layout") }
  }

  @Test func theUsualNamesBeginWithThoseOnTheSearchPath() {
    let names = Library.usualNames
    #expect(names.first?.hasPrefix("libgvc.") == true)
    #expect(Set(names).count == names.count && names.contains { $0.contains("/lib/libgvc.") })
  }

  @Test(arguments: [
    ("0", 0), ("1.5", 1_500_000), ("-0.25", -250_000), ("+3", 3_000_000), (".5", 500_000),
    ("1.2346e+05", 123_460_000_000), ("1.5e-05", 15), ("-2e-9", 0), ("0.00000049", 0),
    ("9999999999", 9_999_999_999_000_000),
  ])
  func numbersAreReadInMillionths(_ text: String, _ value: Int) {
    #expect(text.withCString { number(at: $0) } == value)
  }

  @Test(arguments: ["", "-", "nan", "-nan", "inf", "e5", ".", "1e", "1e999", "99999999999", "1e12"])
  func whatIsNoNumberIsNotRead(_ text: String) {
    #expect(text.withCString { number(at: $0) } == nil)
  }

  private func number(at text: UnsafePointer<CChar>) -> Int? {
    var reader = NumberReader(text)
    return reader.number()
  }

  @Test(arguments: [
    ("", [""]), ("a", ["a"]), (#"a\nb"#, ["a", "b"]), (#"a\lb\r"#, ["a", "b"]),
    (#"a\\nb"#, [#"a\\nb"#]), ("a\nb", ["a", "b"]), (#"\n"#, [""]), (#"a\"#, [#"a\"#]),
  ])
  func labelsAreCutIntoLines(_ label: String, _ lines: [String]) {
    let bytes = Array(label.utf8)
    let ranges = bytes.withUnsafeBufferPointer { labelLines($0) }
    #expect(ranges.map { String(decoding: bytes[$0], as: UTF8.self) } == lines)
  }

  #if os(Linux)
    @Test func noFontMachineryIsLoaded() throws {
      _ = try layout(dot: "digraph { a [fontname=\"Helvetica\"] }")
      let maps = try #require(contents(of: "/proc/self/maps"))
      #expect(maps.contains("libgvc.so"))
      // The doors through which libgvc would load it; other tests of this process load Pango for
      // librsvg.
      for plugin in ["libgvplugin_pango", "libgvplugin_gd", "libgvplugin_rsvg"] {
        #expect(!maps.contains(plugin))
      }
    }
  #endif
}
