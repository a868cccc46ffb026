"""Whether each number of a file is a number of its item, whoever wrote the file.

Digits are held against digits, so a template that holds a number is found out like a model that
makes one up. Where a number is written otherwise (another unit, rounded, in words) the quantities
of verify decide: what converts to a fact counts as given.
"""

import re
from collections.abc import Iterable, Iterator

from groundsmith.recipes.page.fact import Node
from groundsmith.recipes.page.page_file import Fault, PageFile
from groundsmith.recipes.page.rendering import label, measure
from groundsmith.records import Span
from groundsmith.verify.quantities import Quantity, quantities

_NUMBER = re.compile(r"\d+(?:[.,]\d+)*")
_FEW = 12
"""Up to here a number in words may count what is written ("in two steps"), and is not looked at."""


def invented_numbers(file: PageFile) -> Iterator[Fault]:
    """A fault for each number that no fact of the item bears out."""
    known = _numbers([*(fact.value for fact in file.facts), *file.allowed])
    unknown = [match for match in _NUMBER.finditer(file.text) if match.group() not in known]
    spelled = [one for one in quantities(file.text) if one.spelled and one.values[0] > _FEW]
    if not unknown and not spelled:
        return
    given = list(_quantities_of(file))
    measured = quantities(file.text)
    for match in unknown:
        there = [one for one in measured if one.start <= match.start() < one.stop]
        if not any(one.given_by(its) for one in there for its in given):
            yield _fault(match.group(), Span(start=match.start(), stop=match.end()))
    for one in spelled:
        if not any(one.given_by(its) for its in given):
            span = Span(start=one.start, stop=one.stop)
            yield _fault(span.of(file.text), span)


def _quantities_of(file: PageFile) -> Iterator[Quantity]:
    """The quantities of an item's facts, each with its unit."""
    for text in _measured(file.tree):
        yield from quantities(text)


def _measured(node: Node) -> Iterator[str]:
    if isinstance(node, dict):
        if shown := measure(node):
            yield shown
        for inner in node.values():
            yield from _measured(inner)
    else:
        yield from [node] if isinstance(node, str) else node


def _fault(number: str, span: Span) -> Fault:
    return Fault(
        code="number-not-in-facts",
        message=f"{number} is no number of this item",
        advice="leave it out, or add the fact to the catalogue",
        span=span,
    )


def unmarked_examples(file: PageFile) -> Iterator[Fault]:
    """A fault where a file shows example settings and does not say that they are examples."""
    if "illustrative" in file.text.casefold():
        return
    for fact in file.facts:
        outer, _, last = fact.path.rpartition(".")
        if last != "illustrative" or fact.value != "true":
            continue
        examples = _numbers(one.value for one in file.facts if one.path.startswith(f"{outer}."))
        others = _numbers(one.value for one in file.facts if not one.path.startswith(f"{outer}."))
        if (examples - others) & _numbers([file.text]):
            yield Fault(
                code="example-not-marked",
                message=f"shows {label(outer)}, and does not say that they are illustrative",
                advice="say that these are example settings",
            )


def number_count(file: PageFile) -> int:
    """How many numbers in digits a file holds."""
    return sum(1 for _ in _NUMBER.finditer(file.text))


def _numbers(texts: Iterable[str]) -> set[str]:
    return {number for text in texts for number in _NUMBER.findall(text)}
