"""The sentences of a project's sources that can stand in a post, with their places.

A sentence is taken as it is, its markup left out; one that leans on what stood before it, that is a
heading, a badge, a command or a table's row, or that the policy would not let pass, is not taken.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from groundsmith.corpus.outline import BlockKind, outline
from groundsmith.corpus.project.kinds import SourceKind, file_of
from groundsmith.recipes.post.content import Place
from groundsmith.recipes.post.project import Project
from groundsmith.records import Chunk
from groundsmith.seams import SentenceSplitter

LONGEST_CHARS = 320
_SHORTEST_CHARS = 30
_LEAST_WORDS = 5
_LEAST_LETTERS = 0.7
_LINKED = re.compile(
    r"!\[[^\]\n]{0,300}\]\([^)\s]{0,500}\)|\[([^\]\n]{0,300})\](?:\([^)\s]{0,500}\)|\[[^\]\n]{0,100}\])"
)
_RST_REFERENCE = re.compile(r"(?<=\w)__?(?!\w)")
_POINTS = re.compile(
    r"\b(?:at|see|visit|click|read|here)\s{1,3}(?:the\s{1,3})?[\[`]", re.IGNORECASE
)
_RST_LINKED = re.compile(r"`([^`<\n]{1,200})\s<[^>\n]{1,300}>`__?")
_CODE = re.compile(r"`{1,2}([^`\n]{1,200})`{1,2}")
_STRONG = re.compile(r"(?<![\w*])(\*\*|__|\*|_)(?=\S)([^*_\n]{1,300})(?<=\S)\1(?![\w*])")
_TAG = re.compile(r"</?[a-zA-Z][^<>\n]{0,300}>")
_UNFIT = re.compile(
    r"https?://|[|<>{}$\[\]`*#\\^=]|\w\(\)|::|->|\n\s*\n|!\(|--\w|[\x00-\x08\x0b-\x1f\x7f]"
)
_ENDS = re.compile(r"[.!。！．।۔]['\")»”’]?\Z")
_LEANS = re.compile(
    r"(?:it|its|this|that|these|those|they|their|them|he|she|here|there|but|and|or|so|then|also|"
    r"however|therefore|thus|instead|otherwise|see|note|for example|if so|such|both|each|"
    r"please|besides?|similarly|finally|secondly|in addition|as mentioned|read|click|visit|"
    r"optionally|"
    r"ini|itu|mereka|dia|namun|tetapi|tapi|dan|atau|maka|juga|lihat|misalnya|oleh karena itu|"
    r"hal|yang)\b",
    re.IGNORECASE,
)
_POINTS_BACK = re.compile(r"\b(?:these|tersebut)\b|\bthere\.\Z", re.IGNORECASE)
_TEXT_FILE = re.compile(r"\.(?:md|markdown|rst|txt)\Z", re.IGNORECASE)
_WORD = re.compile(r"[^\W\d_]+")


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """A sentence of a source, as a post would have it."""

    text: str
    source: SourceKind
    place: Place
    opens: bool
    """Whether it is the first prose of the README."""


def told(
    project: Project, splitter: SentenceSplitter, fit: Callable[[str], bool]
) -> Iterator[Told]:
    """The usable sentences of the prose, in the order of the inputs.

    Args:
        fit: Whether a sentence may be published at all.
    """
    seen: set[str] = set()
    opens = True
    for number, (kind, chunk) in enumerate(zip(project.kinds, project.inputs, strict=True)):
        if kind not in _PROSE:
            continue
        if kind is SourceKind.EXAMPLES and not _TEXT_FILE.search(file_of(chunk.document)):
            continue
        for start, stop, text in _sentences(chunk, splitter):
            if text in seen or not fit(text):
                continue
            seen.add(text)
            first = opens and kind is SourceKind.README
            yield Told(
                text=text,
                source=kind,
                place=Place(input=number, start=start, stop=stop),
                opens=first,
            )
            opens = opens and not first


_PROSE = frozenset({SourceKind.README, SourceKind.DOCS, SourceKind.EXAMPLES})


def _sentences(chunk: Chunk, splitter: SentenceSplitter) -> Iterator[tuple[int, int, str]]:
    code = [(one.start, one.stop) for one in outline(chunk.text) if one.kind is BlockKind.CODE]
    headings = [
        (one.start, one.stop) for one in outline(chunk.text) if one.kind is BlockKind.HEADING
    ]
    for span in splitter.split(chunk.text):
        if any(span.start < stop and start < span.stop for start, stop in (*code, *headings)):
            continue
        raw = span.of(chunk.text)
        text = plain(raw)
        if is_fit(text) and not _POINTS.search(raw):
            yield span.start, span.stop, text


def plain(text: str) -> str:
    """A sentence without the markup of Markdown and reStructuredText, on one line."""
    text = " ".join(text.split())
    text = _LINKED.sub(lambda found: found[1] or "", text)
    text = _RST_LINKED.sub(r"\1", text)
    text = _CODE.sub(r"\1", text)
    text = _RST_REFERENCE.sub("", text)
    text = _STRONG.sub(r"\2", text)
    text = _TAG.sub("", text)
    return " ".join(text.split())


def is_fit(text: str) -> bool:
    """Whether a sentence can stand alone in a post."""
    if not _SHORTEST_CHARS <= len(text) <= LONGEST_CHARS or not _ENDS.search(text):
        return False
    if _UNFIT.search(text) or _LEANS.match(text) or _POINTS_BACK.search(text):
        return False
    first = text[0]
    if first.islower() or not (first.isalnum() or first in "\"'“‘«¿¡"):
        return False
    letters = sum(char.isalpha() or char.isspace() for char in text)
    words = len(_WORD.findall(text))
    spaced = any(char.isspace() for char in text)
    return letters >= _LEAST_LETTERS * len(text) and (words >= _LEAST_WORDS or not spaced)
