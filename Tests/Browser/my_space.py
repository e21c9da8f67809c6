"""One's own space in a browser: registration, messages, ways to be told, two windows, a lost session, new rules.

Called by walk.py, which passes its own `expect`, a maker of walkers, and the program under test.
"""

import os
import re
import shutil
import subprocess
import tempfile
import time
from pathlib import Path

PLACES = ["", "/messages", "/messages/ways", "/cases", "/corrections", "/drafts", "/certificates", "/proxy", "/data-use",
          "/account"]
FOOD = "/guide/food-business-licence?region=yuzhong"


def places(walker, suffix: str) -> None:
    """Every place of the space as it stands now."""
    for place in PLACES:
        walker.go("/my" + place)
        walker.look(f"space{place.replace('/', '-') or '-overview'}-{suffix}")


def registration(expect, walker) -> None:
    """A newcomer opens an account: first wrong, then right; then another password."""
    walker.go("/register")
    walker.look("register")
    page = walker.page
    fields = {"name": "方远", "id-number": "500103198802149914", "phone": "13900008888", "password": "short",
              "again": "other"}
    for field, value in fields.items():
        page.fill(f"#{field}", value)
    walker.submit("注册账户")
    walker.look("register-refused")
    expect("a wrong check digit is told", "校验码不符" in walker.main_text(), walker.main_text()[:300])
    expect("what was typed is still there", page.input_value("#name") == "方远")
    for field, value in {"id-number": "500103198802149915", "password": "four plain words 词", "again": "four plain words 词"}.items():
        page.fill(f"#{field}", value)
    walker.submit("注册账户")
    expect("a registered person is signed in", page.url.endswith("/my"), page.url + walker.main_text()[:200])
    places(walker, "new")
    walker.go("/my/account")
    page.fill("#mail", "fang.yuan@example.cn")
    walker.submit("保存联系方式")
    expect("the mail address is shown masked", "f********@example.cn" in walker.main_text(), walker.main_text()[:400])
    for field in ("old-password", "password", "again"):
        page.fill(f"#{field}", "four plain words 词" if field == "old-password" else "five other plain words")
    walker.submit("修改密码")
    expect("the password was changed", "密码改好了" in walker.main_text(), walker.main_text()[:300])
    walker.look("account-changed")
    walker.go("/my/messages/ways")
    page.get_by_label("短信").check()
    page.get_by_label("邮件").check()
    walker.submit("保存")
    expect("consent is kept", "已保存" in walker.main_text(), walker.main_text()[:300])


def wait_for(walker, path: str, words: str) -> bool:
    """Followers lag by a second or two."""
    for _ in range(40):
        walker.go(path)
        if words in walker.main_text():
            return True
        time.sleep(0.5)
    return False


def messages(expect, walker, case: str) -> None:
    """After a filing: the message, its page, marking it read."""
    expect("a filing is told", wait_for(walker, "/my/messages", "收件凭证"), walker.main_text()[:300])
    walker.look("messages")
    walker.page.locator("main .list__a").first.click()
    walker.look("message")
    expect("the message leads to the case", walker.page.locator(f'main a[href="/cases/{case}"]').count() == 1)
    walker.submit("标为已读")
    places(walker, "filed")


def outbox(expect, walker) -> None:
    """The administrator of the demo reads what the stand-ins took."""
    expect("the outbox shows a letter", wait_for(walker, "/w/admin/outbox", "收件凭证"), walker.main_text()[:300])
    walker.look("outbox")
    expect("addresses are masked", "19900000002" not in walker.page.content())


def begin(walker) -> str:
    """A new draft of the food licence; gives its address."""
    walker.go(FOOD)
    walker.submit("开始办理")
    return re.sub(r"^https?://[^/]+|/[a-z0-9-]+$", "", walker.page.url.split("?")[0])


def two_windows(expect, walker) -> str:
    """Two tabs on one draft: the older one sees both versions and can keep its own."""
    draft = begin(walker)
    walker.go(draft + "/section-2")
    other = walker.context.new_page()
    other.goto(walker.page.url)
    other.fill('[name="area"]', "80")
    other.locator("main form button[type=submit]").first.click()
    walker.page.fill('[name="area"]', "60")
    walker.page.locator("main form button[type=submit]").first.click()
    text = walker.main_text()
    expect("both versions are shown", "另一个窗口" in text and "80" in text and "60" in text, text[:400])
    expect("what was typed here stays in its box", walker.page.input_value('[name="area"]') == "60")
    walker.look("two-windows")
    walker.page.locator("main form button[type=submit]").first.click()
    walker.go(draft + "/section-2")
    expect("the version that was kept is saved", walker.page.input_value('[name="area"]') == "60")
    other.close()
    return draft


def lost_session(expect, walker, draft: str, login: str, password: str) -> None:
    """The session ends while a form is filled in: after signing in again everything typed is there."""
    walker.go(draft + "/section-2")
    walker.page.fill('[name="premises.address"]', "重庆市渝中区示例路9号 <b>𠮷</b>")
    walker.page.fill('[name="area"]', "72")
    kept = [c for c in walker.context.cookies() if "session" not in c["name"]]
    walker.context.clear_cookies()
    walker.context.add_cookies(kept)
    walker.page.locator("main form button[type=submit]").first.click()
    expect("the page says that nothing is lost", "您填的内容还在" in walker.main_text(), walker.main_text()[:300])
    walker.look("session-lost")
    walker.page.fill("#login", login)
    walker.page.fill("#password", "wrong first")
    walker.page.locator("main form[action$='/session'] button[type=submit]").first.click()
    walker.page.fill("#login", login)
    walker.page.fill("#password", password)
    walker.page.locator("main form[action$='/session'] button[type=submit]").first.click()
    walker.look("session-resumed")
    walker.submit("继续提交")
    walker.go(draft + "/section-2")
    value = walker.page.input_value('[name="premises.address"]')
    expect("what was typed is saved", value == "重庆市渝中区示例路9号 <b>𠮷</b>", value)
    expect("and so is the number", walker.page.input_value('[name="area"]') == "72")


def new_rules(expect, walker, served, draft: str) -> None:
    """The definition is replaced while the draft lies there: it says so, and every answer is kept."""
    with tempfile.TemporaryDirectory() as folder:
        for name in ("Services", "Territory", "Samples"):
            shutil.copytree(Path(served.root) / name, Path(folder) / name)
        service = Path(folder) / "Services/food-business-licence/service.yaml"
        text = service.read_text()
        service.write_text(text.replace("zh: 经营面积,", "zh: 经营场所面积,"))
        expect("the test changes the definition", service.read_text() != text)
        done = subprocess.run(
            [os.path.abspath(served.binary), "publish", "--by", "walk", *served.location, "--folder", folder],
            capture_output=True, text=True)
        expect("the change is published", "food-business-licence" in done.stdout, done.stdout + done.stderr)
    for _ in range(30):
        walker.go(draft + "/section-2")
        if "规定更新了" in walker.main_text():
            break
        time.sleep(0.5)
    text = walker.main_text()
    expect("the draft says that the rules changed", "规定更新了" in text and "经营场所面积" in text, text[:300])
    expect("the answers are still there", walker.page.input_value('[name="area"]') == "72")
    walker.look("rules-replaced")
