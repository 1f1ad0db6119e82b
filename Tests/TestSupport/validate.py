"""Validates documents against JSON Schemas with Python's jsonschema, which shares no code with us.

Standard input holds a JSON list of jobs, {"schema": path, "document": path}; a document may be YAML (of several
documents), JSON or lines of JSON. Standard output gets a JSON list with, for each job, the list of what is wrong; empty
where nothing is. {"schema": path} alone checks the schema itself, as every job does.
"""

import json
import re
import sys

import yaml
from jsonschema import Draft202012Validator
from jsonschema.validators import validator_for


# The parser in Python takes `Why?,` in a flow mapping for an error, the one in C does not.
class CoreLoader(getattr(yaml, "CSafeLoader", yaml.SafeLoader)):
    """YAML 1.2's core schema: dates stay texts, and `yes` and `on` are no booleans."""

    yaml_implicit_resolvers = {}


def resolve(tag, expression, first):
    CoreLoader.add_implicit_resolver(f"tag:yaml.org,2002:{tag}", re.compile(f"^(?:{expression})$"), list(first))


resolve("null", "~|null|Null|NULL|", ["~", "n", "N", ""])
resolve("bool", "true|True|TRUE|false|False|FALSE", "tTfF")
resolve("int", "[-+]?[0-9]+|0o[0-7]+|0x[0-9a-fA-F]+", "-+0123456789")
resolve("float", r"[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?|[-+]?\.(?:inf|Inf|INF)|\.(?:nan|NaN|NAN)", "-+.0123456789")


def integer(loader, node):
    text = loader.construct_scalar(node)
    return int(text, 0 if text.startswith(("0o", "0x")) else 10)


CoreLoader.add_constructor("tag:yaml.org,2002:int", integer)


def understood(schema):
    """The schema with expressions that Python can read: it has no classes by property, and its `$` is before a last line
    break too. The classes come as near as can be said: `\\w` has a few numbers more than letters and digits."""
    if isinstance(schema, list):
        return [understood(part) for part in schema]
    if not isinstance(schema, dict):
        return schema
    out = {name: understood(part) for name, part in schema.items()}
    if isinstance(out.get("pattern"), str):
        pattern = out["pattern"].replace(r"\p{L}", r"[^\W\d_]").replace(r"\p{N}", r"\d")
        out["pattern"] = re.sub(r"(?<!\\)\$$", r"\\Z", pattern)
    return out


def documents(path):
    with open(path, encoding="utf-8") as file:
        text = file.read()
    if path.endswith(".json"):
        return [json.loads(text)]
    if path.endswith(".ndjson"):
        return [json.loads(line) for line in text.splitlines()]
    return [document for document in yaml.load_all(text, CoreLoader) if document is not None]


def errors(validator, path):
    try:
        found = [error for document in documents(path) for error in validator.iter_errors(document)]
    except yaml.YAMLError as problem:
        return [f"no YAML: {problem}"]
    return [f"/{'/'.join(str(part) for part in error.absolute_path)}: {error.message[:300]}" for error in found]


def main():
    validators = {}
    answers = []
    for job in json.load(sys.stdin):
        path = job["schema"]
        if path not in validators:
            with open(path, encoding="utf-8") as file:
                schema = understood(json.load(file))
            validator = validator_for(schema, default=Draft202012Validator)
            validator.check_schema(schema)
            validators[path] = validator(schema)
        answers.append(errors(validators[path], job["document"]) if job.get("document") else [])
    json.dump(answers, sys.stdout)


main()
