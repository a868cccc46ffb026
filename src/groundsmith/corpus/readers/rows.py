"""What csv, json and jsonl have in common: a row is a document of `column: value` lines.

Values stay as they are written, numbers included, so that a quote can be found again in the file.
"""

import json
from collections.abc import Iterable, Iterator

from groundsmith.records import Json


def row_text(columns: Iterable[tuple[str, Json]]) -> str:
    """One line a column, those without a value left out; ends with a newline unless empty."""
    return "".join(f"{line}\n" for name, value in columns for line in _lines(name, value))


def parsed(text: str) -> Json:
    """The JSON value written in `text`, its numbers in the form they are written in."""
    return json.loads(text, parse_int=str, parse_float=str, parse_constant=str)


def one_line(value: Json) -> str:
    """A short text as one printable line; empty for what is no text."""
    if not isinstance(value, str):
        return ""
    return " ".join("".join(char if char.isprintable() else " " for char in value).split())


def json_fault(error: Exception) -> str:
    """Why JSON could not be read, in words."""
    if isinstance(error, RecursionError):
        return "nested too deep"
    if isinstance(error, json.JSONDecodeError):
        at = f"line {error.lineno}, column {error.colno}" if error.lineno > 1 else ""
        return f"no JSON ({error.msg} at {at or f'column {error.colno}'})"
    return str(error)


def _lines(name: str, value: Json) -> Iterator[str]:
    """Lines of one column; nested objects as `outer.inner: value`, lists of them numbered."""
    waiting = [(name, value)]
    while waiting:
        name, value = waiting.pop()
        if isinstance(value, dict):
            waiting += [(f"{name}.{key}", inner) for key, inner in reversed(value.items())]
        elif isinstance(value, list):
            if any(isinstance(inner, dict | list) for inner in value):
                numbered = [(f"{name}.{at}", inner) for at, inner in enumerate(value, start=1)]
                waiting += reversed(numbered)
            else:
                waiting.append((name, ", ".join(filter(None, map(_scalar, value)))))
        elif written := _scalar(value):
            yield f"{name}: {written}"


def _scalar(value: Json) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    return str(value).strip()
