/// Base, and the frame of every page: strip, header, footer, navigation.
extension InterfaceStyle {
    static let frame = ##"""
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
        """##
}
