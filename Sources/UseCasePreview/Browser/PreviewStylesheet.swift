/// The styles of the panel, whose tree they are loaded into, and of the preview's own pages.
///
/// Colours are those of the site's page around the panel, which follow its choice of light and dark,
/// else the same ones. Every pair of text and ground reaches a contrast of 4.5 : 1.
enum PreviewStylesheet {
  static let text = colours + corner + panel + pages

  private static let colours = """
    :host, :root {
      color-scheme: light dark;
      --own-raised: var(--raised, light-dark(#ffffff, #1a1f23));
      --own-sunken: var(--sunken, light-dark(#f3f0e8, #101315));
      --own-ink: var(--ink, light-dark(#1b2127, #e9e6df));
      --own-muted: var(--muted, light-dark(#565f68, #a5adb4));
      --own-line: var(--line-strong, light-dark(#bdb6a6, #505a61));
      --own-accent: var(--accent, light-dark(#14594f, #82cbbc));
      --own-bad: var(--bad, light-dark(#8d1b15, #f8b0a9));
      --own-bad-ground: var(--bad-ground, light-dark(#fbe0dd, #421b1b));
      --own-poor: var(--poor, light-dark(#744700, #f2c878));
      --own-poor-ground: var(--poor-ground, light-dark(#fbebca, #392a0d));
      --own-fair: var(--fair, light-dark(#2b4784, #b0c6f7));
      --own-fair-ground: var(--fair-ground, light-dark(#e5ebf8, #1e2b47));
      --own-good: var(--good, light-dark(#1b5732, #93d8a8));
      --own-sans: ui-sans-serif, -apple-system, "Segoe UI", Roboto, "Noto Sans", "Helvetica Neue",
        "Liberation Sans", Arial, sans-serif;
      --own-mono: ui-monospace, "SF Mono", Menlo, Consolas, "Liberation Mono", monospace;
    }

    """

  /// The button that is always there.
  private static let corner = """
    :host { position: fixed; right: 1rem; bottom: 1rem; z-index: 2147483000; display: flex;
      flex-direction: column; align-items: flex-end; gap: 0.6rem; max-width: calc(100vw - 2rem);
      font: 0.9375rem/1.5 var(--own-sans); color: var(--own-ink); pointer-events: none; }
    :host([hidden]) { display: none; }
    * { box-sizing: border-box; }
    [hidden] { display: none !important; }
    .opener, .panel { pointer-events: auto; }
    .opener { display: inline-flex; align-items: center; gap: 0.6rem; max-width: 100%;
      min-height: 2.5rem; padding: 0.35rem 1rem; border: 1px solid var(--own-line);
      border-radius: 1.25rem; background: var(--own-raised); color: var(--own-ink);
      font: 600 0.875rem/1.35 var(--own-sans); text-align: left; cursor: pointer;
      box-shadow: 0 2px 10px rgb(0 0 0 / 0.16); }
    .opener:hover { border-color: currentColor; }
    :focus-visible { outline: 3px solid var(--own-accent); outline-offset: 2px; border-radius: 3px; }
    .opener:focus-visible { border-radius: 1.25rem; }
    .light { flex: none; width: 0.7rem; height: 0.7rem; border-radius: 50%;
      background: var(--own-good); }
    :host(.info) .light { background: var(--own-fair); }
    :host(.warning) .light { background: var(--own-poor); }
    :host(.error) .light, :host(.broken) .light { background: var(--own-bad); border-radius: 2px; }
    :host(.broken) .opener { background: var(--own-bad-ground); color: var(--own-bad);
      border-color: currentColor; }
    :host(.lost) .opener { border-style: dashed; color: var(--own-muted);
      background: var(--own-raised); }
    :host(.lost) .light { background: none; border: 2px solid var(--own-muted); }
    .unseen { position: absolute; width: 1px; height: 1px; margin: 0; overflow: hidden;
      clip-path: inset(50%); white-space: nowrap; }
    @media print { :host { display: none; } }

    """

  /// What the button opens.
  private static let panel = """
    .panel { display: flex; flex-direction: column; width: min(46rem, calc(100vw - 2rem));
      max-height: min(32rem, calc(100vh - 6rem)); border: 1px solid var(--own-line);
      border-radius: 10px; background: var(--own-raised); overflow: hidden;
      box-shadow: 0 8px 32px rgb(0 0 0 / 0.24); }
    header { display: flex; align-items: center; justify-content: space-between; gap: 1rem;
      padding: 0.7rem 0.8rem 0.7rem 1.1rem; }
    h2, h3, p, ul, pre { margin: 0; padding: 0; list-style: none; }
    h2 { font-size: 1rem; font-weight: 650; }
    h3 { padding: 0.9rem 1.1rem 0.2rem; font-size: 0.8125rem; font-weight: 650;
      color: var(--own-muted); }
    .closer { min-height: 2rem; padding: 0 0.8rem; border: 1px solid var(--own-line);
      border-radius: 6px; background: none; color: inherit; font: 600 0.8125rem var(--own-sans);
      cursor: pointer; }
    .closer:hover { background: var(--own-sunken); }
    .remark { padding: 0.6rem 1.1rem; background: var(--own-bad-ground); color: var(--own-bad); }
    .remark:empty { display: none; }
    .list { overflow-y: auto; border-top: 1px solid var(--own-line); padding-bottom: 0.5rem; }
    .list:empty { display: none; }
    .list > p { padding: 0.6rem 1.1rem; color: var(--own-muted); }
    li + li { border-top: 1px solid color-mix(in srgb, var(--own-line) 45%, transparent); }
    summary { display: block; padding: 0.55rem 1.1rem; cursor: pointer;
      overflow-wrap: anywhere; }
    summary:hover { background: var(--own-sunken); }
    summary:focus-visible { outline-offset: -3px; }
    summary code { display: block; color: var(--own-muted); }
    code, pre { font: 0.8125rem/1.5 var(--own-mono); }
    .severity { display: inline-block; margin-right: 0.25rem; padding: 0 0.5rem;
      border-radius: 0.7rem; font-size: 0.8125rem; font-weight: 600; }
    .error .severity { background: var(--own-bad-ground); color: var(--own-bad); }
    .warning .severity { background: var(--own-poor-ground); color: var(--own-poor); }
    .info .severity { background: var(--own-fair-ground); color: var(--own-fair); }
    pre { margin: 0 1.1rem; padding: 0.7rem 0.9rem; overflow-x: auto; border-radius: 6px;
      background: var(--own-sunken); tab-size: 4; }
    .foot { display: flex; flex-wrap: wrap; gap: 0.25rem 1.25rem; padding: 0.45rem 1.1rem 0.8rem;
      color: var(--own-muted); }
    .foot a { color: var(--own-accent); }

    """

  private static let pages = """
    body { margin: 0; background: light-dark(#fbfaf6, #13171a); color: var(--own-ink);
      font: 1rem/1.6 var(--own-sans); }
    main { max-width: 40rem; padding: 18vh clamp(1.25rem, 5vw, 4rem) 4rem; margin: 0 auto; }
    h1 { margin: 0 0 0.75rem; font: 600 2rem/1.15 ui-serif, Georgia, "Liberation Serif", serif; }
    main p { margin: 0 0 1rem; }
    main a { color: var(--own-accent); }

    """
}
