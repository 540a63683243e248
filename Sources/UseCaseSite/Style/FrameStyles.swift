extension Stylesheet {
  /// Head, navigation, content, foot: two columns, or one where the page is narrow.
  static let frame = """
    .skip { position: absolute; left: 1rem; top: -4rem; z-index: 3; padding: 0.6rem 1rem;
      background: var(--accent); color: var(--accent-ink); border-radius: 0 0 6px 6px; }
    .skip:focus { top: 0; }
    body { display: grid; min-height: 100vh;
      grid-template: auto 1fr auto / 15.5rem minmax(0, 1fr); }
    .masthead { grid-column: 1 / -1; display: flex; align-items: center; gap: 0.75rem;
      padding: 0.65rem clamp(1rem, 3vw, 2rem); border-bottom: 1px solid var(--line);
      background: var(--raised); }
    .brand { font: 600 1.1rem/1.9 var(--serif); color: var(--ink); text-decoration: none; }
    .brand:hover { text-decoration: underline; }
    .brand { display: flex; align-items: center; gap: 0.6rem; }
    .logo { display: block; height: 2rem; width: auto; max-width: 12rem; }
    .version { font-size: 0.8125rem; color: var(--muted); }
    .menu { display: none; min-height: 2.5rem; padding: 0 1rem;
      font: 600 0.9375rem var(--sans); color: var(--ink); background: var(--paper);
      border: 1px solid var(--line-strong); border-radius: 6px; cursor: pointer; }
    .navigation { position: sticky; inset: auto; top: 0; display: block; width: auto; margin: 0;
      height: auto; max-height: 100vh; align-self: start; overflow-y: auto; border: 0;
      padding: 1.5rem 1rem 2rem clamp(1rem, 3vw, 2rem); background: transparent; color: inherit;
      font-size: 0.9375rem; }
    .navigation .group { margin: 1.25rem 0 0.25rem 0.6rem; font-size: 0.75rem; font-weight: 650;
      letter-spacing: 0.06em; text-transform: uppercase; color: var(--muted); }
    .navigation .last { margin-top: 1.25rem; border-top: 1px solid var(--line);
      padding-top: 0.75rem; }
    .navigation a { display: flex; justify-content: space-between; gap: 0.5rem; padding: 0.2rem 0.6rem;
      border-radius: 5px; color: var(--ink); text-decoration: none; }
    .navigation a:hover { background: var(--sunken); }
    .navigation .here { background: var(--accent-soft); color: var(--accent); font-weight: 600; }
    .count { color: var(--muted); font-size: 0.85em; font-weight: 400;
      font-variant-numeric: tabular-nums; }
    main { padding: 1.5rem clamp(1rem, 4vw, 3.5rem) 4rem; min-width: 0; }
    article, .breadcrumbs { max-width: 68rem; }
    main:has(.beside) article, main:has(.map-section) article { max-width: 110rem; }
    .beside ~ *, article:has(.beside) > :not(.beside) { max-width: 68rem; }
    article:has(.map-section) > :not(.map-section) { max-width: 68rem; }
    .beside > section + section { margin-top: 3.25rem; }
    @media (min-width: 108rem) {
      .beside { display: grid; grid-template-columns: minmax(0, 1.35fr) minmax(26rem, 1fr); gap: 3rem; }
      .beside > section + section { margin-top: 0; position: sticky; top: 1.5rem; align-self: start; }
      .beside > section + section .scroll { max-height: calc(100vh - 11rem); overflow: auto; }
      .beside .picture svg { max-width: 100%; height: auto; }
    }
    .portrait, .snapshot { float: right; margin: 0 0 1rem 1.5rem; border: 1px solid var(--line-strong);
      border-radius: 8px; background: var(--raised); }
    .portrait { width: clamp(5.5rem, 22vw, 10rem); aspect-ratio: 1; object-fit: cover; }
    .snapshot { width: auto; max-width: min(20rem, 45%); max-height: 14rem; }
    .title:has(> img)::after { content: ""; display: block; clear: both; }
    .beside h2 { margin-bottom: 1.1rem; }
    .part + .part { margin-top: 5rem; padding-top: 3rem; border-top: 3px double var(--line-strong); }
    article > * + * { margin-top: 2rem; }
    article > section { margin-top: 3.25rem; }
    article > section > h2 { margin-bottom: 1.1rem; }
    .breadcrumbs ol { display: flex; flex-wrap: wrap; font-size: 0.875rem; color: var(--muted);
      margin-bottom: 1.75rem; }
    .breadcrumbs li + li::before { content: "/"; padding: 0 0.5rem; color: var(--line-strong); }
    .breadcrumbs a { color: inherit; }
    .colophon { grid-column: 2; padding: 1.25rem clamp(1rem, 4vw, 3.5rem); font-size: 0.8125rem;
      color: var(--muted); border-top: 1px solid var(--line); }
    @media (max-width: 58rem) {
      body { grid-template-columns: minmax(0, 1fr); grid-template-rows: auto auto 1fr; }
      .colophon { grid-column: 1; }
      .navigation { position: static; border-bottom: 1px solid var(--line); }
      main { padding-top: 1rem; }
    }
    @supports selector(:popover-open) {
      @media (max-width: 58rem) {
        .menu { display: block; }
        .navigation:not(:popover-open) { display: none; }
        .navigation:popover-open { position: fixed; inset: 0 0 0 auto; width: min(20rem, 88vw);
          height: 100%; max-height: none; padding: 1rem 1.25rem 2rem; background: var(--raised);
          border-left: 1px solid var(--line-strong); font-size: 1rem; }
        .navigation:popover-open a { padding: 0.45rem 0.6rem; }
        .navigation::backdrop { background: rgb(0 0 0 / 0.45); }
      }
    }

    """
}
