"""Walks whole services in a real browser, from the guide to the decision and the certificate.

usage: services.py BINARY [--shots FOLDER]

Each road is one service: who applies, what he answers, and which officers do what in turn. The guide, the page of the
case in the end and the certificate are looked at in both widths with axe, as `walk.py` does; the steps between are only
walked. Prints "N passed, M failed" at the end; exits with 1 when something failed.
"""

import os
import re
import sys
import tempfile
from dataclasses import dataclass, field
from pathlib import Path

from playwright.sync_api import sync_playwright

import walk
from walk import Served, Walker, expect

PAPER = {"name": "paper.pdf", "mimeType": "application/pdf", "buffer": b"%PDF-1.4\n% sample\n"}
ADDRESS = "重庆市渝中区示例路18号1层"


@dataclass
class Road:
    """One service from the guide to its end. `office`: login and the deed as its link names it, in turn."""

    service: str
    login: str
    answers: dict[str, str]
    office: list[tuple[str, str]]
    outcome: str
    stand_for: str | None = None
    # Fields that the city knows: their boxes must not be shown.
    known: list[str] = field(default_factory=list)
    certificate: bool = True


ROADS = [
    Road(
        "water-connection", "19900000002",
        {"enlarging": "true", "water_use": "business", "supply.place_right": "own", "supply.address": ADDRESS,
         "pipe_diameter": "40", "supply.account": "W0000001", "enterprise.phone": "19900000002"},
        [("water-clerk", "action=accept"), ("water-handler", "result=possible"), ("water-handler", "result=built"),
         ("water-approver", "result=grant")],
        "已办结", stand_for="小满", known=["enterprise.uscc", "enterprise.name", "supply.arrears"]),
    Road(
        "electricity-connection", "19900000002",
        {"voltage": "ten_kv", "power_use": "business", "enlarging": "false", "supply.place_right": "leased",
         "supply.address": ADDRESS, "capacity": "400", "enterprise.phone": "19900000002"},
        [("power-clerk", "action=accept"), ("power-handler", "result=possible"), ("power-reviewer", "result=answered"),
         ("power-handler", "result=finished"), ("power-inspector", "result=pass"), ("power-inspector2", "result=pass"),
         ("power-handler", "result=built"), ("power-approver", "result=grant")],
        "已办结", stand_for="小满", known=["enterprise.uscc", "enterprise.size"]),
    Road(
        "gas-connection", "19900000001",
        {"gas_use": "home", "enlarging": "false", "place_kind": "above", "supply.place_right": "own",
         "supply.address": "重庆市渝中区示例路1号1-1", "heating": "false"},
        [("gas-clerk", "action=accept"), ("gas-handler", "result=possible"), ("gas-handler", "result=built"),
         ("gas-inspector", "result=pass"), ("gas-inspector2", "result=pass"), ("power-approver", "result=grant")],
        "已办结", known=["person.name", "person.id_number"]),
    Road(
        "unemployment-benefit", "19900000003", {"left_how": "employer", "person.bank_account": "6200000000000000003"},
        [("labour-clerk", "action=accept"), ("labour-clerk", "result=established"), ("labour-approver", "result=refuse")],
        "不予", known=["unemployment.months_paid", "unemployment.registered", "person.id_number"], certificate=False),
    Road(
        "unemployment-benefit", "19900000001", {"left_how": "closed"},
        [("labour-clerk", "action=accept"), ("labour-approver", "result=grant")],
        "已办结", known=["person.bank_account", "unemployment.left_by_own_will"]),
    Road(
        "passenger-transport-licence", "19900000002",
        {"renewal": "false", "transport.kind": "scheduled", "transport.vehicle_count": "10",
         "transport.driver_count": "12", "transport.from": "重庆", "transport.to": "开州", "daily_trips": "4",
         "enterprise.phone": "19900000002"},
        [("transport-clerk", "action=accept"), ("transport-inspector", "result=pass"),
         ("transport-inspector2", "result=pass"), ("transport-reviewer", "result=meets"),
         ("transport-approver", "result=grant"), ("transport-clerk", "result=delivered")],
        "准予", stand_for="小满",
        known=["transport.drivers_qualified", "transport.vehicles_inspected", "enterprise.credit_class"]),
]


# Service, region, working days, and the document or act that says so.
LIMITS = [
    ("water-connection", "wansheng", "9", "万盛经开办发〔2021〕24号"),
    ("water-connection", "yuzhong", "20", "渝府办发〔2019〕103号"),
    ("electricity-connection", "wansheng", "8", "万盛经开办发〔2021〕24号"),
    ("gas-connection", "wansheng", "13", "万盛经开办发〔2021〕24号"),
    ("unemployment-benefit", "wansheng", "1", "万盛经开办发〔2021〕24号"),
    ("passenger-transport-licence", "yuzhong", "10", "渝府办发〔2019〕103号"),
]


def answer(page, answers: dict[str, str]) -> None:
    """Fills what one page of the form asks; what it asks beyond `answers` stays open and is told by the check page."""
    for name, value in answers.items():
        one_line = value.splitlines()[0]  # a choice has one
        radio = page.locator(f'main input[type=radio][name="{name}"][value="{one_line}"]')
        if radio.count():
            radio.check()
            continue
        box = page.locator(f'main input[name="{name}"]:not([type=hidden]), main textarea[name="{name}"]')
        if box.count() and box.first.is_editable() and not box.first.input_value():
            box.first.fill(value)
    for promise in page.locator('main input[type=checkbox][name^="promise-"]').all():
        # Where the proof itself may be handed in, these roads hand it in; promises.py walks the others.
        need = (promise.get_attribute("name") or "").removeprefix("promise-")
        if not promise.is_checked() and not page.locator(f'input[type=file][name="{need}"]').count():
            promise.check()
    for file in page.locator("main input[type=file]").all():
        file.set_input_files(PAPER)


def fill(walker: Walker, road: Road) -> None:
    page = walker.page
    for _ in range(15):
        if page.url.split("?")[0].endswith("/check"):
            return
        for name in road.known:
            boxes = page.locator(f'main [name="{name}"]:not([type=hidden])').count()
            expect(f"{road.service} does not ask for {name}", boxes == 0)
        answer(page, road.answers)
        page.locator("main form button[type=submit]").first.click()
    raise SystemExit(f"{road.service}: the form never came to its check page: {page.url}\n{walker.main_text()[:2000]}")


def file(walker: Walker, road: Road) -> str:
    page = walker.page
    walker.go(f"/guide/{road.service}?region=yuzhong")
    walker.look(f"guide-{road.service}")
    walker.submit("开始办理")
    fill(walker, road)
    page.locator('main form[action$="/filing"] button[type=submit]').first.click()
    found = re.search(r"/cases/([0-9A-Z]{26})/receipt", page.url)
    expect(f"{road.service} is filed", found is not None, page.url + " " + walker.main_text()[:800])
    if found is None:
        raise SystemExit(walker.main_text()[:3000])
    return found.group(1)


def deed(browser, served: Served, case: str, road: Road, login: str, link: str) -> None:
    walker = Walker(browser, served, None)
    walker.sign_in(login)
    walker.go("/w/inbox")
    expect(f"{road.service}: the worklist of {login} shows the case", case in walker.page.content(), walker.main_text()[:300])
    walker.go(f"/w/case/{case}")
    found = walker.page.locator(f'main a[href*="{link}"]').first
    expect(f"{road.service}: {login} is offered {link}", found.count() > 0, walker.main_text()[:800])
    if found.count():
        found.click()
        form = walker.page.locator("main form[method=post]").first
        for box in form.locator("textarea, input[type=text]").all():
            if box.is_editable() and not box.input_value():
                box.fill("样例")
        walk.cite(walker.page)
        for radio in form.locator('input[type=radio][value="true"]').all():
            name = radio.get_attribute("name")
            form.locator(f'input[type=radio][name="{name}"][value="{"true" if name == "own_will" else "false"}"]').check()
        form.locator("button[type=submit]").first.click()
        told = walker.page.locator("main .errors")
        expect(f"{road.service}: {link} is done", told.count() == 0, walker.main_text()[:800])
    walker.context.close()


def walk_road(browser, served: Served, shots: str | None, road: Road) -> None:
    applicant = Walker(browser, served, shots)
    applicant.sign_in(road.login)
    if road.stand_for:
        applicant.go("/session")
        applicant.stand_for(road.stand_for)
    case = file(applicant, road)
    for login, link in road.office:
        deed(browser, served, case, road, login, link)
    applicant.go(f"/cases/{case}")
    applicant.look(f"decided-{road.service}")
    text = applicant.main_text()
    expect(f"{road.service} ends with {road.outcome}", road.outcome in text, text[:800])
    certificates = applicant.page.locator('main a[href*="/certificates/"]')
    expect(f"{road.service}: certificate or none", (certificates.count() > 0) == road.certificate, text[:800])
    if certificates.count():
        applicant.go(certificates.first.get_attribute("href") or "/")
        applicant.look(f"certificate-{road.service}")
    applicant.context.close()


def limits(browser, served: Served, shots: str | None) -> None:
    """Which value is in force here, and why."""
    for service, region, days, document in LIMITS:
        walker = Walker(browser, served, shots)
        walker.go(f"/guide/{service}?region={region}&q-voltage=low&q-power_use=business&q-enlarging=false")
        walker.look(f"guide-{service}-{region}")
        text = walker.page.locator("#limits").inner_text() + walker.page.locator("#limits").text_content()
        wanted = re.compile(rf"{days} 个工作日[^。（]*{re.escape(document)}")
        expect(f"{service} in {region}: {days} working days by {document}", bool(wanted.search(text)), text[:1200])
        walker.context.close()


def main() -> None:
    shots = sys.argv[sys.argv.index("--shots") + 1] if "--shots" in sys.argv else None
    if shots:
        os.makedirs(shots, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        served = Served(os.path.abspath(sys.argv[1]), folder)
        browser = playwright.chromium.launch(executable_path="/usr/bin/chromium", args=["--no-sandbox"])
        try:
            limits(browser, served, shots)
            for road in ROADS:
                walk_road(browser, served, shots, road)
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
