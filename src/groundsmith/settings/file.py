"""A configuration file as entries and faults, each with its line."""

import stat
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from groundsmith.errors import RequestError
from groundsmith.records import Json
from groundsmith.settings.environment import MissingVariable, expand
from groundsmith.settings.faults import Entry, Fault
from groundsmith.settings.keys import keys
from groundsmith.settings.yaml_lines import MAX_BYTES, BrokenYaml, Pair, Value, compose, plain


@dataclass(slots=True, kw_only=True)
class FileLayer:
    """Reads one file; `faults` is complete once the entries have been taken.

    Attributes:
        variables: What `${VAR}` in its values refers to.
    """

    file: Path
    variables: Mapping[str, str]
    faults: list[Fault] = field(default_factory=list)

    def entries(self) -> Iterator[Entry]:
        """What it gives, in its own order; raises RequestError where it cannot be opened."""
        data = _bytes(self.file)
        try:
            root = compose(data)
        except BrokenYaml as exc:
            place = f"{self.file}:{exc.line}:{exc.column}"
            self.faults.append(Fault(place=place, key="", what=exc.reason, line=exc.line))
            return
        if root is None:
            return
        if isinstance(root.data, tuple):
            yield from self._section(root.data, "")
        else:
            self._fault(root.line, "", f"must hold sections ({', '.join(keys().sections[''])})")

    def _section(self, pairs: Iterable[Pair], prefix: str) -> Iterator[Entry]:
        first_lines: dict[str, int] = {}
        for pair in pairs:
            key = f"{prefix}{pair.key}"
            if first := first_lines.get(key):
                self._fault(pair.line, key, f"given twice; the first is on line {first}")
                continue
            first_lines[key] = pair.line
            if key in keys().leaves:
                yield from self._leaf(key, pair.value)
            elif key in keys().sections and isinstance(pair.value.data, tuple):
                yield from self._section(pair.value.data, f"{key}.")
            elif key not in keys().sections or not pair.value.empty:
                self._fault(pair.line, key, keys().fault(key))

    def _leaf(self, key: str, value: Value) -> Iterator[Entry]:
        try:
            data: Json = plain(value, lambda text: expand(text, self.variables))
        except (MissingVariable, BrokenYaml) as exc:
            self._fault(value.line, key, str(exc))
            return
        yield Entry(key=key, value=data, place=f"{self.file}:{value.line}", line=value.line)

    def _fault(self, line: int, key: str, what: str) -> None:
        self.faults.append(Fault(place=f"{self.file}:{line}", key=key, what=what, line=line))


def _bytes(file: Path) -> bytes:
    """Its content, at most one byte more than is allowed."""
    try:
        if not stat.S_ISREG(file.stat().st_mode):
            raise RequestError(f"{file}: not a file; --config wants a YAML file")
        with file.open("rb") as opened:
            return opened.read(MAX_BYTES + 1)
    except FileNotFoundError as exc:
        raise RequestError(f"{file}: no such file; `groundsmith init` writes one") from exc
    except (OSError, ValueError) as exc:
        reason = getattr(exc, "strerror", None) or str(exc)
        raise RequestError(f"{file}: cannot be read ({reason})") from exc
