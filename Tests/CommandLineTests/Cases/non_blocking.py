"""Runs a program whose standard input and output are pipes that do not wait.

The arguments are a file and the command. The file is handed to standard input in pieces, after a while each; what the program
writes is read only once it has filled the pipe. Prints it; exits as the program does.
"""

import os
import subprocess
import sys
import threading
import time

source, sink = os.pipe()
output, written = os.pipe()
for end in (source, written):
    os.set_blocking(end, False)
program = subprocess.Popen(sys.argv[2:], stdin=source, stdout=written)
os.close(source)
os.close(written)


def hand_over():
    data = open(sys.argv[1], "rb").read()
    for start in range(0, len(data), 4096):
        time.sleep(0.1)
        os.write(sink, data[start : start + 4096])
    os.close(sink)


threading.Thread(target=hand_over).start()
time.sleep(2)
while piece := os.read(output, 65536):
    os.write(1, piece)
sys.exit(program.wait())
