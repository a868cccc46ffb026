"""Ages told by a stage of life (`a toddler`, `masih bayi`), and a place among brothers and sisters.

The decision to question: stages are wide, and never contradict growing up by themselves.
"""

import re
from collections.abc import Iterator

from groundsmith.recipes.story.people.line import Line

_STAGES = {
    (0, 3): "a (?:baby|babe|newborn|babe in arms)|(?:masih |seorang )bayi",
    (1, 5): "a toddler|(?:masih )balita",
    (12, 17): "(?:sudah )?(?:duduk|kelas \\w+|masuk) (?:di )?(?:SMP|SMA)",
    (12, 19): "a teenager|in (?:his|her) teens|(?:masih |seorang )remaja",
    (18, 130): "(?:already )?a grown(?:-up)? (?:woman|man)|(?:sudah |telah )dewasa",
}
_STAGE = [
    (low, high, re.compile(rf"\b(?:was|is|were|,)? ?(?:already |still |only |just )?(?:{words})\b"))
    for (low, high), words in _STAGES.items()
]
_SIBLINGS = r"(?:sisters|brothers|children|siblings|sons|daughters|family|girls|boys|lot|\w+ kids)"
_RANK = re.compile(
    rf"\b(?:(?:was|is|were|be|,) (?:always )?the (?P<en>youngest|eldest|oldest)"
    rf"(?: of| in| among|[.,;]|$)(?: the| them| five| four| three| two| six| seven| \w+['’]s"
    rf"| their| her| his){{0,2}}(?: {_SIBLINGS})?"
    r"|(?:anak|si) (?P<id>bungsu|sulung))",
    re.I,
)
_RANKS = {"youngest": "youngest", "bungsu": "youngest"}


def stages(line: Line) -> Iterator[tuple[str, int, int, int, int]]:
    """Who, the least and the most years, and where it stands."""
    told = line.sentence.told
    for low, high, pattern in _STAGE:
        one = pattern.search(told)
        if one is not None and (who := _who(line, one.start())):
            yield who, low, high, one.start(), one.end()


def ranks(line: Line) -> Iterator[tuple[str, str, int, int]]:
    """Who is the youngest or the eldest, and where it stands."""
    for one in _RANK.finditer(line.sentence.told):
        said = (one.group("en") or one.group("id")).lower()
        if who := _who(line, one.start()):
            yield who, _RANKS.get(said, "eldest"), one.start(), one.end()


def _who(line: Line, at: int) -> str | None:
    """Who is meant: the only one named, else the subject of the clause."""
    keys = {one.key for one in line.mentions}
    if len(keys) == 1 and (not line.kin or line.sentence.told.startswith(("As ", "Sebagai "))):
        return keys.pop()
    clause = next((one for one in reversed(line.clauses) if one.start <= at < one.stop), None)
    return clause.subjects[0] if clause and len(clause.subjects) == 1 else None
