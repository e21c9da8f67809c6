"""The browser walk of ratings: rate from one's own case and by a code, publish, supervise, correct, call back."""

import re
import time

import deeds


def rate(expect, applicant, stranger, case: str) -> None:
    """The applicant opens the codes of a matter that has ended; somebody without an account rates it as bad."""
    code = None
    for _ in range(50):
        applicant.go(f"/cases/{case}/rating")
        found = re.search(r"/rate/([0-9A-Z]{16})", applicant.page.content())
        if found and "自愿评价" in applicant.main_text():
            code = found.group(1)
            break
        time.sleep(0.2)
    expect("the matter has a rating code", code is not None, applicant.main_text()[:500])
    if code is None:
        return
    applicant.look("rating-codes")
    stranger.go("/rate")
    stranger.look("rate-enter")
    stranger.page.fill("#code", "AAAA-BBBB-CCCC-DDDD")
    stranger.submit("打开评价页")
    stranger.look("rate-unknown")
    expect("a wrong code is told", "没有这个评价码" in stranger.main_text(), stranger.main_text()[:300])
    stranger.page.fill("#code", code.lower())
    stranger.submit("打开评价页")
    stranger.look("rate")
    page = stranger.page
    expect("no grade is chosen beforehand", page.locator("input[name=grade]:checked").count() == 0)
    expect("all five grades are offered", page.locator("input[name=grade]").count() == 5)
    page.fill("#words", "长" * 600)
    stranger.submit("提交评价")
    stranger.look("rate-problems")
    expect("a missing grade is told", "选择一个评价等级" in stranger.main_text(), stranger.main_text()[:300])
    expect("what was typed is kept", len(page.input_value("#words")) == 600)
    page.fill("#words", "等了很久，电话 13800138000 没人接 <b>快点</b>")
    page.locator("label[for=grade-4]").click()
    page.locator("label[for=publish]").click()
    page.locator("label[for=named]").click()
    page.fill("#name", "张女士")
    page.fill("#phone", "19900000001")
    stranger.submit("提交评价")
    stranger.look("rate-thanks")
    expect("the rating is thanked for", "评价已收到" in stranger.main_text(), stranger.main_text()[:300])
    stranger.go("/open/ratings")
    stranger.look("ratings-open")
    text = stranger.main_text()
    expect("the rating is published without the telephone", "不满意" in text and "13800138000" not in text, text[:500])
    stranger.go("/open/ratings?unit=nothing")
    stranger.look("ratings-open-empty")
    stranger.context.close()


def supervise(expect, supervisor) -> str | None:
    """The supervisor sees the measures and the correction behind them; gives the correction's case."""
    case = None
    for _ in range(50):
        supervisor.go("/w/ratings/corrections")
        found = re.search(r"/w/case/([0-9A-Z]{26})", supervisor.page.content())
        if found:
            case = found.group(1)
            break
        time.sleep(0.2)
    expect("the bad rating opened a correction", case is not None, supervisor.main_text()[:500])
    supervisor.look("corrections")
    text = supervisor.main_text()
    expect("a name stands beside it", "核实" in text and "*" in text, text[:500])
    for path, name in [
        ("/w/ratings", "measures"), ("/w/ratings/corrections?view=all", "corrections-all"),
        ("/w/ratings/corrections?view=uncalled", "corrections-uncalled"),
        ("/w/ratings/corrections?view=excluded", "corrections-excluded"), ("/w/ratings/uncovered", "uncovered"),
    ]:
        supervisor.go(path)
        supervisor.look(name)
    supervisor.go("/w/inbox")
    expect("the worklist of the supervisor shows it", case in supervisor.page.content(), supervisor.main_text()[:300])
    return case


def result(expect, walker, case: str, path: str, fills: dict[str, str], name: str) -> None:
    """Signs a result of a task of the correction, with what must be said."""
    deeds.sign(expect, walker, case, path, fills, f"correction-{name}")
