/// Lists, tables, the clock of working days, time lines.
extension InterfaceStyle {
    static let readings = ##"""
        /* ---------- data display ---------- */
        .facts { display: grid; grid-template-columns: 1fr 1fr; gap: 1px; background: var(--line-soft); border: 1px solid var(--line-soft); border-radius: var(--r-lg); overflow: hidden; }
        .facts > div { background: var(--surface); padding: var(--s3) var(--s4); }
        .facts dt { font-size: var(--fs-sm); color: var(--text-3); }
        .facts dd { font-size: var(--fs-lg); font-weight: 650; line-height: 1.45; }
        .facts dd small { font-weight: 400; font-size: var(--fs-sm); color: var(--text-2); }
        @media (min-width: 60em) { .facts { grid-template-columns: repeat(5, 1fr); } .facts--4 { grid-template-columns: repeat(4, 1fr); } }
        @media (max-width: 59.99em) { .facts > div:last-child:nth-child(odd) { grid-column: 1 / -1; } }

        .sum { border-top: 1px solid var(--line-soft); }
        .sum > div { display: grid; gap: 0 var(--s4); padding-block: var(--s3); border-bottom: 1px solid var(--line-soft); }
        .sum dt { color: var(--text-3); }
        .sum dd { font-weight: 500; }
        @media (min-width: 40em) { .sum > div { grid-template-columns: 10rem 1fr auto; } .sum--2 > div { grid-template-columns: 8rem 1fr; } }
        [data-density="staff"] .sum > div { padding-block: var(--s2); }

        .tbl-scroll { overflow-x: auto; border: 1px solid var(--line-soft); border-radius: var(--r-md); background: var(--surface); }
        .tbl { width: 100%; border-collapse: collapse; font-variant-numeric: tabular-nums; }
        .tbl caption { text-align: left; padding: var(--s3) var(--s4); font-weight: 600; }
        .tbl th, .tbl td { padding: var(--s3) var(--s4); text-align: left; vertical-align: top; border-bottom: 1px solid var(--line-soft); }
        .tbl thead th { background: var(--ink-100); font-weight: 600; font-size: var(--fs-sm); color: var(--text-2); white-space: nowrap; border-bottom: 1px solid var(--line); }
        .tbl tbody th { font-weight: 550; }
        .tbl tbody tr:last-child > * { border-bottom: 0; }
        .tbl tbody tr:hover { background: var(--brand-tint-2); }
        .tbl .n { text-align: right; }
        .tbl th a[aria-label], .tbl thead a { color: inherit; display: inline-flex; gap: 0.3em; align-items: center; min-height: 1.5rem; }
        [data-density="staff"] .tbl th, [data-density="staff"] .tbl td { padding: 0.5rem 0.75rem; }
        /* tables that become cards on a phone: every cell carries its header in data-h */
        @media screen and (max-width: 47.99em) {
          .tbl--cards, .tbl--cards tbody, .tbl--cards tr, .tbl--cards td, .tbl--cards th { display: block; }
          .tbl--cards thead { display: none; }
          .tbl--cards tr { padding: var(--s3) var(--s4); border-bottom: 1px solid var(--line); }
          .tbl.tbl--cards tbody tr > * { border: 0; padding: 0.15rem 0; }
          .tbl.tbl--cards .n { text-align: left; }
          .tbl--cards td:empty { display: none; }
          .tbl--cards caption:not(.sr) { display: block; }
          .work .tbl--cards tr:has(> td:first-child) { display: grid; grid-template-columns: auto 1fr; column-gap: var(--s3); }
          .work .tbl--cards tr > * { grid-column: 1 / -1; }
          .work .tbl.tbl--cards tr > td:nth-child(1) { grid-column: 1; padding-left: var(--s2); }
          .work .tbl--cards tr > td:first-child + * { grid-column: 2; }
          .tbl--cards td[data-h]::before { content: attr(data-h) "："; color: var(--text-3); font-weight: 400; }
        }

        .list.panel { padding-block: var(--s1); }
        .list > li { border-bottom: 1px solid var(--line-soft); }
        .list > li:last-child { border-bottom: 0; }
        .list a.list__a { display: flex; gap: var(--s1) var(--s4); justify-content: space-between; align-items: baseline; padding-block: var(--s3); text-decoration: none; color: var(--text); flex-wrap: wrap; }
        .list a.list__a:hover .list__t { text-decoration: underline; color: var(--link); }
        .list__t { font-weight: 550; flex: 1 1 12rem; }
        a.list__a .list__t { color: var(--link); }

        .empty { text-align: center; padding: var(--s10) var(--s4); color: var(--text-2); }
        .empty svg { width: 4rem; height: 4rem; color: var(--ink-400); }
        .empty h2, .empty h3 { margin: var(--s3) 0 var(--s1); }
        .empty .actions { justify-content: center; margin-top: var(--s4); }

        details.qa { border-bottom: 1px solid var(--line-soft); }
        details.qa > summary { cursor: pointer; padding: var(--s3) 0; font-weight: 550; min-height: var(--target); }
        details.qa > summary::marker { color: var(--link); }
        details.qa > div { padding: 0 0 var(--s4) 1.1em; max-width: var(--measure); }

        .pager { display: flex; flex-wrap: wrap; gap: var(--s2); align-items: center; justify-content: space-between; margin-top: var(--s4); font-size: var(--fs-sm); }
        .pager ul { display: flex; flex-wrap: wrap; gap: var(--s1); }
        .pager a, .pager span.cur { display: inline-flex; min-width: 2.25rem; min-height: 2.25rem; align-items: center; justify-content: center; padding-inline: var(--s2); border-radius: var(--r-sm); text-decoration: none; color: var(--text); }
        .pager a:hover { background: var(--ink-100); }
        .pager span.cur { background: var(--brand); color: #fff; font-weight: 650; }

        /* ---------- signature: 时限钟, one cell = one working day ---------- */
        .clock { --cell-h: 1.75rem; }
        .clock__head { display: flex; flex-wrap: wrap; gap: 0 var(--s4); align-items: baseline; justify-content: space-between; }
        .clock__big { font-size: var(--fs-xl); font-weight: 700; line-height: 1.4; }
        .clock__big b { font-size: 1.45em; font-weight: 700; font-family: var(--font-num); padding-inline: 0.1em; }
        .clock--warn .clock__big { color: var(--warn); }
        .clock--bad .clock__big { color: var(--bad); }
        .clock__cells { display: flex; gap: 3px; margin-block: 1.75rem 1.75rem; }
        .clock__cells li { position: relative; flex: 1 1 0; min-width: 0; height: var(--cell-h); border-radius: 3px; background: var(--surface); box-shadow: inset 0 0 0 1.5px var(--blue-300); }
        .clock__cells .used { background: var(--blue-700); box-shadow: none; }
        .clock__cells .today { background: linear-gradient(to right, var(--blue-700) 50%, var(--surface) 50%); box-shadow: inset 0 0 0 2px var(--blue-700); }
        .clock__cells .legal { box-shadow: none; background: transparent; border: 1.5px dashed var(--ink-400); }
        .clock__cells .pause { box-shadow: inset 0 0 0 1.5px var(--ink-400); background: repeating-linear-gradient(135deg, var(--ink-100) 0 4px, var(--ink-200) 4px 7px); }
        .clock__cells .over { background: var(--bad-fill); box-shadow: none; }
        .clock--warn .clock__cells .used { background: var(--amber-500); }
        .clock--warn .clock__cells .today { background: linear-gradient(to right, var(--amber-500) 50%, var(--surface) 50%); box-shadow: inset 0 0 0 2px var(--amber-900); }
        .clock__cells .flag { position: absolute; font-size: var(--fs-sm); line-height: 1.4; white-space: nowrap; color: var(--text-2); }
        .clock__cells .flag--up { bottom: calc(100% + 3px); }
        .clock__cells .flag--dn { top: calc(100% + 3px); }
        .clock__cells .flag--l { left: 0; }
        .clock__cells .flag--r { right: 0; text-align: right; }
        .clock__cells .flag b { color: var(--text); font-weight: 650; }
        .clock__key { display: flex; flex-wrap: wrap; gap: var(--s1) var(--s4); font-size: var(--fs-sm); color: var(--text-2); }
        .clock__key li { display: inline-flex; gap: 0.4em; align-items: center; }
        .clock__key i { width: 0.95em; height: 0.95em; border-radius: 2px; display: inline-block; box-shadow: inset 0 0 0 1.5px var(--blue-300); }
        .clock__key .used { background: var(--blue-700); box-shadow: none; }
        .clock__key .legal { box-shadow: none; border: 1.5px dashed var(--ink-400); }
        .clock__key .pause { background: repeating-linear-gradient(135deg, var(--ink-100) 0 3px, var(--ink-200) 3px 5px); box-shadow: inset 0 0 0 1.5px var(--ink-400); }
        /* mini clock for tables */
        .mini { display: grid; gap: 3px; min-width: 7.5rem; }
        .mini__cells { display: flex; gap: 2px; }
        .mini__cells i { flex: 1 1 0; max-width: 0.75rem; height: 0.5rem; border-radius: 1px; box-shadow: inset 0 0 0 1px var(--blue-300); background: var(--surface); }
        .mini__cells .used { background: var(--blue-600); box-shadow: none; }
        .mini__cells .over { background: var(--bad-fill); box-shadow: none; }
        .mini__cells .pause { background: repeating-linear-gradient(135deg, var(--ink-100) 0 2px, var(--ink-400) 2px 3px); box-shadow: inset 0 0 0 1px var(--ink-400); }
        .mini--warn .used { background: var(--amber-500); }
        .mini--bad .used { background: var(--bad-fill); }

        /* timeline */
        .tl { position: relative; }
        .tl > li { position: relative; padding: 0 0 var(--s5) 2.25rem; }
        .tl > li::before { content: ""; position: absolute; left: 0.6875rem; top: 1.6rem; bottom: -0.15rem; width: 2px; background: var(--line); }
        .tl > li:last-child { padding-bottom: 0; } .tl > li:last-child::before { display: none; }
        .tl__dot { position: absolute; left: 0; top: 0.1rem; width: 1.5rem; height: 1.5rem; border-radius: 50%; background: var(--surface); border: 2px solid var(--ok-fill); color: var(--ok); display: grid; place-items: center; }
        .tl__dot svg.i { width: 0.9rem; height: 0.9rem; stroke-width: 2.5; }
        .tl .now .tl__dot { background: var(--warn-fill); border-color: var(--warn-fill); color: var(--ink-950); }
        .tl .todo .tl__dot { border-color: var(--ink-400); border-style: dashed; }
        .tl .todo { color: var(--text-3); }
        .tl p { margin-top: 0; }
        .tl__t { font-weight: 650; }
        .tl__m { font-size: var(--fs-sm); color: var(--text-3); }
        .tl p.tl__card { margin-top: var(--s1); }
        .tl__card a { display: inline-flex; gap: 0.35em; align-items: center; min-height: 1.75rem; }
        """##
}
