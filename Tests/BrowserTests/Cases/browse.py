"""Looks at the web application in a browser, and prints what is wrong, a line each.

Arguments: the name of a module beside this one, the program, and an empty folder to serve.
"""

import importlib
import pathlib
import sys

from served import Wrong

name, program, folder = sys.argv[1:]
try:
    for problem in importlib.import_module(name).problems(program, pathlib.Path(folder)):
        print(problem)
except Wrong as wrong:
    print(wrong)
