import UseCaseModel
import UseCaseText

/// A piece of a lane: words, a card with words, or a pill that leads to a page.
struct MapBlock {
  enum Look {
    case plain
    case card(Paint)
    case pill
  }

  var label: Label
  var look = Look.plain
  /// Stands before the words.
  var symbol: Symbol?
  /// Whose page the block leads to.
  var element: Element?

  static let gap = 6.0
  private static let symbolWidth = 22.0

  /// The room beside the words, in points.
  static func inset(_ look: Look, hasSymbol: Bool = false) -> Double {
    let sides =
      switch look {
      case .plain: 0.0
      case .card: 14.0
      case .pill: 20.0
      }
    return sides + (hasSymbol ? symbolWidth : 0)
  }

  /// A block of one text in one style.
  init(
    _ text: String, _ style: TextStyle = .note, _ look: Look = .plain, symbol: Symbol? = nil,
    element: Element? = nil, width: Double
  ) {
    label = Label(
      text, style, width: width - Self.inset(look, hasSymbol: symbol != nil))
    self.look = look
    self.symbol = symbol
    self.element = element
  }

  /// In points.
  var height: Double {
    let words = max(label.size.height, symbol == nil ? 0 : 18)
    return switch look {
    case .plain: element == nil ? words : max(24, words)
    case .card: max(24, words + 12)
    case .pill: max(24, words + 8)
    }
  }

  func paint(on chart: inout Chart, in frame: Rect, as part: String) {
    guard let element else {
      paint(on: &chart, in: frame)
      return
    }
    chart.group("uc-block", of: element, as: part, frame: frame) { paint(on: &$0, in: frame) }
  }

  private func paint(on chart: inout Chart, in frame: Rect) {
    var inset = 0.0
    switch look {
    case .plain: break
    case .card(let paint):
      inset = 7
      chart.rect(frame, radius: 4, Stroke(fill: paint))
    case .pill:
      inset = 10
      chart.rect(
        frame, radius: min(12, frame.size.height / 2), Stroke(fill: .card, line: .useCaseLine),
        isOutline: true)
    }
    if let symbol {
      let y = frame.minY + (frame.size.height > 30 ? 15 : frame.size.height / 2)
      chart.symbol(symbol, at: Point(x: frame.minX + inset + 8, y: y))
      inset += Self.symbolWidth
    }
    chart.text(
      label,
      in: Rect(
        origin: frame.origin.moved(inset, 0),
        size: Size(width: frame.size.width - inset, height: frame.size.height)))
  }
}
