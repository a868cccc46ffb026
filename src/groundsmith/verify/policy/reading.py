"""Reads rules: ours, then the user's, which extend and override them.

A rule of the same identifier changes the keys it gives and keeps the rest; a list of the same name
grows. So a list of slurs is extended in one line, and a severity changed in two. Whatever is wrong
with a file is said in one line: file, rule, key, reason.
"""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache
from importlib import resources
from pathlib import Path

import yaml
from pydantic import ValidationError

from groundsmith.errors import SettingsError
from groundsmith.records import Json, digest
from groundsmith.verify.policy.rule import BadRule, Rule, RuleText, compiled

_MOST_BYTES = 1_000_000
_SUFFIXES = (".yaml", ".yml")


@dataclass(slots=True, kw_only=True)
class Written:
    """Rules and lists as files give them, merged in the order of the files."""

    lists: dict[str, list[str]] = field(default_factory=dict)
    rules: dict[str, dict[str, Json]] = field(default_factory=dict)
    files: dict[str, str] = field(default_factory=dict)

    def add(self, file: str, body: bytes) -> None:
        """Takes one file in; raises SettingsError."""
        held = _mapping(file, body)
        if unknown := set(held) - {"lists", "rules"}:
            raise _fault(file, "", min(map(str, unknown)), "unknown key; known: lists, rules")
        for key, items in _mapped(held.get("lists"), file, "lists").items():
            if not isinstance(items, list) or not all(isinstance(i, str) and i for i in items):
                raise _fault(file, "", f"lists.{key}", "not a list of texts")
            self.lists.setdefault(str(key), []).extend(items)
        self._add_rules(file, _listed(held.get("rules"), file, "rules"))

    def _add_rules(self, file: str, rules: list[Json]) -> None:
        own: set[str] = set()
        for rule in rules:
            name = rule.get("id") if isinstance(rule, dict) else None
            if not isinstance(name, str):
                raise _fault(file, "", "rules", "a rule without an id")
            if name in own:
                raise _fault(file, name, "id", "given twice in this file")
            own.add(name)
            self.rules[name] = self.rules.get(name, {}) | rule
            self.files[name] = file

    @property
    def sha256(self) -> str:
        """Hash of what was read, wherever it lay."""
        return digest([self.lists, self.rules])

    def compiled(
        self, off: Sequence[str] = (), *, only: Collection[str] | None = None
    ) -> tuple[Rule, ...]:
        """The rules that are not off, by identifier or category; raises SettingsError.

        Args:
            only: Categories to choose from; `None` is all.
        """
        texts = [self._text(name) for name in self.rules]
        known = {text.id for text in texts} | {text.category for text in texts}
        for name in off:
            if name not in known:
                raise SettingsError((f"policy.off: no rule or category is named {name!r}",))
        return tuple(
            self._rule(text)
            for text in texts
            if text.id not in off
            and text.category not in off
            and (only is None or text.category in only)
        )

    def _text(self, name: str) -> RuleText:
        try:
            return RuleText.model_validate(self.rules[name])
        except ValidationError as exc:
            first = exc.errors()[0]
            key = "".join(f"[{at}]" if isinstance(at, int) else f".{at}" for at in first["loc"])
            raise _fault(
                self.files[name],
                name,
                key[1:] or "looks",
                first["msg"].removeprefix("Value error, "),
            ) from exc

    def _rule(self, text: RuleText) -> Rule:
        try:
            return compiled(text, self.lists)
        except BadRule as exc:
            raise _fault(self.files[text.id], text.id, exc.key, exc.reason) from exc


def written(own: str | None) -> Written:
    """Our rules with those of `own`, a file or a folder, on top; raises SettingsError."""
    merged = Written()
    for file, body in (*_packaged(), *_files(own)):
        merged.add(file, body)
    return merged


@cache
def _packaged() -> tuple[tuple[str, bytes], ...]:
    folder = resources.files("groundsmith.verify.policy").joinpath("rules")
    files = sorted(folder.iterdir(), key=lambda file: file.name)
    return tuple((file.name, file.read_bytes()) for file in files if file.name.endswith(".yaml"))


def _files(own: str | None) -> Iterator[tuple[str, bytes]]:
    if own is None:
        return
    place = Path(own)
    try:
        inner = sorted(place.iterdir()) if place.is_dir() else [place]
        files = [file for file in inner if file == place or file.suffix in _SUFFIXES]
        if not files:
            raise _fault(own, "", "", "no .yaml file in this folder")
        for file in files:
            with file.open("rb") as opened:
                yield str(file), opened.read(_MOST_BYTES + 1)
    except (OSError, ValueError) as exc:
        reason = getattr(exc, "strerror", None) or str(exc)
        raise _fault(own, "", "", f"cannot be read ({reason})") from exc


def _mapping(file: str, body: bytes) -> dict[str, Json]:
    """The file's YAML; no aliases, so that nothing unfolds."""
    if len(body) > _MOST_BYTES:
        raise _fault(file, "", "", f"longer than {_MOST_BYTES:,} bytes")
    try:
        if any(isinstance(event, yaml.AliasEvent) for event in yaml.parse(body, _LOADER)):
            raise _fault(file, "", "", "aliases are not supported")
        held = yaml.load(body, _LOADER)  # noqa: S506 # a safe loader, in C where there is one
    except (yaml.YAMLError, ValueError, RecursionError) as exc:
        mark = getattr(exc, "problem_mark", None)
        place = f"line {mark.line + 1}: " if mark else ""
        reason = getattr(exc, "problem", None) or str(exc) or type(exc).__name__
        raise _fault(file, "", "", f"no YAML ({place}{reason})") from exc
    return _mapped(held, file, "the file")


_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


def _mapped(value: Json, file: str, key: str) -> dict[str, Json]:
    if value is not None and not isinstance(value, dict):
        raise _fault(file, "", key, "not a mapping of keys to values")
    return value or {}


def _listed(value: Json, file: str, key: str) -> list[Json]:
    if value is not None and not isinstance(value, list):
        raise _fault(file, "", key, "not a list")
    return value or []


def _fault(file: str, rule: str, key: str, reason: str) -> SettingsError:
    named = [file, *([f"rule {rule}"] if rule else []), *([key] if key else []), reason]
    return SettingsError((": ".join(named),))
