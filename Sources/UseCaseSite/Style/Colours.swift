extension Stylesheet {
  /// Every pair of text and ground reaches a contrast of 4.5 : 1, in light and dark.
  static let colours = """
    :root {
      --serif: ui-serif, "Iowan Old Style", "Palatino Linotype", Palatino, "URW Palladio L",
        Charter, Georgia, "Noto Serif", "Liberation Serif", serif;
      --sans: ui-sans-serif, -apple-system, "Segoe UI", Roboto, "Noto Sans", "Helvetica Neue",
        "Liberation Sans", Arial, sans-serif;
      --mono: ui-monospace, "SF Mono", Menlo, Consolas, "Liberation Mono", monospace;
    }
    \(themed(light: light, dark: dark))
    """

  private static let light = """
    color-scheme: light;
    --paper: #fbfaf6; --raised: #ffffff; --sunken: #f3f0e8;
    --ink: #1b2127; --muted: #565f68; --line: #e3dfd4; --line-strong: #bdb6a6;
    --accent: #14594f; --accent-ink: #ffffff; --accent-soft: #e2efeb;
    --good: #1b5732; --good-ground: #e0f0e4; --fair: #2b4784; --fair-ground: #e5ebf8;
    --poor: #744700; --poor-ground: #fbebca; --bad: #8d1b15; --bad-ground: #fbe0dd;
    --plain: #444b52; --plain-ground: #edeae1; --strong: #ffffff; --strong-ground: #26343d;
    """

  private static let dark = """
    color-scheme: dark;
    --paper: #13171a; --raised: #1a1f23; --sunken: #101315;
    --ink: #e9e6df; --muted: #a5adb4; --line: #2b3237; --line-strong: #505a61;
    --accent: #82cbbc; --accent-ink: #0d2420; --accent-soft: #1a302c;
    --good: #93d8a8; --good-ground: #17321f; --fair: #b0c6f7; --fair-ground: #1e2b47;
    --poor: #f2c878; --poor-ground: #392a0d; --bad: #f8b0a9; --bad-ground: #421b1b;
    --plain: #c5cbd0; --plain-ground: #272d32; --strong: #14181b; --strong-ground: #dfdcd4;
    """

  /// Sets properties by the reader's choice, else by the system's.
  static func themed(light: String, dark: String) -> String {
    """
    :root { \(light) }
    @media (prefers-color-scheme: dark) { :root:not([data-theme="light"]) { \(dark) } }
    :root[data-theme="dark"] { \(dark) }
    @media print { :root:root:root { \(light) } }

    """
  }

  /// A colour of one's own for links and marks, with grounds that go with it.
  static func accent(_ colour: Colour, on ground: Colour) -> String {
    let accent = colour.legible(on: ground)
    let ink = accent.contrast(to: .white) > accent.contrast(to: .black) ? Colour.white : .black
    let soft = ground.mixed(with: accent, 0.1)
    return "--accent: \(accent.text); --accent-ink: \(ink.text); --accent-soft: \(soft.text);"
  }
}
