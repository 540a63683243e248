/// The styles that all pages share; no page has styles of its own.
enum Stylesheet {
  static let text = [
    colours, typography, frame, parts, boards, flow, journey, map, overview, script, print,
  ].joined()

  /// An ellipse with an actor's head beside it.
  static let icon = """
    <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><rect width="32" height="32" rx="7" \
    fill="#175e54"/><ellipse cx="20" cy="16" rx="8.5" ry="5.5" fill="none" stroke="#fff" \
    stroke-width="2"/><circle cx="7" cy="11" r="2.5" fill="none" stroke="#fff" stroke-width="2"/>\
    <path d="M7 14v6m-3-4h6m-6 9 3-5 3 5" fill="none" stroke="#fff" stroke-width="2"/></svg>

    """
}
