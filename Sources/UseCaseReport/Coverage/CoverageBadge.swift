import UseCaseRules
import UseCaseSyntax
import UseCaseText

/// A small picture in the manner of the usual badges: "coverage | 87 %".
public enum CoverageBadge: CoverageFormat {
  public static let name = "badge"
  public static let purpose = "a small SVG of one figure, for a README"

  public static func render(_ report: CoverageReport, options: CoverageOptions) -> String {
    let figure = options.figure
    let count = report.coverage.figure(figure.name)?.count
    let isOverall = figure == FigureCatalog.overall
    return picture(
      isOverall ? "coverage" : figure.label, count.map(percentage) ?? "–",
      color(of: count?.percent))
  }

  /// The grounds of white letters, each with a contrast of at least 4.5 : 1 to them.
  enum Color: String, CaseIterable {
    case label = "#3d4650"
    case good = "#1b6e3c"
    case fair = "#2c6aa0"
    case poor = "#8f5400"
    case bad = "#b3261e"
    case none = "#5b6570"
  }

  private static func color(of percent: Int?) -> Color {
    guard let percent else { return .none }
    return switch percent {
    case 90...: .good
    case 75...: .fair
    case 50...: .poor
    default: .bad
    }
  }

  private static let font = Font(size: 11)
  private static let height = 20
  private static let margin = 6.0

  private static func picture(_ label: String, _ value: String, _ color: Color) -> String {
    let first = width(of: label)
    let second = width(of: value)
    let whole = first + second
    let baseline = 14
    return """
      <svg xmlns="http://www.w3.org/2000/svg" width="\(whole)" height="\(height)" \
      viewBox="0 0 \(whole) \(height)" role="img" aria-label="\(escaped(label)): \
      \(escaped(value))">
      <title>\(escaped(label)): \(escaped(value))</title>
      <clipPath id="r"><rect width="\(whole)" height="\(height)" rx="3"/></clipPath>
      <g clip-path="url(#r)">
      <rect width="\(first)" height="\(height)" fill="\(Color.label.rawValue)"/>
      <rect x="\(first)" width="\(second)" height="\(height)" fill="\(color.rawValue)"/>
      </g>
      <g fill="#ffffff" text-anchor="middle" font-family="\(Font.families)" font-size="11">
      <text x="\(half(first))" y="\(baseline)">\(escaped(label))</text>
      <text x="\(half(2 * first + second))" y="\(baseline)">\(escaped(value))</text>
      </g>
      </svg>

      """
  }

  /// Whole points, so that the halves meet sharply.
  private static func width(of text: String) -> Int {
    Int((font.width(of: text) + 2 * margin).rounded(.up))
  }

  /// "21" or "21.5"
  private static func half(_ width: Int) -> String {
    "\(width / 2)" + (width.isMultiple(of: 2) ? "" : ".5")
  }

  private static func escaped(_ text: String) -> String {
    visible(text).replacing("&", with: "&amp;").replacing("<", with: "&lt;")
      .replacing("\"", with: "&quot;")
  }
}
