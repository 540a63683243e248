/// Numbers of a range on a line of points.
struct LinearScale: Sendable {
  let range: ClosedRange<Double>
  /// In points.
  let start: Double
  /// In points; what lies beyond the range is put at its end.
  let length: Double

  func place(of value: Double) -> Double {
    let extent = range.upperBound - range.lowerBound
    guard extent > 0, value.isFinite else { return start }
    let share = (value - range.lowerBound) / extent
    return start + min(1, max(0, share)) * length
  }

  /// Round numbers inside the range, about `count` of them.
  func ticks(_ count: Int) -> [Double] {
    let step = Self.step(for: range.upperBound - range.lowerBound, count)
    guard step > 0, step.isFinite else { return [range.lowerBound] }
    let first = (range.lowerBound / step).rounded(.up)
    let last = (range.upperBound / step).rounded(.down)
    guard last - first < 100, last >= first else { return [] }
    // A multiple of a decimal is computed by dividing, so that 0.3 stays 0.3.
    return stride(from: first, through: last, by: 1).map {
      step < 1 ? $0 / (1 / step).rounded() : $0 * step
    }
  }

  /// A range between round numbers that holds all values.
  static func niceRange(_ values: [Double], _ count: Int = 5) -> ClosedRange<Double> {
    let finite = values.filter { $0.isFinite && abs($0) < 1e15 }
    let low = min(0, finite.min() ?? 0)
    let high = max(0, finite.max() ?? 0)
    guard high - low > smallest else { return 0...1 }
    let step = step(for: high - low, count)
    return (low / step).rounded(.down) * step...(high / step).rounded(.up) * step
  }

  /// What is nearer together than this is one number.
  private static let smallest = 1e-9

  /// 1, 2 or 5 times a power of ten.
  private static func step(for extent: Double, _ count: Int) -> Double {
    guard extent > smallest, extent.isFinite else { return 0 }
    let rough = extent / Double(max(1, count))
    var power = 1.0
    while power * 10 <= rough { power *= 10 }
    while power > rough { power /= 10 }
    let share = rough / power
    return (share < 1.5 ? 1 : share < 3.5 ? 2 : share < 7.5 ? 5 : 10) * power
  }
}
