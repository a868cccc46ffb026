"""The configuration: one schema, five layers, and the only reader of the environment.

`schema` composes the rooms' settings, `layers` merges defaults, preset, file, environment and
command line, `document` writes the outcome. Written on PyYAML instead of pydantic-settings,
because a fault must name its line; docs/decisions/settings.md has the comparison.
"""

from groundsmith.settings.document import commented_yaml, effective, json_schema, masked
from groundsmith.settings.environment import FILE_NAME, secret, settings_file, state_folder
from groundsmith.settings.layers import Loaded, load
from groundsmith.settings.presets import PRESETS
from groundsmith.settings.schema import (
    DatabaseSettings,
    GroundsmithSettings,
    LogSettings,
    RunSettings,
)
from groundsmith.settings.secrets import Secrets, secrets_of

__all__ = [
    "FILE_NAME",
    "PRESETS",
    "DatabaseSettings",
    "GroundsmithSettings",
    "Loaded",
    "LogSettings",
    "RunSettings",
    "Secrets",
    "commented_yaml",
    "effective",
    "json_schema",
    "load",
    "masked",
    "secret",
    "secrets_of",
    "settings_file",
    "state_folder",
]
