/// The design tokens: colours, type, space, and the modes 关怀版, high contrast and print.
///
/// A literal and not a resource, because a bundle's path is compiled into the binary. Exempt from the length rule.
extension Asset {
    static let tokens = Asset(
        name: "tokens.css", mediaType: "text/css; charset=utf-8",
        text: ##"""
            /* 通办 Tongban — design tokens
               Order: primitives → roles → density (staff) → 关怀版 (care) → high contrast → print.
               Rules: components use role tokens only; sizes in rem so one root size scales everything;
               no inline style or script anywhere (strict CSP). */

            :root {
              /* --- primitives: ink (neutral, slightly blue) --- */
              --ink-950: #111a27;
              --ink-900: #1b2636;
              --ink-700: #3d495b;
              --ink-600: #556174;
              --ink-400: #7b8799;   /* 3.6:1 on white: control borders only */
              --ink-200: #d3dae4;
              --ink-150: #e3e8ef;
              --ink-100: #eef1f5;
              --ink-50:  #f5f7fa;
              --white:   #ffffff;

              /* --- primitives: 靛青 indigo-blue (brand) --- */
              --blue-950: #0b2340;
              --blue-900: #10335f;
              --blue-800: #14437d;
              --blue-700: #17549c;
              --blue-600: #1b64b8;
              --blue-300: #9dbfe6;
              --blue-200: #c6dbf2;
              --blue-100: #e4eefa;
              --blue-50:  #f1f6fc;

              /* --- primitives: status --- */
              --jade-800: #0a5c4b;  --jade-600: #12806a;  --jade-100: #dff3ed;
              --amber-900: #6b4300; --amber-500: #c47d00; --amber-100: #fff1d2;
              --red-800: #9c1c13;   --red-600: #c4281c;   --red-100: #fde9e7;
              --seal-600: #bb2f1d;  /* official seal only, never for errors */

              /* --- roles: text and surface --- */
              --text: var(--ink-900);
              --text-2: var(--ink-700);
              --text-3: var(--ink-600);
              --text-on-brand: var(--white);
              --canvas: var(--ink-50);
              --surface: var(--white);
              --surface-2: var(--ink-50);
              --line: var(--ink-200);
              --line-soft: var(--ink-150);
              --line-control: var(--ink-400);
              --brand: var(--blue-700);
              --brand-strong: var(--blue-900);
              --brand-hover: var(--blue-800);
              --brand-tint: var(--blue-100);
              --brand-tint-2: var(--blue-50);
              --link: var(--blue-700);
              --link-visited: #5a3d8a;

              /* --- roles: status. Always paired with a word, never colour alone --- */
              --ok: var(--jade-800);      --ok-fill: var(--jade-600);    --ok-tint: var(--jade-100);
              --warn: var(--amber-900);   --warn-fill: var(--amber-500); --warn-tint: var(--amber-100);
              --bad: var(--red-800);      --bad-fill: var(--red-600);    --bad-tint: var(--red-100);
              --info: var(--blue-800);    --info-fill: var(--blue-600);  --info-tint: var(--blue-100);

              /* --- focus: two-tone, visible on white and on brand --- */
              --focus-ring: #111a27;
              --focus-gap: #ffd24d;

              /* --- type --- */
              --font: "PingFang SC", "HarmonyOS Sans SC", "MiSans", "Microsoft YaHei UI", "Microsoft YaHei",
                      "Noto Sans CJK SC", "Source Han Sans SC", system-ui, sans-serif;
              --font-latin: system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", Arial, "Liberation Sans", "Noto Sans", "DejaVu Sans",
                      "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", sans-serif; /* pages in English */
              --font-num: "DIN Alternate", "Bahnschrift", "Segoe UI", "Noto Sans CJK SC", system-ui, sans-serif;
              --font-song: "Songti SC", "STSong", "SimSun", "Noto Serif CJK SC", serif; /* certificates, printed notices */
              --root: 100%;            /* 16px */
              --fs-xs: 0.8125rem;      /* 13: staff meta only */
              --fs-sm: 0.875rem;       /* 14 */
              --fs-md: 1rem;           /* 16: body for the public */
              --fs-lg: 1.125rem;       /* 18 */
              --fs-xl: 1.375rem;       /* 22 */
              --fs-2xl: 1.75rem;       /* 28 */
              --fs-3xl: 2.125rem;      /* 34 */
              --lh-tight: 1.35;
              --lh: 1.7;
              --measure: 38em;         /* about 38 Chinese characters a line */

              /* --- space (4px grid) --- */
              --s1: 0.25rem; --s2: 0.5rem; --s3: 0.75rem; --s4: 1rem; --s5: 1.25rem;
              --s6: 1.5rem;  --s8: 2rem;   --s10: 2.5rem; --s12: 3rem; --s16: 4rem;

              /* --- shape --- */
              --r-sm: 4px; --r-md: 6px; --r-lg: 10px;
              --shadow-1: 0 1px 2px rgb(17 26 39 / 0.06);
              --shadow-2: 0 6px 24px rgb(11 35 64 / 0.14);

              /* --- controls --- */
              --target: 2.75rem;       /* 44px: public */
              --control-h: 2.75rem;
              --container: 74rem;      /* 1184px */
            }

            /* Staff density: same components, smaller steps. <html data-density="staff"> */
            [data-density="staff"] {
              --fs-md: 0.875rem;
              --fs-lg: 1rem;
              --fs-xl: 1.1875rem;
              --fs-2xl: 1.375rem;
              --lh: 1.55;
              --target: 2.25rem;       /* 36px; never under 24px (WCAG 2.5.8) */
              --control-h: 2.25rem;
              --s6: 1.25rem; --s8: 1.5rem;
            }

            /* 关怀版: set by the server from a cookie. <html data-mode="care"> */
            [data-mode="care"] {
              --root: 137.5%;          /* body 22px on phones */
              --fs-sm: 0.909rem;       /* 20px: nothing smaller */
              --fs-xs: 0.909rem;
              --target: 2.75rem;       /* 60.5px */
              --control-h: 2.75rem;
              --lh: 1.75;
              --text-2: var(--ink-900);
              --text-3: var(--ink-700);
              --line-control: var(--ink-700);
              --brand: var(--blue-800);
              --link: var(--blue-800);
            }
            @media (min-width: 60em) {
              [data-mode="care"] { --root: 150%; } /* body 24px = 18pt on desktop */
            }

            /* High contrast: chosen by the visitor, or asked for by the system */
            [data-contrast="high"] {
              --text: #000; --text-2: #000; --text-3: #1a1a1a;
              --canvas: #fff; --surface-2: #fff;
              --line: #000; --line-soft: #595959; --line-control: #000;
              --brand: #00326b; --link: #00326b; --brand-tint: #fff; --brand-tint-2: #fff;
              --ink-400: #000; --blue-300: #00326b; --blue-200: #00326b;
              --ok-tint: #fff; --warn-tint: #fff; --bad-tint: #fff; --info-tint: #fff;
            }
            @media (prefers-contrast: more) {
              :root { --text-2: #000; --text-3: #1a1a1a; --line: #595959; --line-soft: #595959; --line-control: #000; }
            }

            @media print {
              :root, [data-density], [data-mode] {
                --root: 11pt; --canvas: #fff; --surface-2: #fff;
                --text: #000; --text-2: #000; --text-3: #222; --link: #000; --line: #777; --line-soft: #aaa;
              }
            }
            """##)
}
