/// The version for the elderly, official papers, and print.
extension InterfaceStyle {
    static let papers = ##"""
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
        """##
}
