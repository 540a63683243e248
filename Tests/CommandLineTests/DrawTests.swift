import Foundation
import TestSupport
import Testing

/// What people get of `draw`, in each format and wherever they are.
@Suite struct DrawTests {
  private let fellmark = Command.root.appending(path: "examples/fellmark").path

  // MARK: Formats

  @Test func aPictureIsWrittenAsPNG() throws {
    let folder = try TemporaryFolder()
    for (scale, file) in [("1", "a.png"), ("2", "b.png")] {
      let outcome = try Command.run(
        "draw", "risks", "--model", fellmark, "--format", "png", "--scale", scale, "--output", file,
        in: folder.path)
      #expect(outcome.code == 0, "\(outcome.messages)")
    }
    let widths = try ["a.png", "b.png"].map { name in
      try Data(contentsOf: URL(filePath: folder.path + "/" + name))[16..<20]
        .reduce(0) { $0 << 8 | Int($1) }
    }
    #expect(widths[0] > 1000 && widths[1] == 2 * widths[0])
  }

  /// Poppler reads the texts back, so that a reader can select them.
  @Test func thePDFHoldsItsTexts() throws {
    let folder = try TemporaryFolder()
    let outcome = try Command.shell(
      """
      "$USECASE" draw stakeholders --model '\(fellmark)' --format pdf --output a.pdf &&
        pdftotext a.pdf - && pdfinfo a.pdf
      """, in: folder.path)
    #expect(outcome.code == 0, "\(outcome.messages)")
    #expect(outcome.output.contains("Head of") && outcome.output.contains("Manage closely"))
    #expect(outcome.lines.contains { $0.hasPrefix("Pages:") && $0.hasSuffix(" 1") })
  }

  @Test func aChartHasNoDOT() throws {
    let outcome = try Command.run("draw", "kpis", "--model", fellmark, "--format", "dot")
    #expect(outcome.code == 2 && outcome.output.isEmpty)
    #expect(
      outcome.messages.contains("a 'kpis' diagram is no graph, so that there is no DOT of it"))
  }

  @Test(arguments: [
    (["--scale", "2"], "'--scale' goes with '--format png'"),
    (["--format", "png", "--scale", "0"], "a number from 0.1 to 10"),
    (["--format", "png", "--scale", "1e9"], "a number from 0.1 to 10"),
    (["--format", "gif"], "one of 'svg', 'png', 'pdf', 'dot'"),
  ])
  func anImpossibleFormatIsExplained(_ arguments: [String], _ message: String) throws {
    let outcome = try Command.run(["draw", "kpis", "--model", fellmark] + arguments)
    #expect(outcome.code == 2 && outcome.messages.contains(message), "\(outcome.messages)")
  }

  /// The picture in the documentation is what the command draws of the example.
  @Test func theDocumentationShowsWhatIsDrawn() throws {
    let example = Command.root.appending(path: "examples/compiler").path
    let outcome = try Command.run("draw", "journey-map", "--model", example)
    let shown = Command.root.appending(path: "docs/journey-map.svg")
    if ProcessInfo.processInfo.environment["GOLDEN"] == "accept" {
      try Data(outcome.output.utf8).write(to: shown)
    }
    #expect(try String(decoding: Data(contentsOf: shown), as: UTF8.self) == outcome.output)
  }

  // MARK: The same everywhere

  /// Another folder, time zone, locale, another order of the files on disk, and no font at all.
  @Test func aPictureIsTheSameEverywhere() throws {
    let folder = try TemporaryFolder()
    let script = """
      set -e
      mkdir here "there and then"
      cp -R '\(fellmark)'/* here
      for file in $(ls -r here); do cp -R "here/$file" "there and then/$file"; done
      draw() { # KIND MODEL: without a name, else with the one that the message proposes
        "$USECASE" draw "$1" --model "$2" 2>message && return
        name=$(sed -n "s/.*for example '\\\\(.*\\\\)'.*/\\\\1/p" message)
        "$USECASE" draw "$1" "$name" --model "$2"
      }
      kinds=$("$USECASE" draw nosuch --model here 2>&1 | sed -n "s/.*one of //p" | tr -d "',")
      for kind in $kinds; do
        [ "$kind" != or ] || continue
        TZ=UTC LC_ALL=C draw "$kind" here >first.svg
        TZ=Asia/Kathmandu LC_ALL=tr_TR.UTF-8 FONTCONFIG_FILE=/dev/null draw "$kind" \\
          "there and then" >second.svg
        cmp first.svg second.svg
        grep -q '</svg>' first.svg
        echo "$kind"
      done
      """
    let outcome = try Command.shell(script, in: folder.path)
    #expect(outcome.code == 0, "\(outcome.messages)")
    #expect(outcome.lines.count >= 18, "\(outcome.lines)")
  }
}
