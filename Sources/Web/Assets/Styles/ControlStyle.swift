/// Buttons, tags, notices, error summary and forms.
extension InterfaceStyle {
    static let controls = ##"""
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
        """##
}
