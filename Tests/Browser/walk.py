"""Walks every page in a real browser at 390 and 1280 px, with axe, and does the main job as a newcomer would.

usage: walk.py BINARY [--shots FOLDER]

Starts BINARY on a free port with a new database and key in a temporary folder and the day 2026-03-02, so nothing
depends on the day of the run. A citizen acts for the sample enterprise and files 食品经营许可; the clerk accepts, the
reviewer reviews, the approver decides, the clerk delivers. On the way every page is looked at in both widths: axe must
find nothing, nothing may scroll sideways, and no page may fail. The same road is walked once more without script.
Prints "N passed, M failed" at the end; exits with 1 when something failed.
"""

import os
import re
import signal
import socket
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import mandates
import my_space
import ratings
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import sync_playwright

ROOT = Path(__file__).resolve().parents[2]
PASSWORD = "tongban-sample"
WIDTHS = (390, 1280)
passed = 0
failed: list[str] = []


def expect(what: str, truth: bool, detail: str = "") -> None:
    """Counts one expectation; a failed one is told at the end."""
    global passed
    if truth:
        passed += 1
    else:
        failed.append(f"{what}: {detail}" if detail else what)
        print(f"FAILED {failed[-1]}", flush=True)


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


class Served:
    """The program under test, on its own database."""

    def __init__(self, binary: str, folder: str, today: str = "2026-03-02"):
        self.port = free_port()
        self.address = f"http://127.0.0.1:{self.port}"
        key = Path(folder) / "master.key"
        key.write_bytes(bytes(range(32)))
        key.chmod(0o600)
        self.binary = binary
        self.root = ROOT
        self.location = [
            "--today", today, "--master-key", str(key), "--database", str(Path(folder) / "walk.sqlite")]
        self.log = open(Path(folder) / "server.log", "w")
        self.process = subprocess.Popen(
            [binary, "serve", "--demo", "--today", today, "--port", str(self.port), "--master-key", str(key),
             "--database", str(Path(folder) / "walk.sqlite"), "--folder", str(ROOT)],
            stdout=self.log, stderr=subprocess.STDOUT)
        for _ in range(3000):
            if self.process.poll() is not None:
                raise SystemExit("the server stopped:\n" + Path(self.log.name).read_text())
            try:
                socket.create_connection(("127.0.0.1", self.port), 0.2).close()
                return
            except OSError:
                time.sleep(0.1)
        raise SystemExit("the server did not start within five minutes")

    def stop(self) -> None:
        self.process.send_signal(signal.SIGTERM)
        try:
            expect("the server stops with code 0", self.process.wait(20) == 0, f"code {self.process.returncode}")
        except subprocess.TimeoutExpired:
            self.process.kill()
            expect("the server stops within 20 seconds", False)
        self.log.close()


class Walker:
    """A person at a browser."""

    def __init__(self, browser, served: Served, shots: str | None, script: bool = True):
        self.served = served
        self.shots = shots
        self.context = browser.new_context(
            locale="zh-CN", timezone_id="Asia/Shanghai", java_script_enabled=script,
            viewport={"width": 1280, "height": 900})
        self.page = self.context.new_page()
        self.faults: list[str] = []
        self.page.on("response", lambda r: self.faults.append(f"{r.status} {r.url}") if r.status >= 500 else None)
        self.page.on("pageerror", lambda e: self.faults.append(str(e)))

    def go(self, path: str) -> None:
        self.page.goto(self.served.address + path)

    def sign_in(self, login: str) -> None:
        self.go("/sign-in")
        self.page.fill("#login", login)
        self.page.fill("#password", PASSWORD)
        self.page.locator("main button[type=submit]").first.click()

    def stand_for(self, words: str) -> None:
        """Chooses the post, or whom to act for, whose label holds the words."""
        self.go("/session")
        self.page.locator("main label", has_text=words).first.click()
        self.page.locator("main button[type=submit]").first.click()

    def look(self, name: str) -> None:
        """Both widths: axe finds nothing, nothing scrolls sideways, one h1, and a picture when asked for."""
        for width in WIDTHS:
            self.page.set_viewport_size({"width": width, "height": 900})
            found = Axe().run(self.page).response["violations"]
            expect(
                f"axe on {name} at {width}", not found,
                "; ".join(f"{v['id']}: {v['nodes'][0]['html'][:160]}" for v in found))
            wide = self.page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
            expect(f"{name} does not scroll sideways at {width}", wide <= 0, f"{wide} px too wide")
            expect(f"{name} has one h1", self.page.locator("h1").count() == 1, self.page.url)
            if self.shots:
                self.page.screenshot(path=f"{self.shots}/{name}-{width}.png", full_page=True)
        expect(f"{name} fails nowhere", not self.faults, "; ".join(self.faults))
        self.faults.clear()

    def title(self) -> str:
        return self.page.locator("h1").first.inner_text()

    def main_text(self) -> str:
        return self.page.locator("main").inner_text()

    def submit(self, words: str) -> None:
        self.page.locator("main button", has_text=words).first.click()


def public_pages(walker: Walker) -> None:
    for path, name in [
        ("/", "home"), ("/guide/food-business-licence", "guide-food"),
        ("/guide/prepacked-food-filing", "guide-prepacked"), ("/guide/mortgage-release", "guide-mortgage"),
        ("/guide/plant-quarantine-transfer", "guide-plant"), ("/help", "help"), ("/accessibility", "accessibility"),
        ("/items", "items"), ("/items?type=01&visits=none", "items-filtered"), ("/items?q=没有这样的事项", "items-empty"),
        ("/items/food-business-licence", "item"), ("/guide/item-adjustment", "guide-internal"),
        ("/lists", "lists"), ("/lists?q=没有这样的清单", "lists-empty"), ("/lists/no-penalty-list", "list"),
        ("/lists/no-penalty-list?version=1", "list-old"), ("/lists/cross-region-list", "list-regions"),
        ("/sign-in", "sign-in"), ("/no-such-page", "not-found"),
    ]:
        walker.go(path)
        walker.look(name)
    find_services(walker)
    walker.go("/sign-in")
    walker.page.fill("#login", "nobody")
    walker.page.fill("#password", "wrong")
    walker.page.locator("main button[type=submit]").first.click()
    walker.look("sign-in-refused")
    expect("a wrong password is told in the summary", "错误" in walker.page.title(), walker.page.title())


FINDING = [
    ("/?who=enterprise", "home-firms"), ("/search?q=开一家面馆", "search"), ("/search?q=火星移民", "search-nothing"),
    ("/search", "search-empty"), ("/services", "services"), ("/person", "person"), ("/corp", "corp"),
    ("/theme/business", "theme"), ("/life", "stages"), ("/life/open-shop", "stage"), ("/dept", "departments"),
    ("/dept/yuzhong-market", "department"), ("/district", "districts"), ("/policies", "policies"),
    ("/policies?number=渝府办发〔2020〕63号", "policy"), ("/sitemap", "sitemap"), ("/privacy", "privacy"),
]


def find_services(walker: Walker) -> None:
    """Lists and search as they are, then in large print, high contrast and English."""
    page = walker.page
    for path, name in FINDING:
        walker.go(path)
        walker.look(name)
    walker.go("/search?q=开一家面馆")
    first = page.locator("main ol.services a").first.get_attribute("href") or ""
    expect("开一家面馆 finds the food licence first", "/guide/food-business-licence" in first, first)
    walker.go("/")
    page.fill("#q", "shipin")
    hint = page.locator("ul.suggest a").first
    hint.wait_for(timeout=10_000)
    expect("suggestions are links to guides", "/guide/food" in (hint.get_attribute("href") or ""))
    walker.look("home-suggestions")
    page.locator("#q").focus()
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    inside = page.evaluate("document.activeElement.closest('ul.suggest') !== null")
    expect("suggestions are reached by the keyboard behind the button", inside)
    page.keyboard.press("Escape")
    expect("Escape closes the suggestions", not page.locator("ul.suggest").is_visible())
    for switch, back, name in [
        ("mode=care", "mode=standard", "care"), ("contrast=high", "contrast=standard", "high"),
        ("lang=en", "lang=zh-Hans", "en"),
    ]:
        walker.go("/?" + switch)
        for path, what in [("/", "home"), ("/search?q=开一家面馆", "search"), ("/person", "person"), ("/sitemap", "sitemap")]:
            walker.go(path)
            walker.look(f"{name}-{what}")
        walker.go("/?" + back)


def fill_form(walker: Walker, name: str | None) -> None:
    """Goes through the steps of a draft with the answers of a small shop until the check page."""
    page = walker.page
    for step in range(12):
        if name:
            walker.look(f"{name}-{step}")
        if page.url.split("?")[0].endswith("/check"):
            return
        answers = {
            "business_kind": "bulk_sale", "renewal": "false", "area": "６０", "premises.address": "重庆市渝中区示例路1号",
        }
        for field, value in answers.items():
            radio = page.locator(f'main input[type=radio][name="{field}"][value="{value}"]')
            if radio.count():
                radio.check()
                continue
            box = page.locator(f'main input[name="{field}"]:not([type=hidden]), main textarea[name="{field}"]')
            if box.count() and box.first.is_editable() and not box.first.input_value():
                box.first.fill(value)
        for promise in page.locator("main input[type=checkbox]").all():
            if not promise.is_checked():
                promise.check()
        page.locator("main form button[type=submit]").first.click()
    raise SystemExit(f"the form never came to its check page: {page.url}\n{walker.main_text()[:2000]}")


def file_licence(walker: Walker, name: str | None) -> str:
    """From the guide to the receipt; gives the id of the case."""
    page = walker.page
    walker.go("/guide/food-business-licence?region=yuzhong")
    walker.submit("开始办理")
    fill_form(walker, name)
    page.locator('main form[action$="/filing"] button[type=submit]').first.click()
    found = re.search(r"/cases/([0-9A-Z]{26})/receipt", page.url)
    expect("filing leads to the receipt", found is not None, page.url + " " + walker.main_text()[:500])
    if found is None:
        raise SystemExit(walker.main_text()[:3000])
    if name:
        walker.look("receipt")
    return found.group(1)


def applicant_road(walker: Walker, shots: bool) -> str:
    walker.go("/session")
    walker.look("session")
    walker.stand_for("小满")
    for path, name in [("/my", "my"), ("/my/cases", "my-cases-empty"), ("/my/proxy", "proxy"), ("/my/looks", "looks")]:
        walker.go(path)
        walker.look(name)
    case = file_licence(walker, "apply")
    for path, name in [("/my/cases", "my-cases"), (f"/cases/{case}", "my-case-filed"), ("/my/drafts", "drafts")]:
        walker.go(path)
        walker.look(name)
    return case


def officer(browser, served: Served, shots: str | None, login: str, script: bool = True) -> Walker:
    walker = Walker(browser, served, shots, script)
    walker.sign_in(login)
    return walker


def cite(page) -> None:
    """Ticks the first of the articles that a decision may rest on, where a form asks for one."""
    for box in page.locator('main form input[type=checkbox][name="articles"]').all()[:1]:
        box.check()


def sign(walker: Walker, case: str, path: str, name: str | None) -> None:
    """Opens the sign-off page of an action or a task's result and confirms it."""
    walker.go(f"/w/case/{case}")
    if name:
        walker.look(f"case-{name}")
    link = walker.page.locator(f'main a[href*="{path}"]').first
    expect(f"the case page offers {path}", link.count() > 0, walker.main_text()[:800])
    if link.count() == 0:
        return
    link.click()
    if name:
        walker.look(f"sign-{name}")
    for box in walker.page.locator("main form textarea, main form input[type=text]").all():
        if box.is_editable() and not box.input_value():
            box.fill("邮寄送达")
    cite(walker.page)
    walker.page.locator("main form[method=post] button[type=submit]").first.click()


def office_road(browser, served: Served, shots: str | None, case: str, script: bool) -> None:
    steps = [
        ("clerk", "action=accept", "accept"), ("reviewer", "result=meets", "review"),
        ("approver", "result=grant", "approve"), ("clerk", "result=delivered", "deliver"),
    ]
    for login, path, name in steps:
        walker = officer(browser, served, shots, login, script)
        walker.go("/w/inbox")
        if script:
            walker.look(f"inbox-{name}")
        expect(f"the worklist of the {login} shows the case", case in walker.page.content(), walker.main_text()[:500])
        sign(walker, case, path, name if script else None)
        if script:
            walker.look(f"after-{name}")
        walker.context.close()


def staff_pages(browser, served: Served, shots: str | None) -> None:
    walker = officer(browser, served, shots, "clerk")
    for path, name in [("/w/window", "window"), ("/w/admin/permissions", "permissions"), ("/w/case/none", "staff-404")]:
        walker.go(path)
        walker.look(name)
    walker.context.close()
    auditor = officer(browser, served, shots, "reviewer")
    auditor.go("/w/window")
    auditor.look("forbidden")
    expect("a reviewer has no window", "窗口" in auditor.main_text(), auditor.main_text()[:300])
    auditor.context.close()


def adjustments(browser, served: Served, shots: str | None) -> None:
    """An item manager of the district proposes to cancel an item, the city checks, approves and publishes."""
    manager = officer(browser, served, shots, "items")
    manager.go("/w/items")
    manager.look("adjustments-empty")
    manager.page.select_option("#f-kind", "cancel")
    manager.page.select_option("#f-item", "invoice-supply")
    manager.submit("下一步")
    manager.look("adjustment-form")
    manager.submit("提交建议")
    manager.look("adjustment-problems")
    manager.page.fill("#document", "渝府办发〔2020〕63号")
    manager.page.fill("#reason", "样例理由")
    for box, value in [("#from", "2026"), ("#from-month", "4"), ("#from-day", "1")]:
        manager.page.fill(box, value)
    manager.submit("提交建议")
    found = re.search(r"/w/case/([0-9A-Z]{26})", manager.page.url)
    expect("proposing leads to the case", found is not None, manager.page.url + " " + manager.main_text()[:500])
    if found is None:
        return
    manager.look("adjustment-case")
    case = found.group(1)
    for login, path, name in [
        ("legal-city", "result=lawful", "law"), ("approver-city", "result=approved", "adjust"),
        ("items-city", "result=published", "publish"),
    ]:
        walker = officer(browser, served, shots, login)
        walker.go("/w/inbox")
        expect(f"the worklist of {login} shows the proposal", case in walker.page.content(), walker.main_text()[:300])
        sign(walker, case, path, name)
        walker.context.close()
    manager.go("/w/items")
    manager.look("adjustments")
    expect("the proposal is published", "已调整并公布" in manager.main_text(), manager.main_text()[:300])
    for _ in range(50):
        manager.go("/items/invoice-supply")
        if "2026 年 4 月 1 日" in manager.main_text():
            break
        time.sleep(0.2)
    manager.look("item-adjusted")
    expect("the register shows the adjustment", "2026 年 4 月 1 日" in manager.main_text(), manager.main_text()[:800])
    manager.go("/guide/invoice-supply")
    manager.look("guide-ending")
    expect("the guide announces the end", "事项即将取消" in manager.main_text(), manager.main_text()[:500])
    manager.context.close()


def decided(walker: Walker, case: str) -> None:
    walker.go(f"/cases/{case}")
    walker.look("my-case-decided")
    expect("the applicant sees the outcome", "准予" in walker.main_text(), walker.main_text()[:500])
    for pattern, name in [("/documents/", "document"), ("/certificates/", "certificate")]:
        links = walker.page.locator(f'main a[href*="{pattern}"]')
        expect(f"the case links to its {name}", links.count() > 0)
        if links.count():
            walker.go(links.first.get_attribute("href") or "/")
            walker.look(name)
            walker.go(f"/cases/{case}")


def modes(browser, served: Served, shots: str | None) -> None:
    """关怀版, high contrast and English find nothing either."""
    for switch, name in [("?display=care", "care"), ("?display=contrast", "contrast"), ("?language=en", "english")]:
        walker = Walker(browser, served, shots)
        walker.go("/")
        link = walker.page.locator(f'a[href*="{switch[1:].split("=")[0]}="]')
        for candidate in link.all():
            if switch[1:].split("=")[1] in (candidate.get_attribute("href") or ""):
                walker.go(candidate.get_attribute("href") or "/")
                break
        walker.look(f"home-{name}")
        walker.go("/guide/food-business-licence")
        walker.look(f"guide-{name}")
        walker.context.close()


def rate_and_correct(browser, served: Served, shots: str | None, applicant: Walker, case: str) -> None:
    """A bad rating by a code, and its correction by the supervisor and the handler of the rated unit."""
    clerk = officer(browser, served, shots, "clerk")
    clerk.go(f"/w/case/{case}/rating")
    clerk.look("window-codes")
    clerk.go("/rate/AAAABBBBCCCCDDDD")
    expect("nobody rates from a post", "评价服务" in clerk.main_text(), clerk.main_text()[:300])
    clerk.context.close()
    ratings.rate(expect, applicant, Walker(browser, served, shots), case)
    supervisor = officer(browser, served, shots, "supervisor")
    correction = ratings.supervise(expect, supervisor)
    if correction is None:
        return
    handler = officer(browser, served, shots, "handler")
    for who, path, fills, name in [
        (supervisor, "result=well_founded", {"complex": "false"}, "verify"),
        (handler, "result=contacted", {}, "contact"),
        (handler, "result=corrected", {"measure": "增开一个窗口"}, "correct"),
        (supervisor, "result=content", {}, "call"),
    ]:
        ratings.result(expect, who, correction, path, fills, name)
    supervisor.go("/w/ratings")
    expect("the measures stand", "100%" in supervisor.main_text(), supervisor.main_text()[:500])
    look_at_board(browser, served, shots, supervisor)
    for walker in [supervisor, handler]:
        walker.context.close()


def look_at_board(browser, served: Served, shots: str | None, supervisor: Walker) -> None:
    """Promises and measures as the supervisor sees them, and what everybody sees."""
    supervisor.go("/w/board")
    supervisor.look("board")
    expect("the board shows the document's sentence", "零材料提交" in supervisor.main_text(), supervisor.page.url)
    supervisor.page.locator("main a", has_text="差评整改率").first.click()
    supervisor.look("board-metric")
    expect("the corrected rating is counted", "100%" in supervisor.main_text(), supervisor.main_text()[:400])
    supervisor.go("/w/reports")
    supervisor.look("reports-empty")
    expect("no report is made before a period is over", "还没有报告" in supervisor.main_text(), supervisor.main_text()[:300])
    supervisor.go("/w/late")
    supervisor.look("late-cases")
    supervisor.go("/w/board/ratings-given")
    supervisor.page.locator("main summary", has_text="看数据表").first.click()
    supervisor.look("board-ratings")
    supervisor.go("/w/board/filings")
    supervisor.page.locator("main a", has_text="看全部计入的办件").first.click()
    supervisor.look("board-cases")
    expect("the cases behind a figure are listed", "/w/case/" in supervisor.page.content(), supervisor.main_text()[:400])
    anyone = Walker(browser, served, shots)
    anyone.go("/open/promises")
    anyone.look("promises-kept")
    expect("each promise has its sentence", "万盛经开办发〔2021〕24号" in anyone.main_text(), anyone.page.url)
    anyone.go("/w/board")
    expect("the board is for officers", "承诺与指标" not in anyone.title(), anyone.title())
    anyone.context.close()


def main() -> None:
    binary = sys.argv[1]
    shots = sys.argv[sys.argv.index("--shots") + 1] if "--shots" in sys.argv else None
    if shots:
        os.makedirs(shots, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        served = Served(os.path.abspath(binary), folder)
        browser = playwright.chromium.launch(executable_path="/usr/bin/chromium", args=["--no-sandbox"])
        try:
            public_pages(Walker(browser, served, shots))
            applicant = Walker(browser, served, shots)
            my_space.registration(expect, Walker(browser, served, shots))
            applicant.sign_in("19900000002")
            applicant.look("after-sign-in")
            applicant.go("/my/messages/ways")
            applicant.page.get_by_label("短信").check()
            applicant.submit("保存")
            case = applicant_road(applicant, shots is not None)
            my_space.messages(expect, applicant, case)
            my_space.outbox(expect, officer(browser, served, shots, "administrator"))
            office_road(browser, served, shots, case, script=True)
            decided(applicant, case)
            staff_pages(browser, served, shots)
            adjustments(browser, served, shots)
            rate_and_correct(browser, served, shots, applicant, case)
            mandates.walk(
                expect, officer(browser, served, shots, "supervisor"), officer(browser, served, shots, "handler"),
                officer(browser, served, shots, "handler-centre"))
            modes(browser, served, shots)
            citizen = Walker(browser, served, shots)
            citizen.sign_in("19900000001")
            draft = my_space.two_windows(expect, citizen)
            my_space.lost_session(expect, citizen, draft, "19900000001", PASSWORD)
            plain = Walker(browser, served, None, script=False)
            plain.sign_in("19900000002")
            plain.stand_for("小满")
            second = file_licence(plain, None)
            office_road(browser, served, None, second, script=False)
            my_space.new_rules(expect, citizen, served, draft)
            plain.go(f"/cases/{second}")
            expect("the same road ends the same way without script", "准予" in plain.main_text(), plain.main_text()[:300])
        finally:
            browser.close()
            served.stop()
            if failed:
                print(Path(served.log.name).read_text()[-3000:])
    finish()


def finish() -> None:
    """Tells what failed; the exit code says whether anything did."""
    for fault in failed:
        print(f"FAILED {fault}")
    print(f"{passed} passed, {len(failed)} failed")
    sys.exit(1 if failed else 0)


if __name__ == "__main__":
    main()
