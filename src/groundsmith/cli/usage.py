"""A wrong request in one line: what was asked, and what was probably meant."""

from collections.abc import Sequence
from difflib import get_close_matches

import click
from click.exceptions import NoSuchCommand

_MAX_CHARS = 400


def no_such(noun: str, name: str, known: Sequence[str]) -> str:
    """`no such command 'initt'; did you mean init?`, without the hint where nothing is near."""
    near = get_close_matches(name[:100], known, n=1)
    hint = f"; did you mean {near[0]}?" if near else ""
    return f"no such {noun} {name[:100]!r}{hint}"


def usage_line(error: click.ClickException, arguments: Sequence[str]) -> str:
    """Click's error as one line that ends with where to read on.

    Click's parser does not say which command it was parsing; the first argument does.
    """
    context = getattr(error, "ctx", None)
    named = [word for word in arguments[:1] if not word.startswith("-")]
    path = context.command_path if context else " ".join(["groundsmith", *named])
    return f"{path}: {_message(error, context)} (see {path} --help)"


def _message(error: click.ClickException, context: click.Context | None) -> str:
    if isinstance(error, click.NoSuchOption) and context is not None:
        names = [name for option in context.command.get_params(context) for name in option.opts]
        return no_such("option", error.option_name, names)
    if isinstance(error, NoSuchCommand) and context is not None:
        group = context.command
        names = group.list_commands(context) if isinstance(group, click.Group) else []
        return no_such("command", error.command_name, names)
    text = " ".join(error.format_message()[:_MAX_CHARS].split()).rstrip(".")
    return text[:1].lower() + text[1:]
