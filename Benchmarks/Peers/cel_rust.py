"""CEL in Rust, by common-expression-language: an expression for each rule."""

import cel
import rules


def expression(path):
    steps = [".".join(("d",) + path[:depth]) for depth in range(1, len(path) + 1)]
    return " && ".join([f"has({step})" for step in steps] + [steps[-1] + " == true"])


def prepare(paths):
    programs = [cel.compile(expression(path)) for path in paths]

    def met_by(document):
        context = cel.Context({"d": document})
        return sum(program.execute(context) is True for program in programs)

    return met_by


rules.run(prepare)
