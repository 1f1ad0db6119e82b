"""Cedar, by cedarpy: each rule forbids what does not meet it, and all are asked at once."""

import cedarpy
import rules


def known(value):
    """The same without what Cedar has no values for: nothing, and fractions."""
    if isinstance(value, dict):
        return {key: known(inner) for key, inner in value.items() if inner is not None}
    if isinstance(value, list):
        return [known(inner) for inner in value if inner is not None]
    return str(value) if isinstance(value, float) else value


def condition(path):
    steps = ["context"] + ["context." + ".".join(path[:depth]) for depth in range(1, len(path))]
    has = [f"{step} has {key}" for step, key in zip(steps, path)]
    return " && ".join(has + ["context." + ".".join(path) + " == true"])


def prepare(paths):
    text = "permit(principal, action, resource);\n" + "".join(
        f"forbid(principal, action, resource) unless {{ {condition(path)} }};\n" for path in paths
    )
    policies = cedarpy.PolicySet.from_str(text)

    def met_by(document):
        request = {
            "principal": 'Office::"programme"',
            "action": 'Action::"submit"',
            "resource": 'Project::"this"',
            "context": known(document),
        }
        result = cedarpy.is_authorized(request, policies, [])
        if result.diagnostics.errors:
            raise SystemExit(str(result.diagnostics.errors[0]))
        unmet = 0 if result.allowed else len(result.diagnostics.reasons)
        return len(paths) - unmet

    return met_by


rules.run(prepare)
