"""Validators of lists: bullets, and tags."""

import re
from collections.abc import Iterator, Sequence

import yaml

from groundsmith.recipes.page.page_file import Fault, PageFile
from groundsmith.recipes.page.slug import is_slug, slugged
from groundsmith.recipes.page.validators.registry import validator
from groundsmith.records import Span

_BULLET = re.compile(r"^[-*][ \t]+(.*)$", re.MULTILINE)
_ESCAPED = re.compile(r"\\([\\`*_\[\]<>#|])")


@validator("bullets", least=4, min_chars=30, max_chars=150)
def bullets(file: PageFile, *, least: int, min_chars: int, max_chars: int) -> Iterator[Fault]:
    """Enough points, each of its length, none twice, and nothing but points."""
    found = list(_BULLET.finditer(file.text))
    if len(found) < least:
        yield _fault("too-few-bullets", f"{len(found)} points, at least {least} are wanted")
    others = [line for line in file.text.splitlines() if line and not _BULLET.match(line)]
    if others:
        yield _fault("not-a-bullet", f"a line is no point: {others[0][:60]!r}")
    seen: set[str] = set()
    for match in found:
        said = _ESCAPED.sub(r"\1", match.group(1)).strip()
        span = Span(start=match.start(), stop=match.end())
        if not min_chars <= len(said) <= max_chars:
            wanted = f"not {min_chars} to {max_chars}"
            yield _fault("bullet-length", f"a point has {len(said)} characters, {wanted}", span)
        if said.casefold() in seen:
            yield _fault("bullet-twice", "a point stands there twice", span)
        seen.add(said.casefold())


@validator("slugs", count=8)
def slugs(file: PageFile, *, count: int) -> Iterator[Fault]:
    """A YAML list of exactly so many tags, all different, each a slug."""
    try:
        held = yaml.load(file.text, Loader=yaml.CSafeLoader)
    except (yaml.YAMLError, ValueError, RecursionError) as error:
        yield _fault("not-yaml", f"no YAML: {error}")
        return
    if not isinstance(held, list):
        yield _fault("not-a-list", "no list of tags")
        return
    if len(held) != count:
        yield _fault("tag-count", f"{len(held)} tags, exactly {count} are wanted")
    if len({str(tag) for tag in held}) != len(held):
        yield _fault("tag-twice", "a tag stands there twice")
    for tag in held:
        if not isinstance(tag, str) or not is_slug(tag):
            yield _fault("not-a-slug", f"{tag!r} is no slug")


@validator("words_of_facts", allowed=["laser", "cleaning"])
def words_of_facts(file: PageFile, *, allowed: Sequence[str]) -> Iterator[Fault]:
    """Every word stands in a fact of the item, or is allowed: tags state nothing but belonging."""
    known = {word for fact in file.facts for word in slugged(fact.value).split("-")}
    for word in dict.fromkeys(slugged(file.text).split("-")):
        if word and word not in known and word not in allowed:
            yield _fault("word-not-in-facts", f"{word!r} stands in no fact of the item")


def _fault(code: str, message: str, span: Span | None = None) -> Fault:
    return Fault(
        code=code, message=message, advice="mend the template, or add facts to it", span=span
    )
