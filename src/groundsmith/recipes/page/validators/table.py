"""The validator of Markdown tables of facts."""

import re
from collections.abc import Iterator, Sequence

from groundsmith.recipes.page.fact import Node
from groundsmith.recipes.page.page_file import Fault, PageFile
from groundsmith.recipes.page.rendering import label, measure
from groundsmith.recipes.page.validators.registry import validator

_CELLS = re.compile(r"(?<!\\)\|")
_ESCAPED = re.compile(r"\\(.)")
_RULE = re.compile(r"[|\s:-]+")


@validator("rows", columns=["Property", "Value", "Source"], least=1)
def rows(file: PageFile, *, columns: Sequence[str], least: int) -> Iterator[Fault]:
    """A table of the declared columns: whole rows, no label twice, each value with its own unit."""
    table = [_cells(line) for line in file.text.splitlines() if line.startswith("|")]
    if not table or table[0] != list(columns):
        yield _fault("columns-differ", f"the columns are not {', '.join(columns)}")
        return
    body = [row for row in table[1:] if not all(_RULE.fullmatch(cell or "-") for cell in row)]
    if len(body) < least:
        yield _fault("too-few-rows", f"{len(body)} rows, at least {least} are wanted")
    seen: set[str] = set()
    for row in body:
        if len(row) != len(columns) or not row[0] or not row[1]:
            yield _fault("row-broken", f"a row is not whole: {' | '.join(row)[:80]!r}")
            continue
        if row[0].casefold() in seen:
            yield _fault("row-twice", f"{row[0]} stands there twice")
        seen.add(row[0].casefold())
    yield from _units(file, {row[0].casefold(): row[1] for row in body if len(row) > 1})


def _units(file: PageFile, shown: dict[str, str]) -> Iterator[Fault]:
    """Whether each measure that the item has is shown as the catalogue writes it."""
    for name, node in _measures(file.tree):
        said, wanted = shown.get(label(name).casefold()), " ".join(measure(node).split())
        if said is not None and wanted and said != wanted:
            yield _fault("value-differs", f"{label(name)} is shown as {said}, it is {wanted}")


def _measures(node: Node) -> Iterator[tuple[str, Node]]:
    if isinstance(node, dict):
        for name, inner in node.items():
            if isinstance(inner, dict):
                if "unit" in inner or "value" in inner:
                    yield name, inner
                else:
                    yield from _measures(inner)


def _cells(line: str) -> list[str]:
    parts = _CELLS.split(line.strip())[1:-1]
    return [_ESCAPED.sub(r"\1", part).strip() for part in parts]


def _fault(code: str, message: str) -> Fault:
    return Fault(code=code, message=message, advice="mend the component's template")
