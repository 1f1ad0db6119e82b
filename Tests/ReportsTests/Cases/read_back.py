"""Reads a report from standard input with a program of others, and prints what was read as a JSON list of entries.

An entry has `suite` (the project, the pack or the like that it stands under, where the format has one), `id`, `status`
(the format's own word) and `text`, and `file` and `line` where the format has places. What can't be read ends in an error.
"""

import csv
import io
import json
import sys
import tempfile


def sarif(text):
    from sarif import loader

    with tempfile.NamedTemporaryFile("w", suffix=".sarif", encoding="utf-8") as file:
        file.write(text)
        file.flush()
        read = loader.load_sarif_file(file.name)
        records = read.get_records()
    results = [result for run in read.runs for result in run.run_data["results"]]
    for record, result in zip(records, results, strict=True):
        # What the tool counts as suppressed it still lists.
        yield {
            "id": record["Code"], "status": record["Severity"], "text": record["Description"], "file": record["Location"],
            "line": record["Line"], "kind": result.get("kind", "fail"),
            "fingerprint": result["partialFingerprints"]["answerable/v1"],
            "suppressed": [each["justification"] for each in result.get("suppressions", [])],
        }


def junit(text):
    from junitparser import JUnitXml

    for suite in JUnitXml.fromstring(text.encode()):
        counts = {"failure": 0, "error": 0, "skipped": 0, "passed": 0}
        properties = {each.name: each.value for each in suite.properties()}
        for case in suite:
            [result] = case.result or [None]
            status = "passed" if result is None else type(result).__name__.lower()
            counts[status] += 1
            said = [] if result is None else [result.type or "", result.message or "", result.text or ""]
            yield {
                "suite": suite.name, "id": case.name, "status": status, "text": "\n".join(said),
                "marking": properties.get("marking", ""), "decision": properties.get("decision", ""),
            }
        found = [suite.tests, suite.failures, suite.errors, suite.skipped]
        assert found == [sum(counts.values()), counts["failure"], counts["error"], counts["skipped"]], suite.name


def tap(text, suite=""):
    from tap.parser import Parser

    lines, inner, name = [], [], ""
    for line in text.removesuffix("\n").split("\n"):
        if line.startswith("    ") and name:
            inner.append(line[4:])
            continue
        if name:
            yield from tap("\n".join(["TAP version 14"] + inner), name)
            inner, name = [], ""
        if line.startswith("# Subtest: "):
            name = line[len("# Subtest: "):]
        lines.append(line)
    planned, count = None, 0
    for line in Parser().parse_text("\n".join(lines)):
        if line.category == "plan":
            planned = line.expected_tests
        if line.category == "test":
            count += 1
            assert line.number == count, line
            status = "todo" if line.todo else "skip" if line.skip else "ok" if line.ok else "not ok"
            block = line.yaml_block or {}
            yield {
                "suite": suite, "id": line.description.removeprefix("- "), "status": status,
                "text": f"{line.directive.text} {json.dumps(block, ensure_ascii=False)}", "marking": block.get("marking", ""),
            }
        assert line.category != "unknown", "a line is no TAP"
    assert planned == count, (planned, count)


def comma_separated(text):
    assert text.count("\r\n") == text.count("\n"), "lines end in CR LF"
    for row in csv.DictReader(io.StringIO(text, newline=""), strict=True):
        assert None not in row and None not in row.values(), row
        yield {
            "suite": row["file"], "id": row["id"], "status": row["outcome"], "text": "\n".join(row.values()), "kind": row["kind"],
            "file": row["place_file"], "line": int(row["line"] or 0), "marking": row["marking"], "decision": row["decision"],
        }


def gitlab(text):
    for issue in json.loads(text):
        yield {
            "id": issue["check_name"], "status": issue["severity"], "text": issue["description"] + issue.get("content", {}).get("body", ""),
            "file": issue["location"]["path"], "line": issue["location"]["positions"]["begin"]["line"],
            "fingerprint": issue["fingerprint"],
        }


def github(text):
    """As the runner reads it (actions/runner, ActionCommand): properties and data are unescaped after they are cut."""
    for line in text.split("\n")[:-1]:
        assert line.startswith("::"), line
        head, data = line[2:].split("::", 1)
        command, words = head.split(" ", 1)
        properties = dict(word.split("=", 1) for word in words.split(","))
        assert set(properties) <= {"file", "line", "endLine", "col", "endColumn", "title"}, properties

        def plain(value):
            for code, sign in [("%0D", "\r"), ("%0A", "\n"), ("%3A", ":"), ("%2C", ","), ("%25", "%")]:
                value = value.replace(code, sign)
            return value

        yield {
            "id": plain(properties["title"]), "status": command, "text": plain(data), "file": plain(properties.get("file", "")),
            "line": int(properties.get("line", 0)),
        }


READERS = {"sarif": sarif, "junit": junit, "tap": tap, "csv": comma_separated, "gitlab": gitlab, "github": github}

report = sys.stdin.buffer.read().decode("utf-8")
json.dump(list(READERS[sys.argv[1]](report)), sys.stdout)
