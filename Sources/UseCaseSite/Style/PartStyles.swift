extension Stylesheet {
  /// What stands on many pages: title, badges, facts, cards, entries, tables, pictures, findings.
  static let parts = """
    .title > * + * { margin-top: 0.6rem; }
    .eyebrow { font-size: 0.8125rem; font-weight: 650; letter-spacing: 0.07em;
      text-transform: uppercase; color: var(--muted); }
    .identifier { font: 500 0.8125rem var(--mono); letter-spacing: 0; text-transform: none;
      padding: 0.1rem 0.4rem; border: 1px solid var(--line-strong); border-radius: 4px;
      color: var(--muted); }
    .lead { max-width: 46ch; font: 400 clamp(1.2rem, 1.1rem + 0.5vw, 1.4rem)/1.4 var(--serif);
      color: var(--muted); text-wrap: pretty; }
    .title > .badges { margin-top: 1rem; }
    .badges { display: flex; flex-wrap: wrap; gap: 0.4rem; }
    .badge { display: inline-block; padding: 0.1rem 0.55rem; border-radius: 0.8rem;
      font: 600 0.8125rem/1.5 var(--sans); max-width: 100%; }
    .badge .prefix { font-weight: 400; }
    .plain { background: var(--plain-ground); color: var(--plain); }
    .strong { background: var(--strong-ground); color: var(--strong); }
    .good { background: var(--good-ground); color: var(--good); }
    .fair { background: var(--fair-ground); color: var(--fair); }
    .poor { background: var(--poor-ground); color: var(--poor); }
    .bad { background: var(--bad-ground); color: var(--bad); }
    .sheet > * + * { margin-top: 1.75rem; }
    .sheet:empty { display: none; }
    .facts { display: grid; grid-template-columns: repeat(auto-fill, minmax(min(13rem, 100%), 1fr));
      gap: 1rem 1.5rem; padding: 1rem 0; border-block: 1px solid var(--line-strong); }
    @media (max-width: 36rem) {
      .facts { grid-template-columns: repeat(2, minmax(0, 1fr)); gap: 0.8rem 1rem; }
    }
    .facts dt, .mentions dt { font-size: 0.8125rem; color: var(--muted); }
    .facts dd { font-size: 0.9375rem; line-height: 1.45; }
    .dots { letter-spacing: 0.1em; color: var(--accent); }
    .cards { display: grid; gap: 1rem;
      grid-template-columns: repeat(auto-fit, minmax(min(16rem, 100%), 1fr)); }
    .card { padding: 1.1rem 1.25rem 1.25rem; background: var(--raised);
      border: 1px solid var(--line); border-radius: 8px; }
    .card > h3, .card > h4 { margin-bottom: 0.5rem; font-size: 0.8125rem; font-weight: 650;
      color: var(--muted); }
    .card.pain { border-left: 3px solid var(--bad); }
    .texts { display: grid; gap: 0.5rem; max-width: 72ch; }
    .texts > li { padding-left: 1.1rem; position: relative; }
    .texts > li::before { content: ""; position: absolute; left: 0.1rem; top: 0.68em; width: 0.35rem;
      height: 0.35rem; border-radius: 50%; background: var(--line-strong); }
    .answer { color: var(--muted); font-size: 0.9em; }
    .answer::before { content: "→ "; }
    .entries { border-top: 1px solid var(--line-strong); }
    .entries > li { display: grid; grid-template-columns: minmax(0, 1fr) auto; gap: 0.1rem 1.5rem;
      padding: 0.75rem 0; border-bottom: 1px solid var(--line); align-items: baseline; }
    .entries .name { font: 600 1.125rem/1.4 var(--serif); }
    .entries .summary { grid-column: 1; max-width: 68ch; color: var(--muted);
      font-size: 0.9375rem; line-height: 1.5; }
    .entries .badges { grid-column: 2; grid-row: 1; justify-content: flex-end; }
    @media (max-width: 36rem) {
      .entries > li { grid-template-columns: minmax(0, 1fr); gap: 0.35rem; }
      .entries .badges { grid-column: 1; grid-row: auto; justify-content: flex-start; }
    }
    .scroll { --ground: var(--paper); overflow-x: auto; max-width: 100%;
      background: linear-gradient(to right, var(--ground) 40%, transparent) left,
        linear-gradient(to left, var(--ground) 40%, transparent) right,
        linear-gradient(to right, var(--line-strong), transparent) left,
        linear-gradient(to left, var(--line-strong), transparent) right;
      background-repeat: no-repeat; background-size: 2rem 100%, 2rem 100%, 0.6rem 100%, 0.6rem 100%;
      background-attachment: local, local, scroll, scroll; }
    .picture .scroll { --ground: var(--raised); }
    time { white-space: nowrap; }
    table { border-collapse: collapse; width: 100%; font-size: 0.9375rem; line-height: 1.45; }
    th, td { padding: 0.55rem 1.25rem 0.55rem 0; text-align: left; vertical-align: top;
      border-bottom: 1px solid var(--line); }
    thead th { font-size: 0.8125rem; font-weight: 500; color: var(--muted); white-space: nowrap;
      border-bottom-color: var(--line-strong); }
    tbody th { font-weight: 600; min-width: 9rem; }
    td.number, td .badge { white-space: nowrap; }
    th .summary { font-weight: 400; color: var(--muted); }
    .picture { border: 1px solid var(--line); border-radius: 8px; background: var(--raised);
      overflow: hidden; }
    .picture .scroll { padding: 1.25rem; }
    .picture svg { display: block; margin-inline: auto; }
    @media (max-width: 58rem) {
      .picture svg { max-width: max(100%, 40rem); height: auto; }
    }
    .picture + .entries, .picture + .picture { margin-top: 1.75rem; }
    figcaption { padding: 0.6rem 1.25rem; font-size: 0.875rem; color: var(--muted);
      border-top: 1px solid var(--line); }
    .findings { padding: 0.9rem 1.25rem; border: 1px solid var(--line); border-left: 4px solid var(--line-strong);
      border-radius: 6px; background: var(--raised); }
    .findings.warning { border-left-color: var(--poor); }
    .findings.error { border-left-color: var(--bad); }
    .findings ul, .gaps { display: grid; gap: 0.7rem; }
    .gaps > li { padding-bottom: 0.7rem; border-bottom: 1px solid var(--line); }
    .source, .source a { color: var(--muted); font-size: 0.875rem; }
    .about { display: block; font-size: 0.9375rem; }
    .kind { font-size: 0.8125rem; color: var(--muted); }
    .mentions dl { display: grid; gap: 1.25rem 2rem;
      grid-template-columns: repeat(auto-fill, minmax(min(15rem, 100%), 1fr)); }
    .mentions dt { font-weight: 650; margin-bottom: 0.3rem; }
    .mentions li { padding: 0.12rem 0; line-height: 1.45; }
    .neighbours { display: flex; flex-wrap: wrap; gap: 1rem; padding-top: 2rem; }
    .neighbours a { flex: 1 1 14rem; max-width: 50%; padding: 0.8rem 1.1rem;
      border: 1px solid var(--line); border-radius: 8px; text-decoration: none; }
    .neighbours a:hover { border-color: var(--accent); }
    .neighbours .next { margin-left: auto; text-align: right; }
    .neighbours .direction { display: block; font-size: 0.8125rem; color: var(--muted); }
    .neighbours .name { font: 600 1.05rem/1.35 var(--serif); }
    @media (max-width: 36rem) { .neighbours a { max-width: none; } }
    :target { scroll-margin-top: 1.5rem; }
    li:target, section:target { box-shadow: -0.75rem 0 0 var(--paper), -1rem 0 0 var(--accent); }
    .calm { color: var(--muted); font-size: 1.05rem; }
    .rationale { max-width: 68ch; margin-bottom: 1.1rem; }
    h2 > a { color: inherit; }
    .gap > h2 code { font-size: 0.9em; }
    .letters { display: flex; flex-wrap: wrap; gap: 0.25rem; }
    .letters a { min-width: 2rem; padding: 0.2rem 0.4rem; text-align: center; border-radius: 5px;
      text-decoration: none; background: var(--sunken); }
    .index { columns: 3 15rem; column-gap: 2.5rem; }
    .index section { margin-bottom: 1.5rem; }
    .index h2 { font-size: 1.15rem; margin-bottom: 0.3rem; break-after: avoid; }
    .index li { break-inside: avoid; }
    .index li { padding: 0.15rem 0; line-height: 1.4; }
    .glossary { display: grid; gap: 1.75rem; }
    .glossary h2 { font-size: 1.3rem; margin-bottom: 0.25rem; }
    .synonyms { font-size: 0.9375rem; color: var(--muted); }
    details > summary { cursor: pointer; padding: 0.4rem 0; color: var(--accent); }

    """
}
