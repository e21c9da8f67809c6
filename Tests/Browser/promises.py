"""Commitments, documents that may follow, and notices in a browser, with and without script.

usage: promises.py BINARY [--shots FOLDER]

An enterprise asks for the qualification of a testing body on a commitment: it chooses the way, reads the whole text,
promises, is granted at once; the check finds the promise false, revocation is intended, told and decided; the next
application says why no promise is taken and leaves the ordinary way open. A restaurant licence is taken in with a
document that may follow. On the way notices are previewed, checked, printed and served. Every page is looked at in
both widths with axe; nothing may scroll sideways at 320 px.
"""

import os
import re
import subprocess
import sys
import tempfile
from pathlib import Path

from playwright.sync_api import sync_playwright

import walk
from walk import Served, Walker, expect

PAPER = {"name": "paper.pdf", "mimeType": "application/pdf", "buffer": b"%PDF-1.4\n% sample\n"}
SERVICE = "/guide/inspection-body-qualification?region=yuzhong"
ANSWERS = {
    "renewal": "false", "testing_field": "vehicle", "premises.address": "重庆市渝中区示例路1号",
    "inspection.scope": "机动车排放检验", "technical_staff": "12", "technical_head": "示例负责人",
}
FOOD = {
    "business_kind": "catering", "renewal": "false", "area": "400", "premises.address": "重庆市渝中区示例路1号",
}


def narrow(walker: Walker, name: str) -> None:
    """Nothing scrolls sideways at 320 px."""
    walker.page.set_viewport_size({"width": 320, "height": 800})
    wide = walker.page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
    expect(f"{name} does not scroll sideways at 320", wide <= 0, f"{wide} px too wide")
    walker.page.set_viewport_size({"width": 1280, "height": 900})


def see(walker: Walker, name: str, script: bool) -> None:
    if script:
        walker.look(name)
        narrow(walker, name)


def fill(walker: Walker, answers: dict[str, str], way: str | None, defer: str | None, name: str, script: bool) -> None:
    """Goes through a draft until its check page."""
    page = walker.page
    for step in range(14):
        see(walker, f"{name}-{step}", script)
        where = page.url.split("?")[0]
        if where.endswith("/check"):
            return
        if where.endswith("/way"):
            expect("both ways are offered", page.locator('input[name="track"]').count() == 2, walker.main_text()[:300])
            page.locator(f'input[name="track"][value="{way}"]').check()
        for field, value in answers.items():
            radio = page.locator(f'main input[type=radio][name="{field}"][value="{value}"]')
            if radio.count():
                radio.check()
                continue
            box = page.locator(f'main input[name="{field}"]:not([type=hidden]), main textarea[name="{field}"]')
            if box.count() and box.first.is_editable() and not box.first.input_value():
                box.first.fill(value)
        if where.endswith("/evidence"):
            for promise in page.locator('main input[type=checkbox][name^="promise-"]').all():
                promise.check()
            if defer:
                page.locator(f'input[name="later-{defer}"]').check()
            for box in page.locator("main input[type=file]").all():
                if box.get_attribute("name") != defer:
                    box.set_input_files(PAPER)
        page.locator("main form button[type=submit]").first.click()
    raise SystemExit(f"the form never came to its check page: {page.url}\n{walker.main_text()[:2000]}")


def begin(walker: Walker, guide: str) -> None:
    walker.go(guide)
    walker.submit("开始办理")


def file(walker: Walker) -> str:
    walker.page.locator('main form[action$="/filing"] button[type=submit]').first.click()
    found = re.search(r"/cases/([0-9A-Z]{26})/receipt", walker.page.url)
    expect("filing leads to the receipt", found is not None, walker.page.url + " " + walker.main_text()[:600])
    if found is None:
        raise SystemExit(walker.main_text()[:3000])
    return found.group(1)


def deed(browser, served: Served, shots, login: str, case: str, path: str, script: bool, preview: bool = False) -> None:
    """Signs one deed; looks at the notice first when asked to."""
    officer = walk.officer(browser, served, shots, login, script)
    officer.go(f"/w/case/{case}")
    see(officer, f"case-{login}", script)
    link = officer.page.locator(f'main a[href*="{path}"]').first
    expect(f"the case page offers {path} to {login}", link.count() > 0, officer.main_text()[:1200])
    if link.count() == 0:
        officer.context.close()
        return
    link.click()
    for box in officer.page.locator("main form textarea, main form input[type=text]").all():
        if box.is_editable() and not box.input_value():
            box.fill("示例理由：设备未检定")
    walk.cite(officer.page)
    if preview:
        officer.submit("预览文书")
        expect(f"{path} shows its notice before it is signed", "签发前预览" in officer.main_text(), officer.main_text()[:600])
        see(officer, f"preview-{login}", script)
    officer.page.locator("main form[method=post] button[type=submit]").first.click()
    expect(f"{path} is done by {login}", "/sign" not in officer.page.url and "/results/" not in officer.page.url,
           officer.main_text()[:900])
    officer.context.close()


def documents(browser, served: Served, shots, case: str, script: bool) -> None:
    """A notice is checked against its fingerprint, its bytes are fetched, and a service by post is recorded."""
    clerk = walk.officer(browser, served, shots, "city-market-clerk", script)
    clerk.go(f"/w/case/{case}/documents/1")
    see(clerk, "document", script)
    text = clerk.main_text()
    expect("the document agrees with its fingerprint", "与存证指纹一致" in text, text[:400])
    code = clerk.page.locator("main code").first.inner_text()
    answer = clerk.context.request.get(f"{served.address}/w/case/{case}/documents/1/text")
    with tempfile.NamedTemporaryFile() as kept:
        kept.write(answer.body())
        kept.flush()
        found = subprocess.run(["openssl", "dgst", "-sm3", kept.name], capture_output=True, text=True, check=False).stdout
    expect("openssl gives the same fingerprint", found.strip().endswith(code), found)
    clerk.submit("登记这次送达")
    expect("a service without a way is told", "选择怎样送达" in clerk.main_text(), clerk.main_text()[:400])
    see(clerk, "document-refused", script)
    clerk.page.locator('input[name="way"][value="post"]').check()
    clerk.page.fill('input[name="receiver"]', "王芳，EMS1234")
    clerk.submit("登记这次送达")
    expect("the service is recorded", "送达已经登记" in clerk.main_text(), clerk.main_text()[:400])
    clerk.context.close()


def commitment(browser, served: Served, shots, script: bool) -> None:
    applicant = Walker(browser, served, shots, script)
    applicant.sign_in("19900000002")
    applicant.stand_for("小满")
    begin(applicant, SERVICE)
    fill(applicant, ANSWERS, "commitment", None, "commitment", script)
    expect("the way stands on the check page", "告知承诺方式" in applicant.main_text(), applicant.main_text()[:600])
    case = file(applicant)
    applicant.go(f"/cases/{case}/documents/1")
    see(applicant, "commitment-text", script)
    expect("the promise is a document with its text", "二、承诺" in applicant.main_text(), applicant.main_text()[:300])
    applicant.page.emulate_media(media="print")
    expect("the frame is not printed", not applicant.page.locator("header.head").first.is_visible(), "")
    applicant.page.emulate_media(media="screen")
    documents(browser, served, shots, case, script)
    deed(browser, served, shots, "city-market-clerk", case, "action=accept", script, preview=True)
    deed(browser, served, shots, "city-market-approver", case, "result=grant", script, preview=True)
    deed(browser, served, shots, "city-market-clerk", case, "result=delivered", script)
    deed(browser, served, shots, "city-market-inspector", case, "result=found_false", script, preview=True)
    applicant.go(f"/cases/{case}")
    see(applicant, "revocation-intended", script)
    expect("the applicant may defend", "陈述申辩" in applicant.main_text(), applicant.main_text()[:900])
    supervisor = walk.officer(browser, served, shots, "supervisor-city", script)
    for view in ("checks-late", "promises-open", "documents-open"):
        supervisor.go(f"/w/promises?view={view}")
        see(supervisor, f"promises-{view}", script)
    supervisor.go("/w/promises?view=promises-open")
    link = supervisor.page.locator(f'main a[href="/w/case/{case}"]')
    expect("the supervisor's number leads to the case", link.count() == 1, supervisor.main_text()[:600])
    supervisor.context.close()
    applicant.context.close()


def tolerance(browser, served: Served, shots, script: bool) -> None:
    applicant = Walker(browser, served, shots, script)
    applicant.sign_in("19900000002")
    applicant.stand_for("小满")
    begin(applicant, "/guide/food-business-licence?region=yuzhong")
    fill(applicant, FOOD, None, "layout-plan", "tolerance", script)
    case = file(applicant)
    deed(browser, served, shots, "clerk", case, "action=accept", script, preview=True)
    applicant.go(f"/cases/{case}")
    see(applicant, "tolerance-accepted", script)
    expect("what is owed is told with its day", "场所布局图" in applicant.main_text(), applicant.main_text()[:600])
    applicant.go(f"/cases/{case}/actions/supply")
    see(applicant, "tolerance-supply", script)
    applicant.page.locator("main input[type=file]").first.set_input_files(PAPER)
    radio = applicant.page.locator('main input[type=radio][name="need"], main input[type=checkbox][name="need"]')
    if radio.count():
        radio.first.check()
    applicant.page.locator("main form[method=post] button[type=submit]").first.click()
    expect("the document is handed in", f"/cases/{case}?done=supply" in applicant.page.url, applicant.main_text()[:600])
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
                commitment(browser, served, shots, script)
                tolerance(browser, served, shots, script)
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
