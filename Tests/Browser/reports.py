"""Walks the scheduled reports over a simulated spring: `python Tests/Browser/reports.py BINARY [--shots FOLDER]`.

A history of two months is invented first; then the server is started on a day on which a day, a week, a month and a
quarter are over, makes their reports by itself, and a browser reads them with and without script.
"""

import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import walk
from playwright.sync_api import sync_playwright
from walk import ROOT, Served, Walker, expect, officer

TODAY = "2026-04-06"


def simulate(binary: str, folder: str) -> None:
    key = Path(folder) / "master.key"
    key.write_bytes(bytes(range(32)))
    key.chmod(0o600)
    subprocess.run(
        [binary, "simulate", "--database", str(Path(folder) / "walk.sqlite"), "--master-key", str(key), "--folder",
         str(ROOT), "--cases", "120", "--from", "2026-02-02", "--months", "2"],
        check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)


def find(walker: Walker, every: str) -> str:
    """The address of the newest report of a kind; the leader makes one after the other."""
    for _ in range(240):
        walker.go(f"/w/reports?every={every}")
        links = walker.page.locator("main th a")
        if links.count():
            return links.first.get_attribute("href") or ""
        time.sleep(0.5)
    expect(f"a report of each {every} is made by itself", False)
    return "/w/reports"


def read(walker: Walker, report: str, name: str) -> None:
    walker.go(report)
    walker.look(name)
    text = walker.main_text()
    expect(f"{name} says its period", "至" in text or "日" in text, text[:200])
    expect(f"{name} says of which events it was made", "通办平台根据日志前" in text, text[-600:])


def files(walker: Walker, report: str) -> None:
    for form, start in [("html", b"<!doctype html>"), ("pdf", b"%PDF"), ("xlsx", b"PK")]:
        reply = walker.context.request.get(f"{walker.served.address}{report}/files/{form}")
        expect(f"the {form} is there", reply.ok and reply.body().startswith(start), str(reply.status))
        named = reply.headers.get("content-disposition", "")
        expect(f"the {form} has a name", f".{form}" in named, named)


def index_lines(walker: Walker, report: str) -> None:
    walker.go(report)
    place = walker.page.locator("main table a[href*='/places/']").first
    expect("a ranked place leads to its lines", place.count() == 1)
    walker.go(place.get_attribute("href") or report)
    walker.look("report-index-lines")
    text = walker.main_text()
    words = ["得分", "权重", "计入", "合计"]
    expect("the lines say points, weight and contribution", all(word in text for word in words), text[:400])


def roads(browser, served: Served, shots: str | None) -> None:
    city = officer(browser, served, shots, "supervisor-city")
    monthly = find(city, "month")
    city.go("/w/reports")
    city.look("reports")
    read(city, monthly, "report-monthly")
    expect("the bulletin has a ranking with its method", "排名方法" in city.main_text())
    index_lines(city, monthly)
    files(city, monthly)
    read(city, find(city, "day"), "report-daily")
    read(city, find(city, "week"), "report-weekly")
    plain = officer(browser, served, shots, "supervisor-city", script=False)
    plain.go(monthly)
    expect("the report is read without script", "排名方法" in plain.main_text())
    district = officer(browser, served, shots, "supervisor")
    district.go("/w/reports?region=chongqing")
    expect("a district reads what the city circulates", "月通报" in district.main_text(), district.main_text()[:300])
    expect("and not its daily scan", "日扫描" not in district.main_text(), district.main_text()[:300])
    for walker in [city, plain, district]:
        walker.context.close()


def main() -> None:
    binary = os.path.abspath(sys.argv[1])
    shots = sys.argv[sys.argv.index("--shots") + 1] if "--shots" in sys.argv else None
    if shots:
        os.makedirs(shots, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        simulate(binary, folder)
        served = Served(binary, folder, today=TODAY)
        browser = playwright.chromium.launch(executable_path="/usr/bin/chromium", args=["--no-sandbox"])
        try:
            roads(browser, served, shots)
        finally:
            browser.close()
            served.stop()
    walk.finish()


if __name__ == "__main__":
    main()
