"""Lets compliance-trestle, which shares no code with us, read, import and validate OSCAL assessment results.

Standard input holds a JSON list of paths. Standard output gets a JSON list with, for each, what is wrong; empty where
nothing is. Each document goes through trestle's models, is written anew and read again, and is then imported into a
workspace and held against all validators, as its users do with `trestle import` and `trestle validate`.
"""

import contextlib
import io
import json
import os
import pathlib
import sys
import tempfile
import unittest.mock

from trestle.cli import run
from trestle.oscal.assessment_results import AssessmentResults


def command(*words):
    said = io.StringIO()
    with contextlib.redirect_stdout(said), contextlib.redirect_stderr(said):
        with unittest.mock.patch.object(sys, "argv", ["trestle", *words]):
            try:
                run()
                code = 0
            except SystemExit as end:
                code = end.code or 0
    return [] if code == 0 else [f"trestle {words[0]}: {said.getvalue()[-1000:]}"]


def faults(path, number):
    try:
        read = AssessmentResults.oscal_read(pathlib.Path(path))
        written = pathlib.Path(f"written-{number}.json").resolve()
        read.oscal_write(written)
    except Exception as problem:
        return [f"no assessment results: {problem}"[:1000]]
    wrapped = json.loads(written.read_text())["assessment-results"]
    with open(path, encoding="utf-8") as file:
        ours = json.load(file)["assessment-results"]
    lost = [key for key in ours if key != "metadata" and count(ours[key]) != count(wrapped.get(key))]
    name = f"document-{number}"
    return (
        [f"{key} is read as something else" for key in lost]
        + command("import", "-f", str(pathlib.Path(path).resolve()), "-o", name)
        + command("validate", "-t", "assessment-results", "-n", name)
    )


def count(value):
    """How many values there are, at any depth."""
    if isinstance(value, dict):
        return sum(count(part) for part in value.values())
    return sum(count(part) for part in value) if isinstance(value, list) else 1


def main():
    paths = json.load(sys.stdin)
    with tempfile.TemporaryDirectory() as folder:
        os.chdir(folder)
        answers = [command("init")]
        answers = [answers[0] + faults(path, number) for number, path in enumerate(paths)]
        os.chdir("/")
    json.dump(answers, sys.stdout)


main()
