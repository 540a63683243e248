extension Stylesheet {
  static let typography = """
    *, *::before, *::after { box-sizing: border-box; }
    html { font-size: 100%; -webkit-text-size-adjust: 100%; text-size-adjust: 100%;
      scroll-padding-top: 1.5rem; }
    body { margin: 0; background: var(--paper); color: var(--ink);
      font: 1rem/1.6 var(--sans); overflow-wrap: anywhere; }
    th, td { overflow-wrap: break-word; }
    h1, h2, h3, h4, h5, h6 { margin: 0; line-height: 1.25; text-wrap: balance; }
    h1 { font: 600 clamp(2rem, 1.45rem + 2.2vw, 3.1rem)/1.1 var(--serif);
      letter-spacing: -0.018em; }
    h2 { font: 600 1.55rem/1.2 var(--serif); letter-spacing: -0.01em; }
    h3 { font-size: 1.05rem; font-weight: 650; }
    h4 { font-size: 1rem; font-weight: 650; }
    p, ul, ol, dl, dd, blockquote, figure, pre { margin: 0; }
    ul, ol { padding: 0; list-style: none; }
    a { color: var(--accent); text-decoration-thickness: 1px; text-underline-offset: 0.18em;
      text-decoration-color: color-mix(in srgb, currentColor 45%, transparent); }
    a:hover { text-decoration-color: currentColor; text-decoration-thickness: 2px; }
    :focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; border-radius: 3px; }
    main:focus { outline: none; }
    code, pre { font-family: var(--mono); font-size: 0.875em; }
    code { overflow-wrap: anywhere; }
    time, .number, .value { font-variant-numeric: tabular-nums; }
    .unseen { position: absolute; width: 1px; height: 1px; overflow: hidden;
      clip-path: inset(50%); white-space: nowrap; }
    .prose { max-width: 68ch; font: 1.125rem/1.65 var(--serif); }
    .prose > * + * { margin-top: 1em; }
    .prose h2, .prose h3, .prose h4, .prose h5, .prose h6 { font: 600 1.2em/1.3 var(--serif);
      margin-top: 1.6em; }
    .prose ul { list-style: disc; padding-left: 1.3em; }
    .prose ol { list-style: decimal; padding-left: 1.5em; }
    .prose pre { background: var(--sunken); border: 1px solid var(--line); border-radius: 6px;
      padding: 0.9rem 1.1rem; overflow-x: auto; }
    .prose blockquote { border-left: 3px solid var(--line-strong); padding-left: 1.1rem;
      color: var(--muted); }
    .prose hr { border: 0; border-top: 1px solid var(--line); }

    """
}
