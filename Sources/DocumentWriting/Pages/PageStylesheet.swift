/// How the page looks: on a wide and on a narrow screen, light and dark, and on paper.
enum PageStylesheet {
  static let base: StaticString = """
    :root {
      color-scheme: light dark;
      --ground: #fdfdfb; --raised: #f3f2ee; --ink: #1b1c1e; --quiet: #54575c; --rule: #d6d4cd; --link: #1c4f86;
      --target: #fff3c4;
      --serif: Charter, "Bitstream Charter", "Sitka Text", Cambria, Georgia, "Liberation Serif", serif;
      --sans: system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", "Liberation Sans", sans-serif;
      --mono: ui-monospace, "Cascadia Code", "SF Mono", Menlo, Consolas, "Liberation Mono", monospace;
    }
    @media (prefers-color-scheme: dark) {
      :root {
        --ground: #17181a; --raised: #212326; --ink: #e6e4df; --quiet: #a9abae; --rule: #3c3f43; --link: #9cc3ee;
        --target: #4a3f14;
      }
    }
    * { box-sizing: border-box; }
    html { -webkit-text-size-adjust: 100%; text-size-adjust: 100%; scroll-padding-top: 1.5rem; }
    body {
      margin: 0; padding: 0 1.25rem 4rem; background: var(--ground); color: var(--ink);
      font: 1.0625rem/1.55 var(--serif); overflow-wrap: break-word;
    }
    a { color: var(--link); text-decoration-thickness: 0.06em; text-underline-offset: 0.15em; }
    a:focus-visible, .frame:focus-visible, .drawing:focus-visible { outline: 2px solid var(--link); outline-offset: 2px; }
    .skip { position: absolute; left: -999rem; }
    .skip:focus { left: 1rem; top: 1rem; z-index: 1; padding: 0.5rem 0.75rem; background: var(--ground); }
    h1, h2, h3, h4, h5, h6, dt, th, caption, nav, .facts, .label { font-family: var(--sans); }
    h1, h2, h3, h4, h5, h6 { line-height: 1.2; margin: 0; text-wrap: balance; }
    h1 { font-size: 2.1rem; letter-spacing: -0.015em; }
    main h2 { font-size: 1.6rem; letter-spacing: -0.01em; padding-top: 0.7rem; border-top: 3px solid var(--ink); }
    main h3 { font-size: 1.25rem; padding-top: 0.6rem; border-top: 1px solid var(--rule); }
    main h4 { font-size: 1.0625rem; }
    header { padding: 2.5rem 0 1.5rem; max-width: 46rem; }
    header p { margin: 0.5rem 0 0; }
    .subtitle { font-size: 1.2rem; line-height: 1.4; }
    main { min-width: 0; }
    main:focus { outline: none; }
    main > section { margin-top: 3rem; }
    main > section > section { margin-top: 2.5rem; }
    .entry { margin-top: 2rem; }
    .entry + .entry { padding-top: 1.6rem; border-top: 1px solid var(--rule); }
    p, ul, dl { margin: 0.7rem 0 0; }
    p, li { max-width: 63ch; }
    ul { padding-left: 1.2rem; }
    li + li { margin-top: 0.25rem; }
    li::marker { color: var(--quiet); }
    .lead { font-size: 1.125rem; line-height: 1.45; }
    .facts { font-size: 0.875rem; line-height: 1.5; color: var(--quiet); }
    .entry > .facts { margin-top: 0.35rem; }
    code { font: 0.86em var(--mono); font-variant-ligatures: none; }
    p code, li code, dd code, h4 code, .facts code { overflow-wrap: anywhere; }
    h4 code { font-weight: 600; font-size: 0.95em; }
    pre {
      margin: 0.5rem 0 0; padding: 0.6rem 0.8rem; background: var(--raised); border-left: 3px solid var(--rule);
      white-space: pre-wrap; overflow-wrap: anywhere; line-height: 1.45;
    }
    dl > div { padding: 0.45rem 0; }
    dt { font-size: 0.8125rem; line-height: 1.5; font-weight: 600; color: var(--quiet); }
    dd { margin: 0; min-width: 0; }
    dd > :first-child { margin-top: 0; }
    .term { color: inherit; text-decoration: underline dotted; text-decoration-color: var(--quiet); }
    .term:hover { color: var(--link); }
    dfn { font-style: normal; font-weight: 600; }
    .label { font-size: 0.78em; line-height: 1; white-space: nowrap; padding: 0.12em 0.45em; border: 1px solid; border-radius: 0.2em; }
    .grave { background: var(--ink); color: var(--ground); border-color: var(--ink); font-weight: 600; }
    .serious { color: var(--ink); border-width: 2px; font-weight: 600; }
    .slight, .plain { color: var(--ink); border-color: var(--quiet); }
    .doubt { color: var(--ink); border-style: dashed; font-style: italic; }
    .frame { margin-top: 1.1rem; overflow-x: auto; }
    table { border-collapse: collapse; font-size: 0.9rem; line-height: 1.4; }
    caption { text-align: left; font-size: 0.8125rem; font-weight: 600; color: var(--quiet); padding-bottom: 0.4rem; }
    th, td { padding: 0.45rem 0.9rem 0.45rem 0; text-align: left; vertical-align: top; border-bottom: 1px solid var(--rule); }
    th { font-weight: 600; }
    thead th { font-size: 0.8125rem; vertical-align: bottom; border-bottom: 2px solid var(--ink); }
    tbody th { font-family: var(--serif); font-weight: 400; }
    td, tbody th { min-width: 5rem; max-width: 26rem; }
    td:last-child { max-width: 34rem; }
    th:last-child, td:last-child { padding-right: 0; }
    td.number, th.number { min-width: 0; text-align: right; font-variant-numeric: tabular-nums lining-nums; }
    td.number { white-space: nowrap; }
    td ul, th ul { list-style: none; padding: 0; margin: 0; }
    tr:target, :target > :is(h2, h3, h4) { background: var(--target); box-shadow: -0.5rem 0 0 var(--target); }
    nav { font-size: 0.9rem; line-height: 1.4; }
    nav h2 { font-size: 0.8125rem; color: var(--quiet); }
    nav ol { list-style: none; margin: 0.4rem 0 0; padding: 0; }
    nav li { margin-top: 0.45rem; }
    nav a { text-decoration: none; }
    nav a:hover { text-decoration: underline; }
    nav ol ol { display: none; }
    @media (min-width: 44rem) {
      body { padding-inline: 2.5rem; }
      dl > div { display: grid; grid-template-columns: 9.5rem minmax(0, 1fr); column-gap: 1.25rem; }
      dt { padding-top: 0.15rem; }
      td a code, th code { white-space: nowrap; }
    }
    @media screen and (min-width: 75rem) {
      body {
        display: grid; grid-template-columns: 16rem minmax(0, 1fr); column-gap: 3.5rem; max-width: 92rem;
        margin-inline: auto;
      }
      header, main { grid-column: 2; }
      nav {
        grid-column: 1; grid-row: 1 / span 2; position: sticky; top: 0; align-self: start; max-height: 100vh;
        overflow-y: auto; padding: 2.8rem 0.5rem 2rem 0;
      }
      nav ol ol { display: block; margin-top: 0.2rem; padding-left: 0.8rem; border-left: 1px solid var(--rule); }
      nav ol ol li { margin-top: 0.2rem; font-size: 0.8125rem; }
      nav ol ol a { color: var(--quiet); }
    }
    @media print {
      :root {
        --ground: #fff; --raised: #f4f4f2; --ink: #000; --quiet: #444; --rule: #bbb; --link: #000; --target: transparent;
      }
      @page {
        size: A4; margin: 18mm 17mm 20mm;
        @bottom-right { content: counter(page); font: 8pt sans-serif; }
      }
      html { font-size: 9.5pt; }
      body { padding: 0; font-size: 1rem; line-height: 1.42; }
      .skip { display: none; }
      header { padding-top: 0; }
      nav ol ol { display: block; columns: 2; padding-left: 1rem; }
      nav ol ol li { margin-top: 0.1rem; }
      .chapters main > section { break-before: page; margin-top: 0; }
      main > section { margin-top: 2rem; }
      h2, h3, h4, .facts, .lead, caption, dt { break-after: avoid; }
      dl > div, li, pre, tr, .entry:has(> .lead) { break-inside: avoid; }
      p, li { orphans: 3; widows: 3; max-width: none; }
      dl > div { display: grid; grid-template-columns: 30mm minmax(0, 1fr); column-gap: 4mm; padding: 0.25rem 0; }
      .frame { overflow: visible; }
      table { width: 100%; font-size: 8pt; line-height: 1.35; }
      thead th, caption { font-size: 7.5pt; }
      th, td { padding: 1mm 2.5mm 1mm 0; }
      td, tbody th { min-width: 0; }
      td code, td a code { white-space: normal; overflow-wrap: anywhere; }
      thead { display: table-header-group; }
      a { text-decoration: none; }
      .grave { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
    }
    @media (prefers-contrast: more) { :root { --quiet: var(--ink); --rule: var(--ink); } }
    """
}
