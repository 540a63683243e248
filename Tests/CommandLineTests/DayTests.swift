import Foundation
import TestSupport
import Testing

/// The day of a check: said, of the environment, or the computer's.
@Suite struct DayTests {
  let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
    try folder.write("model M { reviewed 2026-06-10 every 30 days }\n", to: "a.usecase")
  }

  private func isOverdue(
    _ arguments: [String] = [], _ environment: [String: String] = [:]
  ) throws -> Bool {
    let arguments = ["check", "a.usecase", "--output-format=concise"] + arguments
    let outcome = try Command.run(arguments, in: folder.path, environment: environment)
    let isFound = outcome.output.contains("[review-overdue]")
    #expect(outcome.code == (isFound ? 1 : 0), "\(outcome.messages)")
    return isFound
  }

  @Test func theDayThatIsSaid() throws {
    #expect(try !isOverdue(["--today=2026-07-10"]))
    #expect(try isOverdue(["--today=2026-07-11"]))
    #expect(try isOverdue(["--today", "2026-07-11"], ["SOURCE_DATE_EPOCH": "0"]))
  }

  @Test func theDayOfTheEnvironmentIsThatOfGreenwich() throws {
    // The last second of 10 July 2026 and the first of 11 July, wherever the computer stands.
    for zone in ["UTC", "Pacific/Kiritimati", "Pacific/Pago_Pago"] {
      #expect(try !isOverdue([], ["SOURCE_DATE_EPOCH": "1783727999", "TZ": zone]))
      #expect(try isOverdue([], ["SOURCE_DATE_EPOCH": "1783728000", "TZ": zone]))
    }
  }

  @Test func withoutBothTheClockTells() throws {
    try folder.write("model M { reviewed 2001-01-01 every 30 days }\n", to: "a.usecase")
    // Set and empty counts as not set.
    #expect(try isOverdue([], ["SOURCE_DATE_EPOCH": ""]))
  }

  @Test(arguments: ["-1", "1e9", " 12", "99999999999999999999", "9999999999999999", "today"])
  func anEnvironmentThatIsNoDay(value: String) throws {
    let outcome = try Command.run(
      "check", "a.usecase", in: folder.path, environment: ["SOURCE_DATE_EPOCH": value])
    #expect(outcome.code == 2)
    #expect(outcome.messages.hasPrefix("error: SOURCE_DATE_EPOCH is '\(value)', which is no "))
  }

  @Test func theSiteShowsWhatTheDayFinds() throws {
    for (day, isShown) in [("2026-07-10", false), ("2026-07-11", true)] {
      let outcome = try Command.run(
        "build", "a.usecase", "-o", "site", "--today", day, in: folder.path)
      #expect(outcome.code == 0, "\(outcome.messages)")
      #expect(try folder.read("site/gaps.html").contains("review-overdue") == isShown)
    }
  }
}
