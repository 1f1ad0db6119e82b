extension PageStylesheet {
  /// Drawings, boxes, markings and filters.
  static let figures: StaticString = """
    :root { --bad: #9c1f1f; --caution: #8a5a00; --good: #1f6b3a; --pale: #cfe3d4; --faint: #ececea; }
    @media (prefers-color-scheme: dark) {
      :root { --bad: #ef8a80; --caution: #e5b454; --good: #86cf9f; --pale: #2f4a38; --faint: #2a2c2f; }
    }
    .marking {
      margin: 0; padding: 0.35rem 0; text-align: center; font: 700 0.9375rem/1.3 var(--sans); letter-spacing: 0.06em;
      border-block: 2px solid var(--ink); max-width: none;
    }
    header .marking { margin-bottom: 1.5rem; }
    footer { margin-top: 3rem; font: 0.8125rem/1.4 var(--sans); color: var(--quiet); }
    footer .marking { color: var(--ink); margin-top: 1rem; }
    .good { color: var(--ink); border-style: double; border-width: 3px; }
    .notice { margin-top: 1.25rem; padding: 0.9rem 1.1rem 1rem; border: 1px solid var(--rule); border-left: 0.5rem solid var(--quiet); }
    .notice-title { margin: 0; font: 700 1.375rem/1.25 var(--sans); }
    .grave-notice { border-left-color: var(--bad); }
    .grave-notice .notice-title { color: var(--bad); }
    .serious-notice, .doubt-notice { border-left-color: var(--caution); }
    .doubt-notice { border-left-style: double; }
    .good-notice { border-left-color: var(--good); }
    .good-notice .notice-title { color: var(--good); }
    .lead strong { font-weight: 600; }
    figure { margin: 1.5rem 0 0; }
    figcaption { font: 600 0.9375rem/1.4 var(--sans); }
    .legend { list-style: none; display: flex; flex-wrap: wrap; gap: 0.15rem 1.1rem; padding: 0; margin: 0.4rem 0 0; font: 0.8125rem/1.5 var(--sans); }
    .legend li { margin: 0; }
    .swatch { width: 18px; height: 12px; margin-right: 0.4rem; vertical-align: -1px; }
    .drawing { overflow-x: auto; margin-top: 0.6rem; }
    .drawing svg { display: block; width: 100%; max-width: 52rem; min-width: 34rem; height: auto; }
    .drawing text { font: 13px var(--sans); fill: var(--ink); }
    .bar-name { text-anchor: end; }
    .part { stroke: var(--ink); stroke-width: 1; }
    .solid { fill: var(--bad); }
    .pale { fill: var(--pale); }
    .outlined { fill: var(--ground); }
    .faint { fill: var(--faint); stroke: var(--quiet); stroke-dasharray: 2 2; }
    .hatched-ground, .dotted-ground { fill: var(--ground); }
    .hatched-line { stroke: var(--caution); stroke-width: 5; }
    .dotted-dot { fill: var(--ink); }
    .drawing .part-count { text-anchor: middle; font-weight: 600; paint-order: stroke; stroke: var(--ground); stroke-width: 4px; }
    .drawing .on-solid { fill: var(--ground); stroke: none; }
    .filter { border: 1px solid var(--rule); margin: 1rem 0 0; padding: 0.4rem 0.9rem 0.6rem; font: 0.875rem/1.6 var(--sans); }
    .filter legend { font-weight: 600; color: var(--quiet); font-size: 0.8125rem; padding: 0 0.4rem; }
    .filter label { margin: 0 1rem 0 0.3rem; }
    .filter input { margin: 0; vertical-align: -0.1em; }
    .filter input:focus-visible { outline: 2px solid var(--link); outline-offset: 2px; }
    @media screen {
      body:has(#show-a0:checked) tr.a:not(.a0), body:has(#show-a1:checked) tr.a:not(.a1),
      body:has(#show-a2:checked) tr.a:not(.a2), body:has(#show-a3:checked) tr.a:not(.a3),
      body:has(#show-a4:checked) tr.a:not(.a4), body:has(#show-a5:checked) tr.a:not(.a5),
      body:has(#show-a6:checked) tr.a:not(.a6), body:has(#show-a7:checked) tr.a:not(.a7),
      body:has(#show-a8:checked) tr.a:not(.a8),
      body:has(#show-b0:checked) tr.b:not(.b0), body:has(#show-b1:checked) tr.b:not(.b1),
      body:has(#show-b2:checked) tr.b:not(.b2), body:has(#show-b3:checked) tr.b:not(.b3),
      body:has(#show-b4:checked) tr.b:not(.b4), body:has(#show-b5:checked) tr.b:not(.b5),
      body:has(#show-b6:checked) tr.b:not(.b6), body:has(#show-b7:checked) tr.b:not(.b7),
      body:has(#show-b8:checked) tr.b:not(.b8) { display: none; }
    }
    @media screen and (min-width: 75rem) {
      footer { grid-column: 2; }
      nav { grid-row: 1 / span 3; }
    }
    @media print {
      :root { --bad: #7a1212; --caution: #6b4600; --good: #14532b; --pale: #dcdcdc; --faint: #f2f2f2; }
      @page {
        margin: 20mm 17mm 20mm;
        @top-center { font: 700 9pt sans-serif; }
        @bottom-center { font: 700 9pt sans-serif; }
        @bottom-left { font: 7pt sans-serif; max-width: 60mm; }
        @bottom-right { content: counter(page) " / " counter(pages); }
      }
      .filter { display: none; }
      .notice, figure, .entry .frame { break-inside: avoid; }
      .facts + .frame, main > section > p + figure { break-before: avoid; }
      section > .frame { break-before: avoid; }
      .notice, .part, .solid, .swatch { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
      .drawing { overflow: visible; }
      .drawing svg { min-width: 0; max-width: 160mm; }
    }
    """
}
