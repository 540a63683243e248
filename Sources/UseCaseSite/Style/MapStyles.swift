extension Stylesheet {
  /// For how many touchpoints there is paper to print a map on.
  static let mapWidths = [6, 12, 18, 24, 32, 40, 52, 64, 96]

  /// The map of a journey: columns of one width, heads and names of lanes that stay in sight.
  static let map = """
    .map-scroll { max-height: min(88vh, 60rem); overflow: auto; border: 1px solid var(--line);
      border-radius: 8px; background: var(--raised); --ground: var(--raised); }
    .map { width: max-content; border-collapse: separate; border-spacing: 0;
      font-size: 0.875rem; line-height: 1.4; }
    .map th, .map td { width: 12.5rem; min-width: 12.5rem; max-width: 12.5rem; padding: 0.65rem 0.8rem;
      overflow-wrap: anywhere; background: var(--raised); }
    .map td.first, .map th.first, .map .stages th { box-shadow: inset 1px 0 0 var(--line-strong); }
    .map tbody th, .map .corner { position: sticky; left: 0; z-index: 1; width: 8.5rem;
      min-width: 8.5rem; max-width: 8.5rem; color: var(--muted); font-size: 0.8125rem;
      border-right: 1px solid var(--line-strong); }
    .map thead { position: sticky; top: 0; z-index: 2; }
    .map thead .corner { z-index: 3; border-bottom: 1px solid var(--line-strong); }
    .map .stages th { max-width: none; background: var(--accent-soft); color: var(--accent);
      font: 600 1.05rem/1.3 var(--serif); white-space: nowrap; }
    .map .stages a { color: inherit; text-decoration: none; }
    .map .stages a:hover { text-decoration: underline; }
    .map .sticky { position: sticky; left: 9.3rem; display: inline-block; max-width: 34rem; }
    .map .touchpoints th { font-weight: 650; font-size: 0.875rem; color: var(--ink); white-space: normal;
      border-bottom: 1px solid var(--line-strong); vertical-align: bottom; }
    .map-portrait { display: inline-block; width: 3.2rem; height: 3.2rem; margin: 0 0.25rem 0.25rem 0;
      object-fit: cover; border-radius: 50%; border: 1px solid var(--line-strong); }
    .map-portrait:only-child { width: 5rem; height: 5rem; }
    .map-snapshot { display: block; width: 100%; height: 7rem; margin-bottom: 0.5rem;
      object-fit: contain; object-position: left bottom; }
    .map .lane:last-child > * { border-bottom: 0; }
    .map .texts > li { padding-left: 0.8rem; }
    .map .lane-feelings td { padding: 0 0 0.65rem; text-align: center; background: var(--paper); }
    .map .lane-feelings .kind { display: block; padding: 0.2rem 0.6rem 0; font-style: italic; }
    .curve { display: block; position: relative; width: 100%; height: 8rem; overflow: visible;
      margin-bottom: 0.3rem; }
    .map .lane-feelings td { position: relative; }
    .lane-feelings td::before { content: ""; position: absolute; inset: 4rem 0 auto;
      border-top: 1px dashed var(--line-strong); }
    .curve path { fill: none; stroke: var(--accent); stroke-width: 2.5;
      vector-effect: non-scaling-stroke; }
    .curve circle { fill: var(--plain); stroke: var(--paper); stroke-width: 2; }
    .curve .good { fill: var(--good); } .curve .poor { fill: var(--poor); }
    .curve .bad { fill: var(--bad); }
    .curve text { fill: var(--paper); font-size: 11px; text-anchor: middle; }
    .map .lane-thinks td { font-style: italic; }
    .map .lane-response > * { border-bottom: 2px dashed var(--line-strong); }
    .map .lane-backstage > * { border-top: 2px dashed var(--line-strong); }
    .pain-list { display: grid; gap: 0.5rem; }
    .pain-list > li { padding-left: 0.6rem; border-left: 3px solid var(--bad); }
    .pain-list .answer { display: block; padding-left: 0.1rem; color: var(--good); }
    .pain-list .answer a { color: inherit; }
    .map-moment { padding: 0.5rem 0.6rem; border-radius: 6px; border: 2px solid currentColor; }
    .map-moment + .map-moment { margin-top: 0.5rem; }
    .map-moment a { color: inherit; font: italic 600 0.9375rem/1.35 var(--serif); }
    .map-moment .kind { color: inherit; }
    .map-moment.good { background: var(--good-ground); color: var(--good); }
    .map-moment.bad { background: var(--bad-ground); color: var(--bad); }
    @media (max-width: 36rem) {
      .map tbody th, .map .corner { position: static; }
      .map .sticky { left: 0.8rem; max-width: 70vw; }
    }
    @media print {
    \(mapPapers)
      .map-scroll { max-height: none; overflow: visible; border: 0; }
      .map th, .map td { width: 42mm; min-width: 42mm; max-width: 42mm; font-size: 8.5pt; }
      .map tbody th, .map .corner { width: 30mm; min-width: 30mm; max-width: 30mm; }
      .map thead, .map tbody th, .map .corner, .map .sticky { position: static; }
      .map tr { break-inside: avoid; }
    }

    """

  /// One sheet as wide as the map for each number of touchpoints: to be cut from a roll, or scaled
  /// to the largest paper at hand.
  private static let mapPapers = mapWidths.map { columns in
    "  @page paper-\(columns) { size: \(columns * 42 + 66)mm 420mm; margin: 12mm; }\n"
      + "  .paper-\(columns) { page: paper-\(columns); }"
  }.joined(separator: "\n")
}
