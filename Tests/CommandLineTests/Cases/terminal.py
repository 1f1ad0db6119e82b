"""Runs a program at a terminal of its own, and types for it.

The arguments are a file of steps in JSON and the command. A step is {"see": text, "type": text}: once the text is on the
screen the other is typed; "run" is a line of shell that is run before, "end" closes the input, behind what is typed, "interrupt" is Ctrl-C, "kill" ends
the program at once.
Prints the screen; exits as the program does, 128 and the signal's number where one ended it, 124 where it waits in vain.
"""

import json
import os
import pty
import select
import signal
import subprocess
import sys
import time

steps = json.load(open(sys.argv[1]))
child, terminal = pty.fork()
if child == 0:
    # Whoever runs the tests may have had interruptions ignored or held back, which a program inherits.
    signal.signal(signal.SIGINT, signal.SIG_DFL)
    signal.pthread_sigmask(signal.SIG_SETMASK, [])
    os.execvp(sys.argv[2], sys.argv[2:])

screen, seen = "", 0
patience = time.monotonic() + 50 * int(os.environ.get("ANSWERABLE_SLOWNESS", "1"))


def read():
    """Whether more came on the screen; False at its end."""
    global screen
    if not select.select([terminal], [], [], max(0, patience - time.monotonic()))[0]:
        print(screen)
        os.kill(child, 9)
        sys.exit(124)
    try:
        data = os.read(terminal, 65536)
    except OSError:
        return False
    screen += data.decode("utf-8", "replace")
    return bool(data)


for step in steps:
    while step["see"] not in screen[seen:]:
        if not read():
            break
    seen = max(seen, screen.find(step["see"], seen) + len(step["see"]))
    if "run" in step:
        subprocess.run(step["run"], shell=True, check=True)
    if step.get("kill"):
        os.kill(child, signal.SIGKILL)
        break
    if step.get("end"):
        # The first Ctrl-D behind a text hands over the text, the second one is the end.
        half = step.get("type", "").encode()
        keys = half + b"\x04\x04" if half else b"\x04"
    else:
        keys = b"\x03" if step.get("interrupt") else step["type"].encode() + b"\n"
    try:
        os.write(terminal, keys)
    except OSError:
        break
while read():
    pass
status = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
print(screen.replace("\r\n", "\n"))
sys.exit(status if status >= 0 else 128 - status)
