import UseCaseSyntax

/// What a piece of text is, which decides its colour.
public enum Style: Equatable, Sendable {
  case plain
  case strong
  case faint
  case good
  case frame
  case severity(Severity)
  case added, removed, changed
}

/// Turns styles into ANSI sequences, or into nothing.
public struct Palette: Sendable {
  let isColored: Bool

  public init(isColored: Bool) { self.isColored = isColored }

  public func paint(_ text: String, _ style: Style) -> String {
    guard isColored, !text.isEmpty, let code = code(style) else { return text }
    return "\u{1B}[\(code)m\(text)\u{1B}[0m"
  }

  private func code(_ style: Style) -> String? {
    switch style {
    case .plain: nil
    case .strong: "1"
    case .faint: "2"
    case .good: "32"
    case .frame: "1;34"
    case .severity(.error): "1;31"
    case .severity(.warning): "1;33"
    case .severity(.info): "1;36"
    case .added: "32"
    case .removed: "31"
    case .changed: "33"
    }
  }
}
