extension Stylesheet {
  /// Coverage, gaps, plan, grids, tabs, pages of long lists.
  static let boards = """
    .tabs ul { display: flex; flex-wrap: wrap; gap: 0.25rem; border-bottom: 1px solid var(--line-strong); }
    .tabs a { display: block; padding: 0.5rem 1rem; border: 1px solid transparent; border-bottom: 0;
      border-radius: 6px 6px 0 0; text-decoration: none; }
    .tabs a:hover { background: var(--sunken); }
    .tabs [aria-current] { background: var(--raised); border-color: var(--line-strong); color: var(--ink);
      font-weight: 650; box-shadow: 0 1px 0 var(--raised); }
    .pager ol { display: flex; flex-wrap: wrap; gap: 0.3rem; }
    .pager a { display: block; min-width: 2.2rem; padding: 0.25rem 0.5rem; text-align: center;
      border: 1px solid var(--line); border-radius: 5px; text-decoration: none;
      font-variant-numeric: tabular-nums; }
    .pager [aria-current] { background: var(--accent); color: var(--accent-ink); border-color: var(--accent); }
    .remedies { display: grid; gap: 0.2rem; margin-top: 0.3rem; font-size: 0.9375rem; }
    .remedies > li { padding-left: 1.25rem; position: relative; overflow-wrap: anywhere; }
    .remedies > li::before { content: "→"; position: absolute; left: 0; color: var(--accent); }
    .example { margin-bottom: 1.25rem; }
    .example pre { padding: 0.8rem 1rem; background: var(--sunken); border: 1px solid var(--line);
      border-radius: 6px; overflow-x: auto; }
    .coverage { display: grid; gap: 0 2.5rem;
      grid-template-columns: repeat(auto-fill, minmax(min(21rem, 100%), 1fr)); }
    .coverage li { display: grid; grid-template-columns: 4.25rem minmax(0, 1fr) auto;
      gap: 0 0.75rem; align-items: baseline; padding: 0.7rem 0; }
    .coverage .value { font: 600 1.45rem/1.2 var(--serif); }
    .unit { font-size: 0.65em; color: var(--muted); padding-left: 0.1em; }
    .coverage .what { font-size: 0.9375rem; line-height: 1.4; }
    .coverage .ratio { font-size: 0.8125rem; color: var(--muted); white-space: nowrap; }
    .meter { display: block; grid-column: 1 / -1; width: 100%; height: 4px; margin-top: 0.45rem; }
    .meter .track { fill: var(--line); }
    .meter .part { fill: var(--poor); }
    .meter .full { fill: var(--accent); }
    .attention .meter { height: 6px; margin: 0.2rem 0 0.6rem; }
    .brief { display: grid; gap: 0.45rem; }
    .brief > li { line-height: 1.45; }
    .card > .kind { margin-top: 0.6rem; }
    .big { font: 600 2.4rem/1.1 var(--serif); }
    .matrix th, .matrix td { padding: 0.4rem 0.7rem; }
    .matrix tbody th { font-weight: 500; }
    .matrix .depth-1 { padding-left: 1.25rem; } .matrix .depth-2 { padding-left: 2.25rem; }
    .matrix .depth-3 { padding-left: 3.25rem; }
    .matrix .cell { text-align: center; border: 2px solid var(--paper); border-radius: 6px; }
    .matrix .none { color: var(--muted); text-align: center; }
    .risks td { width: 19%; min-width: 7rem; height: 3.4rem; vertical-align: middle; }
    .risks tbody th { min-width: 3rem; text-align: center; vertical-align: middle; }
    .risks thead th:first-child { white-space: pre-line; }
    .risks a { color: inherit; }
    .risks li + li { margin-top: 0.4rem; }
    .risks .before { font-size: 0.8125rem; white-space: nowrap; }
    .quadrants { display: grid; gap: 0.75rem; grid-template-columns: repeat(2, minmax(0, 1fr)); }
    .quadrant { padding: 1rem 1.25rem; border: 1px solid var(--line); border-radius: 8px;
      background: var(--raised); }
    .quadrant.manage-closely { border-color: var(--accent); border-width: 2px; }
    .quadrant ul { display: grid; gap: 0.4rem; margin-top: 0.7rem; }
    @media (max-width: 44rem) { .quadrants { grid-template-columns: minmax(0, 1fr); } }
    .planned { min-width: 14rem; }
    .planned .effort { height: 0.9rem; margin-bottom: 0.25rem; }
    .effort .limit { fill: var(--paper); stroke: var(--ink); stroke-width: 0.5; }
    .names { columns: 3 14rem; }
    .trace h3, .ways h3 { margin: 1.25rem 0 0.75rem; }
    .trace dd { font-size: 0.9375rem; line-height: 1.55; }

    """
}
