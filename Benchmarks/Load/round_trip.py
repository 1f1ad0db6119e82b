"""Times one visitor who answers a question of a page, as the page's script does: saved, assessed, and the page again.

    python3 Benchmarks/Load/round_trip.py .build-static/release/answerable [--answers 200]

Prints a row for the table in Sources/answerable/answerable.docc/Performance.md; fails where an answer is not saved.
"""

import argparse
import http.client
import pathlib
import re
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
import urllib.parse

EXAMPLE = pathlib.Path(__file__).resolve().parents[2] / "Examples" / "counter-drone-turret.yaml"
QUESTION = "control.abort_latency_s"
PAGE = "/project/questions?file=project.yaml&group=human-control"


class Visitor:
    def __init__(self, port):
        self.connection = http.client.HTTPConnection("127.0.0.1", port)
        self.headers = {"Origin": f"http://127.0.0.1:{port}", "X-Requested-With": "answerable"}

    def ask(self, method, path, body=None):
        """The text of an answer, and the milliseconds that it took."""
        kind = {"Content-Type": "application/x-www-form-urlencoded"} if body else {}
        start = time.perf_counter()
        self.connection.request(method, path, body, {**self.headers, **kind})
        response = self.connection.getresponse()
        text = response.read().decode()
        took = 1000 * (time.perf_counter() - start)
        if response.status != 200:
            sys.exit(f"{method} {path} was answered with {response.status}")
        if cookie := response.getheader("Set-Cookie"):
            self.headers["Cookie"] = cookie.split(";")[0]
        return text, took


def fields(page):
    form = re.search(f'<form id="q-{re.escape(QUESTION)}".*?</form>', page, re.S).group()
    return dict(re.findall(r'name="(token|file|question|version)" value="([^"]*)"', form))


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("program", help="the program, of a release build")
    parser.add_argument("--answers", type=int, default=200)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        project = pathlib.Path(folder) / "project.yaml"
        shutil.copy(EXAMPLE, project)
        command = [options.program, "serve", folder, "--port", "0", "--date", "2026-03-01"]
        with subprocess.Popen(command, stderr=subprocess.PIPE, text=True) as server:
            try:
                visitor = Visitor(urllib.parse.urlsplit(server.stderr.readline().split()[-1]).port)
                page, _ = visitor.ask("GET", PAGE)
                looks = [visitor.ask("GET", PAGE)[1] for _ in range(options.answers)]
                answers = []
                for number in range(options.answers):
                    value = f"1.{number % 9 + 1}"
                    body = urllib.parse.urlencode({**fields(page), "value": value})
                    page, took = visitor.ask("POST", "/project/answer", body)
                    answers.append(took)
                    if f"abort_latency_s: {value}" not in project.read_text():
                        sys.exit(f"{value} is not saved")
            finally:
                server.terminate()
    print("| what | median ms | p95 ms | kB |\n| --- | ---: | ---: | ---: |")
    for name, times in (("the page", looks), ("an answer", answers)):
        p95 = sorted(times)[int(0.95 * len(times))]
        print(f"| {name} | {statistics.median(times):.1f} | {p95:.1f} | {len(page.encode()) / 1000:.0f} |")


if __name__ == "__main__":
    main()
