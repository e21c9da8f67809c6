/// Base, components and layouts of every page.
///
/// A literal and not a resource, because a bundle's path is compiled into the binary. Exempt from the length rule.
extension Asset {
    static let interface = Asset(
        name: "ui.css", mediaType: "text/css; charset=utf-8",
        text: ##"""
            /* 通办 Tongban — base, components, layouts. Uses tokens.css. Mobile first. */

            /* ---------- base ---------- */
            *, *::before, *::after { box-sizing: border-box; }
            html {
              font-size: var(--root);
              -webkit-text-size-adjust: 100%;
              text-size-adjust: 100%;
              scroll-padding: 5rem 0 6rem;   /* keeps focus clear of sticky bars (WCAG 2.4.11) */
              background: var(--canvas);
            }
            body {
              margin: 0; color: var(--text); background: var(--canvas);
              font: 400 var(--fs-md)/var(--lh) var(--font);
              line-break: strict; overflow-wrap: anywhere; text-autospace: normal;
              -webkit-font-smoothing: antialiased;
            }
            :lang(en) { font-family: var(--font-latin); }
            :lang(zh) { font-family: var(--font); }
            h1, h2, h3, h4 { margin: 0; line-height: var(--lh-tight); font-weight: 650; text-wrap: balance; }
            h1 { font-size: var(--fs-2xl); }
            h2 { font-size: var(--fs-xl); }
            h3 { font-size: var(--fs-lg); }
            h4 { font-size: var(--fs-md); }
            p { margin: 0; }
            p + p, dl + p, .tbl-scroll + p, ul + p, ol + p { margin-top: var(--s3); }
            ul, ol { margin: 0; padding: 0; list-style: none; }
            .prose ul { list-style: disc; padding-left: 1.3em; }
            .prose ol { list-style: decimal; padding-left: 1.5em; }
            .prose > * + * { margin-top: var(--s3); }
            .prose li + li { margin-top: var(--s1); }
            .prose { max-width: var(--measure); }
            dl, dd, figure, fieldset { margin: 0; padding: 0; border: 0; min-width: 0; }
            a { color: var(--link); text-underline-offset: 0.22em; text-decoration-thickness: 1px; }
            a:hover { text-decoration-thickness: 2px; }
            img, svg { max-width: 100%; }
            svg.i { width: 1.25em; height: 1.25em; flex: none; vertical-align: -0.25em; fill: none; stroke: currentColor; stroke-width: 1.75; stroke-linecap: round; stroke-linejoin: round; }
            button, input, select, textarea { font: inherit; color: inherit; letter-spacing: inherit; }
            [hidden] { display: none !important; }
            :focus-visible { outline: 3px solid var(--focus-ring); outline-offset: 2px; box-shadow: 0 0 0 2px var(--focus-gap); border-radius: var(--r-sm); }
            main:focus, [tabindex="-1"]:focus { outline: none; box-shadow: none; }
            .num { font-variant-numeric: tabular-nums; }
            .sr { position: absolute; width: 1px; height: 1px; margin: -1px; padding: 0; overflow: hidden; clip-path: inset(50%); white-space: nowrap; border: 0; }
            .skip { position: absolute; left: var(--s3); top: -6rem; z-index: 20; background: var(--surface); padding: var(--s2) var(--s4); font-weight: 600; }
            .skip:focus { top: var(--s2); }
            .muted { color: var(--text-3); }
            .sub { color: var(--text-2); }
            .small { font-size: var(--fs-sm); }
            .nowrap { white-space: nowrap; }
            .right { text-align: right; }
            .stack > * + * { margin-top: var(--s4); }
            .stack-2 > * + * { margin-top: var(--s2); }
            .stack-6 > * + * { margin-top: var(--s6); }
            .two > *, .cd > *, .grid2 > *, .guide > *, .stack > * { min-width: 0; }
            .row { display: flex; flex-wrap: wrap; gap: var(--s3); align-items: center; }
            .row--between { justify-content: space-between; }

            /* ---------- layout: public ---------- */
            .wrap { width: min(100% - 2rem, var(--container)); margin-inline: auto; }
            .page { padding-block: var(--s6) var(--s16); }
            .two { display: grid; gap: var(--s6); }
            .panel { background: var(--surface); border: 1px solid var(--line-soft); border-radius: var(--r-lg); padding: var(--s5) var(--s4); }
            .panel > h2:first-child { margin-bottom: var(--s4); }
            .panel > p + form, .field + .notice { margin-top: var(--s4); }
            .section { margin-top: var(--s10); }
            .section__head { display: flex; flex-wrap: wrap; gap: var(--s2) var(--s5); align-items: baseline; justify-content: space-between; margin-bottom: var(--s4); }

            .pagehead { display: flex; flex-wrap: wrap; gap: var(--s3) var(--s6); align-items: flex-start; justify-content: space-between; }
            .pagehead h1 .tag { vertical-align: 0.35em; margin-left: var(--s2); }

            /* official strip: who runs this site, and how to tell */
            .official { background: var(--ink-100); color: var(--text-2); font-size: var(--fs-sm); border-bottom: 1px solid var(--line-soft); }
            .official__in { display: flex; flex-wrap: wrap; align-items: center; gap: 0 var(--s5); }
            .official__util { display: flex; flex-wrap: wrap; gap: 0 var(--s1); margin-left: auto; }
            .official a, .official summary { color: var(--text-2); display: inline-flex; align-items: center; min-height: 2.25rem; padding-inline: var(--s2); text-decoration: none; gap: 0.35em; }
            .official a:hover, .official summary:hover { color: var(--link); text-decoration: underline; }
            .official summary { cursor: pointer; padding-left: 0; list-style: none; }
            .official summary::-webkit-details-marker { display: none; }
            .official summary .caret { border: solid currentColor; border-width: 0 1.5px 1.5px 0; width: 0.4em; height: 0.4em; transform: rotate(45deg) translate(-1px, -1px); }
            .official details[open] { flex-basis: 100%; }
            .official__body { padding: var(--s2) 0 var(--s4); max-width: 46em; }
            .official__badge { color: var(--jade-800); }

            /* header */
            .head { background: var(--surface); border-bottom: 1px solid var(--line); }
            .head__in { display: flex; align-items: center; gap: var(--s3) var(--s8); min-height: 4rem; flex-wrap: wrap; padding-block: var(--s2); }
            .brand { display: inline-flex; align-items: center; gap: var(--s3); text-decoration: none; color: var(--text); }
            .brand__mark { width: 2.5rem; height: 2.5rem; flex: none; }
            .brand__name { font-size: 1.375rem; font-weight: 700; letter-spacing: 0.06em; line-height: 1.15; display: block; }
            .brand__sub { font-size: var(--fs-xs); color: var(--text-3); line-height: 1.3; display: block; }
            .nav { display: none; }
            .nav ul { display: flex; gap: var(--s1); }
            .nav a { display: flex; align-items: center; min-height: var(--target); padding-inline: var(--s3); color: var(--text); text-decoration: none; font-weight: 500; border-bottom: 3px solid transparent; border-top: 3px solid transparent; }
            .nav a:hover { color: var(--link); }
            .nav a[aria-current] { color: var(--brand); border-bottom-color: var(--brand); font-weight: 650; }
            .head__in > .brand { max-width: calc(100% - 7rem); }
            .menu { margin-left: auto; }
            .menu > summary { list-style: none; cursor: pointer; min-height: var(--target); display: inline-flex; align-items: center; gap: var(--s2); padding-inline: var(--s3); border: 1px solid var(--line); border-radius: var(--r-md); font-weight: 500; }
            .menu > summary::-webkit-details-marker { display: none; }
            .menu[open] { flex-basis: 100%; order: 9; }
            .menu[open] > summary { margin-bottom: var(--s2); }
            .menu li + li { border-top: 1px solid var(--line-soft); }
            .menu li a { display: flex; align-items: center; min-height: 3rem; text-decoration: none; color: var(--text); }
            @media (min-width: 60em) {
              .nav { display: block; margin-left: auto; }
              .menu { display: none; }
              .head__in > .brand { max-width: none; flex: none; }
              .head__in { flex-wrap: nowrap; min-height: 4.5rem; padding-block: 0; }
            }

            /* mobile tab bar */
            .tabbar { position: fixed; inset: auto 0 0; z-index: 10; background: var(--surface); border-top: 1px solid var(--line); padding-bottom: env(safe-area-inset-bottom); }
            .tabbar ul { display: grid; grid-template-columns: repeat(4, 1fr); }
            .tabbar a { display: flex; flex-direction: column; align-items: center; justify-content: center; min-height: 3.5rem; font-size: var(--fs-xs); line-height: 1.3; color: var(--text-2); text-decoration: none; gap: 2px; }
            .tabbar a svg.i { width: 1.5rem; height: 1.5rem; }
            .tabbar a[aria-current] { color: var(--brand); font-weight: 650; }
            .has-tabbar { padding-bottom: 4.5rem; }
            @media (min-width: 60em) { .tabbar { display: none; } .has-tabbar { padding-bottom: 0; } }

            /* breadcrumb / back */
            .crumbs { font-size: var(--fs-sm); color: var(--text-3); margin-bottom: var(--s4); }
            .crumbs ol { display: flex; flex-wrap: wrap; gap: 0 var(--s2); }
            .crumbs li + li::before { content: "/"; color: var(--ink-400); margin-right: var(--s2); }
            .crumbs a { color: var(--text-2); display: inline-block; min-height: 1.5rem; }
            .back { display: inline-flex; align-items: center; gap: var(--s2); min-height: 2.25rem; color: var(--text-2); margin-bottom: var(--s3); }

            /* footer */
            .foot { background: var(--blue-950); color: #d5e1f0; font-size: var(--fs-sm); padding-block: var(--s8); }
            .foot a { color: #fff; display: inline-flex; min-height: 1.75rem; align-items: center; }
            .foot__links { display: flex; flex-wrap: wrap; gap: var(--s1) var(--s6); padding-bottom: var(--s4); margin-bottom: var(--s4); border-bottom: 1px solid rgb(255 255 255 / 0.2); }
            .foot__ids { display: grid; gap: var(--s1) var(--s8); line-height: 1.9; }
            .foot__ids p { margin: 0; }
            .foot__mark { display: inline-block; border: 1px solid #9dbfe6; border-radius: var(--r-sm); padding: 0 var(--s2); margin-right: var(--s2); }
            @media (min-width: 48em) { .foot__ids { grid-template-columns: 1fr 1.2fr 1.4fr; } }

            /* ---------- buttons ---------- */
            .btn { display: inline-flex; align-items: center; justify-content: center; gap: var(--s2); min-height: var(--control-h); padding: var(--s1) var(--s5); border: 1px solid var(--line-control); border-radius: var(--r-md); background: var(--surface); color: var(--text); font-weight: 550; line-height: 1.3; text-decoration: none; cursor: pointer; }
            .btn:hover { background: var(--surface-2); border-color: var(--text-2); }
            .btn--main { background: var(--brand); border-color: var(--brand); color: #fff; }
            .btn--main:hover { background: var(--brand-hover); border-color: var(--brand-hover); }
            .btn--danger { color: var(--bad); border-color: var(--bad); }
            .btn--danger:hover { background: var(--bad-tint); border-color: var(--bad); }
            .btn--quiet { border-color: transparent; background: transparent; color: var(--link); padding-inline: var(--s2); text-decoration: underline; text-underline-offset: 0.22em; }
            .btn--lg { min-height: 3.25rem; padding-inline: var(--s8); font-size: var(--fs-lg); }
            .btn--sm { min-height: 1.875rem; padding: 0 var(--s3); font-size: var(--fs-sm); }
            .btn--block { width: 100%; }
            .actions { display: flex; flex-wrap: wrap; gap: var(--s3); align-items: center; margin-top: var(--s8); }

            /* ---------- tags ---------- */
            .tag { display: inline-flex; align-items: center; gap: 0.35em; padding: 0.1em 0.55em; border-radius: var(--r-sm); font-size: var(--fs-sm); font-weight: 550; line-height: 1.6; white-space: nowrap; background: var(--ink-100); color: var(--text-2); }
            .tag--info { background: var(--info-tint); color: var(--info); }
            .tag--ok { background: var(--ok-tint); color: var(--ok); }
            .tag--warn { background: var(--warn-tint); color: var(--warn); }
            .tag--bad { background: var(--bad-tint); color: var(--bad); }
            .tag--line { background: transparent; box-shadow: inset 0 0 0 1px var(--line); }
            /* light: shape and word carry the meaning, colour only helps */
            .light { display: inline-flex; align-items: center; gap: 0.45em; font-weight: 600; white-space: nowrap; }
            .light::before { content: ""; width: 0.72em; height: 0.72em; flex: none; background: var(--ok-fill); border-radius: 50%; }
            .light--warn { color: var(--warn); } .light--warn::before { background: var(--warn-fill); border-radius: 0; clip-path: polygon(50% 0, 100% 100%, 0 100%); width: 0.85em; }
            .light--bad { color: var(--bad); } .light--bad::before { background: var(--bad-fill); border-radius: 1px; }
            .light--pause { color: var(--text-2); } .light--pause::before { background: none; border-radius: 0; border: solid var(--ink-600); border-width: 0 0.22em; width: 0.75em; }

            /* ---------- notices ---------- */
            .notice { display: grid; grid-template-columns: auto 1fr; gap: var(--s1) var(--s3); padding: var(--s4); border-radius: var(--r-md); background: var(--info-tint); color: var(--text); border: 1px solid var(--blue-200); }
            .notice > svg.i { color: var(--info); width: 1.5rem; height: 1.5rem; }
            .notice__body > * + * { margin-top: var(--s1); }
            .notice--warn { background: var(--warn-tint); border-color: #eccf8f; } .notice--warn > svg.i { color: var(--warn); }
            .notice--ok { background: var(--ok-tint); border-color: #a9d9cb; } .notice--ok > svg.i { color: var(--ok); }
            .notice--bad { background: var(--bad-tint); border-color: #f0b7b1; } .notice--bad > svg.i { color: var(--bad); }
            .notice__body p { margin-top: 0; }
            .notice__body p + p { margin-top: var(--s1); }
            .notice__title { font-weight: 650; }

            /* error summary */
            .errors { border: 2px solid var(--bad-fill); border-radius: var(--r-md); background: var(--surface); padding: var(--s4) var(--s5); margin-bottom: var(--s6); }
            .errors h2 { font-size: var(--fs-lg); color: var(--bad); margin-bottom: var(--s2); }
            .errors ol { counter-reset: e; }
            .errors li { counter-increment: e; display: flex; gap: var(--s2); padding-block: var(--s1); }
            .errors li::before { content: counter(e) "."; color: var(--bad); font-weight: 650; font-variant-numeric: tabular-nums; }
            .errors a { color: var(--bad); font-weight: 550; }

            /* ---------- forms ---------- */
            .field { margin-top: var(--s6); }
            .field:first-child { margin-top: 0; }
            .label, .field > label, legend { display: block; font-weight: 600; padding: 0; margin-bottom: var(--s1); }
            .opt { font-weight: 400; color: var(--text-3); }
            .hint { color: var(--text-3); font-size: var(--fs-sm); margin-bottom: var(--s2); max-width: var(--measure); }
            .err { color: var(--bad); font-weight: 600; margin-bottom: var(--s2); display: flex; gap: var(--s2); align-items: baseline; }
            .err::before { content: "!"; flex: none; width: 1.35em; height: 1.35em; line-height: 1.35; text-align: center; border-radius: 50%; background: var(--bad-fill); color: #fff; font-weight: 700; font-size: 0.85em; }
            .field--err { border-left: 4px solid var(--bad-fill); padding-left: var(--s4); }
            .input, .select, .area { width: 100%; min-height: var(--control-h); padding: var(--s1) var(--s3); border: 1px solid var(--line-control); border-radius: var(--r-sm); background: var(--surface); color: var(--text); }
            .area { min-height: 7rem; padding-block: var(--s2); resize: vertical; }
            .select { appearance: none; padding-right: 2.25rem; background-image: linear-gradient(45deg, transparent 50%, var(--ink-700) 50%), linear-gradient(-45deg, transparent 50%, var(--ink-700) 50%); background-position: right 1.05rem center, right 0.75rem center; background-size: 0.32rem 0.32rem; background-repeat: no-repeat; }
            .input:hover, .select:hover, .area:hover { border-color: var(--text); }
            .input:focus, .select:focus, .area:focus { border-color: var(--ink-950); outline: 3px solid var(--focus-ring); outline-offset: 0; box-shadow: inset 0 0 0 2px var(--focus-gap); }
            [aria-invalid="true"] { border: 2px solid var(--bad-fill); }
            .w-3 { max-width: 4rem; } .w-4 { max-width: 6rem; } .w-8 { max-width: 10rem; } .w-12 { max-width: 15rem; } .w-20 { max-width: 24rem; } .w-30 { max-width: 34rem; }
            .section__list { margin-top: var(--s3); }
            .section__links { margin-top: var(--s4); }
            .list__a--off { padding-block: var(--s3); }
            .affix { display: flex; align-items: center; gap: var(--s2); }
            .inline { display: flex; flex-wrap: wrap; gap: var(--s3); align-items: flex-end; }
            .inline > div { display: grid; gap: var(--s1); min-width: 0; }
            .inline label { font-weight: 500; font-size: var(--fs-sm); }
            .choice { position: relative; display: grid; grid-template-columns: auto 1fr; column-gap: var(--s3); padding: calc((var(--target) - 1.7em) / 2) 0; min-height: var(--target); }
            .choice { align-items: start; }
            .choice input { width: 1.375rem; height: 1.375rem; margin: 0.17em 0 0; margin-top: calc((1lh - 1.375rem) / 2); accent-color: var(--brand); }
            [data-density="staff"] .choice input { width: 1.125rem; height: 1.125rem; margin-top: calc((1lh - 1.125rem) / 2); }
            .choice label { font-weight: 500; cursor: pointer; margin: 0; display: block; }
            .choice .hint { grid-column: 2; margin: 0; }
            .choices--card { display: grid; gap: var(--s2); }
            .choices--card .choice { border: 1px solid var(--line-control); border-radius: var(--r-md); padding: var(--s2) var(--s4); align-items: center; background: var(--surface); }
            .choices--card .choice input { margin: 0; }
            .choices--card .choice:has(:checked) { border-color: var(--brand); box-shadow: inset 0 0 0 1px var(--brand); background: var(--brand-tint-2); }
            .choices--card .choice label::after { content: ""; position: absolute; inset: 0; }
            @media (min-width: 48em) { .choices--row { grid-template-columns: repeat(auto-fit, minmax(9rem, 1fr)); } }
            .reveal { border-left: 3px solid var(--line); margin: var(--s2) 0 var(--s2) 0.6rem; padding-left: var(--s6); }
            .known { display: grid; gap: 1px; background: var(--line-soft); border: 1px solid var(--line-soft); border-radius: var(--r-md); overflow: hidden; }
            .known > div { background: var(--surface-2); padding: var(--s2) var(--s4); display: grid; gap: 0 var(--s4); }
            .known dt { color: var(--text-3); font-size: var(--fs-sm); }
            .known dd { font-weight: 550; }
            .known dd.small { font-weight: 400; }
            @media (min-width: 48em) { .known > div { grid-template-columns: 9rem 1fr auto; align-items: baseline; } }
            .upload { border: 1px dashed var(--line-control); border-radius: var(--r-md); padding: var(--s4); background: var(--surface-2); }
            .upload input[type="file"] { max-width: 100%; width: 100%; border: 0; color: var(--text-2); }
            .upload input[type="file"]::file-selector-button { font: inherit; font-weight: 550; min-height: var(--control-h); padding: var(--s1) var(--s5); margin-right: var(--s4); border: 1px solid var(--line-control); border-radius: var(--r-md); background: var(--surface); color: var(--text); cursor: pointer; }
            .field--err .upload { border: 2px solid var(--bad-fill); }
            .file { display: flex; flex-wrap: wrap; gap: var(--s1) var(--s4); align-items: center; padding: var(--s2) 0; border-top: 1px solid var(--line-soft); }
            .file__name { font-weight: 550; flex: 1 1 12rem; }

            /* step header */
            .steps { display: grid; gap: var(--s2); margin-bottom: var(--s6); }
            .steps__now { color: var(--text-2); font-size: var(--fs-sm); }
            .steps__bar { display: grid; grid-auto-flow: column; grid-auto-columns: 1fr; gap: 4px; }
            .steps__bar li { height: 6px; background: var(--ink-200); border-radius: 3px; }
            .steps__bar li.done { background: var(--ok-fill); }
            .steps__bar li.now { background: var(--brand); }
            .steps__names { display: none; }
            @media (min-width: 48em) {
              .steps__names { display: grid; grid-auto-flow: column; grid-auto-columns: 1fr; gap: 4px; font-size: var(--fs-sm); color: var(--text-3); }
              .steps__names li[aria-current] { color: var(--brand); font-weight: 650; }
            }

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

            /* ---------- home ---------- */
            .hero { background: var(--blue-900); color: #fff; position: relative; isolation: isolate; overflow: hidden; }
            .hero__lattice { position: absolute; inset: 0; width: 100%; height: 100%; z-index: -1; opacity: 0.55; max-width: none; }
            .hero__in { display: grid; gap: var(--s6); padding-block: var(--s8); }
            .hero h1 { font-size: var(--fs-3xl); font-weight: 700; letter-spacing: 0.02em; }
            .hero__lead { color: #d9e6f6; margin-top: var(--s2); font-size: var(--fs-lg); }
            .search { display: flex; margin-top: var(--s5); background: #fff; border-radius: var(--r-md); max-width: 40rem; }
            .search .input { border: 2px solid #fff; border-right: 0; border-radius: var(--r-md) 0 0 var(--r-md); min-height: 3.25rem; font-size: var(--fs-lg); padding-inline: var(--s4); }
            .search .btn { border-radius: 0 var(--r-md) var(--r-md) 0; min-height: 3.25rem; border: 2px solid #fff; background: var(--blue-700); color: #fff; padding-inline: var(--s6); font-size: var(--fs-lg); flex: none; }
            .search .btn:hover { background: var(--blue-800); }
            .hot { display: flex; flex-wrap: wrap; gap: var(--s1) var(--s4); margin-top: var(--s3); align-items: center; }
            .hot span { color: #c6dbf2; }
            .hot a { color: #fff; min-height: 2rem; display: inline-flex; align-items: center; }
            .todo-card { background: var(--surface); color: var(--text); border-radius: var(--r-lg); padding: var(--s5); box-shadow: var(--shadow-2); }
            .todo-card h2 { font-size: var(--fs-lg); }
            .quick { background: var(--surface); border-bottom: 1px solid var(--line-soft); }
            .quick ul { display: grid; grid-template-columns: repeat(3, 1fr); }
            .quick a { display: flex; flex-direction: column; align-items: center; gap: var(--s1); padding: var(--s4) var(--s2); color: var(--text); text-decoration: none; font-weight: 500; text-align: center; }
            .quick a:hover { color: var(--link); text-decoration: underline; }
            .quick svg.i { width: 1.75rem; height: 1.75rem; color: var(--brand); }
            @media (min-width: 60em) {
              .hero__in { grid-template-columns: 1fr 23rem; gap: var(--s12); align-items: center; padding-block: var(--s10); }
              .quick ul { grid-template-columns: repeat(6, 1fr); }
              .quick a { flex-direction: row; justify-content: center; gap: var(--s3); }
              .quick li + li { border-left: 1px solid var(--line-soft); }
            }
            main > .search, .page .search { border: 2px solid var(--line-control); max-width: 48rem; }
            .suggest { max-width: 40rem; margin-top: var(--s1); background: var(--surface); color: var(--text); border: 1px solid var(--line-control); border-radius: var(--r-md); overflow: hidden; }
            .suggest a { display: flex; align-items: center; min-height: 2.75rem; padding-inline: var(--s4); color: var(--link); }
            .suggest li + li { border-top: 1px solid var(--line-soft); }
            .services > li { padding-block: var(--s3); }
            .services a.list__a { padding-block: 0; }
            .services__m { display: flex; flex-wrap: wrap; gap: var(--s1) var(--s2); margin-block: var(--s1); }
            .seg { display: inline-flex; border: 1px solid var(--line-control); border-radius: var(--r-md); overflow: hidden; background: var(--surface); }
            .seg a { display: inline-flex; align-items: center; min-height: 2.5rem; padding-inline: var(--s5); text-decoration: none; color: var(--text); font-weight: 550; }
            .seg a + a { border-left: 1px solid var(--line-control); }
            .seg a[aria-current] { background: var(--brand); color: #fff; }
            .themes { display: grid; grid-template-columns: 1fr 1fr; gap: 1px; background: var(--line-soft); border: 1px solid var(--line-soft); border-radius: var(--r-lg); overflow: hidden; }
            .themes > li { background: var(--surface); }
            .themes a { display: grid; grid-template-columns: auto 1fr; gap: 0 var(--s3); padding: var(--s4); color: var(--text); text-decoration: none; height: 100%; align-content: center; min-height: 5rem; }
            .themes a:hover { background: var(--brand-tint-2); }
            .themes a:hover b { text-decoration: underline; color: var(--link); }
            .themes svg.i { grid-row: 1 / span 2; width: 1.75rem; height: 1.75rem; color: var(--brand); margin-top: 0.15rem; }
            .themes b { font-weight: 600; line-height: 1.5; }
            .themes span { font-size: var(--fs-sm); color: var(--text-3); line-height: 1.5; }
            @media (min-width: 60em) { .themes { grid-template-columns: repeat(4, 1fr); } }
            .once { display: grid; gap: var(--s3); }
            .once a { display: grid; gap: var(--s1) var(--s6); padding: var(--s4); background: var(--surface); border: 1px solid var(--line-soft); border-radius: var(--r-lg); text-decoration: none; color: var(--text); }
            .once a:hover { border-color: var(--brand); }
            .once a:hover b { text-decoration: underline; color: var(--link); }
            .once b { font-size: var(--fs-lg); font-weight: 600; }
            .once dl { display: flex; flex-wrap: wrap; gap: 0 var(--s5); font-size: var(--fs-sm); color: var(--text-2); }
            .once dl div { display: flex; gap: 0.4em; }
            .once dd { font-weight: 600; color: var(--text); }
            .once del { color: var(--text-3); font-weight: 400; }
            @media (min-width: 60em) { .two--main { grid-template-columns: 1fr 22rem; align-items: start; } .two--even { grid-template-columns: 1fr 1fr; align-items: start; } }
            .kv { display: grid; grid-template-columns: 1fr auto; gap: var(--s2) var(--s4); }
            .kv dt { color: var(--text-2); } .kv dd { font-weight: 650; font-variant-numeric: tabular-nums; }
            .kv--text { grid-template-columns: max-content 1fr; } .kv--text dd { font-weight: 400; }

            /* guide */
            .guide { display: grid; gap: var(--s6); }
            .guide__nav { display: none; }
            @media (min-width: 60em) {
              .guide { grid-template-columns: 11rem minmax(0, 1fr); gap: var(--s8); }
              .guide__nav { display: block; position: sticky; top: var(--s4); align-self: start; }
            }
            .guide__nav a { display: block; padding: var(--s2) var(--s3); border-left: 3px solid var(--line-soft); color: var(--text-2); text-decoration: none; }
            .guide__nav a:hover { color: var(--link); text-decoration: underline; }
            .guide__nav a[aria-current] { border-left-color: var(--brand); color: var(--brand); font-weight: 650; }
            .guide section + section { margin-top: var(--s6); }
            .flow { counter-reset: f; display: grid; gap: 0; }
            .flow li { counter-increment: f; position: relative; padding: 0 0 var(--s5) 2.75rem; }
            .flow li::before { content: counter(f); position: absolute; left: 0; top: 0; width: 1.875rem; height: 1.875rem; border-radius: 50%; border: 1.5px solid var(--brand); color: var(--brand); display: grid; place-items: center; font-weight: 650; background: var(--surface); z-index: 1; }
            .flow li::after { content: ""; position: absolute; left: 0.9rem; top: 1.875rem; bottom: 0; width: 1.5px; background: var(--blue-200); }
            .flow li:last-child { padding-bottom: 0; } .flow li:last-child::after { display: none; }
            .sticky-cta { position: sticky; bottom: 0; background: var(--surface); border-top: 1px solid var(--line); padding: var(--s3) var(--s4); display: flex; gap: var(--s3); margin-inline: -1rem; z-index: 5; }
            .sticky-cta .btn { flex: 1; }
            @media (min-width: 60em) { .sticky-cta { display: none; } }

            /* case cards */
            .case { display: grid; gap: var(--s2); padding: var(--s4); background: var(--surface); border: 1px solid var(--line-soft); border-radius: var(--r-lg); }
            .case h3 a { text-decoration: none; } .case h3 a:hover { text-decoration: underline; }
            .views { display: flex; gap: var(--s1); overflow-x: auto; border-bottom: 1px solid var(--line); margin-bottom: var(--s5); }
            .views a { flex: none; display: inline-flex; align-items: center; gap: 0.4em; min-height: var(--target); padding-inline: var(--s4); text-decoration: none; color: var(--text-2); border-bottom: 3px solid transparent; }
            .views--wrap { flex-wrap: wrap; overflow-x: visible; margin-bottom: var(--s4); }
            .views--wrap a { padding-inline: var(--s3); }
            .views a:hover { color: var(--link); }
            .views a[aria-current] { color: var(--brand); border-bottom-color: var(--brand); font-weight: 650; }
            .views .cnt { font-size: var(--fs-xs); background: var(--ink-100); border-radius: 1em; padding: 0 0.55em; color: var(--text-2); font-variant-numeric: tabular-nums; font-weight: 500; line-height: 1.6; }
            .views .cnt--bad { background: var(--bad-tint); color: var(--bad); }

            /* wallet */
            .cards { display: grid; gap: var(--s4); }
            .cert { position: relative; overflow: hidden; border-radius: var(--r-lg); background: var(--surface); border: 1px solid var(--line); isolation: isolate; }
            .cert__rosette { position: absolute; right: -3.5rem; top: -3.5rem; width: 13rem; height: 13rem; color: var(--blue-200); z-index: -1; max-width: none; }
            .cert__rosette--jade { color: #b5dfd2; } .cert__rosette--seal { color: #f0c9c2; }
            .cert__b { padding: var(--s4) var(--s5); display: grid; gap: var(--s1); }
            .cert__t { font-size: var(--fs-lg); font-weight: 650; }
            .cert__no { font-family: var(--font-num); letter-spacing: 0.05em; font-variant-numeric: tabular-nums; }
            .cert__f { display: flex; gap: var(--s3); align-items: center; justify-content: space-between; padding: var(--s2) var(--s5); border-top: 1px solid var(--line-soft); background: rgb(255 255 255 / 0.75); font-size: var(--fs-sm); }
            .show { background: var(--blue-900); color: #fff; border-radius: var(--r-lg); padding: var(--s5) var(--s4); text-align: center; }
            .show__qr { background: #fff; border-radius: var(--r-md); padding: var(--s4); margin: var(--s4) auto; width: min(100%, 17rem); }
            .show__qr svg { display: block; width: 100%; height: auto; }
            .show a { color: #fff; }
            .show .muted { color: #d0def0; }
            .show .btn { background: transparent; color: #fff; border-color: #9dbfe6; }
            .show .btn:hover { background: var(--blue-800); }
            .show__name { font-size: var(--fs-xl); font-weight: 650; }
            @media (min-width: 60em) { .cards--2 { grid-template-columns: 1fr 1fr; } }

            /* verify */
            .verdict { border-radius: var(--r-lg); padding: var(--s5); background: var(--ok-tint); border: 1px solid #a9d9cb; display: grid; gap: var(--s1); }
            .verdict h1 { color: var(--ok); display: flex; gap: var(--s3); align-items: center; }
            .verdict--bad { background: var(--bad-tint); border-color: #f0b7b1; } .verdict--bad h1, .verdict--bad h2, .verdict--bad h3 { color: var(--bad); }
            .verdict--warn { background: var(--warn-tint); border-color: #eccf8f; } .verdict--warn h3 { color: var(--warn); }

            /* rating */
            .stars { display: grid; gap: var(--s2); }
            .stars .choice label { display: flex; flex-wrap: wrap; gap: 0 var(--s3); }
            .stars .pips { letter-spacing: 0.1em; color: var(--amber-900); }

            /* confirmation */
            .done-panel { background: var(--jade-800); color: #fff; border-radius: var(--r-lg); padding: var(--s8) var(--s5); text-align: center; }
            .done-panel h2, .done-panel h3 { font-size: var(--fs-2xl); margin-bottom: var(--s2); }
            .done-panel p { margin: 0; }
            .done-panel b { display: block; font-size: var(--fs-xl); font-family: var(--font-num); letter-spacing: 0.04em; margin-top: var(--s1); }

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
            .chart svg { width: 100%; height: auto; display: block; }
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
            .pagehead h1 .tag { letter-spacing: 0; }

            /* ---------- 关怀版 ---------- */
            [data-mode="care"] .menu { display: block; }
            [data-mode="care"] .head__in { flex-wrap: wrap; }
            [data-mode="care"] .two, [data-mode="care"] .guide, [data-mode="care"] .hero__in { grid-template-columns: 1fr; }
            [data-mode="care"] .care-hide { display: none; }
            [data-mode="care"] .brand__sub { display: none; }
            .care-list { display: grid; gap: var(--s3); }
            .care-list a { height: 100%; display: flex; align-items: center; gap: var(--s4); min-height: 4rem; padding: var(--s3) var(--s4); background: var(--surface); border: 2px solid var(--brand); border-radius: var(--r-lg); color: var(--text); text-decoration: none; font-size: var(--fs-lg); font-weight: 650; line-height: 1.4; }
            .care-list a span { display: block; font-size: var(--fs-md); font-weight: 400; color: var(--text-2); }
            .care-list svg.i { width: 2rem; height: 2rem; color: var(--brand); }
            .care-list a.solid { background: var(--brand); color: #fff; } .care-list a.solid span, .care-list a.solid svg.i { color: #fff; }
            @media (min-width: 60em) { .care-list { grid-template-columns: 1fr 1fr; } }

            /* ---------- documents: the form of an official paper (公文) ---------- */
            .doc__title { text-align: center; font-size: var(--fs-xl); line-height: 1.5; }
            .doc__number { text-align: center; color: var(--text-2); overflow-wrap: anywhere; }
            .doc__text { margin-top: var(--s4); line-height: 1.9; overflow-wrap: anywhere; }
            .doc__text p { text-indent: 2em; text-align: justify; margin: 0; }
            .doc__text p:first-child { text-indent: 0; }
            .doc__sign { margin-top: var(--s6); text-align: right; line-height: 1.9; }

            /* ---------- print: notices, guides, summaries ---------- */
            .print-only { display: none; }
            @media print {
              .official, .head, .foot, .tabbar, .crumbs, .guide__nav, .sticky-cta, .actions, .btn, .side, .bar, .no-print, .skip { display: none !important; }
              .print-only { display: block; }
              .print-head { border-bottom: 1px solid #000; padding-bottom: 4pt; margin-bottom: 10pt; font-size: 9pt; display: flex !important; justify-content: space-between; }
              @page { size: A4; margin: 18mm 16mm; }
              body, .panel, .case { background: #fff; border: 0; padding: 0; }
              .doc { font-family: FangSong, STFangsong, "Noto Serif CJK SC", "Songti SC", SimSun, serif; font-size: 14pt; line-height: 28pt; }
              .doc__title { font-family: "FZXiaoBiaoSong-B05S", STZhongsong, "Noto Serif CJK SC", "Songti SC", SimSun, serif; font-size: 20pt; font-weight: 700; margin-bottom: 6pt; }
              .doc__text { orphans: 3; widows: 3; } .doc__sign { break-inside: avoid; }
              .panel, .case { margin-top: 12pt; }
              .page, .work { padding: 0; }
              .guide, .two, .cd, .shell { display: block; }
              details.qa > div { display: block; }
              h2, h3, tr, .sum > div { break-inside: avoid; break-after: auto; }
              a[href^="http"]::after { content: " (" attr(href) ")"; font-size: 0.85em; }
              .clock__cells li, .mini__cells i, .tag, .light::before { print-color-adjust: exact; }
            }
            [data-contrast="high"] .tag, [data-contrast="high"] .notice, [data-contrast="high"] .verdict { border: 1px solid currentColor; }
            @media (prefers-reduced-motion: no-preference) {
              .btn, .once a, .themes a { transition: background-color 0.12s, border-color 0.12s; }
            }
            @media (forced-colors: active) {
              .tag, .btn--main { border: 1px solid; }
              .clock__cells .used, .mini__cells .used { background: CanvasText; }
            }
            """##)
}
