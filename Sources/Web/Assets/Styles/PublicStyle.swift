/// Pages of the public site: home, guide, cases, wallet, verification, rating.
extension InterfaceStyle {
    static let publicPages = ##"""
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
        """##
}
