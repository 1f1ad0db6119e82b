"""Says what is wrong with JSON documents against a JSON Schema, one fault a line.

Usage: python3 validate_json.py SCHEMA DOCUMENT...
Exit codes: 0 valid, 1 faults, 3 the package jsonschema is not there.
"""

import json
import sys

try:
    from jsonschema.validators import validator_for
except ImportError:
    sys.exit(3)

with open(sys.argv[1], encoding="utf-8") as file:
    schema = json.load(file)
Validator = validator_for(schema)
Validator.check_schema(schema)
faults = 0
for path in sys.argv[2:]:
    with open(path, encoding="utf-8") as file:
        document = json.load(file)
    for error in sorted(Validator(schema).iter_errors(document), key=lambda error: error.json_path):
        print(f"{error.json_path}: {error.message[:300]}")
        faults += 1
sys.exit(1 if faults else 0)
