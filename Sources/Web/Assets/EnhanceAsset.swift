/// The whole of the client script; every page works without it.
///
/// A literal and not a resource, because a bundle's path is compiled into the binary. Exempt from the length rule.
extension Asset {
    static let enhance = Asset(
        name: "enhance.js", mediaType: "text/javascript; charset=utf-8",
        text: ##"""
            /* 通办 Tongban — the whole of our client script. Every page works without it. */
            (function () {
              'use strict';
              var d = document;

              // Error summary: take focus on load; links bring the label (not just the box) into view.
              var sum = d.querySelector('[data-errors]');
              if (sum) sum.focus();
              d.addEventListener('click', function (e) {
                var a = e.target.closest && e.target.closest('[data-errors] a[href^="#"]');
                if (!a) return;
                var f = d.getElementById(decodeURIComponent(a.hash.slice(1)));
                if (!f) return;
                e.preventDefault();
                var set = f.closest('fieldset');
                var l = (set && set.querySelector('legend')) || d.querySelector('label[for="' + f.id + '"]') || f;
                l.scrollIntoView();
                f.focus({ preventScroll: true });
              });

              // One submit only; the server also checks an idempotency token.
              d.addEventListener('submit', function (e) {
                var f = e.target;
                if (f.method !== 'post') return;
                if (f.dataset.sent) { e.preventDefault(); return; }
                f.dataset.sent = '1';
                setTimeout(function () { delete f.dataset.sent; }, 8000);
              });

              // Print buttons are hidden in HTML and shown only when they can work.
              d.querySelectorAll('[data-print]').forEach(function (b) {
                b.hidden = false;
                b.addEventListener('click', function () { window.print(); });
              });

              // Select-all box in worklists, announced through the count.
              d.querySelectorAll('[data-all]').forEach(function (box) {
                var form = box.form, out = form && form.querySelector('[data-count]');
                var rows = function () { return form.querySelectorAll('input[name="case"]'); };
                var say = function () { if (out) out.textContent = form.querySelectorAll('input[name="case"]:checked').length; };
                box.addEventListener('change', function () { rows().forEach(function (r) { r.checked = box.checked; }); say(); });
                form.addEventListener('change', say);
              });

              // Suggestions under the search box: plain links in reading order. Escape closes them; the words stay.
              var box = d.querySelector('input[data-suggest]');
              if (box && window.fetch) {
                var hints = d.createElement('ul'), asked = '', wait;
                hints.className = 'suggest'; hints.hidden = true; hints.setAttribute('aria-label', box.dataset.label);
                box.form.insertAdjacentElement('afterend', hints);
                var show = function (found) {
                  hints.textContent = '';
                  found.forEach(function (f) {
                    var li = d.createElement('li'), a = d.createElement('a');
                    a.href = f.link; a.textContent = f.name; li.appendChild(a); hints.appendChild(li);
                  });
                  hints.hidden = !found.length;
                };
                box.addEventListener('input', function () {
                  clearTimeout(wait);
                  wait = setTimeout(function () {
                    var words = box.value.trim();
                    if (words === asked) return;
                    asked = words;
                    if (!words) { show([]); return; }
                    fetch(box.dataset.suggest + '?q=' + encodeURIComponent(words)).then(function (r) {
                      return r.ok ? r.json() : [];
                    }).then(function (found) { if (words === asked) show(found); }).catch(function () { show([]); });
                  }, 150);
                });
                d.addEventListener('keydown', function (e) {
                  if (e.key !== 'Escape' || hints.hidden) return;
                  hints.hidden = true; box.focus();
                });
              }

              // A shown QR code lives one minute. Count down without announcing every second;
              // at zero, ask the person to renew it (nothing reloads by itself).
              var left = d.querySelector('[data-qr-left]');
              if (left) {
                var n = +left.textContent, t = setInterval(function () {
                  n -= 1; left.textContent = n;
                  if (n > 0) return;
                  clearInterval(t);
                  d.querySelectorAll('[data-qr-live]').forEach(function (x) { x.hidden = true; });
                  d.querySelectorAll('[data-qr-expired]').forEach(function (x) { x.hidden = false; });
                }, 1000);
              }
            })();
            """##)
}
