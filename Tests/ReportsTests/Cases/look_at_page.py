"""Opens an HTML page from standard input in a browser, and prints what is wrong with it, a line each.

axe-core judges it in light and in dark, on a wide and on a narrow screen; then it is printed as a PDF, where the
marking, which is the only argument, has to stand at the top and at the foot of every page.
"""

import base64
import importlib.util
import pathlib
import subprocess
import sys
import tempfile

from selenium import webdriver
from selenium.webdriver.chrome.options import Options
from selenium.webdriver.chrome.service import Service


def axe():
    package = importlib.util.find_spec("axe_playwright_python").origin
    return (pathlib.Path(package).parent / "axe.min.js").read_text()


def browser():
    options = Options()
    options.binary_location = "/usr/bin/chromium"
    for argument in ("--headless=new", "--no-sandbox", "--disable-gpu"):
        options.add_argument(argument)
    driver = webdriver.Chrome(service=Service("/usr/bin/chromedriver"), options=options)
    # On a machine with much else to do axe-core takes longer than the half minute that it is given unasked.
    driver.set_script_timeout(300)
    return driver


def problems(page, marking, folder):
    file = folder / "page.html"
    file.write_bytes(page)
    driver = browser()
    try:
        for width in (1400, 400):
            driver.set_window_size(width, 900)
            for scheme in ("light", "dark"):
                features = [{"name": "prefers-color-scheme", "value": scheme}]
                driver.execute_cdp_cmd("Emulation.setEmulatedMedia", {"features": features})
                driver.get(file.as_uri())
                driver.execute_script(axe())
                found = driver.execute_async_script("axe.run().then(arguments[0])")
                if not found["passes"]:
                    yield "axe-core judged nothing"
                for violation in found["violations"]:
                    yield f"{scheme}, {width}: {violation['id']} {violation['nodes'][0]['html'][:200]}"
        printed = driver.execute_cdp_cmd("Page.printToPDF", {"preferCSSPageSize": True})
        (folder / "page.pdf").write_bytes(base64.b64decode(printed["data"]))
    finally:
        driver.quit()
    text = subprocess.run(
        ["pdftotext", "-layout", folder / "page.pdf", "-"], check=True, capture_output=True, text=True).stdout
    pages = text.split("\f")[:-1]
    if len(pages) < 2:
        yield f"the PDF has {len(pages)} pages"
    for number, page in enumerate(pages, 1):
        lines = [line.strip() for line in page.splitlines() if line.strip()]
        if marking not in lines[0] or not any(marking in line for line in lines[-2:]):
            yield f"page {number} of the PDF lacks the marking: {lines[0]} … {lines[-1]}"


with tempfile.TemporaryDirectory() as scratch:
    for problem in problems(sys.stdin.buffer.read(), sys.argv[1], pathlib.Path(scratch)):
        print(problem)
