"""Options that are made from settings, and the ones that all commands share.

An option carries text; its setting's own model reads and checks it. So an option, a YAML line and
a variable are refused for the same reason in the same words.
"""

import functools
from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

import click

from groundsmith.cli.output import Output
from groundsmith.records import Json, Selection
from groundsmith.settings import PRESETS, load, settings_file
from groundsmith.settings.fields import Leaf
from groundsmith.settings.keys import keys

F = TypeVar("F", bound=Callable[..., Any])
_PREFIX = "setting__"
_OF_COMMANDS = frozenset(
    {
        "out",
        "limit",
        "item",
        "category",
        "component",
        "dry_run",
        "retry_failed",
        "fresh",
        "split_tiers",
    }
    | {"yes", "config", "preset", "set", "quiet", "json", "help"}
)
"""Options that a command has of its own; a setting of such a name is reached through `--set`."""


def configured(*sections: str, file_argument: str = "config") -> Callable[[F], F]:
    """Gives a command `loaded: Loaded`, and an option for each key that stands in `sections`.

    A section may be a single key (`run.budget`), which then is the only one of its section.

    Keys that lie deeper, and those of other sections, are reached through `--set`. Where two
    sections share a key, the section that is named first has the option.

    Args:
        file_argument: A parameter of the command that names the file too, and wins.
    """

    def decorate(function: F) -> F:
        @functools.wraps(function)
        def command(*args: Any, **kwargs: Any) -> Any:
            config: Path | None = kwargs.pop("config")
            config = kwargs.pop(file_argument, None) or config
            preset: str | None = kwargs.pop("preset")
            overrides = _overrides(kwargs)
            file = settings_file(config, Path())
            loaded = load(file, preset, overrides)
            return function(*args, loaded=loaded, **kwargs)

        for option in reversed([*_SHARED, *_options(sections)]):
            command = option(command)
        return command  # type: ignore[return-value] # click's decorators keep the function

    return decorate


def printing(function: F) -> F:
    """Gives a command `output: Output`, made from `--quiet` and `--json`."""

    @functools.wraps(function)
    def command(*args: Any, **kwargs: Any) -> Any:
        output = Output(quiet=kwargs.pop("quiet"), as_json=kwargs.pop("as_json"))
        return function(*args, output=output, **kwargs)

    for option in reversed(_PRINTING):
        command = option(command)
    return command  # type: ignore[return-value] # click's decorators keep the function


def confirmable(function: F) -> F:
    """Gives a command `yes: bool`, to go on where it would ask."""
    return click.option("--yes", "-y", is_flag=True, help="Do not ask; go on.")(function)


def selecting(part: str = "") -> Callable[[F], F]:
    """Gives a command `selection: Selection`, made from `--limit`, `--item` and `--category`.

    Args:
        part: What the last part of an item's name is called, where it has one: `--PART NAME` then
            selects by it, and may be given several times.
    """

    def decorate(function: F) -> F:
        @functools.wraps(function)
        def command(*args: Any, **kwargs: Any) -> Any:
            given = {name: kwargs.pop(name) for name in ("limit", "item", "category")}
            parts = kwargs.pop("parts", ())
            return function(*args, selection=Selection(**given, parts=parts), **kwargs)

        for option in reversed([*_SELECTING, *([_selecting_part(part)] if part else [])]):
            command = option(command)
        return command  # type: ignore[return-value] # click's decorators keep the function

    return decorate


def _selecting_part(part: str) -> Callable[[Any], Any]:
    return click.option(
        f"--{part}",
        "parts",
        multiple=True,
        metavar="NAME",
        help=f"Work on this {part} of the items only; may be given several times.",
    )


def _key_value(_: click.Context, __: click.Parameter, given: tuple[str, ...]) -> dict[str, str]:
    pairs: dict[str, str] = {}
    for text in given:
        key, equals, value = text.partition("=")
        if not equals or not key.strip():
            raise click.BadParameter(f"{text[:80]!r} is not KEY=VALUE, such as qa.min_overall=0.8")
        pairs[key.strip()] = value.strip()
    return pairs


_SHARED = (
    click.option(
        "--config",
        type=click.Path(path_type=Path),
        metavar="FILE",
        help="Settings to read. [default: groundsmith.yaml in the working folder]",
    ),
    click.option(
        "--preset",
        metavar="|".join(PRESETS),
        help="Start from these values instead of the defaults; the file wins over them.",
    ),
    click.option(
        "--set",
        "settings",
        multiple=True,
        metavar="KEY=VALUE",
        callback=_key_value,
        help="Set any key of the configuration; may be given several times.",
    ),
)

_SELECTING = (
    click.option("--limit", type=click.IntRange(min=1), help="Work on the first N items only."),
    click.option(
        "--item",
        metavar="PATTERN",
        help="Work on items of this name only, and on those below it; * and ? stand for any text.",
    ),
    click.option("--category", metavar="NAME", help="Work on items of this category only."),
)

_PRINTING = (
    click.option("--quiet", "-q", is_flag=True, help="Print results and errors only."),
    click.option(
        "--json", "as_json", is_flag=True, help="Print one JSON object; all else to stderr."
    ),
)


def _options(sections: tuple[str, ...]) -> list[Callable[[Any], Any]]:
    """One option for each key that stands directly in one of `sections`."""
    found: dict[str, Leaf] = {}
    for section in sections:
        for leaf in keys().leaves.values():
            here = leaf.key in (section, f"{section}.{leaf.name}")
            if here and leaf.name not in _OF_COMMANDS:
                found.setdefault(leaf.name, leaf)
    return [_option(leaf) for leaf in found.values()]


def _option(leaf: Leaf) -> Callable[[Any], Any]:
    name = leaf.name.replace("_", "-")
    limits = "; ".join(part for part in (leaf.bounds, f"default: {_shown(leaf.default)}") if part)
    flag = f"--{name}/--no-{name}" if leaf.flag else f"--{name}"
    kind: dict[str, Any] = {} if leaf.flag else {"type": str, "metavar": leaf.metavar}
    return click.option(
        flag,
        _PREFIX + leaf.key.replace(".", "__"),
        default=None,
        help=f"{leaf.about} [{limits}]",
        **kind,
    )


def _shown(default: Json) -> Json:
    """A default as a person would write it."""
    if isinstance(default, list | tuple):
        return ",".join(map(str, default)) or "none"
    return "off" if default in (None, False) else "on" if default is True else default


def _overrides(kwargs: dict[str, Any]) -> dict[str, Json]:
    """What the options said, by dotted key; `--set` first, because an own option is plainer."""
    given: dict[str, Json] = dict(kwargs.pop("settings"))
    for name in [name for name in kwargs if name.startswith(_PREFIX)]:
        value = kwargs.pop(name)
        if value is not None:
            given[name.removeprefix(_PREFIX).replace("__", ".")] = value
    return given
