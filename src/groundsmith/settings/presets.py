"""Three starting points, from a laptop to a server: values for keys that the schema has.

Only what differs from the defaults stands here; a test holds every key and value against the
schema, so that a preset cannot outlive a setting.
"""

from collections.abc import Mapping

from groundsmith.records import Json

PRESETS: Mapping[str, Mapping[str, Json]] = {
    "development": {"logs.format": "console"},
    "staging": {"run.in_flight": 16, "run.attempts": 4},
    "production": {"run.in_flight": 64, "run.attempts": 5, "database.durability": "power"},
}
