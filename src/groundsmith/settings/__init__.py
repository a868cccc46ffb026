"""The configuration: one schema, five layers, and the only reader of the environment.

`schema` holds the rooms' settings, `composed` adds the recipes', `layers` merges defaults, preset,
file, environment and command line, `document` writes the outcome. Written on PyYAML instead of
pydantic-settings, because a fault must name its line; docs/decisions/settings.md compares the two.
"""

from groundsmith.settings.composed import recipe_settings, settings_model, unusable_recipes
from groundsmith.settings.document import commented_yaml, effective, hidden, json_schema, masked
from groundsmith.settings.environment import FILE_NAME, secret, settings_file, state_folder
from groundsmith.settings.layers import Loaded, load
from groundsmith.settings.presets import PRESETS
from groundsmith.settings.schema import (
    DatabaseSettings,
    GroundsmithSettings,
    LogSettings,
    RunSettings,
)
from groundsmith.settings.secrets import MASK, Secrets, secrets_of

__all__ = [
    "FILE_NAME",
    "MASK",
    "PRESETS",
    "DatabaseSettings",
    "GroundsmithSettings",
    "Loaded",
    "LogSettings",
    "RunSettings",
    "Secrets",
    "commented_yaml",
    "effective",
    "hidden",
    "json_schema",
    "load",
    "masked",
    "recipe_settings",
    "secret",
    "secrets_of",
    "settings_file",
    "settings_model",
    "state_folder",
    "unusable_recipes",
]
