extension Stylesheet {
  /// On paper: no ways around, dark on white, nothing torn apart that fits on a page.
  static let print = """
    @media print {
      :root:root:root:root { --paper: #fff; --raised: #fff; --sunken: #f3f3f3; --ink: #000; --muted: #444;
        --line: #ccc; --line-strong: #888; --accent: #14594f; --accent-soft: #e8f0ee;
        color-scheme: light; }
      @page { margin: 18mm 16mm; }
      html { font-size: 10pt; }
      body { display: block; }
      .skip, .navigation, .menu, .tools, .picture-tools, .breadcrumbs, .neighbours, .letters, .tabs, .pager { display: none; }
      .masthead { padding: 0 0 0.5rem; }
      main { padding: 1rem 0 0; }
      article > section { margin-top: 1.75rem; }
      h1 { font-size: 24pt; }
      h1, h2, h3, h4 { break-after: avoid; }
      .card, .branch, .entries > li, .findings, .moment, tr, .facts, .step, .quadrant, .coverage li,
        .mentions dl > div, .history { break-inside: avoid; }
      .stage > header, .gap > .rationale, .title, .tabs { break-after: avoid; }
      .matrix .cell { border: 1px solid var(--line-strong); border-radius: 0;
        print-color-adjust: exact; -webkit-print-color-adjust: exact; }
      a { color: inherit; }
      .prose a, .step a { text-decoration-color: #888; }
      .scroll { overflow: visible; background: none; }
      .picture { break-inside: avoid; border: 0; overflow: visible; }
      .picture .scroll { padding: 0; }
      .cover ~ section .picture .scroll { max-height: none; overflow: visible; }
      .picture svg { max-width: 100%; max-height: 230mm; width: auto; height: auto; }
    \(Paper.styles)
      .wide { page: a4-across; }
      .wide > .scroll { width: 265mm; max-width: none; }
      .ordinal { background: none; color: #000; border: 1px solid #000; }
      .swatch, .texts > li::before { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
      details > summary { display: none; }
      details::details-content { display: block; content-visibility: visible; block-size: auto; }
      .badge { border: 1px solid #888; background: none; color: #000; }
      .index { columns: 3; }
      .part + .part { break-before: page; margin-top: 0; padding-top: 0; border-top: 0; }
      .beside { display: block; }
      .colophon { padding-inline: 0; border: 0; }
      p, li { orphans: 2; widows: 2; }
    }

    """
}
