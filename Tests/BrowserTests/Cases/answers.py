"""What a project says, as far as it is asked at concept: Examples/predictive-maintenance.yaml, at the beginning.

Of a list a line each; of a list of records a dictionary each.
"""

BEGINNING = {
    "project.name": "Roda predictive maintenance",
    "project.kind": "logistics",
    "project.lifecycle_stage": "concept",
    "scope.applies_force": "false",
    "scope.informs_force": "false",
    "scope.learned_model": "true",
    "scope.affects_individuals": "false",
    "scope.third_party": "true",
}

FILE = "roda-predictive-maintenance.yaml"

ANSWERS = {
    "scope.selects_targets": "false",
    "scope.nominates_targets": "false",
    "scope.target_classes": ["none"],
    "scope.human_role": "over_the_loop",
    "scope.cyber_operations": "none",
    "scope.isr": "false",
    "scope.hadr": "false",
    "scope.nuclear_employment_role": "none",
    "scope.personal_data": "false",
    "scope.generative": "false",
    "scope.learns_in_service": "false",
    "scope.cross_border": "false",
    "scope.transfers_technology": "false",
    "scope.physical_effector": "false",
    "scope.safety_related": "false",
    "scope.remote_link": "false",
    "scope.networked": "true",
    "scope.deployed_forward": "false",
    "use.intended_purpose": "Forecast part failures of armoured vehicles from their sensor logs and suggest workshop "
    "slots; mechanics decide what is done.",
    "use.operating_environment": "Three depots with workshop network, hot and humid, vehicles driven on roads and mud",
    "use.intended_users": ["vehicle mechanic", "workshop planner"],
    "use.out_of_scope_uses": ["release of a vehicle for the road", "rating of crews or mechanics"],
    "risk.harm_severity": "limited",
    "risk.harm_likelihood": "possible",
    "accountability.assignments": [
        {"stage": stage, "role": role, "holder": holder, "holder_type": "appointed_post", "accepted_on": "2026-01-12",
         "can_halt": "true", "deputy": f"Deputy {holder}"}
        for stage, role, holder in [
            ("concept", "sponsor", "Director Capability Development"),
            ("design", "design authority", "Chief Design Officer"),
            ("development", "programme head", "Programme Head"),
            ("test", "test authority", "Head of Trials"),
            ("fielding", "release authority", "Chief of Materiel Readiness"),
            ("operation", "commander of the depots", "Commander Depot Brigade"),
            ("retirement", "disposal authority", "Director Logistics"),
        ]
    ],
    "accountability.documents_attribute_decisions_to_humans": "true",
    "law.bodies_identified": ["national_law"],
    "law.legal_basis_peacetime": "Armed Forces Act, section on materiel",
}
