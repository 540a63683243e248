/// A colour with its meaning; each has a light and a dark value and a CSS class.
///
/// Text keeps a contrast of 4.5 : 1, lines and symbols 3 : 1 to what they stand on.
enum Paint: String, Sendable, CaseIterable {
  case paper, ink, muted, line
  case subject, subjectLine, package, packageLine
  case useCase, useCaseLine, foreign, foreignLine
  case actor, actorLine, note, noteLine
  case action, actionLine, other, otherLine, decision, decisionLine
  case alternative, exception, success, failure
  case stage, stageLine, card, cardLine, star
  case delighted, satisfied, neutral, frustrated, angry
  case rule, strong, onStrong, medium
  case lowRisk, moderateRisk, highRisk
  case bandPoor, bandFair, bandGood
  case blue, blueLine, orange, orangeLine, green, greenLine
  case purple, purpleLine, yellow, yellowLine, red, redLine

  /// The colour on a light ground.
  var light: String { hues.light }

  /// The colour on a dark ground.
  var dark: String { hues.dark }

  private var hues: (light: String, dark: String) {
    switch self {
    case .paper: ("#ffffff", "#12171d")
    case .ink: ("#1b2733", "#e8edf2")
    case .muted: ("#52606d", "#a9b6c3")
    case .line: ("#52606d", "#93a3b3")
    case .subject, .package, .stage: groundHues
    case .subjectLine, .packageLine, .stageLine: ("#7b8a9a", "#66788b")
    case .useCase, .action: ("#e4effa", "#1c3350")
    case .useCaseLine, .actionLine: ("#2868a8", "#6caee8")
    case .foreign: ("#f7f7f5", "#20262d")
    case .foreignLine: ("#6f7b87", "#8393a3")
    case .actor, .card, .decision: ("#ffffff", "#1b222a")
    case .actorLine, .decisionLine: ("#33475b", "#b7c4d1")
    case .cardLine: ("#7b8a9a", "#66788b")
    case .other: ("#eef0f2", "#262d35")
    case .otherLine: ("#5b6875", "#8d9cab")
    case .note: ("#fdf5dc", "#37301a")
    case .noteLine: ("#8a6d14", "#cdb25a")
    case .star: ("#8a5a00", "#f2c14e")
    case .rule, .strong, .onStrong, .medium: chartHues
    case .lowRisk, .moderateRisk, .highRisk: levelHues
    case .bandPoor, .bandFair, .bandGood: bandHues
    case .blue, .orange, .green, .purple, .yellow, .red: groupHues
    case .blueLine, .orangeLine, .greenLine, .purpleLine, .yellowLine, .redLine: groupLineHues
    default: outcomeHues
    }
  }

  private var groupHues: (light: String, dark: String) {
    switch self {
    case .blue: ("#dcebf9", "#173452")
    case .orange: ("#fdebd0", "#45300f")
    case .green: ("#d9f2e8", "#0f3b30")
    case .purple: ("#f6e3f0", "#43203a")
    case .yellow: ("#f8f2c6", "#3d380f")
    default: ("#f9ddd3", "#4a2417")
    }
  }

  private var groupLineHues: (light: String, dark: String) {
    switch self {
    case .blueLine: ("#0b62a4", "#6caee8")
    case .orangeLine: ("#a35a00", "#f2b04e")
    case .greenLine: ("#00694d", "#4fcba4")
    case .purpleLine: ("#97407d", "#e79ac6")
    case .yellowLine: ("#7a6a00", "#e0d04a")
    default: ("#b3400f", "#f59b6c")
    }
  }

  private var groundHues: (light: String, dark: String) {
    switch self {
    case .subject: ("#f6f8fa", "#171e26")
    case .package: ("#fbfcfd", "#141a21")
    default: ("#f3f6f9", "#171e26")
    }
  }

  private var chartHues: (light: String, dark: String) {
    switch self {
    case .strong: ("#1f5a93", "#7db8ee")
    case .onStrong: ("#ffffff", "#0f1c2b")
    case .medium: ("#9cc3e8", "#2b5c8c")
    // Parts rows and cells and carries no meaning.
    default: ("#dce3e9", "#2c353f")
    }
  }

  /// From harmless to bad; the number or the title on it says the same.
  private var levelHues: (light: String, dark: String) {
    switch self {
    case .lowRisk: ("#e2f2ea", "#15362b")
    case .moderateRisk: ("#fdf1cf", "#3b3212")
    default: ("#fbdccb", "#4a2617")
    }
  }

  private var bandHues: (light: String, dark: String) {
    switch self {
    case .bandPoor: ("#c9d2db", "#3a4754")
    case .bandFair: ("#e1e7ec", "#28323c")
    default: ("#f3f5f7", "#1a2129")
    }
  }

  /// After Okabe and Ito, so that a colour-blind reader can tell them apart.
  private var outcomeHues: (light: String, dark: String) {
    switch self {
    case .alternative: ("#2868a8", "#6caee8")
    case .exception, .failure: ("#b3400f", "#f59b6c")
    case .success: ("#00694d", "#4fcba4")
    case .delighted: ("#00694d", "#4fcba4")
    case .satisfied: ("#1f78a8", "#7cc4ee")
    case .frustrated: ("#b36200", "#f2b04e")
    case .angry: ("#b01c4a", "#ff8fae")
    default: ("#66717d", "#a9b6c3")
    }
  }
}
