extension Stylesheet {
  /// Steps one below the other; branches beside them where there is room.
  static let flow = """
    .flow { display: grid; }
    .flow > li { position: relative; padding-bottom: 1.1rem; }
    .flow > li::before { content: ""; position: absolute; left: 1.0625rem; top: 2.25rem; bottom: 0;
      width: 1px; background: var(--line-strong); }
    .flow > li:last-child::before { display: none; }
    .step { display: grid; grid-template-columns: auto minmax(0, 1fr); gap: 0.9rem;
      align-items: baseline; }
    .step .number { display: grid; place-items: center; min-width: 2.125rem; height: 2.125rem;
      padding: 0 0.4rem; border: 1px solid var(--line-strong); border-radius: 99px;
      background: var(--raised); font-size: 0.9375rem; font-weight: 600; text-decoration: none; }
    .step p { max-width: 60ch; font-size: 1.0625rem; }
    .subject a { color: inherit; text-decoration-style: dotted; }
    .keyword { font-size: 0.8125rem; font-weight: 650; color: var(--muted); }
    .branches { display: grid; gap: 0.75rem; align-content: start; margin: 0.75rem 0 0 3rem; }
    @media (min-width: 76rem) {
      .flow:not(.inner) > li { display: grid; grid-template-columns: minmax(0, 1.15fr) minmax(0, 1fr);
        gap: 2rem; }
      .flow:not(.inner) > li > .branches { margin: 0; }
    }
    .branch { padding: 0.85rem 1.1rem; background: var(--raised); border: 1px solid var(--line);
      border-left: 3px solid var(--accent); border-radius: 6px; }
    .branch.exception { border-left-color: var(--bad); border-left-style: double;
      border-left-width: 5px; }
    .condition { font-size: 0.9375rem; font-weight: 400; line-height: 1.45; margin-bottom: 0.6rem; }
    .condition .number { display: inline-block; min-width: 1.9rem; padding: 0.05rem 0.4rem;
      margin-right: 0.2rem; text-align: center; border-radius: 4px; background: var(--accent-soft);
      font-weight: 650; text-decoration: none; }
    .exception > .condition .number { background: var(--bad-ground); color: var(--bad); }
    .inner > li { padding-bottom: 0.5rem; }
    .inner > li::before { display: none; }
    .inner .step { gap: 0.6rem; }
    .inner .number { min-width: 2.4rem; height: 1.6rem; font-size: 0.8125rem; font-weight: 500; }
    .inner .step p { font-size: 0.9375rem; line-height: 1.5; }
    .closing { font-size: 0.875rem; color: var(--muted); }
    .closing::before { content: "↳ "; }
    .anywhere { margin-top: 1.25rem; display: grid; gap: 0.75rem; max-width: 44rem; }
    .path a { display: inline-block; min-width: 1.6rem; padding: 0 0.35rem; margin: 0 0.1rem 0.2rem 0;
      text-align: center; border: 1px solid var(--line); border-radius: 4px;
      font-size: 0.875rem; line-height: 1.5rem; text-decoration: none;
      font-variant-numeric: tabular-nums; }

    """
}
