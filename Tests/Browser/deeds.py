"""What an officer signs in a case: an action, or a result of a task, with what must be said."""


def fill(walker, box: str, value: str) -> None:
    """One control of a form, whatever its kind; `2026-05-31` into a date."""
    field = walker.page.locator(f'main [name="{box}"]').first
    if field.count() == 0:
        for part, text in zip(["-year", "-month", "-day"], value.split("-")):
            walker.page.fill(f'main [name="{box}{part}"]', str(int(text)))
    elif field.evaluate("field => field.tagName") == "SELECT":
        field.select_option(value)
    elif field.get_attribute("type") == "radio":
        radio = walker.page.locator(f'main [name="{box}"][value="{value}"]')
        walker.page.locator(f'label[for="{radio.get_attribute("id")}"]').click()
    else:
        field.fill(value)


def sign(expect, walker, case: str, path: str, fills: dict[str, str], name: str) -> None:
    """`path` is `action=ID` or `result=ID`, as the link of the case's page holds it."""
    walker.go(f"/w/case/{case}")
    walker.look(name)
    link = walker.page.locator(f'main a[href*="{path}"]').first
    expect(f"the case offers {path}", link.count() > 0, walker.main_text()[:800])
    if link.count() == 0:
        return
    link.click()
    for box, value in fills.items():
        fill(walker, box, value)
    walker.look(name + "-sign")
    walker.page.locator("main form[method=post] button[type=submit]").first.click()
    expect(f"{path} is signed", "/sign" not in walker.page.url, walker.main_text()[:500])
