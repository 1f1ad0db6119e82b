"""Two windows, an editor, a server that ends: nothing that was saved is lost, and nothing is written over unseen."""

import os
import time

from keyboard import Keyboard
from served import Browser, Server, Wrong, picture

FILE = "turret.yaml"
TEXT = """\
answerable: project/1

project:
  name: Perisai turret
  kind: weapon
  lifecycle_stage: test

scope:
  applies_force: true

control:
  abort_latency_s: 1.8 # measured on 12 January
"""
GROUP = "human-control"
LATENCY = "control.abort_latency_s"
OTHER = "control.area_limit_km2"


# What the console tells of in a case that is about it.
EXPECTED = {
    "same_question": (409, "away"), "broken_file": (422,), "emptied": (422,), "unwritable": (500,), "killed": (403, "away"),
}


def field(name):
    return f"[id='q-{name}'] [name=value]"


class Window:
    """A tab of the browser."""

    def __init__(self, browser, path):
        self.browser = browser
        if browser.driver.current_url.startswith("http"):
            browser.driver.switch_to.new_window("tab")
        self.handle = browser.driver.current_window_handle
        browser.open(path)

    def show(self):
        self.browser.driver.switch_to.window(self.handle)
        return self.browser

    def type(self, name, text):
        """Types an answer in place of what is there, and leaves it unsaved."""
        browser = self.show()
        element = browser.one(field(name))
        element.click()
        keys = Keyboard(browser)
        keys.write(text)

    def save(self, name):
        browser = self.show()
        button = browser.one(f"[id='q-{name}'] .actions button")
        browser.driver.execute_script("arguments[0].scrollIntoView({block: 'center'})", button)
        button.click()


    def network(self, there):
        self.show().driver.execute_cdp_cmd("Network.emulateNetworkConditions", {
            "offline": not there, "latency": 0, "downloadThroughput": -1, "uploadThroughput": -1})


def text(folder):
    return (folder / FILE).read_text()


def put(folder, text):
    """As an editor saves: the file is never half there."""
    (folder / "editing").write_text(text)
    os.replace(folder / "editing", folder / FILE)


def problems(program, folder):
    put(folder, TEXT)
    server = Server(program, folder)
    browser = Browser(server)
    try:
        for case in (different_questions, same_question, editor, broken_file, emptied, unwritable, killed):
            put(folder, TEXT)
            try:
                yield from (f"{case.__name__}: {problem}" for problem in case(browser, server, folder) or ())
            except Wrong as wrong:
                picture(browser, f"wrong-{case.__name__}")
                yield f"{case.__name__}: {wrong}"
            yield from (f"{case.__name__}: {problem}" for problem in browser.noted(EXPECTED.get(case.__name__, ())))
            for handle in browser.driver.window_handles[1:]:
                browser.driver.switch_to.window(handle)
                browser.driver.close()
            browser.driver.switch_to.window(browser.driver.window_handles[0])
            browser.driver.get("about:blank")
    finally:
        browser.quit()
        server.stop()


def questions(file=FILE):
    return f"/project/questions?file={file}&group={GROUP}"


def different_questions(browser, server, folder):
    one, two = Window(browser, questions()), Window(browser, questions())
    one.type(LATENCY, "0.4")
    one.save(LATENCY)
    browser.wait("the first is saved", lambda: "abort_latency_s: 0.4 # measured on 12 January" in text(folder))
    two.type(OTHER, "20")
    two.save(OTHER)
    browser.wait("the second is saved", lambda: "area_limit_km2: 20" in text(folder))
    if "abort_latency_s: 0.4 # measured on 12 January" not in text(folder):
        yield f"the answer of the first window is gone: {text(folder)}"


def same_question(browser, server, folder):
    one, two = Window(browser, questions()), Window(browser, questions())
    # What is typed without a network waits: until then the first window saves.
    two.network(False)
    two.type(LATENCY, "0.7")
    two.save(LATENCY)
    browser.wait("the second can't save", lambda: browser.all(".trouble"))
    one.type(LATENCY, "0.4")
    one.save(LATENCY)
    browser.wait("the first is saved", lambda: "abort_latency_s: 0.4 #" in text(folder))
    two.network(True)
    browser.wait("the conflict is shown", lambda: browser.all(f"[id='{LATENCY}'] .conflict"))
    shown = browser.text(f"[id='{LATENCY}']")
    for answer in ("0.4", "0.7"):
        if answer not in shown:
            yield f"the conflict does not show {answer}: {shown}"
    if browser.one(field(LATENCY)).get_attribute("value") != "0.7":
        yield "what was typed in the second window is gone"
    if "abort_latency_s: 0.4 #" not in text(folder):
        yield f"the first answer was written over: {text(folder)}"
    picture(browser, "conflict")
    two.save(LATENCY)
    browser.wait("who insists is heard", lambda: "abort_latency_s: 0.7 #" in text(folder))


def editor(browser, server, folder):
    window = Window(browser, questions())
    window.type(OTHER, "20")
    changed = TEXT.replace("1.8 # measured on 12 January", "0.3 # measured again") + "  max_active_minutes: 30\n"
    put(folder, changed)
    window.save(OTHER)
    browser.wait("it is saved beside what the editor wrote", lambda: "area_limit_km2: 20" in text(folder))
    for line in ("abort_latency_s: 0.3 # measured again", "max_active_minutes: 30"):
        if line not in text(folder):
            yield f"what the editor wrote is gone: {text(folder)}"
    browser.wait(
        "the page has what the editor wrote",
        lambda: browser.one(field(LATENCY)).get_attribute("value") == "0.3")


def broken_file(browser, server, folder):
    window = Window(browser, questions())
    window.type(LATENCY, "0.6")
    broken = TEXT.replace("scope:\n", "scope: [\n")
    put(folder, broken)
    window.save(LATENCY)
    browser.wait_text("main", f"{FILE}:")
    if browser.one(field(LATENCY)).get_attribute("value") != "0.6":
        yield "what was typed is gone"
    if text(folder) != broken:
        yield "a file that can't be read was written to"
    picture(browser, "broken-file")
    put(folder, TEXT)
    window.save(LATENCY)
    browser.wait("it is saved once the file is mended", lambda: "abort_latency_s: 0.6 #" in text(folder))


def emptied(browser, server, folder):
    window = Window(browser, questions())
    put(folder, TEXT + "\n : [\n")
    window.type(LATENCY, "0.6")
    window.save(LATENCY)
    browser.wait_text("#status", "not saved")
    put(folder, "")
    window.save(LATENCY)
    # The page looks for changes by itself too.
    browser.wait_text("#status", "is empty")
    time.sleep(5)
    if browser.one(field(LATENCY)).get_attribute("value") != "0.6":
        yield "what was typed is gone"
    put(folder, TEXT)
    window.save(LATENCY)
    browser.wait("it is saved once the file is mended", lambda: "abort_latency_s: 0.6 #" in text(folder))


def unwritable(browser, server, folder):
    # Its name leaves no room for the one that a file has while it is written.
    file = "p" * 250 + ".yaml"
    (folder / file).write_text(TEXT)
    window = Window(browser, questions(file))
    window.type(LATENCY, "0.6")
    window.save(LATENCY)
    browser.wait_text("#status", "not saved: can't write")
    browser.wait_text(f"[id='{LATENCY}-message']", "can't write")
    if browser.one(field(LATENCY)).get_attribute("value") != "0.6":
        yield "what was typed is gone"
    (folder / file).unlink()


def killed(browser, server, folder):
    window = Window(browser, questions())
    window.type(LATENCY, "0.4")
    window.save(LATENCY)
    browser.wait("it is saved", lambda: "abort_latency_s: 0.4 #" in text(folder))
    browser.driver.refresh()
    if browser.one(field(LATENCY)).get_attribute("value") != "0.4":
        yield "a page that is loaded again has lost what was saved"
    server.kill()
    window.type(OTHER, "25")
    window.save(OTHER)
    browser.wait("the page says that the server is away", lambda: browser.all(".trouble"))
    picture(browser, "server-away")
    if browser.one(field(OTHER)).get_attribute("value") != "25":
        yield "what was typed while the server was away is gone"
    if "abort_latency_s: 0.4 #" not in text(folder):
        yield "what was saved before is gone"
    server.start()
    browser.wait("what was typed is sent to the server that is back", lambda: "area_limit_km2: 25" in text(folder))
    browser.wait("the page says so", lambda: not browser.all(".trouble"))
    browser.driver.refresh()
    for name, answer in ((LATENCY, "0.4"), (OTHER, "25")):
        if browser.one(field(name)).get_attribute("value") != answer:
            yield f"{name} is not {answer} any more"
