"""CEL in Python, by cel-python: an expression for each rule."""

import celpy
import rules


def expression(path):
    steps = [".".join(("d",) + path[:depth]) for depth in range(1, len(path) + 1)]
    return " && ".join([f"has({step})" for step in steps] + [steps[-1] + " == true"])


def prepare(paths):
    environment = celpy.Environment()
    programs = [environment.program(environment.compile(expression(path))) for path in paths]

    def met_by(document):
        activation = {"d": celpy.json_to_cel(document)}
        return sum(bool(program.evaluate(activation)) for program in programs)

    return met_by


rules.run(prepare)
