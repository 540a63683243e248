/// A day of the Gregorian calendar.
public struct CalendarDate: Sendable, Hashable, Comparable {
  public let year: Int
  /// 1…12
  public let month: Int
  /// 1…31, and no more than the month has.
  public let day: Int

  /// Nil where there is no such day.
  public init?(year: Int, month: Int, day: Int) {
    guard (1...9999).contains(year), (1...12).contains(month), day >= 1,
      day <= CalendarDate.days(inMonth: month, of: year)
    else { return nil }
    self.year = year
    self.month = month
    self.day = day
  }

  /// Reads `2026-10-01`, and nothing else.
  public init?(_ text: some StringProtocol) {
    let bytes = Array(text.utf8)
    guard bytes.count == 10, bytes[4] == 0x2D, bytes[7] == 0x2D else { return nil }
    func number(_ range: Range<Int>) -> Int? {
      bytes[range].reduce(0) { sum, byte in
        guard let sum, isDigit(byte) else { return nil }
        return sum * 10 + Int(byte &- 0x30)
      }
    }
    guard let year = number(0..<4), let month = number(5..<7), let day = number(8..<10) else {
      return nil
    }
    self.init(year: year, month: month, day: day)
  }

  private static func days(inMonth month: Int, of year: Int) -> Int {
    switch month {
    case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }

  /// Days since 1 January of the year 1, which is day 0.
  public var dayNumber: Int {
    let before = year - 1
    let days = (1..<month).reduce(0) { $0 + CalendarDate.days(inMonth: $1, of: year) }
    return before * 365 + before / 4 - before / 100 + before / 400 + days + day - 1
  }

  /// The day with a number as `dayNumber` counts; nil before the year 1 and after the year 9999.
  public init?(dayNumber: Int) {
    guard (0..<CalendarDate.dayCount).contains(dayNumber) else { return nil }
    // Months of a year that begins with March differ in no more than the last one's length.
    let days = dayNumber + 306
    let (era, dayOfEra) = days.quotientAndRemainder(dividingBy: 146_097)
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let month = (5 * dayOfYear + 2) / 153
    self.init(
      year: era * 400 + yearOfEra + (month < 10 ? 0 : 1), month: month < 10 ? month + 3 : month - 9,
      day: dayOfYear - (153 * month + 2) / 5 + 1)
  }

  /// The days of the years 1 to 9999.
  private static let dayCount = 3_652_059

  /// Whether it lies more than some months before another day; to the day is not more.
  public func isMore(than months: Int, monthsBefore other: CalendarDate) -> Bool {
    let passed = (other.year - year) * 12 + other.month - month
    return passed > months || passed == months && other.day > day
  }

  /// ISO 8601: `2026-10-01`.
  public var description: String {
    func padded(_ number: Int, _ width: Int) -> String {
      let digits = String(number)
      return String(repeating: "0", count: max(0, width - digits.count)) + digits
    }
    return "\(padded(year, 4))-\(padded(month, 2))-\(padded(day, 2))"
  }

  public static func < (left: CalendarDate, right: CalendarDate) -> Bool {
    (left.year, left.month, left.day) < (right.year, right.month, right.day)
  }
}

/// A number with or without a unit; the unit is empty where there is none.
public struct Quantity: Sendable, Hashable {
  public let value: Double
  /// As written: `%`, `h`, `EUR`.
  public let unit: String

  public init(_ value: Double, unit: String = "") {
    self.value = value
    self.unit = unit
  }

  /// As a person writes it: `62%`, `9.5 h`, `34`.
  public var description: String {
    let number = formatted(value)
    switch unit {
    case "": return number
    case "%", "‰": return number + unit
    default: return number + " " + unit
    }
  }

  /// The seconds of a duration, or nil for another unit; a month counts 30 days, a year 365.
  public var seconds: Double? {
    Quantity.secondsOfUnit[unit].map { $0 * value }
  }

  static let secondsOfUnit: [String: Double] = [
    "s": 1, "min": 60, "h": 3600, "day": 86_400, "days": 86_400, "week": 604_800,
    "weeks": 604_800, "month": 2_592_000, "months": 2_592_000, "year": 31_536_000,
    "years": 31_536_000,
  ]

  /// The units of time, in ascending order.
  public static let durationUnits = [
    "s", "min", "h", "day", "days", "week", "weeks", "month", "months", "year", "years",
  ]
}

/// A number without needless decimals: `12`, `4.5`.
public func formatted(_ value: Double) -> String {
  if let whole = Int(exactly: value) { return String(whole) }
  return String(value)
}

/// Where a branch hangs: on a step, on a range of steps, or on any step.
public struct Anchor: Sendable, Hashable {
  /// Nil for `*`.
  public let steps: ClosedRange<Int>?
  /// The letters behind the number; empty in `resume 3`.
  public let letters: String

  public init(steps: ClosedRange<Int>?, letters: String) {
    self.steps = steps
    self.letters = letters
  }

  /// Reads `3`, `3a`, `2-4a` and `*a`.
  public init?(_ text: some StringProtocol) {
    self.init(bytes: Array(text.utf8)[...])
  }

  init?(bytes: ArraySlice<UInt8>) {
    var index = bytes.startIndex
    func number() -> Int? {
      var value = 0
      let start = index
      while index < bytes.endIndex, isDigit(bytes[index]), index - start < 9 {
        value = value * 10 + Int(bytes[index] &- 0x30)
        index += 1
      }
      return index > start ? value : nil
    }
    var steps: ClosedRange<Int>?
    if bytes.first == 0x2A {
      index += 1
    } else {
      guard let first = number() else { return nil }
      var last = first
      if index < bytes.endIndex, bytes[index] == 0x2D {
        index += 1
        guard let end = number(), end >= first else { return nil }
        last = end
      }
      steps = first...last
    }
    let letters = bytes[index...]
    guard letters.allSatisfy({ isLetter($0) && $0 & 0x20 != 0 }) else { return nil }
    if steps == nil, letters.isEmpty { return nil }
    self.init(steps: steps, letters: String(decoding: letters, as: UTF8.self))
  }

  public var description: String {
    guard let steps else { return "*" + letters }
    return steps.count == 1
      ? "\(steps.lowerBound)\(letters)" : "\(steps.lowerBound)-\(steps.upperBound)\(letters)"
  }
}
