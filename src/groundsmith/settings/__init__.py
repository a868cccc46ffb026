"""The configuration: one schema, five layers, and the only reader of the environment.

`schema` composes the rooms' settings, `layers` merges defaults, preset, file, environment and
command line, `document` writes the outcome; `environment` and `secrets` need no pydantic. Written
on PyYAML instead of pydantic-settings, because a fault must name its line;
docs/decisions/settings.md has the comparison.
"""
