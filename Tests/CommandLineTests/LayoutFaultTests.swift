import Foundation
import TestSupport
import Testing

/// What becomes of the other pictures where Graphviz crashes or hangs.
///
/// A library that is loaded before Graphviz's own makes it do so (`Tests/Fixtures/graphviz/faults.c`).
@Suite struct LayoutFaultTests {
  let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
    try folder.write(
      ["Good": "fine", "Crash": "crash it", "Hang": "hang it", "Last": "fine, too"]
        .sorted { $0.key < $1.key }.map { LayoutFaultTests.journey($0.key, $0.value) }.joined(),
      to: "model/a.usecase")
  }

  private static func journey(_ name: String, _ title: String) -> String {
    """
    journey \(name) "\(title)" {
        stage \(name)Stage "First" {
            touchpoint \(name)Start "Start" {
            }
        }
    }

    """
  }

  /// Runs the command with the library loaded.
  private func run(_ arguments: String...) throws -> Outcome {
    let faults = Command.root.appending(path: "Tests/Fixtures/graphviz/faults.c").path
    return try Command.shell(
      """
      cc -shared -fPIC -o faults.so '\(faults)' -ldl || exit
      set -m
      env --default-signal=INT,TERM LD_PRELOAD="$PWD/faults.so" "$USECASE" \(arguments.joined(separator: " "))
      """, in: folder.path)
  }

  @Test func aCrashIsAMessage() throws {
    let outcome = try run("draw journey Crash -m model")
    #expect(outcome.code == 2)
    #expect(outcome.output.isEmpty)
    #expect(
      outcome.messages == """
        error: cannot draw the 'journey' diagram of 'crash it': Graphviz cannot lay out the graph: \
        it has crashed with signal 11

        """)
  }

  @Test func aHangIsAMessage() throws {
    let outcome = try run("draw journey Hang -m model --layout-limit 1")
    #expect(outcome.code == 2)
    #expect(outcome.messages.contains("'hang it': Graphviz cannot lay out the graph: it has not"))
    #expect(outcome.messages.contains("finished within 1 s"))
  }

  @Test(arguments: [1, 3])
  func theOthersAreDrawn(jobs: Int) throws {
    let outcome = try run("build model -o site --layout-limit 1 --jobs \(jobs)")
    #expect(outcome.code == 2)
    let lines = outcome.messages.split(separator: "\n")
    #expect(lines.count == 3)
    #expect(lines[1].contains("'crash it'") && lines[2].contains("'hang it'"))
    for (name, isDrawn) in [("Good", true), ("Crash", false), ("Hang", false), ("Last", true)] {
      let page = try folder.read("site/journey-\(name).html")
      #expect(page.contains("uc-picture uc-journey") == isDrawn)
    }
  }

  /// Graphviz would crash on what is laid out here: nothing is, as long as the journey stays as it is.
  @Test(arguments: ["build calm", "draw all -m calm"])
  func whatIsUnchangedIsNotLaidOutAgain(command: String) throws {
    try folder.write(LayoutFaultTests.journey("Crash", "crash it"), to: "calm/a.usecase")
    let first = try Command.shell("\"$USECASE\" \(command) -o out -q", in: folder.path)
    #expect(first.code == 0)
    #expect(try run("\(command) -o out").messages.contains("nothing has changed"))
    // Something else has changed, so that every picture is made again.
    try folder.write("actor Passer\nusecase Pass {\n    actor Passer\n}\n", to: "calm/b.usecase")
    let second = try run("\(command) -o out")
    #expect(second.code == 0 && second.messages.contains(" written, "))
    try folder.write(LayoutFaultTests.journey("Crash", "crash it now"), to: "calm/a.usecase")
    #expect(try run("\(command) -o out").code == 2)
  }

  /// A process that lays a graph out for ever is not left behind.
  @Test(arguments: [("INT", 130), ("TERM", 143), ("KILL", 137)])
  func anEndOfTheCommandEndsItsProcesses(signal: String, code: Int) throws {
    let outcome = try run(
      """
      draw journey Hang -m model & command=$!
      for attempt in $(seq 200); do
        child=$(pgrep -P $command) && break; sleep 0.05
      done
      echo "child ${child:+started}"
      sleep 0.3; kill -\(signal) $command; wait $command; echo $?
      for attempt in $(seq 200); do
        kill -0 $child 2>/dev/null || break; sleep 0.05
      done
      kill -0 $child 2>/dev/null || echo "child ended"
      ls
      """)
    #expect(outcome.output == "child started\n\(code)\nchild ended\nfaults.so\nmodel\n")
  }
}
