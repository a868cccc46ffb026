"""The documents of a collection in the layout of BEIR: `corpus.jsonl`, an object a line.

Each document goes by the collection's own id, because its judgments name it by that. A file of
that name without such ids is read as any JSON Lines are. The decision to question: fields beside
title and text are left out, for they are the collection's records about a document, not its text.
"""

from collections.abc import Callable, Iterator

from groundsmith.corpus.kinds import BEIR
from groundsmith.corpus.normalise import normalise
from groundsmith.corpus.readers.jsonl import JsonlReader
from groundsmith.corpus.readers.registry import document, reads, text_of
from groundsmith.corpus.readers.rows import json_fault, one_line, parsed
from groundsmith.records import Document, Skipped, Source


@reads(BEIR)
class BeirReader(JsonlReader):
    """One document a line, `corpus.jsonl#ID`; its title is a heading above its text."""

    name = "beir@1"

    def read(
        self, source: Source, data: bytes, skip: Callable[[Skipped], None]
    ) -> Iterator[Document]:
        """Documents in order; a line without an id of its own goes to `skip` with its reason."""
        text = text_of(source, data, skip)
        if not _is_beir(text):
            yield from self.rows(source, text, skip)
            return
        seen: set[str] = set()
        for number, line in enumerate(text.split("\n"), start=1):
            if not line.strip():
                continue
            try:
                name, body = _entry(line)
                if name in seen:
                    raise ValueError(f"its _id {name!r} stands above already")
            except (ValueError, RecursionError) as error:
                path, reason = f"{source.path}#line {number}", f"line {number}: {json_fault(error)}"
                skip(Skipped(path=path, reason=reason, failed=True))
                continue
            seen.add(name)
            if body:
                yield document(self, source, body, part=name)
            else:
                skip(Skipped(path=f"{source.path}#{name}", reason=f"line {number}: empty"))


def _is_beir(text: str) -> bool:
    """Whether the first row has an id and a text."""
    first = text.lstrip().partition("\n")[0]
    try:
        row = parsed(first)
    except (ValueError, RecursionError):
        return False
    return isinstance(row, dict) and isinstance(row.get("text"), str) and bool(row.get("_id"))


def _entry(line: str) -> tuple[str, str]:
    """Id and text of a line; raises ValueError with the reason where it has none."""
    row = parsed(line)
    if not isinstance(row, dict):
        raise ValueError("not an object")
    name, title, text = one_line(row.get("_id")), one_line(row.get("title")), row.get("text")
    if not name:
        raise ValueError("no _id")
    if not isinstance(text, str):
        raise ValueError("no text")
    blocks = [f"# {title}" if title else "", normalise(text).strip()]
    return name, "".join(f"{block}\n\n" for block in blocks if block)[:-1]
