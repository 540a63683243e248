import Foundation
import TestSupport
import Testing

/// `build` and `draw all`: what is made again, what is left alone, and what is in the way.
@Suite struct BuildTests {
  let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
    try folder.write(BuildTests.model("shows the card"), to: "model/a.usecase")
  }

  private static func model(_ step: String) -> String {
    """
    actor Reader
    system Library {
        usecase Borrow "Borrow a book" {
            actor Reader
            flow {
                1. Reader \(step)
                2. Library records the loan
            }
        }
    }
    journey Loan "To borrow a book" {
        stage Visit "Visit" {
            touchpoint Desk "The desk" {
            }
        }
    }

    """
  }

  private func run(_ arguments: String...) throws -> Outcome {
    try Command.run(arguments, in: folder.path)
  }

  private func shell(_ script: String) throws -> Outcome {
    try Command.shell(script, in: folder.path)
  }

  @Test(arguments: [["build", "model"], ["draw", "all", "-m", "model"]])
  func whatDidNotChangeIsNotMadeAgain(command: [String]) throws {
    let arguments = command + ["-o", "out"]
    #expect(try Command.run(arguments, in: folder.path).messages.contains(" written, 0 unchanged"))
    func isIdle() throws -> Bool {
      try Command.run(arguments, in: folder.path).messages.contains("nothing has changed")
    }
    #expect(try isIdle())
    try folder.write(BuildTests.model("shows the badge"), to: "model/a.usecase")
    #expect(try !isIdle())
    #expect(try isIdle())
    try folder.write("actor Visitor\n", to: "model/b.usecase")
    #expect(try !isIdle())
    #expect(try isIdle())
    try folder.write("edition = 1\n", to: "model/usecase.toml")
    #expect(try !isIdle())
    #expect(try isIdle())
    // Nobody but the compiler may change what it wrote.
    let output = try #require(
      try folder.names().first { $0.hasPrefix("out/") && $0.contains("Borrow") })
    try FileManager.default.removeItem(atPath: folder.path + "/" + output)
    #expect(try !isIdle())
    #expect(try folder.names().contains(output))
    #expect(try isIdle())
  }

  /// What a new file could change and what it could not.
  @Test func filesThatAreNoPartOfTheModelDoNotCount() throws {
    _ = try run("build", "model", "-o", "model/site")
    try folder.write("swap", to: "model/.a.usecase.swp")
    try folder.write("notes", to: "model/notes.txt")
    #expect(try run("build", "model", "-o", "model/site").messages.contains("nothing has changed"))
    let other = try run("build", "model", "-o", "model/site", "--today", "2026-01-01")
    #expect(!other.messages.contains("nothing has changed"))
  }

  @Test func whatSavesTimeChangesNoByte() throws {
    let outcome = try shell(
      """
      "$USECASE" build model -o cached -q && rm cached/.usecase-stamp &&
      "$USECASE" build model -o cached -q && "$USECASE" build model -o plain -q --no-cache --jobs 3 &&
      ls -A plain | grep '^.usecase-'; ls -A cached | grep '^.usecase-'
      diff -r -x '.usecase-*' cached plain && echo same
      printf 'damaged' >> cached/.usecase-layouts; rm cached/.usecase-stamp
      "$USECASE" build model -o cached
      """)
    #expect(
      outcome.output == """
        .usecase-manifest
        .usecase-layouts
        .usecase-manifest
        .usecase-stamp
        same

        """)
    #expect(outcome.messages.contains(": 0 written, "))
  }

  /// Whatever was changed, and whoever has touched what was written: a site that is built again is
  /// the one that an empty folder would get.
  @Test func whatIsBuiltAgainIsWhatACleanBuildMakes() throws {
    try FileManager.default.copyItem(
      atPath: Command.root.path + "/examples/library", toPath: folder.path + "/shelf")
    let edits = [
      "true",
      "sed -i 's/^\\( *2\\. [A-Z].*\\)$/\\1 once more/' shelf/*.usecase",
      "sed -i 's/^actor Librarian.*/actor Librarian \"Keeper of books\"/' shelf/*.usecase",
      "sed -i '0,/flow {/s//flow {\\n/' shelf/*.usecase",
      "sed -i 's/ once more$/ twice/' shelf/*.usecase; rm built/actor-*.html",
      "sed -i '0,/ twice$/s// thrice/' shelf/services.usecase; printf X >> built/glossary.html",
      "printf '\\nactor Passer\\n' > shelf/passer.usecase",
      "sed -i '1i // a line above' shelf/*.usecase",
      "mv shelf/passer.usecase shelf/z.usecase",
      "rm shelf/z.usecase",
      "printf '\\n[site]\\naccent = \"#336600\"\\n' >> shelf/usecase.toml",
      "printf 'theirs' > built/index.html",
      "printf 'X' | dd of=built/index.html bs=1 seek=40 conv=notrunc status=none",
      "rm built/index.html built/.usecase-layouts",
      "rm built/.usecase-stamp",
    ]
    for edit in edits {
      let outcome = try shell(
        """
        \(edit)
        "$USECASE" build shelf -o built -q --today 2026-11-01
        rm -rf clean && "$USECASE" build shelf -o clean -q --today 2026-11-01 --jobs 1
        diff -r -x '.usecase-*' built clean && echo same
        """)
      #expect(outcome.output.hasSuffix("same\n"), "\(edit): \(outcome.output.prefix(300))")
    }
  }

  /// Of a change of one step only what shows it is made again, and what was wrong is told again.
  @Test func aChangeOfOneStepIsAFewFiles() throws {
    let outcome = try shell(
      """
      cp -r '\(Command.root.path)/examples/fellmark' shop
      printf '\nview Nothing "Nothing at all" {\n    show flow\n    of BuyAndKeep\n}\n' >> shop/views.usecase
      "$USECASE" build shop -o site --today 2026-11-01 -q
      sed -i '23s/asks/politely asks/' shop/support.usecase
      "$USECASE" build shop -o site --today 2026-11-01
      "$USECASE" build shop -o clean --today 2026-11-01 -q --no-cache
      diff -r -x '.usecase-*' site clean && echo same
      """)
    #expect(outcome.output == "same\n")
    let warning =
      "warning: views.usecase:28: the view 'Nothing at all' cannot be drawn: a 'flow' diagram "
      + "is about a use case, not about a journey\n"
    #expect(
      outcome.messages == warning + "191 files in 'site': 2 written, 189 unchanged\n" + warning
        + warning)
  }

  @Test func outputsCanBeAskedForBeforehand() throws {
    for command in [["build", "model"], ["draw", "all", "-m", "model"]] {
      let arguments = command + ["-o", "the out"]
      let asked = try Command.run(arguments + ["--print-outputs"], in: folder.path)
      #expect(asked.code == 0)
      #expect(try !folder.names().contains("the out"))
      #expect(try Command.run(arguments, in: folder.path).code == 0)
      let files = try folder.names().filter {
        $0.hasPrefix("the out/") && !$0.contains("/.") && $0.contains(".")
      }
      #expect(asked.lines.sorted() == files)
      try FileManager.default.removeItem(atPath: folder.path + "/the out")
    }
  }

  @Test func drawingAllOfOneKind() throws {
    let outcome = try run("draw", "all", "-m", "model", "-o", "out", "--only", "flow")
    #expect(outcome.code == 0)
    #expect(
      try folder.names().filter { $0.hasSuffix("svg") } == ["out/flow-usecase-Borrow.svg"])
    let one = try run("draw", "flow", "Borrow", "-m", "model")
    #expect(try folder.read("out/flow-usecase-Borrow.svg") == one.output)
  }

  /// A view may ask for what there is not, today; everything else is made, and its page says why.
  @Test func aViewThatCannotBeDrawnSaysWhy() throws {
    let views = "view Gone \"What is gone\" {\n    show use-cases\n    only status retired\n}\n"
    try folder.write(views, to: "model/views.usecase")
    let reason = "'only status retired' leaves nothing to show of 'What is gone'"
    for arguments in [
      ["build", "model", "-o", "site"], ["draw", "all", "-m", "model", "-o", "out"],
    ] {
      let outcome = try Command.run(arguments, in: folder.path)
      #expect(outcome.code == 0)
      #expect(
        outcome.messages.contains(
          "warning: views.usecase:1: the view 'What is gone' cannot be drawn: \(reason)\n"))
    }
    let page = try folder.read("site/view-Gone.html")
    #expect(
      page.contains(">This view cannot be drawn: ") && page.contains("leaves nothing to show"))
  }

  /// What is no picture is an error at the place that names it, for 'check' and 'build' alike.
  @Test func aPictureOfAnotherKindIsFoundWhereItIsNamed() throws {
    try folder.write("persona Ronja { image \"r.png\" }\n", to: "model/people.usecase")
    try folder.write("<script>", to: "model/r.png")
    for arguments in [["check", "model"], ["build", "model", "-o", "site"]] {
      let outcome = try Command.run(arguments, in: folder.path)
      #expect(outcome.code == 1)
      let said = outcome.output + outcome.messages
      #expect(said.contains("'r.png' has the name of a PNG picture, but holds something else"))
      #expect(said.contains("model/people.usecase:1:23"))
    }
  }

  @Test func aDepfileForOtherPrograms() throws {
    let outcome = try run(
      "draw", "flow", "Borrow", "-m", "model", "-o", "out.svg", "--depfile", "d.json",
      "--deps-format", "json")
    #expect(outcome.code == 0)
    #expect(
      try folder.read("d.json") == """
        {
          "outputs": [
            "out.svg"
          ],
          "inputs": [
            "model/a.usecase"
          ],
          "folders": [
            "model"
          ]
        }

        """)
  }

  // MARK: What is in the way

  @Test func foldersThatAreNoneOfOurs() throws {
    try folder.write("mine", to: "file")
    try folder.write("mine", to: "theirs/index.html")
    try folder.makeFolder("target")
    try folder.link("link", to: "target")
    try folder.link("dangling", to: "nowhere")
    for (output, reason) in [
      ("file", "'file' is no folder"), ("theirs", "usecase did not write it"),
      ("link", "it is a symbolic link"), ("link/", "it is a symbolic link"),
      ("dangling", "it is a symbolic link"),
    ] {
      let outcome = try run("build", "model", "-o", output)
      #expect(outcome.code == 2)
      #expect(outcome.messages.contains(reason), "\(outcome.messages)")
    }
    #expect(try folder.read("theirs/index.html") == "mine")
    #expect(try folder.read("file") == "mine")
    #expect(try !folder.names().contains { $0.hasPrefix("target/") || $0.hasPrefix("nowhere") })
    _ = try run("build", "model", "-o", "site")
    let other = try run("draw", "all", "-m", "model", "-o", "site")
    #expect(other.code == 2)
    #expect(other.messages.contains("'site' holds a site"))
  }

  /// Somebody without rights, in a folder without a repository and without git.
  @Test func aReadOnlyCheckout() throws {
    let outcome = try shell(
      """
      rm -rf .git; mkdir -m 777 out; chmod 755 . model; chmod 644 model/*
      as='setpriv --reuid=65534 --regid=65534 --clear-groups --'
      [ "$(id -u)" = 0 ] || { chmod a-w . model; as=; }
      PATH=/nonexistent; run() { /usr/bin/env PATH=/usr/bin $as "$USECASE" "$@"; }
      run check -q model; echo $?
      run build model -o out/site; echo $?
      run build model -o out/site; echo $?
      run build model -o site; echo $?
      /usr/bin/env chmod u+w . model
      """)
    #expect(outcome.lines.suffix(3) == ["0", "0", "2"], "\(outcome.output)\(outcome.messages)")
    #expect(outcome.messages.contains("out/site': nothing has changed"))
    #expect(outcome.messages.contains("cannot make the folder 'site': permission denied"))
  }

  @Test func aSubmodule() throws {
    try folder.write("gitdir: ../.git/modules/model\n", to: "model/.git")
    try folder.write("this is = no settings file of the submodule [\n", to: "usecase.toml")
    #expect(try run("build", "model", "-o", "site").code == 0)
  }

  // MARK: Together, and cut short

  @Test func twoBuildsAtOnceAreOne() throws {
    let outcome = try shell(
      """
      "$USECASE" build model -o one -q || exit
      for round in 1 2 3 4 5 6 7 8; do
        rm -rf two
        "$USECASE" build model -o two -q & first=$!
        "$USECASE" build model -o two -q & second=$!
        wait $first; codes=$?; wait $second; echo $codes $?
        diff -r -x .usecase-stamp one two
        "$USECASE" build model -o two 2>&1 | grep -v 'nothing has changed'
      done
      """)
    #expect(outcome.output == String(repeating: "0 0\n", count: 8), "\(outcome.messages)")
  }

  /// Kills a build at 200 moments while the model goes to and fro between two versions.
  @Test func killedAtAnyMoment() throws {
    try folder.write(BuildTests.model("shows the badge"), to: "other/a.usecase")
    let outcome = try shell(
      """
      RANDOM=4711; unset SOURCE_DATE_EPOCH; day='--today 2026-07-01'
      cp -r model first; cp -r other second
      for version in first second; do
        cp $version/a.usecase model/; "$USECASE" build model -o of-$version -q $day || exit
      done
      files=$(cd of-first; find . -type f -not -name '.usecase-*')
      for round in $(seq 200); do
        if [ $((round % 2)) = 0 ]; then cp first/a.usecase model/; else cp second/a.usecase model/; fi
        "$USECASE" build model -o site -q $day & command=$!
        sleep 0.$(printf %03d $((RANDOM % 250)))
        kill -9 $command; wait $command
        for file in $files; do
          [ ! -e site/$file ] || cmp -s site/$file of-first/$file ||
            cmp -s site/$file of-second/$file || echo "torn $file"
        done
      done 2>/dev/null
      "$USECASE" build model -o site -q $day || exit
      diff -r -x .usecase-stamp of-first site && find . -name '*.tmp' && echo done
      """)
    #expect(outcome.output == "done\n", "\(outcome.messages)")
  }
}
