"""The program's server over a folder, and a browser that looks at it. Everything else stands on these two."""

import base64
import importlib.util
import json
import os
import pathlib
import re
import shutil
import signal
import subprocess
import tempfile
import time

from selenium import webdriver
from selenium.common.exceptions import WebDriverException
from selenium.webdriver.chrome.options import Options
from selenium.webdriver.chrome.service import Service

DATE = "2026-03-01"
PATIENCE = 20 * int(os.environ.get("ANSWERABLE_SLOWNESS", "1"))


class Wrong(Exception):
    """Something is not as it should be."""


class Server:
    """The real program. It can be killed and started again at the same port."""

    def __init__(self, program, folder, *options):
        self.program, self.folder, self.options, self.port = program, folder, options, 0
        self.start()

    def start(self):
        command = [self.program, "serve", str(self.folder), "--port", str(self.port), "--date", DATE, *self.options]
        self.process = subprocess.Popen(command, stderr=subprocess.PIPE, text=True)
        line = self.process.stderr.readline()
        found = re.search(r"http://127\.0\.0\.1:(\d+)/", line)
        if not found:
            raise Wrong(f"the server did not start: {line}{self.process.stderr.read()}")
        self.port = int(found[1])
        self.origin = f"http://127.0.0.1:{self.port}"

    def kill(self):
        self.process.send_signal(signal.SIGKILL)
        self.process.wait()

    def stop(self):
        if self.process.poll() is None:
            self.process.terminate()
            self.process.wait(timeout=PATIENCE)


class Browser:
    """Chromium with a profile of its own, and what it noted of the pages."""

    def __init__(self, server, script=True, width=1400):
        self.server = server
        self.profile = tempfile.mkdtemp(prefix="answerable-profile-")
        options = Options()
        options.binary_location = "/usr/bin/chromium"
        for argument in ("--headless=new", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage",
                         f"--user-data-dir={self.profile}", f"--window-size={width},900"):
            options.add_argument(argument)
        if not script:
            options.add_experimental_option("prefs", {"profile.managed_default_content_settings.javascript": 2})
        options.unhandled_prompt_behavior = "accept"
        options.set_capability("goog:loggingPrefs", {"browser": "ALL", "performance": "ALL"})
        self.driver = webdriver.Chrome(service=Service("/usr/bin/chromedriver"), options=options)
        self.driver.set_page_load_timeout(PATIENCE)

    def quit(self):
        self.driver.quit()
        shutil.rmtree(self.profile, ignore_errors=True)

    # What is on the page.

    def resize(self, width):
        self.driver.execute_cdp_cmd(
            "Emulation.setDeviceMetricsOverride",
            {"width": width, "height": 900, "deviceScaleFactor": 1, "mobile": False})

    def open(self, path):
        self.driver.get(self.server.origin + path)

    def all(self, selector):
        return self.driver.find_elements("css selector", selector)

    def one(self, selector):
        found = self.all(selector)
        if not found:
            raise Wrong(f"{self.driver.current_url} has no {selector}")
        return found[0]

    def text(self, selector="main"):
        return self.one(selector).text

    def wait(self, what, condition):
        """Until the condition holds; a page that is exchanged meanwhile is looked at again."""
        end, last = time.monotonic() + PATIENCE, ""
        while True:
            try:
                if found := condition():
                    return found
            except (WebDriverException, Wrong) as problem:
                last = problem
            if time.monotonic() > end:
                raise Wrong(f"{self.driver.current_url}: waited in vain until {what} {last}")
            time.sleep(0.03)

    def going(self, act):
        """Does what leads to another page, until that is there."""
        old = self.one("html").id
        act()
        self.wait("another page is there", lambda: self.one("html").id != old and self.driver.execute_script(
            "return document.readyState") == "complete")

    def wait_text(self, selector, text):
        self.wait(f"{selector} says `{text}`", lambda: text in self.text(selector))

    def requires(self, condition, what):
        if not condition:
            raise Wrong(f"{self.driver.current_url}: {what}")

    # What it noted.

    def noted(self, expected=()):
        """Errors on the console but for responses that are expected, and requests to other origins."""
        problems = []
        for entry in self.driver.get_log("browser"):
            status = re.search(r"server responded with a status of (\d+)", entry["message"])
            if status and int(status[1]) in expected:
                continue
            if "away" in expected and re.search("ERR_CONNECTION_REFUSED|ERR_INTERNET_DISCONNECTED", entry["message"]):
                continue
            # Who has clicked nothing is not asked whether to leave; the judges leave without a click.
            if "Blocked attempt to show a 'beforeunload'" in entry["message"]:
                continue
            if entry["level"] in ("SEVERE", "WARNING") or "Content Security Policy" in entry["message"]:
                problems.append(f"console: {entry['message'][:300]}")
        for entry in self.driver.get_log("performance"):
            message = json.loads(entry["message"])["message"]
            if message["method"] != "Network.requestWillBeSent":
                continue
            address = message["params"]["request"]["url"]
            own = address.startswith(self.server.origin + "/") or address.startswith(("data:", "about:", "chrome"))
            if not own:
                problems.append(f"request to elsewhere: {address}")
        return problems


def axe_source():
    package = importlib.util.find_spec("axe_playwright_python").origin
    return (pathlib.Path(package).parent / "axe.min.js").read_text()


AXE = None


def judge(browser, name, looks=(("light", 1400), ("dark", 390))):
    """What axe-core finds on the page that is shown, and whether the page moves sideways on a phone."""
    global AXE
    AXE = AXE or axe_source()
    driver = browser.driver
    for scheme, width in looks:
        driver.execute_cdp_cmd(
            "Emulation.setEmulatedMedia", {"features": [{"name": "prefers-color-scheme", "value": scheme}]})
        browser.resize(width)
        if not driver.execute_script("return typeof axe === 'object'"):
            driver.execute_script(AXE)
        found = driver.execute_async_script(
            "axe.run(document, {resultTypes: ['violations']}).then(arguments[0], e => arguments[0]({error: String(e)}))")
        if not found.get("passes"):
            yield f"{name}: axe-core judged nothing: {found.get('error')}"
        for violation in found.get("violations", []):
            for node in violation["nodes"][:3]:
                yield f"{name}, {scheme}, {width}: {violation['id']} {node['html'][:200]}"
        overflow = driver.execute_script(
            "return document.documentElement.scrollWidth - document.documentElement.clientWidth")
        if overflow > 0:
            yield f"{name}, {width}: the page moves sideways by {overflow} pixels"
        picture(browser, f"{name}-{scheme}-{width}")


def picture(browser, name):
    """A picture of the whole page, for people, where ANSWERABLE_SCREENSHOTS names a folder."""
    folder = os.environ.get("ANSWERABLE_SCREENSHOTS")
    if not folder:
        return
    pathlib.Path(folder).mkdir(parents=True, exist_ok=True)
    try:
        shot = browser.driver.execute_cdp_cmd("Page.captureScreenshot", {"captureBeyondViewport": True})
    except WebDriverException:
        shot = browser.driver.execute_cdp_cmd("Page.captureScreenshot", {})
    (pathlib.Path(folder) / f"{name}.png").write_bytes(base64.b64decode(shot["data"]))
