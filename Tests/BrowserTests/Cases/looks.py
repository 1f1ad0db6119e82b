"""Every kind of page, in light and in dark, on a wide screen and on a phone."""

import pathlib
import re
import shutil

from served import Browser, Server, judge

FILE = "turret.yaml"
BOTH = (("light", 1400), ("dark", 1400), ("light", 390), ("dark", 390))


def submit(browser, path, form, **fields):
    """Opens a page, sets fields of a form and sends it as it is, without the page's script."""
    browser.open(path)
    browser.driver.execute_script(
        """
        const form = document.querySelector(arguments[0]);
        for (const [name, value] of Object.entries(arguments[1])) form.elements[name].value = value;
        HTMLFormElement.prototype.submit.call(form);
        """, form, fields)


def pages(browser, folder):
    """Names of pages, each shown when its name comes; with the looks that it is judged in."""
    pair = BOTH[0], BOTH[3]
    browser.open("/")
    yield "empty-list", pair
    examples = pathlib.Path(__file__).parents[3] / "Examples"
    shutil.copy(examples / "counter-drone-turret.yaml", folder / FILE)
    shutil.copy(examples / "air-picture-support.yaml", folder / "picture.yaml")
    shutil.copy(examples / "predictive-maintenance.yaml", folder / "maintenance.yaml")
    (folder / "broken.yaml").write_text("answerable: project/1\nproject: [1, 2\n")
    browser.open("/")
    yield "list", BOTH
    browser.open(f"/project?file={FILE}")
    yield "overview", pair
    groups = [a.get_attribute("href") for a in browser.all("#groups a")]
    browser.requires(len(groups) > 5, "the overview has no groups")
    for number, group in enumerate(groups):
        browser.driver.get(group)
        name = re.search(r"group=([\w.-]+)", group)[1]
        yield f"group-{name}", (BOTH[number % 4],)
    latency = "[id='q-control.abort_latency_s']"
    questions = f"/project/questions?file={FILE}&group=human-control"
    submit(browser, questions, latency, value="soon")
    browser.wait_text("[id='control.abort_latency_s-message']", "Not accepted")
    yield "refused", pair
    submit(browser, questions, latency, value="0.5", version="none")
    browser.wait_text("[id='control.abort_latency_s']", "Theirs")
    yield "conflict", pair
    browser.open(f"/project/explain?file={FILE}&name=hc-abort-beats-effect")
    yield "explain", pair
    browser.open(f"/project/report?file={FILE}")
    yield "report", pair
    browser.open("/project?file=broken.yaml")
    yield "broken", pair
    browser.open("/review?file=nothing.yaml")
    yield "not-found", pair
    yield from reviews(browser, folder, pair)


def reviews(browser, folder, pair):
    address = f"/review?file={FILE}"
    browser.open(address)
    yield "review-none", pair
    submit(browser, address, "#record form")
    browser.wait_text("#done", "began")
    yield "review-begun", pair
    form = f"/review/form?file={FILE}&action=accept&about=ac-supplier-terms"
    browser.open(form)
    yield "review-form", pair
    submit(browser, form, "#entry form", reason="A new clause is due in June", accepted_by="GPT-5")
    browser.wait_text("#faults", "neither")
    yield "review-faults", pair
    submit(browser, form, "#entry form", record="none")
    browser.wait_text("#conflict", "changed since")
    yield "review-conflict", pair
    submit(
        browser, f"/review/form?file={FILE}&action=dispute&about=control.abort_latency_s", "#entry form",
        reason="The trial was run without load", raised_by="Ms. T. Nguyen")
    browser.wait_text("#done", "added")
    submit(
        browser, form, "#entry form", reason="A new clause is due in June", accepted_by="Vice Chief of Defence",
        holder_type="appointed_post", rank="service-chief", accepted_on="2026-02-24", expires_on="2026-03-20")
    browser.wait_text("#done", "added")
    yield "review-entries", BOTH
    for details in browser.all("#doubt details"):
        browser.driver.execute_script("arguments[0].open = true", details)
    yield "review-doubts", pair
    with (folder / FILE).open("a") as file:
        file.write("\n# looked at again\n")
    browser.open(address)
    yield "review-stale", pair
    submit(browser, address, "#record form")
    browser.wait_text("#done", "bound")
    yield "review-renewed", pair
    browser.open(f"/review/form?file={FILE}&action=confirm&about=risk_acceptances%5B0%5D")
    yield "review-confirm", pair


def problems(program, folder):
    served = folder / "served"
    served.mkdir()
    server = Server(program, served)
    browser = Browser(server)
    try:
        for name, looks in pages(browser, served):
            yield from judge(browser, name, looks)
        yield from browser.noted(expected=(404, 409, 422))
        yield from places(browser)
        yield from judges_judge(browser)
        server.stop()
        yield from sign_in(program, folder, browser)
    finally:
        browser.quit()
        server.stop()


def places(browser):
    """The first question stands on the first screen of a phone; where there is room all groups stand beside it."""
    for width, is_beside in ((390, False), (1400, True)):
        browser.resize(width)
        browser.open(f"/project/questions?file={FILE}&group=human-control")
        top = browser.one("#questions > :first-child").rect["y"]
        if top > 600:
            yield f"at {width} the first question begins at {top}"
        if browser.one("#groups ol").is_displayed() != is_beside:
            yield f"at {width} the groups are {'folded' if is_beside else 'not folded'}"
        if browser.one("#groups summary").is_displayed() == is_beside:
            yield f"at {width} there is {'something' if is_beside else 'nothing'} to unfold the groups by"


def judges_judge(browser):
    """What would be wrong is found: a button without a name, a page that moves sideways, something of others."""
    browser.open("/")
    browser.driver.execute_script(
        """
        const wide = document.createElement("div");
        wide.className = "wide";
        wide.append(document.createElement("button"), "x".repeat(3000));
        wide.style.setProperty("white-space", "pre");
        wide.style.setProperty("overflow-wrap", "normal");
        document.querySelector("main").append(wide);
        fetch("http://elsewhere.invalid/").catch(() => {});
        """)
    found = " ".join(judge(browser, "spoilt", (BOTH[3],)))
    for sign in ("button-name", "moves sideways"):
        if sign not in found:
            yield f"nobody notices `{sign}`: {found}"
    browser.wait("what asks others is noticed", lambda: "Content Security Policy" in " ".join(browser.noted()))


def sign_in(program, folder, browser):
    token = folder / "token"
    token.write_text("correct-horse-battery-staple-0123456789\n")
    token.chmod(0o600)
    served = folder / "served"
    browser.server = server = Server(program, served, "--token-file", str(token))
    try:
        browser.open("/")
        if browser.all("table"):
            yield "projects are shown to whoever has not signed in"
        yield from judge(browser, "sign-in", (BOTH[0], BOTH[3]))
        yield from browser.noted(expected=(401, 403))
    finally:
        server.stop()
