"""One matter in one go (一件事) in a browser, with and without script.

usage: bundles.py BINARY [--shots FOLDER]

The guide of every bundle is looked at in both widths with axe and at 320 px. A citizen founds a firm: one form for seven
services, one promise read and given, one filing; the page of the case shows every member's lane; the registrar accepts
and grants on the promise, the rest follows by rule; everything is handed over together and the results stand on one page.
Prints "N passed, M failed" at the end; exits with 1 when something failed.
"""

import os
import re
import sys
import tempfile
from pathlib import Path

from playwright.sync_api import sync_playwright

import promises
import walk
from promises import begin, deed, see
from walk import Served, Walker, expect

BUNDLES = [
    "start-a-business", "open-a-restaurant", "close-a-business", "real-estate-transaction", "connect-utilities",
    "newborn", "retirement", "second-hand-home", "after-a-death", "hire-staff",
]
FIRM = {
    "staff": "true", "wants_bank": "true", "enterprise.proposed_name": "重庆山城早面有限公司（示例）",
    "company_form": "limited", "company_kind": "general", "residential": "false", "enterprise.capital": "100000",
    "business_scope": "餐饮管理", "person.phone": "19900000001", "premises.address": "重庆市渝中区示例路1号",
    "premises.region": "yuzhong", "enterprise.bank": "bank_one", "enterprise.staff_count": "5",
    "representative_barred": "false",
}


def guides(walker: Walker, script: bool) -> None:
    for bundle in BUNDLES:
        walker.go(f"/guide/{bundle}?region=yuzhong")
        see(walker, f"guide-{bundle}", script)
        text = walker.main_text()
        for heading in ("分开办和一起办", "一起办的事项", "最快要多久"):
            expect(f"the guide of {bundle} says {heading}", heading in text, text[:300])
        row = re.search(r"要填的表\s+(\d+)\s+(\d+)", text)
        expect(
            f"{bundle} spares forms", row is not None and int(row.group(1)) > 1 and row.group(2) == "1",
            text[:600])


def choose(page) -> None:
    """A list of choices is no box that `promises.fill` writes into."""
    for box in page.locator("main select").all():
        value = FIRM.get(box.get_attribute("name") or "")
        if value:
            box.select_option(value)


def fill(walker: Walker, script: bool) -> int:
    """Goes through the form; gives how many pages of questions it had."""
    page = walker.page
    asked: list[str] = []
    for step in range(14):
        see(walker, f"firm-{step}", script)
        where = page.url.split("?")[0]
        if where.endswith("/check"):
            expect("no field is asked twice", len(asked) == len(set(asked)), str(sorted(asked)))
            return step
        choose(page)
        names = {
            box.get_attribute("name") or "" for box in page.locator("main input:not([type=hidden]), main select").all()}
        asked += [name for name in names if name in FIRM]
        for name, value in FIRM.items():
            radio = page.locator(f'main input[type=radio][name="{name}"][value="{value}"]')
            if radio.count():
                radio.check()
                continue
            box = page.locator(f'main input[name="{name}"]:not([type=hidden]), main textarea[name="{name}"]')
            if box.count() and box.first.is_editable() and not box.first.input_value():
                box.first.fill(value)
        for promise in page.locator('main input[type=checkbox][name^="promise-"]').all():
            promise.check()
        page.locator("main form button[type=submit]").first.click()
    raise SystemExit(f"the form never came to its check page: {page.url}\n{walker.main_text()[:2000]}")


def member(walker: Walker, bundle: str, name: str) -> str:
    """The case of a member, as the page of the bundle leads to it."""
    walker.go(f"/cases/{bundle}")
    links = walker.page.locator('main a[href^="/cases/"]').all()
    for link in links:
        found = re.fullmatch(r"/cases/([0-9A-Z]{26})", link.get_attribute("href") or "")
        if found and name in link.inner_text():
            return found.group(1)
    expect(f"the bundle leads to {name}", False, walker.main_text()[:1200])
    raise SystemExit(1)


def firm(browser, served: Served, shots, script: bool) -> None:
    applicant = Walker(browser, served, shots, script)
    guides(applicant, script)
    applicant.sign_in("19900000001")
    begin(applicant, "/guide/start-a-business?region=yuzhong&q-staff=true&q-wants_bank=true")
    fill(applicant, script)
    case = promises.file(applicant)
    see(applicant, "receipt", script)
    applicant.go(f"/cases/{case}")
    see(applicant, "lanes", script)
    text = applicant.main_text()
    for words in ("各事项进度", "企业名称自主申报", "企业设立登记", "公章刻制"):
        expect(f"the lanes show {words}", words in text, text[:900])
    registration = member(applicant, case, "企业设立登记")
    applicant.go(f"/cases/{registration}")
    see(applicant, "member", script)
    expect("the member says what it is part of", "属于一件事" in applicant.main_text(), applicant.main_text()[:500])
    deed(browser, served, shots, "clerk", registration, "action=accept", script)
    deed(browser, served, shots, "registrar", registration, "result=grant_on_promise", script)
    deed(browser, served, shots, "clerk", case, "result=handed_over", script)
    applicant.go(f"/cases/{case}")
    see(applicant, "handed-over", script)
    applicant.go(f"/cases/{case}/results")
    see(applicant, "results", script)
    text = applicant.main_text()
    expect("all results stand on one page", "7 个事项，办成 7 个" in text, text[:600])
    licence = applicant.page.locator('main a[href^="/certificates/"]').first
    expect("the licence is one click away", licence.count() > 0, text[:600])
    licence.click()
    see(applicant, "licence", script)
    applicant.context.close()


def main() -> None:
    binary = sys.argv[1]
    shots = sys.argv[sys.argv.index("--shots") + 1] if "--shots" in sys.argv else None
    if shots:
        os.makedirs(shots, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        served = Served(os.path.abspath(binary), folder)
        browser = playwright.chromium.launch(executable_path="/usr/bin/chromium", args=["--no-sandbox"])
        try:
            for script in (True, False):
                firm(browser, served, shots, script)
        finally:
            browser.close()
            served.stop()
            if walk.failed:
                print(Path(served.log.name).read_text()[-3000:])
    for fault in walk.failed:
        print(f"FAILED {fault}")
    print(f"{walk.passed} passed, {len(walk.failed)} failed")
    sys.exit(1 if walk.failed else 0)


if __name__ == "__main__":
    main()
