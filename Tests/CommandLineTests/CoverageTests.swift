import Foundation
import TestSupport
import Testing

/// `coverage`: figures, formats, minimums; `check` below the minimums of settings.
@Suite struct CoverageTests {
  let folder: TemporaryFolder

  /// One of two touchpoints is realised, and nothing else is found fault with.
  private static let text = """
    actor Customer
    usecase PayOrder {
      actor Customer
      status draft
    }
    journey Buy {
      stage Purchase {
        touchpoint Pay { realized by PayOrder }
        touchpoint Wait
      }
    }

    """

  init() throws {
    folder = try TemporaryFolder()
    try folder.write("edition = 1\n", to: "shop/usecase.toml")
    try folder.write(CoverageTests.text, to: "shop/a.usecase")
  }

  private func coverage(_ arguments: String...) throws -> Outcome {
    try Command.run(["coverage"] + arguments, in: folder.path)
  }

  @Test func theTable() throws {
    let outcome = try coverage("shop")
    #expect(outcome.code == 0)
    #expect(outcome.messages.isEmpty)
    #expect(outcome.lines.first == "shop")
    #expect(outcome.output.contains("touchpoints realised               50 %"))
    #expect(outcome.output.contains("touchpoint-without-usecase (1)"))
    #expect(outcome.output.contains("usecase check shop\n"))
    #expect(!outcome.output.contains("\u{1B}"))
    #expect(try coverage("shop", "--color=always").output.contains("\u{1B}[1mshop"))
  }

  @Test func theSameBytesWhateverTheLanguage() throws {
    let here = try Command.run("coverage", "shop", in: folder.path)
    for language in ["C", "de_DE.UTF-8", "POSIX"] {
      let there = try Command.run(
        "coverage", "shop", in: folder.path,
        environment: ["LANG": language, "LC_ALL": language, "COLUMNS": "40"])
      #expect(there.output == here.output)
    }
  }

  @Test func theMissingPlaces() throws {
    let outcome = try coverage("shop", "--verbose")
    #expect(
      outcome.output.contains(
        "    shop/a.usecase:9:16: touchpoint 'Wait' is realised by no use case "
          + "[touchpoint-without-usecase]\n"))
    let inside = try Command.run("coverage", "-v", in: folder.path + "/shop")
    #expect(inside.output.contains("    a.usecase:9:16: "))
    #expect(!inside.output.contains("Places:"))
  }

  @Test func formatsAndFiles() throws {
    let json = try coverage("shop", "--format=json")
    let object = try JSONSerialization.jsonObject(with: Data(json.output.utf8))
    #expect((object as? [String: Any])?["schema"] as? Int == 1)
    #expect(try coverage("shop", "--format", "markdown").output.hasPrefix("### shop\n"))
    let badge = try coverage("shop", "-f", "badge", "--figure=pains-answered", "-o", "badge.svg")
    #expect(badge.code == 0 && badge.output.isEmpty && badge.messages.isEmpty)
    #expect(try folder.read("badge.svg").contains("pains answered: –"))
    let failed = try coverage("shop", "-o", "missing/badge.svg")
    #expect(failed.code == 2)
    #expect(failed.messages == "error: cannot write 'missing/badge.svg': it does not exist\n")
  }

  @Test(
    arguments: [
      (["--min=touchpoints-realised=50"], 0), (["--min=touchpoints-realised=51"], 1),
      (["--min", "touchpoints-realised=51%"], 1), (["--min=pains-answered=100"], 0),
      (["--min=overall=0", "--min=touchpoints-realised=100"], 1),
    ] as [([String], Int32)])
  func minimums(arguments: [String], code: Int32) throws {
    let outcome = try Command.run(["coverage", "shop"] + arguments, in: folder.path)
    #expect(outcome.code == code)
    #expect(outcome.messages.isEmpty == (code == 0))
    // What was asked for is shown all the same.
    #expect(outcome.lines.first == "shop")
  }

  @Test func aFigureThatIsTooLowNamesWhatFindsTheRest() throws {
    let outcome = try coverage("shop", "--min=touchpoints-realised=90")
    #expect(
      outcome.messages == """
        error: 'touchpoints-realised' is 50 % (1 of 2), less than the 90 % of '--min'
        help: 'touchpoint-without-usecase' finds what is missing; 'usecase coverage --verbose' \
        lists the places

        """)
  }

  @Test func minimumsOfSettings() throws {
    try folder.write(
      "edition = 1\n\n[coverage]\ntouchpoints-realised = 90\n", to: "shop/usecase.toml")
    let message = """
      'touchpoints-realised' is 50 % (1 of 2), less than the 90 % of shop/usecase.toml:4

      """
    let outcome = try coverage("shop")
    #expect(outcome.code == 1)
    #expect(outcome.messages.hasPrefix("error: \(message)"))
    // An option takes the place of the setting.
    #expect(try coverage("shop", "--min=touchpoints-realised=50").code == 0)
    let checked = try Command.run("check", "shop", "-q", "--fail-on=error", in: folder.path)
    #expect(checked.code == 1)
    #expect(checked.messages.hasPrefix("error: \(message)"))
    let never = try Command.run("check", "shop", "--fail-on=never", in: folder.path)
    #expect(never.code == 0)
    #expect(never.messages.contains("warning: \(message)"))
    // A hook that is handed one file is told of that file.
    let one = try Command.run(
      "check", "--report", "shop/a.usecase", "--fail-on=error", in: folder.path)
    #expect(one.code == 0 && !one.messages.contains("touchpoints-realised"))
  }

  @Test func aFileInTheCompanyOfOthers() throws {
    try folder.write(CoverageTests.text, to: "loose/mine.usecase")
    #expect(try coverage("loose/mine.usecase").messages.isEmpty)
    try folder.write("actor Reader\n", to: "loose/theirs/other.usecase")
    #expect(
      try coverage("loose/mine.usecase").messages == """
        note: all 2 files below '\(folder.path)/loose' were read as one model, because no \
        'usecase.toml' says where it begins

        """)
    #expect(try coverage("loose").messages.isEmpty)
    #expect(try coverage("shop/a.usecase").messages.isEmpty)
  }

  @Test func errorsAreSaid() throws {
    try folder.write("actor A {\n", to: "shop/b.usecase")
    let outcome = try coverage("shop")
    #expect(outcome.code == 0)
    #expect(
      outcome.messages == """
        warning: the model has 1 error, so that the figures may be wrong
        help: 'usecase check' shows it

        """)
  }

  @Test(arguments: [
    (["--min=touchpoints-realized=3"], "did you mean 'touchpoints-realised'?"),
    (["--min=xyzzy=3"], "'usecase explain' lists them"),
    (["--min=overall"], "'overall=90'"), (["--min=overall=101"], "'overall=90'"),
    (["--min=overall=-1"], "'overall=90'"),
    (["--min=overall=99999999999999999999"], "'overall=90'"),
    (["--format=jsn"], "did you mean 'json'?"),
    (["--figure=overall"], "'--figure' needs '--format badge'"),
    (["--format=badge", "--figure=overal"], "did you mean 'overall'?"),
    (["missing"], "there is no file or folder 'missing'"),
  ])
  func wrongUsageExitsWith2(arguments: [String], message: String) throws {
    let outcome = try Command.run(["coverage"] + arguments, in: folder.path + "/shop")
    #expect(outcome.code == 2)
    #expect(outcome.output.isEmpty)
    #expect(outcome.messages.contains(message), "\(outcome.messages)")
  }

  @Test func helpLeadsToTheFigures() throws {
    let outcome = try coverage("--help")
    #expect(outcome.code == 0)
    #expect(outcome.output.contains("'usecase explain'"))
    #expect(outcome.output.contains("--min <figure=percent>"))
  }
}
