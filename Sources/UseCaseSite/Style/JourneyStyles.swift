extension Stylesheet {
  /// Journeys, touchpoints, personas, measures.
  static let journey = """
    .stage { padding-top: 1.5rem; margin-top: 2rem; border-top: 1px solid var(--line-strong); }
    .stage > * + * { margin-top: 1rem; }
    .stage > header { display: flex; flex-wrap: wrap; align-items: center; gap: 0.75rem; }
    .stage h3 { font: 600 1.3rem/1.3 var(--serif); }
    .ordinal { display: inline-grid; place-items: center; width: 2rem; height: 2rem;
      margin-right: 0.3rem; border-radius: 50%; background: var(--accent); color: var(--accent-ink);
      font: 600 1rem var(--sans); }
    .quote { padding: 0.25rem 0 0.25rem 1.5rem; border-left: 4px solid var(--accent); max-width: 34ch;
      font: italic 400 clamp(1.4rem, 1.2rem + 1vw, 1.9rem)/1.35 var(--serif); }
    .quote p::before, .thought p::before { content: open-quote; }
    .quote p::after, .thought p::after { content: close-quote; }
    .thought { margin-bottom: 1.25rem; max-width: 44ch; font: italic 1.2rem/1.45 var(--serif);
      color: var(--muted); }
    .exchange .card p { font: 1.0625rem/1.5 var(--serif); }
    .moment { padding: 1.25rem 1.5rem 1.5rem; border: 1px solid var(--line); border-radius: 8px;
      background: var(--raised); }
    .moment + .moment { margin-top: 1rem; }
    .moment > * + * { margin-top: 0.75rem; }
    .moment h3 { font: italic 600 1.3rem/1.35 var(--serif); }
    .moment .card { background: var(--paper); }
    .scale { min-width: 10rem; }
    .history { display: block; overflow: visible; }
    .history path, .history line { fill: none; stroke: var(--line-strong); stroke-width: 1.5; }
    .history .values { stroke: var(--accent); stroke-width: 2.5; stroke-linejoin: round; }
    .history line.target, .history .ahead { stroke: var(--good); stroke-dasharray: 7 4; }
    .history .ahead { stroke-dasharray: 2 4; }
    .history line.benchmark { stroke: var(--fair); stroke-dasharray: 2 3; }
    .history circle { fill: var(--accent); stroke: var(--paper); stroke-width: 2; }
    .history text { fill: var(--ink); stroke: none; font-size: 13px; }
    .history .number { font-weight: 650; paint-order: stroke; stroke: var(--paper); stroke-width: 4; }
    .history .day { fill: var(--muted); font-size: 12px; }
    .spark line { opacity: 0.7; }
    .mark { display: block; overflow: visible; }
    .mark line { stroke: var(--line-strong); stroke-width: 2; }
    .mark circle { fill: var(--muted); }
    .mark.baseline circle { fill: var(--raised); stroke: var(--muted); stroke-width: 2; }
    .mark.current circle { fill: var(--accent); }
    .mark.target circle { fill: var(--good); }
    .mark.benchmark circle { fill: var(--fair); }
    .effort { display: block; width: 100%; height: 1.75rem; border-radius: 4px; }
    .effort .track { fill: var(--sunken); }
    .effort .must, .swatch.must { fill: var(--strong-ground); background: var(--strong-ground); }
    .effort .should, .swatch.should { fill: #3f8f6f; background: #3f8f6f; }
    .effort .could, .swatch.could { fill: #8fa9de; background: #8fa9de; }
    .effort .wont, .swatch.wont, .effort .open, .swatch.open { fill: var(--line-strong);
      background: var(--line-strong); }
    .effort .capacity { fill: var(--bad); }
    .legend { display: flex; flex-wrap: wrap; gap: 0.35rem 1.5rem; margin-top: 0.75rem;
      font-size: 0.9375rem; }
    .swatch { display: inline-block; width: 0.8rem; height: 0.8rem; margin-right: 0.4rem;
      border-radius: 2px; }

    """
}
