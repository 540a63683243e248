/// Examples that several rules show.
enum RuleExamples {
  /// A use case whose main flow has some steps.
  static func flow(ofSteps count: Int) -> String {
    var text = """
      actor Customer
      usecase PayOrder {
        actor Customer
        flow {

      """
    for number in 1...count {
      let deed = number % 2 == 1 ? "Customer gives the next detail" : "System accepts the detail"
      text += "    \(number). \(deed)\n"
    }
    return text + "  }\n}"
  }
}
