"""Three starting points, from a laptop to a server: values for keys that the schema has.

Only what differs from the defaults stands here; a test holds every key and value against the
schema, so that a preset cannot outlive a setting.
"""

from collections.abc import Mapping

from groundsmith.records import Json

PRESETS: Mapping[str, Mapping[str, Json]] = {
    "development": {"run.budget": 1, "run.attempts": 3, "logs.format": "console"},
    "staging": {
        "run.budget": 5,
        "run.attempts": 4,
        "run.in_flight": 16,
        "checks.dense": "installed",
    },
    "production": {
        "run.budget": 10,
        "run.in_flight": 64,
        "database.durability": "power",
        "checks.dense": "required",
    },
}
