"""Who may file for whom, what a notice asks for, and who may look: in a browser, with and without script.

usage: standing.py BINARY [--shots FOLDER]

A citizen gives the code of somebody else's enterprise, then her own, then one that no register knows; she hands in the
licence and files. Clerks of other bodies do not find the case; its own clerk opens the file and tells what is missing.
She answers the notice, empty at first, then item by item. Anyone verifies a
certificate. Pages are looked at in both widths with axe; nothing may scroll sideways at 320 px.
"""

import os
import sys
import tempfile
from pathlib import Path

from playwright.sync_api import sync_playwright

import walk
from promises import PAPER, begin, file, see
from walk import Served, Walker, expect

XIAOMAN = "91500103MA9TB0018J"
OWN = "92500154MA9T0G0114"
GUIDE = "/guide/food-business-licence?region=yuzhong&q-business_kind=bulk_sale&q-renewal=false&q-area=400"


def check_character(code: str) -> str:
    """GB 32100: the 18th character."""
    alphabet = "0123456789ABCDEFGHJKLMNPQRTUWXY"
    total = sum(alphabet.index(character) * 3**place % 31 for place, character in enumerate(code))
    return alphabet[(31 - total % 31) % 31]


def unknown_code() -> str:
    """A right code that no sample register knows."""
    body = "MA9T9998"
    weights = [3, 7, 9, 10, 5, 8, 4, 2]
    digits = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ"
    rest = 11 - sum(digits.index(c) * w for c, w in zip(body, weights)) % 11
    inner = "92500103" + body + {10: "X", 11: "0"}.get(rest, str(rest))
    return inner + check_character(inner)


def operator(walker: Walker, code: str) -> None:
    """The step about the operator, filled in with this code."""
    page = walker.page
    if page.url.split("?")[0].endswith("/questions"):
        page.locator("main form button[type=submit]").first.click()
    for name, value in [("enterprise.uscc", code), ("enterprise.name", "陈记小面"), ("enterprise.legal_person", "陈桂兰")]:
        box = page.locator(f'main input[name="{name}"]:not([type=hidden])')
        if box.count():
            box.fill(value)
    page.locator("main form button[type=submit]").first.click()


def standing(walker: Walker, script: bool) -> str:
    """From somebody else's code to a filed case; gives its id."""
    page = walker.page
    begin(walker, GUIDE)
    operator(walker, XIAOMAN)
    text = walker.main_text()
    see(walker, "standing-others", script)
    expect("somebody else's code is refused with its name", "重庆小满餐饮管理有限公司" in text and "授权" in text, text[:900])
    expect("nothing of its register is told", "王芳" not in page.content() and "500000" not in page.content())
    expect("how to be authorised is told", page.locator('main a[href="/my/proxy"]').count() > 0, text[:600])
    typed = page.locator('main input[name="enterprise.name"]').input_value()
    expect("what was typed stays", typed == "陈记小面", typed)
    operator(walker, OWN)
    draft = page.url.split("/apply/")[1].split("/")[0]
    walker.go(f"/apply/{draft}/section-1")
    see(walker, "standing-own", script)
    text = walker.main_text()
    expect("her own business is known", "开州区立夏花木店" in text, text[:900])
    expect("a difference is shown", "您填的是“陈记小面”" in text, text[:900])
    expect("the code stays open", page.locator('main input[name="enterprise.uscc"]').input_value() == OWN, text[:600])
    operator(walker, unknown_code())
    walker.go(f"/apply/{draft}/section-2")
    page.fill('input[name="premises.address"]', "重庆市渝中区示例路1号")
    page.fill('input[name="area"]', "400")
    page.locator("main form button[type=submit]").first.click()
    see(walker, "standing-evidence", script)
    text = walker.main_text()
    expect("the licence may be handed in", page.locator('input[type=file][name="business-licence"]').count() == 1, text[:900])
    expect("a promise shows its text", "承诺内容：经营的食品符合" in text, text[:1200])
    page.locator('input[name="promise-food-safety-promise"]').check()
    page.locator('input[name="later-layout-plan"]').check()
    page.locator('input[type=file][name="business-licence"]').set_input_files(PAPER)
    page.locator("main form button[type=submit]").first.click()
    see(walker, "standing-check", script)
    case = file(walker)
    walker.go(f"/apply/{draft}/check")
    see(walker, "standing-back", script)
    expect("Back leads to the case", page.locator(f'main a[href="/cases/{case}"]').count() == 1, walker.main_text()[:400])
    return case


def reading(browser, served: Served, shots, case: str, script: bool) -> None:
    """Clerks of other bodies find nothing; the own clerk opens the file and tells what is missing."""
    for login in ("water-clerk", "power-clerk", "gas-clerk", "forestry-clerk"):
        other = walk.officer(browser, served, shots, login, script)
        for path in (f"/w/case/{case}", f"/w/case/{case}/look"):
            answer = other.page.goto(other.served.address + path)
            expect(f"{login} does not find {path[:8]}", answer is not None and answer.status == 404, str(answer))
        other.context.close()
    clerk = walk.officer(browser, served, shots, "clerk", script)
    clerk.go(f"/w/case/{case}")
    see(clerk, "standing-staff", script)
    text = clerk.main_text()
    expect("a third party's name is masked", "陈桂兰" not in text and "陈记小面" in text, text[:900])
    file_link = clerk.page.locator('main a[href*="/files/"]').first
    answer = clerk.context.request.get(served.address + (file_link.get_attribute("href") or ""))
    expect("the file opens", answer.status == 200, str(answer.status))
    clerk.go(f"/w/case/{case}/sign?action=tell_deficiency")
    see(clerk, "standing-notice", script)
    page = clerk.page
    page.locator('input[name="missing"][value="business-licence"]').check()
    page.locator('input[name="missing"][value="layout-plan"]').check()
    page.locator('textarea[name="missing-other"]').fill("门头名称与执照一致")
    page.locator('input[name="not_visible_before"][value="false"]').check()
    page.locator("main form button[type=submit]").first.click()
    expect("the notice is signed", "done=actions.tell_deficiency" in page.url, clerk.main_text()[:600])
    clerk.context.close()


def completing(walker: Walker, case: str, script: bool) -> None:
    page = walker.page
    walker.go("/my/looks")
    see(walker, "standing-looks", script)
    text = walker.main_text()
    expect("the look names post and officer", "窗口人员 吴*" in text and "您交的材料文件" in text, text[:900])
    walker.go(f"/cases/{case}/actions/complete")
    see(walker, "completing", script)
    text = walker.main_text()
    for words in ("通知要您补的", "营业执照", "场所布局图", "门头名称与执照一致"):
        expect(f"the page lists {words}", words in text, text[:900])
    page.locator("main form[method=post] button[type=submit]").first.click()
    see(walker, "completing-empty", script)
    text = walker.main_text()
    expect("an empty answer is refused", "上传营业执照" in text and "上传场所布局图" in text, text[:900])
    page.locator('input[type=file][name="business-licence"]').set_input_files(PAPER)
    page.locator("main form[method=post] button[type=submit]").first.click()
    see(walker, "completing-half", script)
    expect("what came is kept", "已收到 paper.pdf" in walker.main_text(), walker.main_text()[:900])
    page.locator('input[type=file][name="layout-plan"]').set_input_files(PAPER)
    page.locator('input[name="seen-to-2"]').check()
    page.locator("main form[method=post] button[type=submit]").first.click()
    expect("the notice is answered", "done=complete" in page.url, walker.main_text()[:900])


def verifying(browser, served: Served, shots, script: bool) -> None:
    anyone = Walker(browser, served, shots, script)
    anyone.go("/guide/food-business-licence?region=yuzhong&q-business_kind=prepacked&q-renewal=false")
    see(anyone, "guide-instead", script)
    link = anyone.page.locator('main .notice a[href^="/guide/prepacked-food-filing"], main a[href^="/guide/prepacked-food-filing"]')
    expect("the guide leads to the filing", link.count() > 0, anyone.main_text()[:1500])
    anyone.submit("开始办理")
    text = anyone.main_text()
    see(anyone, "first-visitor", script)
    expect("a first visitor is asked to sign in", "先登录，您填的内容还在" in text and "登录过期" not in text, text[:500])
    anyone.go("/verify")
    see(anyone, "verify", script)
    anyone.page.fill("#number", "JY5001032026ABCDEFGHJKX")
    anyone.page.fill("#initial", "重")
    anyone.submit("查验")
    see(anyone, "verify-none", script)
    expect("what is not there is not found", "没有查到这样的证照" in anyone.main_text(), anyone.main_text()[:400])
    anyone.context.close()


def main() -> None:
    shots = sys.argv[sys.argv.index("--shots") + 1] if "--shots" in sys.argv else None
    if shots:
        os.makedirs(shots, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        served = Served(os.path.abspath(sys.argv[1]), folder)
        browser = playwright.chromium.launch(executable_path="/usr/bin/chromium", args=["--no-sandbox"])
        try:
            for script in (True, False):
                applicant = Walker(browser, served, shots, script)
                applicant.sign_in("19900000004")
                case = standing(applicant, script)
                reading(browser, served, shots, case, script)
                completing(applicant, case, script)
                applicant.context.close()
                verifying(browser, served, shots, script)
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
