"""Asks a server for many things at once, as people, programs and nuisances would, and says how it bears it.

    python3 Benchmarks/Load/load.py .build-static/release/answerable [--seconds 60] [--connections 200] [--nuisances 10]

The server is started over a copy of Examples/, and is asked for pages, assets, assessments, saved answers and /health by as many
as there are connections: each asks again as soon as it has its answer. One in ten is a nuisance: it sends a byte a second, or bodies
that are too large. Times are those of the others. Prints a row for the table in Sources/answerable/answerable.docc/Performance.md;
fails where an answer is wrong or does not come.
"""

import argparse
import asyncio
import collections
import json
import os
import pathlib
import random
import re
import shutil
import signal
import sys
import tempfile
import time

DATE = "2026-03-01"
EXAMPLES = pathlib.Path(__file__).resolve().parents[2] / "Examples"
# Seconds to wait for an answer.
PATIENCE = 30
# Projects that the visitors answer questions of.
PROJECTS = 16


class Wrong(Exception):
    """An answer that is none, or is not the one that is due."""


class Tally:
    def __init__(self):
        self.times = collections.defaultdict(list)
        self.errors = collections.Counter()
        self.slow = collections.Counter()
        self.oversized = collections.Counter()


async def ask(streams, method, path, host, headers=(), body=b""):
    """The status, the headers and the body of an answer on a connection that stays open."""
    reader, writer = streams
    head = [f"{method} {path} HTTP/1.1", f"Host: {host}", *headers]
    if body:
        head.append(f"Content-Length: {len(body)}")
    writer.write("\r\n".join([*head, "", ""]).encode() + body)
    await writer.drain()
    text = (await reader.readuntil(b"\r\n\r\n")).decode()
    fields = {
        name.lower(): value.strip() for name, _, value in (line.partition(":") for line in text.split("\r\n")[1:])
    }
    return int(text.split()[1]), fields, await reader.readexactly(int(fields.get("content-length", 0)))


def requests(number, project):
    """What a connection asks for, over and over: (name, share, method, path, headers, body, status)."""
    own = f"own-{number % PROJECTS}.yaml"
    answer = {"answer": f"Lookout {random.randrange(10**9)}"}
    return [
        ("page of questions", 3, "GET", "/project/questions?file=" + own, (), b"", 200),
        ("overview", 2, "GET", "/project?file=" + own, (), b"", 200),
        ("list of projects", 1, "GET", "/", (), b"", 200),
        ("asset", 6, "GET", "/assets/app.css", (), b"", 200),
        ("assess", 3, "POST", "/api/v1/assessments", ("Content-Type: application/yaml",), project, 200),
        (
            "answer saved", 3, "PUT", "/api/v1/projects/answers/project.name?file=" + own,
            ("If-Match: *", "Content-Type: application/json"), json.dumps(answer).encode(), 200,
        ),
        ("health", 2, "GET", "/health", (), b"", 200),
    ]


async def visitor(number, port, end, tally, project):
    host, streams = f"127.0.0.1:{port}", None
    while time.monotonic() < end:
        all_requests = requests(number, project)
        name, _, method, path, headers, body, due = random.choices(all_requests, [each[1] for each in all_requests])[0]
        began = time.monotonic()
        try:
            async with asyncio.timeout(PATIENCE):
                streams = streams or await asyncio.open_connection("127.0.0.1", port)
                status, fields, _ = await ask(streams, method, path, host, headers, body)
            if status != due:
                raise Wrong(f"{status}")
            tally.times[name].append(time.monotonic() - began)
            if fields.get("connection") == "close":
                streams[1].close()
                streams = None
        except (Wrong, OSError, asyncio.IncompleteReadError, TimeoutError) as wrong:
            tally.errors[f"{name}: {type(wrong).__name__} {wrong}"] += 1
            if streams:
                streams[1].close()
            streams = None


async def dawdler(port, end, tally):
    """Sends the head or the body of a request byte by byte; the server has to end the connection."""
    host = f"Host: 127.0.0.1:{port}\r\n"
    head = f"GET /health HTTP/1.1\r\n{host}X-Slow: ".encode()
    whole = f"POST /api/v1/assessments HTTP/1.1\r\n{host}Content-Type: application/yaml\r\nContent-Length: 1000\r\n\r\n"
    while time.monotonic() < end:
        reader, writer = await asyncio.open_connection("127.0.0.1", port)
        is_head = random.random() < 0.5
        fate = "a head, still there at the end" if is_head else "a body, still there at the end"
        if not is_head:
            writer.write(whole.encode())
        for byte in (head + b"x" * 1000) if is_head else b"#" * 1000:
            try:
                writer.write(bytes([byte]))
                await asyncio.wait_for(reader.read(1), 1)
            except TimeoutError:
                if time.monotonic() < end:
                    continue
                break
            except OSError:
                pass
            fate = fate.replace("still there at the end", "ended by the server")
            break
        tally.slow[fate] += 1
        writer.close()


async def glutton(port, end, tally):
    """Sends more than is read, with its size said or unsaid."""
    chunk = b"# " + b"x" * 65_533 + b"\n"
    while time.monotonic() < end:
        is_said = random.random() < 0.5
        size = "Content-Length: 99999999" if is_said else "Transfer-Encoding: chunked"
        reader, writer = await asyncio.open_connection("127.0.0.1", port)
        head = ["POST /api/v1/assessments HTTP/1.1", f"Host: 127.0.0.1:{port}", "Content-Type: application/yaml", size]
        answer = asyncio.create_task(reader.readline())
        try:
            async with asyncio.timeout(PATIENCE):
                writer.write("\r\n".join([*head, "", ""]).encode())
                while not answer.done():
                    writer.write(chunk if is_said else b"%x\r\n%s\r\n" % (len(chunk), chunk))
                    await writer.drain()
                    await asyncio.sleep(0)
                fate = (await answer).decode().split()[1]
        except (OSError, IndexError):
            # Who goes on sending may find the connection ended before the answer was read.
            fate = "ended by the server"
        except TimeoutError:
            fate = "no answer"
            tally.errors["too large: no answer"] += 1
        answer.cancel()
        tally.oversized[fate] += 1
        writer.close()
        await asyncio.sleep(0.2)


def memory(pid):
    """Resident memory in MB, as the kernel has it."""
    text = pathlib.Path(f"/proc/{pid}/status").read_text()
    return int(re.search(r"VmRSS:\s+(\d+)", text)[1]) / 1024


def processor_time(pid):
    """Seconds of processor time so far."""
    fields = pathlib.Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def percentile(values, share):
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, int(len(ordered) * share))] * 1000 if ordered else float("nan")


async def run(options):
    folder = pathlib.Path(tempfile.mkdtemp(prefix="answerable-load-"))
    try:
        shutil.copytree(EXAMPLES, folder / "projects")
        project = (EXAMPLES / "counter-drone-turret.yaml").read_bytes()
        for number in range(PROJECTS):
            (folder / "projects" / f"own-{number}.yaml").write_bytes(project)
        server = await asyncio.create_subprocess_exec(
            options.program, "serve", str(folder / "projects"), "--port", "0", "--date", DATE,
            stderr=asyncio.subprocess.PIPE,
        )
        try:
            return await measure(options, server, project)
        finally:
            if server.returncode is None:
                server.send_signal(signal.SIGTERM)
                await server.wait()
    finally:
        shutil.rmtree(folder)


async def measure(options, server, project):
    line = (await server.stderr.readline()).decode()
    port = int(re.search(r":(\d+)/", line)[1])
    tally, before, spent = Tally(), memory(server.pid), processor_time(server.pid)
    end = time.monotonic() + options.seconds
    tasks = [asyncio.create_task(dawdler(port, end, tally)) for _ in range(options.nuisances)]
    tasks += [asyncio.create_task(glutton(port, end, tally)) for _ in range(options.nuisances)]
    visitors = options.connections - 2 * options.nuisances
    tasks += [asyncio.create_task(visitor(number, port, end, tally, project)) for number in range(visitors)]
    await asyncio.sleep(min(10, options.seconds))
    early = memory(server.pid)
    await asyncio.gather(*tasks)
    if server.returncode is not None:
        raise Wrong("the server ended")
    report(options, tally, (before, early, memory(server.pid)), processor_time(server.pid) - spent)
    return 1 if tally.errors else 0


def report(options, tally, sizes, spent):
    for name, times in sorted(tally.times.items()):
        print(f"{name:18} {len(times):6}  p50 {percentile(times, 0.5):7.1f} ms  p99 {percentile(times, 0.99):7.1f} ms")
    print(f"a byte a second: {dict(tally.slow)}")
    print(f"too large: {dict(tally.oversized)}")
    for error, count in tally.errors.most_common():
        print(f"ERROR {count:5}  {error}")
    times = [each for one in tally.times.values() for each in one]
    cells = [
        options.connections, 2 * options.nuisances, f"{len(times) / options.seconds:.0f}", sum(tally.errors.values()),
        f"{percentile(times, 0.5):.0f}", f"{percentile(times, 0.99):.0f}", f"{spent / max(1, len(times)) * 1000:.1f}",
        *(f"{size:.0f}" for size in sizes),
    ]
    print(
        "| connections | nuisances among them | requests a second | errors | p50 ms | p99 ms | CPU ms a request | MB at the start "
        "| after 10 s | at the end |"
    )
    print("|" + " ---: |" * len(cells))
    print("| " + " | ".join(map(str, cells)) + " |")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("program", help="the program, of a release build")
    parser.add_argument("--seconds", type=int, default=60)
    parser.add_argument("--connections", type=int, default=200)
    parser.add_argument("--nuisances", type=int, default=10, help="how many of each of the two kinds")
    sys.exit(asyncio.run(run(parser.parse_args())))


if __name__ == "__main__":
    main()
