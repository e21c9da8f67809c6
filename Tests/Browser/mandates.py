"""The supervisor's road of `walk.py`: a policy document is imported, reviewed, accepted, and its task carried out."""

import re
import time
from pathlib import Path

import deeds

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


SAMPLES = Path(__file__).resolve().parents[1] / "DocumentsTests" / "Samples"

# File of the samples, and what the page must say of it.
BAD = [
    ("bomb.docx", "解压后"), ("truncated.docx", "已损坏或不完整"), ("cut-inside.docx", "已损坏或不完整"),
    ("locked.docx", "有密码保护"), ("locked.pdf", "有密码保护"), ("scan.pdf", "扫描"), ("old.doc", "另存为 .docx"),
    ("binary.txt", "不能辨认文字编码"),
]


def long_notice(tasks: int) -> str:
    """Some 300 printed pages of tasks."""
    head = NOTICE.split("（一）")[0].replace("9号", "300号")
    lines = [
        f"（{number}）第{number}项工作。" + "各有关单位要压实责任、细化措施、加强协同，确保工作落到实处、取得实效。" * 20
        + "2026年12月31日前完成。（责任单位：区市场监管局）" for number in range(1, tasks + 1)]
    return head + "\n".join(lines) + "\n渝中区人民政府\n2026年3月1日\n"


def bad_input(expect, walker, other) -> None:
    """Files that cannot be read are told with what to do, and nothing of them is kept."""
    def send(name: str, content: bytes) -> str:
        walker.go("/w/mandates/new")
        walker.page.set_input_files(
            "#file", files=[{"name": name, "mimeType": "application/octet-stream", "buffer": content}])
        walker.submit("读取并导入")
        return walker.main_text()

    for name, words in BAD:
        text = send(name, (SAMPLES / name).read_bytes())
        expect(f"{name} is refused with its sentence", words in text, text[:500])
    walker.look("mandate-upload-bad")
    text = send("大文件.txt", "渝中区工作要点。\n".encode() * (21 * 1024 * 1024 // 25))
    walker.look("mandate-upload-large")
    expect("a file above the limit is refused with the limit", "每次最多上传 20 MB" in text, text[:500])
    walker.go("/w/mandates")
    expect("nothing of them is kept", walker.page.locator("main table tbody tr").count() == 1, walker.main_text()[:500])
    began = time.monotonic()
    send("三百页.txt", long_notice(300).encode("gb18030"))
    expect(
        "a long document in GB18030 is imported", re.search(r"/w/mandates/[0-9A-Z]{26}$", walker.page.url) is not None,
        walker.main_text()[:500])
    expect("within half a minute on a busy machine", time.monotonic() - began < 30, f"{time.monotonic() - began:.1f} s")
    walker.look("mandate-long")
    expect("all its tasks are read", "第300项工作" in walker.main_text(), walker.main_text()[-500:])
    walker.go(walker.page.url.split(walker.served.address)[1] + "/review")
    walker.look("mandate-long-review")
    other.go("/w/mandates/new")
    expect("who may not import is told so", "导入政策文件" in other.main_text(), other.main_text()[:300])


def put_right_and_accept(expect, walker, document: str) -> None:
    walker.go(document + "/review")
    walker.submit("采纳本页看过的任务")
    expect("the plain task is accepted", "已采纳" in walker.main_text(), walker.main_text()[:500])
    choose_units(expect, walker, document)
    walker.go(document)
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


def choose_units(expect, walker, document: str) -> None:
    """有关部门 is whom a person says: searched for, ticked, and shown again; without script the same."""
    walker.go(document)
    walker.page.locator("main a", has_text="规范窗口").first.click()
    walker.look("mandate-open-unit")
    for box, value in [("#due", "2026"), ("#due-month", "11"), ("#due-day", "30")]:
        walker.page.fill(box, value)
    walker.submit("采纳为任务")
    text = walker.main_text()
    expect("an open name needs somebody", "还没有选“有关部门”指哪些单位" in text, text[:500])
    walker.look("mandate-open-unit-problem")
    walker.page.fill("#lead-1-find", "万州 人力社保")
    walker.page.locator("#lead-1-who button").click()
    walker.look("mandate-unit-search")
    expect("the search keeps what was typed", walker.page.input_value("#due-month") == "11")
    expect("nothing is accepted by a search", "待核对" in walker.main_text(), walker.main_text()[:300])
    walker.page.locator("#lead-1-who label", has_text="万州区 人力社保局").first.click()
    walker.submit("采纳为任务")
    walker.look("mandate-units-chosen")
    text = walker.main_text()
    expect("who was meant is shown", "有关部门 → 万州区 人力社保局" in text, text[:800])
    walker.submit("撤回采纳")
    walker.page.fill("#take-back-reason", "只是试一试")
    walker.submit("撤回采纳")


def later_version(expect, walker) -> None:
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


def parts(expect, supervisor, handler, other, case: str) -> None:
    """A part, a milestone and a report of the lead; the part is carried out by another unit."""
    deeds.sign(expect, handler, case, "result=taken", {}, "task-take")
    deeds.sign(
        expect, handler, case, "action=split",
        {"part_title": "梳理清单", "part_unit": "yuzhong-centre", "part_person": "李某", "part_due": "2026-05-31"},
        "task-split")
    deeds.sign(
        expect, handler, case, "action=set_milestone",
        {"milestone": "方案印发", "milestone_on": "2026-04-30", "proved_by": "印发的方案"}, "task-milestone")
    deeds.sign(expect, handler, case, "action=report", {"progress": "已压缩至10个工作日", "figures": "10"}, "task-report")
    part = None
    for _ in range(100):
        supervisor.go(f"/w/ledger/{case}")
        found = supervisor.page.locator("#parts a", has_text="办理")
        if found.count() > 0:
            part = (found.first.get_attribute("href") or "").split("/")[-1]
            break
        time.sleep(0.2)
    supervisor.look("ledger-task-parts")
    text = supervisor.main_text()
    expect(
        "the ledger shows part, person, milestone and report",
        all(word in text for word in ["梳理清单", "李某", "方案印发", "已压缩至10个工作日"]), text[:1500])
    if part is None:
        return
    deeds.sign(expect, other, part, "result=taken", {}, "part-take")
    deeds.sign(expect, other, part, "action=hand_in", {"result": "清单已梳理", "proof": "清单"}, "part-hand-in")
    deeds.sign(expect, handler, part, "result=done", {}, "part-check")
    deeds.sign(
        expect, handler, case, "action=reach_milestone", {"milestone_number": "1", "proof": "方案"}, "task-reached")
    supervisor.go("/w/ledger?report=due")
    supervisor.look("ledger-reports")


def figures(expect, supervisor, case: str) -> None:
    """A figure of the document is bound to what measures it; no report is asked for then."""
    supervisor.go("/w/targets")
    supervisor.look("targets")
    supervisor.page.locator("main a", has_text="9个工作日").first.click()
    supervisor.look("target")
    deeds.fill(supervisor, "metric", "days-from-filing")
    supervisor.submit("确认绑定")
    supervisor.look("targets-bound")
    expect("the figure is bound", "从申请到办结的平均自然日" in supervisor.main_text(), supervisor.main_text()[:500])
    supervisor.page.locator("main a", has_text="计入的办件").first.click()
    supervisor.look("target-cases")
    supervisor.go("/w/board/filings/cases")
    supervisor.look("metric-cases")
    supervisor.go("/w/board/on-time/cases?show=against")
    supervisor.look("metric-cases-against")
    for _ in range(100):
        supervisor.go(f"/w/ledger/{case}")
        if "由平台测量，不要求报送" in supervisor.main_text():
            break
        time.sleep(0.2)
    supervisor.look("ledger-task-measured")
    text = supervisor.main_text()
    expect("no report is asked for", "由平台测量，不要求报送" in text and "从申请到办结的平均自然日" in text, text[:1500])


def take_back(expect, supervisor, document: str) -> None:
    supervisor.go(document)
    supervisor.page.locator("main a", has_text="规范窗口").first.click()
    supervisor.submit("撤回采纳")
    supervisor.look("mandate-take-back-problem")
    expect("taking back needs a reason", "请写明理由" in supervisor.main_text(), supervisor.main_text()[:500])
    supervisor.page.fill("#take-back-reason", "责任单位写错")
    supervisor.submit("撤回采纳")
    supervisor.look("mandate-taken-back")
    text = supervisor.main_text()
    expect("the acceptance is taken back, and told", "待核对" in text and "责任单位写错" in text, text[:800])


def walk(expect, supervisor, handler, other) -> None:
    document = import_and_review(expect, supervisor)
    if document is None:
        return
    bad_input(expect, supervisor, handler)
    put_right_and_accept(expect, supervisor, document)
    case = ledger(expect, supervisor)
    if case is None:
        return
    handler.go(f"/w/case/{case}")
    handler.look("mandate-case")
    expect("the unit sees its task", "压缩时限" in handler.main_text(), handler.main_text()[:500])
    parts(expect, supervisor, handler, other, case)
    figures(expect, supervisor, case)
    take_back(expect, supervisor, document)
    later_version(expect, supervisor)
    for walker in [supervisor, handler, other]:
        walker.context.close()
