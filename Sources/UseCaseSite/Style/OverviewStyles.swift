extension Stylesheet {
  static let overview = """
    .cover h1 { font-size: clamp(2.4rem, 1.6rem + 3.4vw, 4.25rem); }
    .lead-prose > p:first-child { font-size: 1.3rem; line-height: 1.5; }
    .numbers { display: flex; flex-wrap: wrap; gap: 0.5rem 2.25rem; padding: 1.25rem 0;
      border-block: 1px solid var(--line-strong); }
    article > .numbers + .facts { margin-top: 0; border-top: 0; }
    .numbers a { display: block; color: inherit; text-decoration: none; font-size: 0.9375rem; }
    .numbers a:hover { color: var(--accent); text-decoration: underline; }
    .numbers .value { display: block; font: 600 2rem/1.2 var(--serif); }
    .cover ~ section .picture .scroll { max-height: 48rem; overflow: auto; }
    .contents { display: grid; gap: 1.5rem 2rem;
      grid-template-columns: repeat(auto-fill, minmax(10rem, 1fr)); }
    .contents h3 { margin-bottom: 0.35rem; font-size: 0.8125rem; color: var(--muted); }
    .contents li { padding: 0.15rem 0; }

    """
}
