/// Pages of the people in office, and what stands at the edge of all pages.
extension InterfaceStyle {
    static let staffPages = ##"""
        /* ---------- staff shell ---------- */
        .bar { background: var(--blue-950); color: #fff; position: sticky; top: 0; z-index: 8; }
        .bar__in { display: flex; align-items: center; gap: 0 var(--s5); min-height: 3rem; padding-inline: var(--s5); flex-wrap: wrap; }
        .bar a { color: #fff; text-decoration: none; } .bar a:hover { text-decoration: underline; }
        .bar .brand { color: #fff; gap: var(--s2); }
        .bar .brand__mark { width: 1.75rem; height: 1.75rem; }
        .bar .brand__name { font-size: 1.0625rem; letter-spacing: 0.03em; }
        .bar__search { flex: 1 1 12rem; max-width: 26rem; min-width: 0; }
        .bar__search .input { min-height: 2rem; background: rgb(255 255 255 / 0.12); border-color: #6d87a8; color: #fff; }
        .bar__search .input::placeholder { color: #c9d6e6; opacity: 1; }
        @media (max-width: 59.99em) { .bar__in { padding-block: var(--s2); gap: var(--s2) var(--s4); } .bar__search { order: 3; flex-basis: 100%; max-width: none; } .bar__r span { display: none; } }
        .bar__r { margin-left: auto; display: flex; gap: var(--s5); align-items: center; font-size: var(--fs-sm); }
        .shell { display: grid; }
        @media (min-width: 60em) { .shell { grid-template-columns: 11.5rem minmax(0, 1fr); min-height: calc(100vh - 3rem); } }
        .side { min-width: 0; background: var(--surface); border-right: 1px solid var(--line-soft); padding-block: var(--s3); }
        .side a { display: flex; align-items: center; gap: var(--s3); min-height: 2.375rem; padding-inline: var(--s5); color: var(--text-2); text-decoration: none; border-left: 3px solid transparent; }
        .side a:hover { background: var(--ink-50); color: var(--link); }
        .side a[aria-current] { background: var(--brand-tint-2); color: var(--brand); border-left-color: var(--brand); font-weight: 650; }
        .side .cnt { margin-left: auto; font-size: var(--fs-xs); font-variant-numeric: tabular-nums; }
        .side h2 { font-size: var(--fs-xs); color: var(--text-3); font-weight: 500; padding: var(--s4) var(--s5) var(--s1); }
        @media (max-width: 59.99em) { .side { border-right: 0; border-bottom: 1px solid var(--line-soft); padding-block: 0; } .side { display: flex; overflow-x: auto; } .side ul { display: flex; } .side h2 { display: none; } .side a { white-space: nowrap; } }
        .work { padding: var(--s5); min-width: 0; }
        .work__head { display: flex; flex-wrap: wrap; gap: var(--s2) var(--s5); align-items: center; justify-content: space-between; margin-bottom: var(--s3); }
        .filter { display: flex; flex-wrap: wrap; gap: var(--s2) var(--s3); align-items: flex-end; padding: var(--s3) var(--s4); background: var(--surface); border: 1px solid var(--line-soft); border-radius: var(--r-md); margin-bottom: var(--s3); }
        .filter > div { display: grid; gap: 2px; }
        .filter label { font-size: var(--fs-xs); color: var(--text-3); }
        .filter .input, .filter .select { min-width: 9rem; min-height: 2rem; }
        .bulk { display: flex; gap: var(--s3); align-items: center; padding: var(--s2) var(--s4); background: var(--brand-tint-2); border: 1px solid var(--blue-200); border-bottom: 0; border-radius: var(--r-md) var(--r-md) 0 0; flex-wrap: wrap; }
        .bulk + .tbl-scroll { border-radius: 0 0 var(--r-md) var(--r-md); }
        .sub2 { display: block; font-size: var(--fs-sm); color: var(--text-3); font-weight: 400; }
        .work .tbl .sub2 { display: block; font-size: var(--fs-xs); color: var(--text-3); font-weight: 400; }
        .work .tbl tr.r-bad > :first-child { box-shadow: inset 3px 0 var(--bad-fill); }
        .work .tbl tr.r-warn > :first-child { box-shadow: inset 3px 0 var(--warn-fill); }
        .check { width: 1.1875rem; height: 1.1875rem; margin: 0; accent-color: var(--brand); vertical-align: middle; }
        .kbd { display: inline-block; min-width: 1.5em; padding: 0 0.35em; border: 1px solid var(--line); border-bottom-width: 2px; border-radius: 3px; font-size: var(--fs-xs); text-align: center; background: var(--surface); color: var(--text-2); line-height: 1.5; }
        .panel--staff { border-radius: var(--r-md); padding: var(--s4); }
        .panel--staff > h2:first-child { font-size: var(--fs-lg); margin-bottom: var(--s3); }
        .cd { display: grid; gap: var(--s4); }
        @media (min-width: 72em) { .cd { grid-template-columns: minmax(0, 1fr) 21rem; align-items: start; } .cd__aside { position: sticky; top: 4rem; } }
        .diff-ok { color: var(--ok); } .diff-bad { color: var(--bad); font-weight: 600; }

        /* hotline: caller / ticket / knowledge */
        .tri { display: grid; gap: var(--s4); }
        .tri > * { min-width: 0; }
        @media (min-width: 72em) { .tri { grid-template-columns: 15rem minmax(0, 1fr) 18rem; align-items: start; } }
        .tri .sum--2 > div { grid-template-columns: 3.5rem 1fr; }
        .live { display: flex; flex-wrap: wrap; gap: var(--s2) var(--s5); align-items: center; padding: var(--s3) var(--s4); background: var(--blue-900); color: #fff; border-radius: var(--r-md); margin-bottom: var(--s4); }
        .live b { font: 650 1.25rem/1.2 var(--font-num); font-variant-numeric: tabular-nums; }
        .live .btn { margin-left: auto; }
        .pair { display: grid; gap: var(--s4); }
        @media (min-width: 40em) { .pair { grid-template-columns: 1fr 1fr; } }
        .pair .field { margin: 0; }

        /* inspection on a phone: three big answers per item */
        .ask { margin-top: var(--s5); padding: 0 0 var(--s4); border-bottom: 1px solid var(--line-soft); }
        .ask legend { font-weight: 600; margin-bottom: var(--s2); }
        .tri-choice { display: grid; grid-template-columns: repeat(3, 1fr); gap: var(--s2); }
        .tri-choice .choice { padding: var(--s2); min-height: 3rem; align-items: center; justify-content: center; border: 1px solid var(--line-control); border-radius: var(--r-md); grid-template-columns: auto auto; column-gap: var(--s2); }
        .tri-choice .choice input { margin: 0; }
        .tri-choice .choice label::after { content: ""; position: absolute; inset: 0; }
        .tri-choice .choice:has(:checked) { border-color: var(--brand); box-shadow: inset 0 0 0 1px var(--brand); background: var(--brand-tint-2); }
        .tri-choice .choice.no:has(:checked) { border-color: var(--bad-fill); box-shadow: inset 0 0 0 1px var(--bad-fill); background: var(--bad-tint); }

        /* dashboard */
        .kpis { display: grid; grid-template-columns: repeat(auto-fit, minmax(10.5rem, 1fr)); gap: 1px; background: var(--line-soft); border: 1px solid var(--line-soft); border-radius: var(--r-md); overflow: hidden; margin-bottom: var(--s4); }
        .kpis > div { background: var(--surface); padding: var(--s3) var(--s4); }
        .kpis dt { color: var(--text-2); font-size: var(--fs-sm); }
        .kpis dd b { font: 650 1.75rem/1.25 var(--font-num); font-variant-numeric: tabular-nums; }
        .kpis dd span { font-size: var(--fs-xs); color: var(--text-3); display: block; }
        .grid2 { display: grid; gap: var(--s4); }
        @media (min-width: 60em) { .grid2 { grid-template-columns: 1fr 1fr; } .grid2 .span2 { grid-column: span 2; } .grid2--53 { grid-template-columns: 5fr 3fr; align-items: start; } }
        .chart figcaption { margin-bottom: var(--s2); }
        .chart figcaption b { display: block; font-size: var(--fs-lg); font-weight: 650; }
        .chart svg { width: 100%; max-width: 40rem; height: auto; display: block; }
        .chart--rank { border: 0; padding: var(--s2) 0; } .chart--rank svg { width: auto; max-width: 100%; }
        .chart text { font-family: var(--font); font-size: 12px; fill: var(--ink-700); font-variant-numeric: tabular-nums; }
        .chart .strong { fill: var(--ink-900); font-weight: 650; }
        .chart .axis { stroke: var(--ink-200); } .chart .base { stroke: var(--ink-400); }
        .chart .l1 { stroke: var(--blue-700); } .chart .l2 { stroke: var(--jade-600); }
        .chart .b1 { fill: var(--blue-600); } .chart .b2 { fill: var(--blue-200); } .chart .bw { fill: var(--amber-500); } .chart .bb { fill: var(--red-600); } .chart .bg { fill: var(--jade-600); }
        .chart details { margin-top: var(--s2); font-size: var(--fs-sm); }
        .chart summary { cursor: pointer; color: var(--link); min-height: 1.75rem; }
        .legend { display: flex; gap: var(--s4); flex-wrap: wrap; font-size: var(--fs-sm); color: var(--text-2); margin-bottom: var(--s1); }
        .legend li { display: inline-flex; align-items: center; gap: 0.4em; }
        .legend svg { width: 1.5rem; height: 0.75rem; }
        .chart--key { display: flex; gap: var(--s4); }

        /* sample data strip, sign-out, staff footer, fault page, QR */
        .sample { background: var(--warn-tint); color: var(--warn); font-size: var(--fs-sm); border-top: 1px solid #eccf8f; }
        .sample p { padding-block: var(--s1); }
        .official__out { display: inline-flex; }
        .official__out button, .bar .official__out button { border: 0; background: none; color: inherit; cursor: pointer; min-height: 2.25rem; padding-inline: var(--s2); }
        .official__out button:hover { text-decoration: underline; }
        .bar__r { flex-wrap: wrap; }
        .bar__r a, .bar__r .official__out button { min-height: 2.25rem; display: inline-flex; align-items: center; }
        .foot__note { margin-top: var(--s4); }
        .staff-foot { padding: var(--s3) var(--s5); font-size: var(--fs-xs); color: var(--text-3); background: var(--surface); border-top: 1px solid var(--line-soft); }
        .fault h1 { margin-bottom: var(--s3); }
        .qr { display: block; width: min(100%, 12rem); height: auto; background: #fff; }
        .case .mini { min-width: 0; justify-items: end; }
        .clock--warn .clock__key .used { background: var(--amber-500); }
        .clock__key .over { background: var(--bad-fill); box-shadow: none; }
        .tl .no .tl__dot { border-color: var(--bad-fill); color: var(--bad); }
        form > input[type="hidden"] + .field { margin-top: 0; }
        .mini__cells .today { background: linear-gradient(to right, var(--blue-600) 50%, var(--surface) 50%); box-shadow: inset 0 0 0 1px var(--blue-600); }
        .mini--warn .today { background: linear-gradient(to right, var(--amber-500) 50%, var(--surface) 50%); box-shadow: inset 0 0 0 1px var(--amber-900); }
        .panel > .clock + *, .panel > dl + *, .panel > .tbl-scroll + * { margin-top: var(--s4); }
        .panel > p + .tbl-scroll, .panel > p + .chart, .panel > .chart + .tbl-scroll { margin-top: var(--s4); }
        .work blockquote { margin: 0 0 var(--s4); padding-left: var(--s4); border-left: 3px solid var(--line); }
        @media (min-width: 48em) { .tbl td.n { white-space: nowrap; } }
        form.panel > h2, form.panel > h2 + p { margin-bottom: var(--s3); }
        .who + .who { border-top: 1px solid var(--line-soft); padding-top: var(--s4); }
        .who__find { display: flex; flex-wrap: wrap; gap: var(--s3); align-items: end; margin: var(--s2) 0; }
        .who__find .field { margin: 0; }
        @media (min-width: 48em) { .who__units { display: grid; grid-template-columns: repeat(auto-fill, minmax(16rem, 1fr)); } }
        .panel > .tbl-scroll + .small { margin-top: var(--s2); }
        .pagehead h1 .tag { letter-spacing: 0; }
        """##
}
