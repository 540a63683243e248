extension Stylesheet {
  /// What the script adds, and what stands in for it where there is none.
  static let script = """
    .tools { display: flex; align-items: center; gap: 0.5rem; margin-left: auto; }
    .tools > *, .picture-tools button { font: 500 0.875rem/1.4 var(--sans); color: var(--ink);
      background: var(--paper); border: 1px solid var(--line-strong); border-radius: 6px;
      text-decoration: none; cursor: pointer; min-height: 2.25rem; padding: 0.35rem 0.8rem; }
    .tools > *:hover, .picture-tools button:hover { border-color: var(--accent); }
    .search { display: flex; align-items: center; gap: 0.6rem; }
    .search kbd { font: 500 0.8125rem var(--mono); padding: 0 0.4rem; border-radius: 4px;
      border: 1px solid var(--line-strong); color: var(--muted); }
    .with-script, [data-script] .without-script { display: none; }
    [data-script] .with-script { display: inline; }
    .theme::before { content: "◐\\00a0"; }
    .theme[data-value="light"]::before { content: "☀\\00a0"; }
    .theme[data-value="dark"]::before { content: "☾\\00a0"; }
    figcaption { display: flex; flex-wrap: wrap; align-items: center; gap: 0.5rem 1rem; }
    .picture-tools { display: flex; gap: 0.3rem; margin-left: auto; }
    .picture-tools button { min-width: 2rem; min-height: 2rem; padding: 0.1rem 0.5rem; }
    [data-script] .picture .scroll { cursor: grab; }
    [data-script] .picture .scroll:active { cursor: grabbing; }
    .picture:fullscreen { display: grid; grid-template-rows: minmax(0, 1fr) auto; }
    .picture:fullscreen .scroll { max-height: none; overflow: auto; }
    .finder { width: min(42rem, calc(100vw - 2rem)); max-height: min(36rem, 80vh); margin: 8vh auto auto;
      padding: 0; border: 1px solid var(--line-strong); border-radius: 10px; background: var(--raised);
      color: var(--ink); box-shadow: 0 1rem 3rem rgb(0 0 0 / 0.25); overflow: hidden; }
    .finder[open] { display: flex; flex-direction: column; }
    .finder::backdrop { background: rgb(0 0 0 / 0.4); }
    .finder input { width: 100%; padding: 0.9rem 1.1rem; border: 0; border-bottom: 1px solid var(--line);
      background: transparent; color: inherit; font: 400 1.125rem var(--sans); }
    .finder input:focus { outline: none; border-bottom-color: var(--accent);
      box-shadow: 0 1px 0 var(--accent); }
    .finder input::placeholder { color: var(--muted); opacity: 1; }
    .finder p { padding: 0.4rem 1.1rem; font-size: 0.8125rem; color: var(--muted); }
    .finder p:empty { display: none; }
    .finder ul { overflow-y: auto; padding: 0.3rem; }
    .finder li { display: grid; grid-template-columns: minmax(0, 1fr) auto; gap: 0 1rem;
      padding: 0.45rem 0.8rem; border-radius: 6px; cursor: pointer; }
    .finder li[aria-selected="true"] { background: var(--accent-soft); color: var(--accent); }
    .finder .name { font-weight: 600; }
    .finder .summary { grid-column: 1 / -1; font-size: 0.875rem; color: var(--muted);
      white-space: nowrap; overflow: hidden; text-overflow: ellipsis; }
    .finder li[aria-selected="true"] :is(.summary, .kind) { color: var(--ink); }
    @media (max-width: 58rem) { .menu { margin-left: 0; } .search kbd { display: none; } }
    @media (max-width: 30rem) {
      .masthead { flex-wrap: wrap; }
      .tools > * { padding-inline: 0.6rem; }
      .version { display: none; }
    }
    @media (prefers-reduced-motion: no-preference) { html { scroll-behavior: smooth; } }
    @media (forced-colors: active) {
      .badge, .card, .branch, .map-moment, .step .number, .here, [aria-current], .finder li {
        border: 1px solid CanvasText; }
      .finder li[aria-selected="true"] { outline: 2px solid Highlight; }
      .meter .track { fill: Canvas; stroke: CanvasText; }
      .meter .part, .meter .full { fill: Highlight; }
      .curve path { stroke: CanvasText; } .curve circle { fill: CanvasText; }
      .swatch, .effort rect, .mark circle { forced-color-adjust: none; }
      .effort .track { stroke: CanvasText; }
      .texts > li::before, .flow > li::before { background: CanvasText; forced-color-adjust: none; }
      .map td.first, .map th.first, .map .stages th { border-left: 1px solid CanvasText; }
      .curve text { fill: Canvas; } .mark line { stroke: CanvasText; }
    }

    """
}
