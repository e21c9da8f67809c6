"""The supervisor's road of `walk.py`: a policy document is imported, reviewed, accepted, and its task carried out."""

import re
import time

NOTICE = """渝中区人民政府关于做好2026年政务服务工作的通知
渝中府发〔2026〕9号
各街道办事处，区政府各部门：
现将有关事项通知如下：
一、优化审批
（一）压缩时限。食品经营许可办结时限压缩至9个工作日以内，2026年6月底前完成。（牵头单位：区市场监管局；配合单位：区公安分局）
（二）规范窗口。各窗口要规范收件，逐步减少排队。（责任单位：区人力社保局、有关部门）
渝中区人民政府
2026年3月1日
"""


def upload(walker, name: str, text: str, is_later: bool = False) -> None:
    walker.go("/w/mandates/new")
    walker.page.set_input_files(
        "#file", files=[{"name": name, "mimeType": "text/plain", "buffer": text.encode("utf-8")}])
    if is_later:
        walker.page.get_by_label("这是已导入文件的新版本").check()
    walker.submit("读取并导入")


def import_and_review(expect, walker) -> str | None:
    """Gives the address of the document."""
    walker.go("/w/mandates")
    walker.look("mandates-empty")
    walker.go("/w/mandates/new")
    walker.look("mandate-upload")
    upload(walker, "空.txt", "   ")
    walker.look("mandate-upload-refused")
    expect("an empty file is refused with a sentence", "文件中没有文字" in walker.main_text(), walker.main_text()[:300])
    upload(walker, "通知.txt", NOTICE)
    found = re.search(r"/w/mandates/[0-9A-Z]{26}$", walker.page.url)
    expect("importing leads to the document", found is not None, walker.page.url + " " + walker.main_text()[:300])
    if found is None:
        return None
    walker.look("mandate")
    document = found.group(0)
    walker.go(document + "/review")
    walker.look("mandate-review")
    expect("the source is marked", walker.page.locator("mark").count() >= 2)
    upload(walker, "又一次.txt", NOTICE)
    walker.look("mandate-same")
    expect("the same file is told", "这份文件已经导入过" in walker.main_text(), walker.main_text()[:300])
    return document


def put_right_and_accept(expect, walker, document: str) -> None:
    walker.go(document + "/review")
    walker.submit("采纳本页看过的任务")
    expect("the plain task is accepted", "已采纳" in walker.main_text(), walker.main_text()[:500])
    walker.page.locator("main a", has_text="规范窗口").first.click()
    walker.look("mandate-task")
    task = walker.page.url.split(walker.served.address)[1]
    walker.page.fill("#printed-support", "")
    walker.page.fill("#printed-lead", "区人力社保局")
    walker.page.fill("#reason", "会议明确由区人力社保局负责")
    walker.submit("保存改正")
    walker.look("mandate-corrected")
    expect("the correction is on record", "会议明确" in walker.main_text(), walker.main_text()[:500])
    walker.go(task)
    walker.submit("采纳为任务")
    walker.look("mandate-problems")
    expect("a task without a day is not accepted", "请填写完成时限" in walker.main_text(), walker.main_text()[:500])
    for box, value in [("#due", "2026"), ("#due-month", "12"), ("#due-day", "31")]:
        walker.page.fill(box, value)
    walker.submit("采纳为任务")
    expect("with a day it is accepted", "已采纳" in walker.main_text(), walker.main_text()[:500])
    upload(walker, "新版.txt", NOTICE.replace("9个工作日", "7个工作日"), is_later=True)
    later = re.search(r"/w/mandates/[0-9A-Z]{26}$", walker.page.url)
    expect("a later version is imported", later is not None, walker.page.url + " " + walker.main_text()[:300])
    if later:
        walker.go(later.group(0) + "/comparison")
        walker.look("mandate-comparison")
        expect("what changed is told", "改动" in walker.main_text(), walker.main_text()[:500])


def ledger(expect, walker) -> str | None:
    """Gives the case of the leading unit."""
    for _ in range(100):
        walker.go("/w/ledger")
        if "压缩时限" in walker.main_text():
            break
        time.sleep(0.2)
    walker.look("ledger")
    expect("the ledger shows the task with its light", "绿灯" in walker.main_text(), walker.main_text()[:500])
    walker.page.locator("main tr", has_text="市场监管局").locator("a").first.click()
    walker.look("ledger-task")
    expect("the document's own words stand there", "压缩至9个工作日" in walker.main_text(), walker.main_text()[:500])
    link = walker.page.locator('main tr:has-text("市场监管局") a[href*="/w/case/"]')
    expect("it leads to the case", link.count() > 0)
    return (link.first.get_attribute("href") or "").split("/")[-1] if link.count() else None


def walk(expect, supervisor, handler) -> None:
    document = import_and_review(expect, supervisor)
    if document is None:
        return
    put_right_and_accept(expect, supervisor, document)
    case = ledger(expect, supervisor)
    if case is None:
        return
    handler.go(f"/w/case/{case}")
    handler.look("mandate-case")
    expect("the unit sees its task", "压缩时限" in handler.main_text(), handler.main_text()[:500])
    for walker in [supervisor, handler]:
        walker.context.close()
