"""Who is whose mother, brother or wife: what names, clauses and notes say of two people.

A relation is between two people and of one class. It is read from an apposition (`Hester, my
father's half-sister`), from a clause that says it (`He is my cousin`), from a wedding, and from
notes. The decision to question: an apposition holds in whatever is told, a supposition too, since
it is not what is supposed; what people say to each other establishes nothing.
"""

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from groundsmith.recipes.story.bible.fact import Fact, FactKind
from groundsmith.recipes.story.bible.kinship import KinPhrase, phrases, possessor
from groundsmith.recipes.story.bible.story import Story
from groundsmith.recipes.story.grammar.clauses import Clause
from groundsmith.recipes.story.manuscript import Place
from groundsmith.recipes.story.people.line import Line
from groundsmith.recipes.story.people.people import SELF
from groundsmith.recipes.story.reading import VOUCHED, Mode
from groundsmith.recipes.story.words.kin import BACK

_CLOSES = re.compile(r"\s*(?:[,.;:!?)—–]|$|who\b|yang\b|itu\b)")
_LISTED = re.compile(r",? (?:and|or|dan|serta|atau) ")
_LINK = re.compile(
    r",? (?:(?:who|yang|is|was|am|has been|had been|being|as|adalah|ialah|sebagai|merupakan|itu"
    r"|cuma|hanya|only|really|now|also|the|a|an|ternyata) ){1,4}$"
)
_APART = re.compile(r"(?:,| —| –| \() ?$")
_ADVERBS = re.compile(r"\W*(?:(?:only|just|really|also|still|cuma|hanya|memang|adalah)\W+)*$")
_MARRY = ("marry", "wed", "nikah", "kawin")
_SPOUSE = {"m": "husband", "f": "wife"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Relation:
    """`who` is the `word` of `whose`; `kind` is the class of that word."""

    who: str
    word: str
    kind: str
    gender: str
    whose: str
    is_only: bool
    place: Place
    mode: Mode


def facts(story: Story) -> Iterator[Fact]:
    """Relations; `subject` is `attribute`(class) of `value`."""
    for one in relations(story):
        yield Fact(
            kind=FactKind.RELATION, subject=one.who, attribute=one.kind, value=one.whose,
            place=one.place, mode=one.mode,
        )  # fmt: skip


def relations(story: Story) -> Iterator[Relation]:
    """What the notes and the narration say, in that order."""
    yield from _noted(story)
    for before, line in pairwise((None, *story.lines)):
        if line is None or line.sentence.mode in (Mode.SAID, Mode.DREAMT):
            continue
        yield from _weddings(line)
        for phrase in phrases(line.sentence.told, story.language, story):
            who = _named(phrase, line, story)
            if who is None and line.sentence.mode in VOUCHED:
                who = _said_of(phrase, line, story) or _fragment(phrase, line, before, story)
            whose = possessor(phrase, line, who, story) if who else None
            if who and whose and who != whose and _fits(phrase, who, story):
                yield _relation(phrase, who, whose, line)


def _relation(phrase: KinPhrase, who: str, whose: str, line: Line) -> Relation:
    return Relation(
        who=who, word=phrase.word, kind=phrase.kind, gender=phrase.gender, whose=whose,
        is_only=phrase.is_only, place=line.sentence.place(phrase.start, phrase.stop),
        mode=line.sentence.mode,
    )  # fmt: skip


def _fits(phrase: KinPhrase, who: str, story: Story) -> bool:
    one = story.cast.characters.get(who)
    return one is None or not phrase.gender or one.gender in ("", phrase.gender)


def _named(phrase: KinPhrase, line: Line, story: Story) -> str | None:
    """Who stands beside a phrase as its name: `my brother Otis`, `Bonar, adiknya,`."""
    told = line.sentence.told
    behind = told[phrase.stop : phrase.stop + 40]
    for one in line.mentions:
        if story.language == "en" and phrase.start < one.start < phrase.stop < one.stop:
            return one.key  # "brother Otis", a title
        gap = told[phrase.stop : one.start]
        if gap == " " or (
            re.fullmatch(r",? (?:(?:called|named|bernama|yang bernama) )?", gap)
            and _CLOSES.match(told, one.stop)
            and not _LISTED.match(told, one.stop)
        ):
            if story.language == "id" and gap == " " and phrase.pronoun:
                continue
            return one.key
        if one.stop > phrase.start:
            continue
        gap = told[one.stop : phrase.start]
        if _LISTED.match(behind):
            continue
        apposed = _APART.fullmatch(gap) or (story.language == "id" and gap == " ")
        if apposed and _CLOSES.match(behind):
            return one.key
        if _LINK.fullmatch(gap):
            return one.key
    return None


def _said_of(phrase: KinPhrase, line: Line, story: Story) -> str | None:
    """Of whom a clause says that they are such kin: `He's only my cousin`."""
    told = line.sentence.told
    for clause in line.clauses:
        if clause.verb != "be" or clause.is_negated or clause.modal or not clause.subject:
            continue
        at = clause.verb_at if story.language == "en" else clause.start
        if not at < phrase.start < clause.stop or clause.opener in ("if", "kalau", "jika"):
            continue
        between = told[at : phrase.start]
        between = between.split(" ", 1)[-1] if story.language == "en" else between
        if story.language == "id":
            between = between.removeprefix(clause.subject_text)
        if _ADVERBS.fullmatch(between):
            who = clause.subject
            return line.subject if who.startswith("(") and who != SELF else who
    return None


def _fragment(phrase: KinPhrase, line: Line, before: Line | None, story: Story) -> str | None:
    """Whom a sentence without a subject means: `Adik Ratri lain bapak.` after one about Banyu."""
    told = line.sentence.told
    if before is None or phrase.start > 1 or before.sentence.paragraph != line.sentence.paragraph:
        return None
    half = re.match(r" (?:lain|beda|seibu|sebapak|by (?:another|a second))\b", told[phrase.stop :])
    if not half and not re.match(r"\s*[.;,]?$", told[phrase.stop :]):
        return None
    return before.subject if before.subject in story.cast.characters else None


def _weddings(line: Line) -> Iterator[Relation]:
    if line.sentence.mode not in VOUCHED:
        return
    for clause in line.clauses:
        if clause.verb not in _MARRY or clause.is_negated or clause.modal or clause.under:
            continue
        if len(clause.subjects) == 2 and SELF not in clause.subjects:
            others = [clause.subjects[1]]
        else:
            others = _partners(clause, line)
        if clause.subjects and len(others) == 1 and clause.subjects[0] != others[0]:
            for who, whose in ((clause.subjects[0], others[0]), (others[0], clause.subjects[0])):
                yield Relation(
                    who=who, word="spouse", kind="spouse", gender="", whose=whose, is_only=False,
                    place=line.sentence.place(), mode=line.sentence.mode,
                )  # fmt: skip


def _partners(clause: Clause, line: Line) -> list[str]:
    """Whom somebody marries."""
    return [*clause.objects] or [
        one.key
        for one in line.mentions
        if re.search(r"\b(?:dengan|to)\s$", line.sentence.told[clause.verb_at : one.start])
    ]


def _noted(story: Story) -> Iterator[Relation]:
    """What sheets say: `Milan's older sister`, `Wening, anaknya`."""
    for one in story.cast.characters.values():
        for entry in one.sheet.entries if one.sheet else ():
            text = entry.value
            for phrase in phrases(text, story.language, story):
                opens = re.search(r"(?:^|[.;,] ?(?:the )?)$", text[: phrase.start], re.I)
                before = re.search(r"(?:^|[.;] ?)([A-Z]\w+)(?: [A-Z]\w+)?, $", text[: phrase.start])
                who, whose = one.key, phrase.whose
                if before and story.cast.key_of(before.group(1)):
                    who = story.cast.key_of(before.group(1)) or one.key
                    whose = phrase.whose or one.key
                elif not opens:
                    continue
                whose = f"{phrase.of}:{whose}" if phrase.of and whose else whose
                for key in (whose, *_also(text[phrase.stop :], story)):
                    if key and key != who:
                        yield Relation(
                            who=who, word=phrase.word, kind=phrase.kind, gender=phrase.gender,
                            whose=key, is_only=phrase.is_only, place=entry.place, mode=Mode.TOLD,
                        )  # fmt: skip


def _also(behind: str, story: Story) -> Iterator[str]:
    """A second possessor: `father of Maren and Josse`."""
    other = re.match(r"(?: [A-Z]\w+)? (?:and|dan) ([A-Z]\w+)", behind)
    key = story.cast.key_of(other.group(1)) if other else None
    if key is not None:
        yield key


def named_kin(story: Story) -> dict[str, str]:
    """Whom `mother:Maren` and its like name, where the story says one person and no other."""
    found: dict[str, set[str]] = defaultdict(set)
    for one in relations(story):
        who = story.cast.characters.get(one.who)
        if who is None or one.whose.partition(":")[2]:
            continue
        words: tuple[str, ...] = (one.word,)
        if one.word == "spouse":
            words = (_SPOUSE[who.gender],) if who.gender else ("husband", "wife")
        for word in words:
            found[f"{word}:{one.whose}"].add(one.who)
    return {key: who.pop() for key, who in found.items() if len(who) == 1}


def back(kind: str) -> str:
    """The class of a relation seen from the other side."""
    return BACK.get(kind, kind)
