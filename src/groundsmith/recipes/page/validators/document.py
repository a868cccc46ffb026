"""Validators of YAML documents: the front matter, the author."""

from collections.abc import Iterator, Sequence

import yaml

from groundsmith.recipes.page.page_file import Fault, PageFile
from groundsmith.recipes.page.validators.registry import validator
from groundsmith.records import Json

_ADVICE = "mend the component's template, or add the fact to the catalogue"


@validator("document", required=["title"])
def document(file: PageFile, *, required: Sequence[str]) -> Iterator[Fault]:
    """One YAML mapping, with a value under each required key."""
    try:
        documents = list(yaml.load_all(file.text, Loader=yaml.CSafeLoader))
    except (yaml.YAMLError, ValueError, RecursionError) as error:
        yield Fault(code="not-yaml", message=f"no YAML: {error}", advice=_ADVICE)
        return
    if len(documents) != 1 or not isinstance(documents[0], dict):
        said = f"{len(documents)} documents" if len(documents) != 1 else "no mapping"
        yield Fault(code="not-one-document", message=f"holds {said}", advice=_ADVICE)
        return
    for key in required:
        if not _filled(documents[0].get(key)):
            yield Fault(code="key-missing", message=f"there is nothing under {key}", advice=_ADVICE)


@validator("author", required=["id", "name"])
def author(file: PageFile, *, required: Sequence[str]) -> Iterator[Fault]:
    """The author exists: the file of authors holds who the item names, and says who it is."""
    known = [key for key in required if not file.value(f"author.{key}")]
    named = file.value("author_id")
    if known:
        yield Fault(
            code="author-unknown",
            message=f"the authors hold no {', '.join(known)} of author {named or '(none named)'}",
            advice="add the author to authors.yaml beside the catalogue, and read it as well",
        )
    yield from document(file, required=required)


@validator(
    "placeholders", marks=["{{", "}}", "[insert", "lorem ipsum", "todo", "tbd", "xxx", "n/a"]
)
def placeholders(file: PageFile, *, marks: Sequence[str]) -> Iterator[Fault]:
    """Nothing stands for something that is still to be filled in."""
    lower = file.text.casefold()
    for mark in marks:
        at = lower.find(mark)
        if at >= 0 and _alone(lower, at, at + len(mark)):
            yield Fault(
                code="placeholder",
                message=f"holds the placeholder {mark!r}",
                advice="leave out what is not known",
            )


def _alone(text: str, start: int, stop: int) -> bool:
    """Whether a mark is no part of a longer word."""
    before, after = text[start - 1 : start], text[stop : stop + 1]
    return not (text[start].isalnum() and before.isalnum()) and not (
        text[stop - 1].isalnum() and after.isalnum()
    )


def _filled(value: Json) -> bool:
    return value not in (None, "", [], {})
