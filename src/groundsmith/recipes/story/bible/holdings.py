"""What people lose, sell, give away or destroy, and when they have it again.

A thing is its noun with the words that tell it from others ("bone whistle", "jam saku perak"). A
noun that stands alone is a thing only where the story has one of it, which nobody can tell by
rules; so two words are wanted.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from groundsmith.recipes.story.bible.acting import Line
from groundsmith.recipes.story.bible.fact import Fact, FactKind
from groundsmith.recipes.story.bible.story import Story
from groundsmith.recipes.story.reading import VOUCHED
from groundsmith.verify.words import STOP_WORDS
from groundsmith.verify.words.listing import listed

_NP = {
    "en": r"(?:the|her|his|my|their|our|its|that|a|an|[A-Z]\w+['’]s) (?:(?:mother|father)['’]s )?"
    r"(?P<np>[a-z-]+(?: [a-z-]+){0,3})",
    "id": r"(?P<np>[a-z-]+(?: [a-z-]+){0,4})",
}
_LOSES = {
    "en": re.compile(
        r"\b(?P<verb>lost|sold|burnt|burned|threw away|gave away|gave|handed over|left|pawned"
        r"|smashed)"
        rf" {_NP['en']}|{_NP['en'].replace('np', 'gone')} (?P<verb2>was (?:stolen|lost|burnt"
        rf"|sold)"
        r"|sank|went overboard|fell into)",
    ),
    "id": re.compile(
        r"\b(?P<verb>menjual|memberikan|membuang|membakar|menghilangkan|kehilangan|menggadaikan"
        rf"|menyerahkan) {_NP['id']}|\b{_NP['id'].replace('np', 'gone')}(?: itu)?"
        r" (?P<verb2>dibakar\w*|dijual\w*|hilang|hanyut|tenggelam|dicuri|terbakar)",
        re.I,
    ),
}
_GONE = re.compile(
    r"\b(?:lost|burnt|burned|smashed|stolen|sank|overboard|bakar|hilang|hanyut|tenggelam"
    r"|terbakar|buang)",
    re.I,
)
_AGAIN = re.compile(
    r"\b(?:found|finds|find|returned|got back|gave back|back again|another|new|bought|borrowed"
    r"|recovered"
    r"|ketemu|menemukan|ditemukan|kembali|membeli|dibeli|yang lain|baru|dikembalikan|meminjam)\b",
    re.I,
)
_HAVING = re.compile(
    r"\b(?:wore|wears|wearing|drew|draws|took out|takes out|took|pulled|held|holds|holding|blew"
    r"|put on|hung"
    r"|opened|unfolded|carried|swung|clipped|pats|patted|laid|round (?:her|his)|in (?:her"
    r"|his) (?:hand|pocket)"
    r"|memakai|mengenakan|memegang|mengeluarkan|mencabut|membuka|menutupi|membawa|menggenggam"
    r"|berkilat|di jari\w*"
    r"|di lehernya|di tangannya|tergantung|menancapkan|melihat waktu|menghitung isi)\b",
    re.I,
)
_NOT_THINGS = listed(
    """
    hand hands eyes head way room house door place time money name life child children man woman
    others one first same other little great whole time temper breath balance sight heart mind
    tangan mata kepala rumah pintu tempat waktu nama hidup anak orang uang napas suara hal jejak
    akal
    """
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Loss:
    """A thing that somebody has no more, or nobody has."""

    thing: frozenset[str]
    head: str
    who: str | None
    destroyed: bool
    line: Line


def losses(story: Story) -> Iterator[Loss]:
    """What is lost, in story order."""
    for line in story.lines:
        if line.sentence.mode not in VOUCHED:
            continue
        for one in _LOSES[story.language].finditer(line.sentence.told):
            words = (one.group("np") or one.group("gone")).lower().split()
            thing, head = thing_of(words, story)
            if len(thing) >= 2 and head:
                verb = one.group("verb") or one.group("verb2")
                yield Loss(
                    thing=thing, head=head, who=line.subject,
                    destroyed=bool(_GONE.search(verb)), line=line,
                )  # fmt: skip


def facts(story: Story) -> Iterator[Fact]:
    """Losses as facts."""
    for one in losses(story):
        yield Fact(
            kind=FactKind.POSSESSION, subject=one.who or "nobody", attribute=one.head,
            value="gone", place=one.line.sentence.place(), mode=one.line.sentence.mode,
        )  # fmt: skip


def thing_of(words: list[str], story: Story) -> tuple[frozenset[str], str]:
    """The stems of a thing's words, and that of its noun."""
    kept = []
    for word in words:
        if word in STOP_WORDS or word in ("itu", "ini", "with", "at", "in", "on", "to", "for"):
            break
        kept.append(word)
    if not kept or kept[-1 if story.language == "en" else 0] in _NOT_THINGS:
        return frozenset(), ""
    head = kept[-1] if story.language == "en" else kept[0]
    return frozenset(story.stem(word) for word in kept), story.stem(head)


def shown(line: Line, loss: Loss, story: Story) -> bool:
    """Whether somebody has the thing in a sentence."""
    told = line.sentence.told
    if not _HAVING.search(told):
        return False
    stems = [story.stem(word) for word in re.findall(r"[^\W\d_]+(?:-[^\W\d_]+)*", told)]
    if loss.head not in stems:
        return False
    at = stems.index(loss.head)
    near = set(stems[max(0, at - 4) : at + 5])
    return len(loss.thing & near) >= 2


def regained(lines: tuple[Line, ...], loss: Loss, until: Line, story: Story) -> bool:
    """Whether the thing, or another of its kind, comes back before a sentence ends."""
    return any(
        loss.line.sentence.at < line.sentence.at <= until.sentence.at
        and _AGAIN.search(line.sentence.text)
        and loss.head in story.stems(line.sentence.text)
        for line in lines
    )
