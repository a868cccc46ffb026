"""A sentence as each of its people sees it: themselves as `~`, everybody else as `@`.

Names, pronouns, possessives, kin and left-out subjects become people; contractions become words of
their own, so that a phrase of the lexicon meets one spelling only. The decision to question: an
object pronoun means whoever was last named of that gender, unless that one is the subject.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from groundsmith.recipes.story.bible.story import Story
from groundsmith.recipes.story.grammar.clauses import Clause
from groundsmith.recipes.story.grammar.tokens import Token, tokens
from groundsmith.recipes.story.people.acting import SELF, Line
from groundsmith.recipes.story.states.patterns import (
    MARKS,
    NAME_SIGN,
    OTHER,
    OTHERS,
    OWNER,
    PERSON,
)
from groundsmith.recipes.story.words.kin import KIN_CLASS
from groundsmith.verify.words.listing import listed

_OBJECTS = {"him": "m", "her": "f"}
_OWN_FIRST = frozenset({"my", "mine"})
_FIRST = frozenset({"i", "me", "myself", "aku", "saya", "gue", "gua"})
_PRONOUNS = {*_OBJECTS, *_OWN_FIRST, *_FIRST, *listed("he she it they his its their ia dia beliau")}
_MARK_OF = {"–": "—", "!": ".", "?": ".", "…": ".", "(": ",", ")": ","}
_CLITIC = re.compile(r"(?<=[a-z]{3})(?:lah|kah|pun)$")
_NYA = re.compile(r"(?<=[a-z]{3})nya$")
_KU = re.compile(r"(?<=[a-z]{4})ku$")
_NO_NYA = listed("hanya tanya biasanya akhirnya rupanya ternyata sebenarnya seluruhnya")
_PASSES = frozenset({"aux", "neg", "adv"})
_NO_THINGS = listed("kecil muda awal lama dulu dewasa remaja saat ketika waktu hanya bahkan meski")
"""What Indonesian says before a name that owns nothing: `sejak kecil Budi tak pernah …`."""
_GOVERNS = listed(
    """
    bisa dapat cara pandai pintar jago mahir lihai piawai ahli cakap lancar fasih gemar suka hobi
    biasa terbiasa takut berani enggan malas mampu sanggup kuat hendak mau ingin akan untuk kursus
    les latihan pelajaran gagal berhasil sempat
    """
)
"""Indonesian words that a verb belongs to."""
_AFTER_OBJECT = listed(
    """
    to and or but in on at for with from as by about into out up down off over through across that
    how what when where while because so if
    """
)
"""What follows `her` where it is no possessive."""
_KIN_ID = (
    rf"(?:{'|'.join(KIN_CLASS['id'])})(?: (?:perempuan|laki-laki|lelaki|kandung|tiri|angkat|mertua"
    r"|sulung|bungsu|tertua|pertama|kedua|kembar|semata wayang))*"
)
_KIN_OF = re.compile(rf"{_KIN_ID}(?:nya|ku)?(?: [A-Z]\S*)?\b", re.I)
"""An Indonesian subject that is somebody's kin: it stays as it is, behind it stands whose."""
_KIN_BEFORE = re.compile(rf"\b{_KIN_ID} $", re.I)


@dataclass(frozen=True, slots=True)
class Word:
    """A word of a sentence: as patterns meet it, whose it is, and where it stands."""

    text: str
    key: str | None
    start: int
    stop: int
    is_owner: bool = False


@dataclass(frozen=True, slots=True)
class View:
    """A sentence as one person sees it.

    Attributes:
        text: Its words, apart by one space, with one at either end.
        starts: Where each word begins in `text`.
        words: The words behind it, with their offsets in the sentence.
    """

    key: str
    text: str
    starts: tuple[int, ...]
    words: tuple[Word, ...]

    def span(self, start: int, stop: int) -> tuple[int, int]:
        """Offsets in the sentence of what stands at offsets of `text`."""
        inside = [w for w, at in zip(self.words, self.starts, strict=True) if start <= at < stop]
        return min(one.start for one in inside), max(one.stop for one in inside)

    def is_named(self, start: int, stop: int, told: str) -> bool:
        """Whether a name or a role, and no pronoun, stands there for the person."""
        inside = zip(self.words, self.starts, strict=True)
        named = (
            told[w.start : w.stop].strip().lower()
            for w, at in inside
            if start <= at < stop and w.key == self.key
        )
        return any(one and one not in _PRONOUNS and not _NYA.search(one) for one in named)

    def other(self, start: int, stop: int) -> str | None:
        """The first other person there."""
        inside = zip(self.words, self.starts, strict=True)
        return next(
            (w.key for w, at in inside if start <= at < stop and w.key not in (None, self.key)),
            None,
        )


def views(line: Line, story: Story) -> list[View]:
    """What is told in a line, once for each of its people."""
    words = _words(line, story)
    return [_view(key, words) for key in _keys(words)]


def spoken_view(line: Line, speaker: str, story: Story) -> View | None:
    """What somebody says in a line, where they speak of themselves."""
    text, told = line.sentence.text, line.sentence.told
    said = "".join(char if told[at].isspace() else " " for at, char in enumerate(text))
    named = [(one.start, one.stop) for one in story.cast.mentions(said)]
    found: list[Word] = []
    for token in tokens(said, named, story.language):
        if token.kind == "gap":
            continue
        for word in _spelt(token, story.language):
            own = word.is_owner or word.text in _OWN_FIRST
            first = own or word.text in _FIRST
            key = speaker if first else "(other)" if token.kind in ("name", "owner") else None
            found.append(replace(word, key=key, is_owner=own or token.kind == "owner"))
    return _view(speaker, found) if any(one.key == speaker for one in found) else None


def _keys(words: Sequence[Word]) -> list[str]:
    return list(dict.fromkeys(one.key for one in words if one.key is not None))


def _view(key: str, words: Sequence[Word]) -> View:
    starts: list[int] = []
    text = " "
    for word in words:
        starts.append(len(text))
        text += f"{_seen(word, key)} "
    return View(key, text, tuple(starts), tuple(words))


def _seen(word: Word, key: str) -> str:
    if word.key is None:
        return word.text
    if word.key == key:
        return OWNER if word.is_owner else PERSON
    return OTHERS if word.is_owner else OTHER


def _words(line: Line, story: Story) -> list[Word]:
    told = line.sentence.told
    people = _people(line, story)
    named = [(one.start, one.stop) for one in line.mentions]
    found: list[Word] = []
    covered = -1
    before = _left_out(line, tokens(told, named, story.language), story.language)
    for token in tokens(told, named, story.language):
        if token.kind == "gap":
            found.append(Word(".", None, token.start, token.stop))
            continue
        if token.start in before:
            found.append(Word("", before[token.start], token.start, token.start))
        if token.start < covered:
            continue
        if token.start in people:
            key, stop, is_owner = people[token.start]
            covered = stop
            found.append(Word("", key, token.start, max(stop, token.stop), is_owner))
            continue
        found.extend(_placed(token, line, story))
    return [_objective(one, found[at + 1 :]) for at, one in enumerate(found)]


def _objective(word: Word, after: Sequence[Word]) -> Word:
    """A word as it is, but `her` as an object where nothing follows that could be hers."""
    if not word.is_owner or word.text != "her":
        return word
    is_owner = bool(after) and after[0].text not in _AFTER_OBJECT | MARKS
    return replace(word, is_owner=is_owner)


def _people(line: Line, story: Story) -> dict[int, tuple[str, int, bool]]:
    """Where people stand in a sentence: who, up to where, and whether as an owner."""
    told = line.sentence.told
    found: dict[int, tuple[str, int, bool]] = {}
    for clause in line.clauses:
        if _is_done_by_another(clause, told, story.language):
            continue
        if len(clause.subjects) == 1 and clause.subject_text and clause.subject is not None:
            if story.language == "id" and _KIN_OF.match(clause.subject_text):
                continue
            at = told.find(clause.subject_text, clause.start)
            if at >= 0:
                key = story.person(clause.subject)
                found[at] = (key, at + len(clause.subject_text), False)
    for mention in line.mentions:
        marked = told[mention.stop : mention.stop + 2] in ("'s", "’s")
        stop = mention.stop + 2 * marked
        owns = marked or (
            story.language == "id"
            and _KIN_BEFORE.search(told, max(0, mention.start - 40), mention.start) is not None
        )
        found[mention.start] = (mention.key, stop, owns)
    for thing in line.owned:
        if story.language == "id":
            name = next((m for m in line.mentions if m.start == thing.stop + 1), None)
            if name is not None and name.key == thing.key and thing.noun not in _NO_THINGS:
                found[name.start] = (name.key, name.stop, True)
        else:
            begin = told.rfind(" ", 0, max(0, thing.start - 1)) + 1
            if told[begin : thing.start].strip().lower() in ("his", "her", "my", "its"):
                found[begin] = (thing.key, thing.start - 1, True)
    return found


def _is_done_by_another(clause: Clause, told: str, language: str) -> bool:
    """Whether what stands before the verb is what it is done to: `surat itu dibacanya`."""
    verb = told[clause.verb_at : clause.verb_at + 2].lower()
    return language == "id" and verb == "di" and not clause.is_passive


def _left_out(line: Line, words: Sequence[Token], language: str) -> dict[int, str]:
    """Who acts without being named, by where the verb with its auxiliaries begins."""
    found: dict[int, str] = {}
    for clause in line.clauses:
        if clause.subject_text or len(clause.subjects) != 1 or clause.subject is None:
            continue
        at = next((n for n, one in enumerate(words) if one.start == clause.verb_at), None)
        while at is not None and at > 0 and words[at - 1].kind in _PASSES:
            at -= 1
        if at is not None and (at == 0 or not _governs(words[at - 1], language)):
            found[words[at].start] = clause.subject
    return found


def _governs(word: Token, language: str) -> bool:
    """Whether the verb behind a word belongs to it: `to swim`, `belajar berenang`."""
    if language == "en":
        return word.lower == "to"
    return word.kind in ("verb", "base") or word.lower in _GOVERNS


def _placed(token: Token, line: Line, story: Story) -> Iterator[Word]:
    """A token that is no person by its clause: pronouns are resolved as well as can be."""
    owners = line.owner
    lower = token.lower
    if lower in ("his", "her", "their") and token.kind == "poss":
        key = owners.get("m" if lower == "his" else "f") if lower != "their" else None
        yield Word(lower, key, token.start, token.stop, is_owner=True)
    elif lower in _OBJECTS and token.kind == "obj":
        key = owners.get(_OBJECTS[lower])
        yield Word(lower, key, token.start, token.stop)
    elif lower in _OWN_FIRST or lower in _FIRST:
        yield Word(lower, SELF, token.start, token.stop, is_owner=lower in _OWN_FIRST)
    else:
        for word in _spelt(token, story.language):
            owner = story.language == "id" and (word.is_owner or not word.text)
            key = word.key or (_owner_at(line, token) if owner else None)
            yield replace(word, key=key, text=word.text if key or not owner else "nya")


def _owner_at(line: Line, token: Token) -> str | None:
    """Whose `-nya` it is: by the thing it stands behind, else whom a pronoun would mean."""
    thing = next((one for one in line.owned if one.start <= token.start < one.stop), None)
    clause = next((one for one in line.clauses if one.verb_at == token.start), None)
    if clause is not None and clause.subject is not None and token.lower.startswith("di"):
        return clause.subject
    key = thing.key if thing is not None else line.owner.get("any")
    _, _, whose = (key or "").partition(":")
    return whose if whose and _KIN_OF.match(token.lower) else key


def _spelt(token: Token, language: str) -> Iterator[Word]:
    """A token as words: `couldn't` as two, `rambutnya` as the hair and its owner."""
    start, stop = token.start, token.stop
    lower = _MARK_OF.get(token.lower, token.lower)
    if token.kind == "mark":
        yield Word(lower if lower in MARKS else ",", None, start, stop)
        return
    if language == "id":
        yield from _spelt_id(_CLITIC.sub("", lower), token)
        return
    if lower == "cannot" or lower.endswith("n't"):
        stem = {"cannot": "can", "can't": "can", "won't": "will", "shan't": "shall"}.get(lower)
        yield Word(stem or lower.removesuffix("n't"), None, start, stop)
        yield Word("not", None, start, stop)
        return
    pronoun, _, rest = lower.partition("'")
    if rest in ("d", "ve", "ll", "m", "re") and pronoun:
        is_first = pronoun == "i"
        yield Word(pronoun, SELF if is_first else None, start, stop)
        yield Word({"d": "had", "ve": "have", "ll": "will", "m": "am", "re": "are"}[rest],
                   None, start, stop)  # fmt: skip
        return
    sign = NAME_SIGN if token.text[0].isupper() and start > 1 else ""
    yield Word(sign + lower, None, start, stop)


def _spelt_id(lower: str, token: Token) -> Iterator[Word]:
    start, stop = token.start, token.stop
    for ending, key in ((_NYA, None), (_KU, SELF)):
        if token.kind != "name" and ending.search(lower) and lower not in _NO_NYA:
            yield Word(ending.sub("", lower), None, start, stop)
            is_agent = lower.startswith("di") and token.kind == "verb"
            yield Word("", key, start, stop, is_owner=not is_agent)
            return
    sign = NAME_SIGN if token.text[0].isupper() and start > 1 else ""
    yield Word(sign + lower, None, start, stop)
