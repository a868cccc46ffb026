"""What the commands that ask an index have in common: their options, and how hits are shown."""

import functools
import json
import textwrap
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any, TypeVar

import click

from groundsmith.app.collections.searching import Answer, Listed, Why
from groundsmith.records import Json

F = TypeVar("F", bound=Callable[..., Any])
_WIDTH = 96
_MOST_WAYS = 3
_MOST_SHARES = 6
_LEAST_SHARE = 0.0005


def filterable(function: F) -> F:
    """Gives a command `top_k`, `method`, and `where` from `--filter`."""

    @functools.wraps(function)
    def command(*args: Any, **kwargs: Any) -> Any:
        return function(*args, where=where_of(kwargs.pop("filters")), **kwargs)

    made: Any = command
    for option in reversed(_OPTIONS):
        made = option(made)
    return made  # type: ignore[no-any-return] # click's decorators keep the function


_OPTIONS = (
    click.option("--top-k", type=int, default=10, show_default=True, help="How many, up to 100."),
    click.option("--explain", is_flag=True, help="Say why each document has its score."),
    click.option(
        "--filter",
        "filters",
        multiple=True,
        metavar="KEY=VALUE",
        help="Only documents whose metadata has this; a range is 1600..1700. The same key twice: "
        "one of both.",
    ),
)


def where_of(filters: Iterable[str]) -> dict[str, Json]:
    """The filter that `KEY=VALUE` texts make; raises BadParameter for another form."""
    wanted: dict[str, list[Json]] = {}
    for text in filters:
        key, equals, value = text.partition("=")
        if not equals or not key.strip():
            raise click.BadParameter(f"{text[:80]!r} is not KEY=VALUE, such as region=java")
        wanted.setdefault(key.strip(), []).append(_value(value.strip()))
    where: dict[str, Json] = {}
    for key, values in wanted.items():
        if len(values) > 1 and any(isinstance(value, dict) for value in values):
            raise click.BadParameter(f"{key}: a range stands alone")
        where[key] = values[0] if len(values) == 1 else values
    return where


def as_text(answer: Answer) -> str:
    """Hits for a person: rank, score, title, id, then the snippet."""
    lines = [f"degraded: {reason}" for reason in answer.degraded]
    for hit in answer.hits:
        lines += _listed(hit)
    if not answer.hits:
        lines.append("nothing found")
    return "\n".join(lines)


def _listed(hit: Listed) -> list[str]:
    named = f"{hit.title} ({hit.id})" if hit.title and hit.title != hit.id else hit.id
    lines = [f"{hit.rank:>3}  {hit.score:.4f}  {named}"]
    if shares := _shares(hit.components):
        lines.append(f"             {shares}")
    if hit.why:
        lines += [f"             {line}" for line in _reasons(hit.why)]
    text = " ".join(hit.snippet.split())
    return lines + textwrap.wrap(text, _WIDTH, initial_indent=" " * 13, subsequent_indent=" " * 13)


def _reasons(why: Why) -> Iterator[str]:
    """Entities that brought something, ways to the document, and what it hangs on."""
    named: dict[str, float] = {}
    for share in why.shares:
        if share.entity:  # a period and a style may share a name: a person reads one
            name = f"{share.voice} by {share.entity}"
            named[name] = named.get(name, 0.0) + share.amount
    if named:
        yield "of which " + " + ".join(f"{name} {amount:.3f}" for name, amount in named.items())
    for way in why.ways[:_MOST_WAYS]:
        yield way[0].source + "".join(
            f" -{step.relation}-> {step.target}"
            if step.forward
            else f" <-{step.relation}- {step.target}"
            for step in way
        )
    for each in list({one.entity: one for one in why.without}.values())[:_MOST_WAYS]:
        rank = f"rank {each.rank}" if each.rank else "not among the first hundred"
        yield f"without {each.entity}: {rank}, score {each.score:.4f}"


def _shares(components: Mapping[str, float]) -> str:
    """What brought most to a score; what cannot be seen in three places is left out."""
    told = sorted(components.items(), key=lambda pair: -abs(pair[1]))[:_MOST_SHARES]
    return " + ".join(f"{name} {share:.3f}" for name, share in told if abs(share) >= _LEAST_SHARE)


def _value(written: str) -> Json:
    low, dots, high = written.partition("..")
    if dots and "." not in (low[-1:], high[:1]):
        bounds = {"from": _scalar(low), "to": _scalar(high)}
        return {name: bound for name, bound in bounds.items() if bound != ""}
    return _scalar(written)


def _scalar(written: str) -> Json:
    """A number, true, false or null as such; anything else is text, and so is what is quoted."""
    try:
        value = json.loads(written)
    except (ValueError, RecursionError):
        return written
    return value if isinstance(value, str | int | float | bool | None) else written
