"""Environment variables, the one place that reads them: `${VAR}`, GROUNDSMITH_…, GROUNDSMITH_HOME.

Every function takes the environment as an argument and falls back to the process's own, so that
a test needs no patching and no other module needs `os.environ`.
"""

import os
import re
from collections.abc import Iterator, Mapping
from pathlib import Path

from pydantic import SecretStr

PREFIX = "GROUNDSMITH_"
FILE_NAME = "groundsmith.yaml"
_FOLDER_NAME = ".groundsmith"

_REFERENCE = re.compile(
    r"\$(?:(?P<escaped>\$)(?=\{)"
    r"|\{(?P<name>[A-Za-z_][A-Za-z0-9_]*)(?::(?P<default>[^{}]*))?\}"
    r"|(?P<broken>\{))"
)


class MissingVariable(Exception):
    """A `${VAR}` that names no variable, or one that is not set and has no default."""


def environment(environ: Mapping[str, str] | None = None) -> Mapping[str, str]:
    """`environ`, or the process's own variables."""
    return os.environ if environ is None else environ


def expand(text: str, environ: Mapping[str, str]) -> str:
    """`text` with each `${VAR}` and `${VAR:default}` replaced; `$${` stands for `${` itself.

    A variable that is set but empty takes the default too, as in a shell's `${VAR:-default}`.
    """

    def replaced(found: re.Match[str]) -> str:
        if found["escaped"]:
            return "$"
        if found["broken"]:
            raise MissingVariable("`${` starts no variable; write `$${` for the characters")
        name, default = found["name"], found["default"]
        if value := environ.get(name):
            return value
        if default is None:
            raise MissingVariable(
                f"the environment variable {name} is not set; "
                f"set it, or give a default: ${{{name}:default}}"
            )
        return default

    return _REFERENCE.sub(replaced, text)


def from_environment(environ: Mapping[str, str]) -> Iterator[tuple[str, str, str]]:
    """(variable, dotted key, value) of each GROUNDSMITH_SECTION__KEY that is set and not empty."""
    for name in sorted(environ):
        if name.startswith(PREFIX) and "__" in name and environ[name]:
            yield name, name.removeprefix(PREFIX).lower().replace("__", "."), environ[name]


def secret(name: str, environ: Mapping[str, str] | None = None) -> SecretStr | None:
    """The value of a variable that holds a key; `None` where it is not set or empty."""
    value = environment(environ).get(name, "") if name else ""
    return SecretStr(value) if value else None


def settings_file(config: Path | None, cwd: Path) -> Path | None:
    """The file to read: `config`, else groundsmith.yaml in `cwd`, else none."""
    if config is not None:
        return config
    beside = cwd / FILE_NAME
    return beside if beside.exists() else None


def state_folder(environ: Mapping[str, str] | None, cwd: Path, file: Path | None) -> Path:
    """Where state lies: GROUNDSMITH_HOME, else .groundsmith beside the file, else in `cwd`."""
    if home := environment(environ).get(f"{PREFIX}HOME"):
        return cwd / Path(home).expanduser()
    beside = cwd if file is None else (cwd / file).parent
    return beside / _FOLDER_NAME
