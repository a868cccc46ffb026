"""The leaves of a settings model, flattened: what the YAML, the help and the layers are made of.

A leaf is a field whose type is not itself a `Settings`; a mapping-valued field is one leaf, which
a higher layer replaces whole.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum
from types import NoneType, UnionType
from typing import Any, Literal, Union, get_args, get_origin

from pydantic.fields import FieldInfo
from pydantic_core import to_jsonable_python

from groundsmith.phases import Settings
from groundsmith.records import Json

_SIGNS = {"ge": ">=", "gt": ">", "le": "<=", "lt": "<"}
_NAMES: dict[type, str] = {int: "INTEGER", float: "FLOAT", str: "TEXT", bool: "BOOLEAN"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Leaf:
    """One setting that holds a value.

    Attributes:
        key: Its dotted path (`qa.questions_per_chunk`).
        default: Its default as JSON.
        bounds: Its limits for people (`1<=x<=10`), or nothing.
        metavar: Its type for people (`INTEGER`, `console|json`).
        flag: Whether it is a plain switch.
    """

    key: str
    default: Json
    about: str
    bounds: str
    metavar: str
    flag: bool

    @property
    def name(self) -> str:
        """The last part of its path."""
        return self.key.rpartition(".")[2]


def leaves(
    model: type[Settings], prefix: str = "", defaults: Settings | None = None
) -> Iterator[Leaf]:
    """Every leaf of `model` in the order of declaration, nested sections in their place.

    Args:
        defaults: Whose values are the defaults; a section may be declared with others than its
            own model has.
    """
    held = model() if defaults is None else defaults
    for name, info in model.model_fields.items():
        key = f"{prefix}{name}"
        if inner := section_of(info):
            yield from leaves(inner, f"{key}.", getattr(held, name))
        else:
            yield _leaf(key, info, getattr(held, name))


def section_of(info: FieldInfo) -> type[Settings] | None:
    """The nested model of a field that is a section; `None` for a leaf."""
    kind = info.annotation
    return kind if isinstance(kind, type) and issubclass(kind, Settings) else None


def _leaf(key: str, info: FieldInfo, default: Any) -> Leaf:
    kinds = _kinds(info.annotation)
    return Leaf(
        key=key,
        default=to_jsonable_python(default),
        about=info.description or "",
        bounds=_bounds(info),
        metavar=_metavar(kinds),
        flag=kinds == [bool],
    )


def _kinds(annotation: Any) -> list[Any]:
    """The alternatives of a type, `None` left out."""
    if get_origin(annotation) in (Union, UnionType):
        return [kind for kind in get_args(annotation) if kind is not NoneType]
    return [annotation]


def _metavar(kinds: list[Any]) -> str:
    return "|".join(_name(kind) for kind in kinds)


def _name(kind: Any) -> str:
    if get_origin(kind) is Literal:
        return "|".join(str(choice) for choice in get_args(kind))
    if isinstance(kind, type) and issubclass(kind, Enum):
        return "|".join(str(choice.value) for choice in kind)
    return _NAMES.get(kind, "VALUE")


def _bounds(info: FieldInfo) -> str:
    """The limits as one chained comparison, from the constraints pydantic keeps."""
    below = above = ""
    for constraint in info.metadata:
        for name, sign in _SIGNS.items():
            limit = getattr(constraint, name, None)
            if limit is None:
                continue
            if name in ("ge", "gt"):
                below = f"{limit}{sign.replace('>', '<')}"
            else:
                above = f"{sign}{limit}"
    return f"{below}x{above}" if below or above else ""
