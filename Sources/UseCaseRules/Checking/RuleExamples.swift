/// Examples that several rules show.
enum RuleExamples {
  /// A use case whose main flow has some steps.
  static func flow(ofSteps count: Int) -> String {
    let steps = (1...count).map { number in
      number % 2 == 1
        ? "    \(number). Customer gives the next detail"
        : "    \(number). System accepts the detail"
    }
    return """
      actor Customer
      usecase PayOrder {
        actor Customer
        flow {
      \(steps.joined(separator: "\n"))
        }
      }
      """
  }
}
