import ArgumentParser
import UseCaseProject
import UseCaseSyntax

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// The day on which a model is checked: reviews are overdue then, and benchmarks old.
///
/// In this file alone the clock is read. `SOURCE_DATE_EPOCH` (reproducible-builds.org) stands for it where
/// it is set.
struct DayOption: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "The day on which reviews are due and values are old; that of SOURCE_DATE_EPOCH, or today.",
      valueName: "yyyy-mm-dd"),
    transform: chosenDay)
  var today: CalendarDate?

  /// The day that was asked for, else that of the environment, else the computer's local day.
  func orNow() throws(ProjectError) -> CalendarDate? {
    if let today { return today }
    return try DayOption.now()
  }

  /// The day of the environment, else the computer's local day.
  static func now() throws(ProjectError) -> CalendarDate? {
    try dayOfEnvironment() ?? localDay()
  }

  private static func dayOfEnvironment() throws(ProjectError) -> CalendarDate? {
    guard let value = getenv("SOURCE_DATE_EPOCH").map({ String(cString: $0) }), !value.isEmpty
    else { return nil }
    let isNumber = value.utf8.allSatisfy { (0x30...0x39).contains($0) }
    guard isNumber, let seconds = Int(value),
      let day = CalendarDate(dayNumber: epoch + seconds / 86_400)
    else {
      throw ProjectError(
        "SOURCE_DATE_EPOCH is '\(value)', which is no number of seconds since 1970-01-01")
    }
    return day
  }

  private static func localDay() -> CalendarDate? {
    guard let now = localClock() else { return nil }
    return CalendarDate(
      year: Int(now.tm_year) + 1900, month: Int(now.tm_mon) + 1, day: Int(now.tm_mday))
  }

  /// The number of 1 January 1970.
  private static let epoch = 719_162
}

private func localClock() -> tm? {
  var now = time(nil)
  var parts = tm()
  return localtime_r(&now, &parts) == nil ? nil : parts
}

/// The time of the day on this computer: "14:03:21".
func localTime() -> String? {
  guard let now = localClock() else { return nil }
  return [now.tm_hour, now.tm_min, now.tm_sec].map { $0 < 10 ? "0\($0)" : "\($0)" }
    .joined(separator: ":")
}

@Sendable private func chosenDay(_ text: String) throws -> CalendarDate {
  guard let day = CalendarDate(text) else {
    throw ValidationError("a day of the calendar, such as '2026-10-01'")
  }
  return day
}
