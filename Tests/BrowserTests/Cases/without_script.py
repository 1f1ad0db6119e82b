"""Everything by plain forms: no page needs its script."""

from selenium.webdriver.support.ui import Select

from answers import BEGINNING, FILE
from served import Browser, Server, Wrong, picture

RECORD = "roda-predictive-maintenance.review.yaml"


def fill(browser, form, values):
    """Fills the fields of a form, by their names."""
    for name, value in values.items():
        fields = browser.all(f"{form} [name='{name}']")
        browser.requires(fields, f"{form} has no field {name}")
        kind = fields[0].get_attribute("type")
        if fields[0].tag_name == "select":
            Select(fields[0]).select_by_value(value)
        elif kind in ("radio", "checkbox"):
            next(field for field in fields if field.get_attribute("value") == value).click()
        else:
            if kind != "file":
                fields[0].clear()
            fields[0].send_keys(value)


def send(browser, form):
    """Presses the button of a form, which leads to a page that is loaded anew."""
    browser.going(browser.one(f"{form} button[type=submit]").click)


def problems(program, folder):
    server = Server(program, folder)
    browser = Browser(server, script=False)
    try:
        yield from begin(browser, folder)
        yield from answer(browser, folder)
        yield from refuse(browser, folder)
        yield from attach(browser, folder)
        yield from review(browser, folder)
        yield from browser.noted(expected=(422,))
    except Wrong:
        picture(browser, "wrong-without-script")
        raise
    finally:
        browser.quit()
        server.stop()


def begin(browser, folder):
    browser.open("/")
    if "scripted" in (browser.one("html").get_attribute("class") or ""):
        yield "scripts run although they are switched off"
    fill(browser, "#new-project", BEGINNING)
    send(browser, "#new-project")
    if f"file={FILE}" not in browser.driver.current_url:
        yield f"a project that was begun is not shown, but {browser.driver.current_url}"


def answer(browser, folder):
    browser.open(f"/project?file={FILE}")
    name = browser.one("#next article").get_attribute("id")
    form = f"[id='q-{name}']"
    radio = browser.one(f"{form} input[type=radio]")
    value = radio.get_attribute("value")
    radio.click()
    send(browser, form)
    if browser.one("#next article").get_attribute("id") == name:
        yield f"{name} is asked again"
    key = name.split(".")[-1]
    if f"{key}: {value}" not in (folder / FILE).read_text():
        yield f"{key}: {value} is not in the file"


def refuse(browser, folder):
    before = (folder / FILE).read_text()
    browser.open(f"/project/questions?file={FILE}&group=governance&also=benefit.baseline")
    form = "[id='q-benefit.baseline']"
    fill(browser, form, {"value": "soon"})
    send(browser, form)
    if "Not accepted" not in browser.text("[id='benefit.baseline-message']"):
        yield "a word is accepted as a number"
    if browser.one(f"{form} [name=value]").get_attribute("value") != "soon":
        yield "what was typed is gone"
    if (folder / FILE).read_text() != before:
        yield "the file was changed"


def attach(browser, folder):
    source = folder / "minutes.txt"
    source.write_text("Minutes of the working group\n")
    browser.open(f"/project?file={FILE}")
    browser.one("#attach > summary").click()
    fill(browser, "#attach form", {
        "title": "Minutes", "file": str(source), "made_on": "02-15-2026", "supports": "gv-scope-declared"})
    send(browser, "#attach form")
    if "Minutes" not in browser.text("#evidence"):
        yield "the evidence is not shown"
    text = (folder / FILE).read_text()
    for part in ("sha256: ", "title: Minutes", "made_on: 2026-02-15", "gv-scope-declared"):
        if part not in text:
            yield f"`{part}` is not in the file"


def review(browser, folder):
    address = f"/review?file={FILE}"
    browser.open(address)
    send(browser, "#record form")
    if not (folder / RECORD).exists():
        yield "no record was begun"
    browser.open(f"/review/form?file={FILE}&action=dispute&about=scope.applies_force")
    entry = {"reason": "The brochure of the maker says otherwise", "raised_by": "GPT-5", "raised_on": "2026-02-27"}
    fill(browser, "#entry form", entry)
    send(browser, "#entry form")
    if "neither" not in browser.text("#field-raised_by-fault"):
        yield "a machine may raise a dispute"
    if browser.one("#field-reason").get_attribute("value") != entry["reason"]:
        yield "what was typed is gone"
    fill(browser, "#entry form", {"raised_by": "Ms. T. Nguyen"})
    send(browser, "#entry form")
    if "in effect" not in browser.text("#entries"):
        yield "the dispute has no effect"
    if "raised_by: Ms. T. Nguyen" not in (folder / RECORD).read_text():
        yield "the dispute is not in the record"
    browser.open(f"/review/form?file={FILE}&action=withdraw&about=disputes%5B0%5D")
    send(browser, "#entry form")
    if "The brochure of the maker" not in browser.text("#done"):
        yield "what was withdrawn is not shown once more"
