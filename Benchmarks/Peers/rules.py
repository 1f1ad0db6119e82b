"""What every peer is given: the documents of a file, and as many rules as Answerable has.

Each rule is of the simplest kind: it is met where one answer, true or false, was given and is true. None of Answerable's rules
asks as little. The answers are those of the first document, in turn.
"""

import datetime
import itertools
import json
import sys

import yaml


def answers(value, path=()):
    """The paths of all answers that are true or false and are not in a list."""
    if isinstance(value, bool):
        yield path
    elif isinstance(value, dict):
        for key, inner in value.items():
            yield from answers(inner, path + (key,))


def plain(value):
    """The same in what JSON has."""
    if isinstance(value, dict):
        return {key: plain(inner) for key, inner in value.items()}
    if isinstance(value, list):
        return [plain(inner) for inner in value]
    if isinstance(value, (datetime.date, datetime.datetime)):
        return value.isoformat()
    return value


def run(prepare):
    """Usage: PEER.py FILE COUNT. `prepare` makes of the paths what says of a document how many rules it meets."""
    with open(sys.argv[1], "rb") as file:
        documents = (plain(document) for document in yaml.load_all(file, Loader=yaml.CSafeLoader) if document)
        first = next(documents)
        paths = list(itertools.islice(itertools.cycle(answers(first)), int(sys.argv[2])))
        met_by = prepare(paths)
        counts = [met_by(document) for document in itertools.chain([first], documents)]
    json.dump({"documents": len(counts), "met": sum(counts)}, sys.stdout)
