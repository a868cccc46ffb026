"""Rules of a story's world: what is forbidden, never done, kept to somebody, or always due.

Taken from notes under a heading of rules, and from sentences that forbid or oblige. A rule is a set
of concepts; whatever shows all of them, and does not deny it, breaks what forbids; what denies them
breaks what obliges. The decision to question: most of a rule's concepts are enough where the
sentence says that it is so always ("as every night"), since that denies a rule and not one case.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from groundsmith.recipes.story.bible.fact import Fact, FactKind
from groundsmith.recipes.story.bible.story import Story
from groundsmith.recipes.story.manuscript import Chapter, Place
from groundsmith.recipes.story.reading import Mode
from groundsmith.recipes.story.words.concepts import CONCEPT_OF, WEAK
from groundsmith.verify.words import STOP_WORDS

_HEADING = re.compile(
    r"(?im)^#{1,6}[ \t]+(?:[^\n]*\b)?(?:rules?|laws?|customs?|taboos?|world|aturan|hukum|pantangan"
    r"|larangan|adat|dunia)\b[^\n]*$"
)
_ITEM = re.compile(r"(?m)^[ \t]*[-*+][ \t]+(\S[^\n]{4,400})$")
_FORBIDS = {
    "en": re.compile(
        r"\b(?:must (?:not|never)|may not|(?:is|was|are|were) (?:strictly |expressly )?(?:forbidden"
        r"|banned|prohibited|outlawed|taboo|not (?:allowed|permitted)|never (?:allowed|permitted"
        r"|\w+ed|\w+n))|it (?:is|was) (?:forbidden|against the (?:law|rules))"
        r"|[Nn]o \w+(?: of any kind)? (?:is|was|are|were|may|can|could|must|crosses|crossed|passes"
        r"|passed|enters?|entered|ever|shall|works?|worked)|(?:nobody|no one|none)(?: of \w+)?"
        r" (?:may"
        r"|might|ever|must|is to|was to|was allowed|could|can|spoke|crosse[sd])|[Ww]e don['’]t \w+"
        r" (?:after|before|on|in)|(?:does|do|did)(?: not|n['’]t) work|(?:never|cannot|can never"
        r"|could"
        r" never|could not) (?:\w+ ){1,6}?(?:on|in|after|before|beyond|without|twice|two|more than"
        r"|to"
        r" the|running|again|by)|against the law|punishable|on pain of|(?:an? \w+"
        r"|the (?:dead|living)|\w+s) (?:cannot|can never|can['’]t))\b",
        re.I,
    ),
    "id": re.compile(
        r"\b(?:(?:tidak|tak) boleh|dilarang|pantang|tabu|(?:tidak|tak) ada (?:yang|perahu|orang \w+"
        r" yang|pertunjukan|satu)|terlarang|haram|jangan pernah|tidak dibawa|(?:tidak|tak)"
        r" (?:pernah"
        r" (?:\w+ ){1,5}?(?:pada|di|sebelum|sesudah|setelah|tanpa)|berlaku|mempan|bisa (?:\w+"
        r" ){0,4}?di"
        r" (?:luar|dalam))|(?:tidak|tak) seorang pun (?:boleh|berani)|yang melanggar|orang mati"
        r" tidak)\b",
        re.I,
    ),
}
_OBLIGES = re.compile(
    r"\b(?:(?:every|each|all|everybody|everyone|whoever)\b.{2,50}\b(?:must|had to|has to|have to"
    r"|was"
    r" bound to)|(?:setiap|tiap|semua|siapa pun)\b.{2,50}\b(?:wajib|harus|mesti))\b",
    re.I,
)
_RESERVES = re.compile(
    r"\b(?:only|hanya) (?:the |a |an )?(?P<who>(?:\w+ ){1,2}?)(?:may|might|can|could|was allowed to"
    r"|were allowed to|is allowed to|had the right to|yang boleh|yang bisa|boleh|berhak)\b",
    re.I,
)
_BANS = re.compile(
    r"\b(?:forbidden|allowed|permitted|banned|prohibited|taboo|may not|must|had to|dilarang|pantang"
    r"|boleh|terlarang|haram|wajib|harus)\b",
    re.I,
)
_LONGEST_RULE = 200
_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_DENIAL = re.compile(
    r"\b(?:no|not|never|nobody|none|n['’]t|without|cannot|forbidden|rule|law|tidak|tak|bukan"
    r"|jangan|belum|tanpa|dilarang|boleh|pantang|if|kalau|seandainya|before|sebelum|nothing)\b"
    r"|n['’]t\b|\?",
    re.I,
)
_UNDONE = re.compile(
    r"\b(?:without|not|never|n['’]t|refused|tanpa|tidak|tak|menolak|enggan)\b|n['’]t\b", re.I
)
_HABIT = re.compile(
    r"\b(?:as (?:always|usual|ever|every|(?:he|she|they|we) (?:always|did every))|always|every"
    r" (?:night"
    r"|day|evening|year|friday|sunday)|whenever|any ?(?:one|body|time)|as often as|how often|having"
    r" always|all (?:year|night|day)|as (?:we|people|they) (?:do|did)|seperti biasa\w*|seperti"
    r" setiap|"
    r"selalu|sepanjang (?:tahun|malam|hari)|setiap (?:malam|hari|tahun)|siapa (?:saja|yang)|kapan"
    r" saja)\b",
    re.I,
)


class RuleKind(StrEnum):
    """What a rule does."""

    FORBIDS = "forbidden"
    OBLIGES = "due"
    RESERVES = "reserved"


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """A rule: its concepts, where it stands, and for whom alone it does not hold."""

    kind: RuleKind
    concepts: frozenset[str]
    place: Place
    reserved_to: frozenset[str] = frozenset()


_KNOWN = frozenset(CONCEPT_OF.values())
_MOST_CONCEPTS = 6
_SHORT = 3


def rules(story: Story) -> list[Rule]:
    """The rules of a story, each once; those of one concept alone forbid too much to be one."""
    found: dict[frozenset[str], Rule] = {}
    for place in _stated(story):
        for clause in re.split(r";|, sebanyak\b|, not\b|\. ", place.quote):
            rule = _rule(clause, place, story)
            if rule is not None:
                found.setdefault(rule.concepts, rule)
    return list(found.values())


def _rule(clause: str, place: Place, story: Story) -> Rule | None:
    concepts = concepts_of(clause, story)
    kind, owners = RuleKind.FORBIDS, frozenset[str]()
    reserved = _RESERVES.search(clause)
    if reserved is not None:
        kind, owners = RuleKind.RESERVES, concepts_of(reserved.group("who"), story)
        concepts -= owners
    elif _OBLIGES.search(clause):
        kind = RuleKind.OBLIGES
    elif place.order < 0 and not _DENIAL.search(clause):
        return None
    alone = len(concepts) == 1 and kind is RuleKind.FORBIDS and _BANS.search(clause)
    sure = concepts & _KNOWN and (alone or len(concepts) > 1)
    if len(concepts) > _MOST_CONCEPTS or not (sure or (len(concepts) > 1 and _BANS.search(clause))):
        return None
    return Rule(kind=kind, concepts=concepts, place=place, reserved_to=owners)


def facts(story: Story) -> Iterator[Fact]:
    """The rules as facts."""
    for rule in rules(story):
        yield Fact(
            kind=FactKind.RULE, subject="world", attribute=rule.kind.value,
            value=" + ".join(sorted(rule.concepts)), place=rule.place,
        )  # fmt: skip


def concepts_of(text: str, story: Story) -> frozenset[str]:
    """The concepts of a text: those we know, and stems of its other content words."""
    found = set()
    for one in _WORD.finditer(text):
        word = one.group().lower()
        is_common = one.group().islower() or not text[: one.start()].strip()
        known = CONCEPT_OF.get(word) or CONCEPT_OF.get(word.removesuffix("nya"))
        if known is not None:
            found.add(known)
        elif word not in STOP_WORDS and word not in WEAK and len(word) > _SHORT and is_common:
            found.add(story.stem(word))
    return frozenset(found)


def _stated(story: Story) -> Iterator[Place]:
    for note in story.manuscript.notes:
        yield from _noted(note, story)
    for sentence in story.reading.sentences:
        stated = sentence.mode in (Mode.TOLD, Mode.SAID) and len(sentence.text) < _LONGEST_RULE
        if stated and "?" not in sentence.text and _states(sentence.text, story):
            yield sentence.place()


def _states(text: str, story: Story) -> bool:
    """Whether a sentence lays down a rule."""
    return bool(
        _FORBIDS[story.language].search(text) or _OBLIGES.search(text) or _RESERVES.search(text)
    )


def _noted(note: Chapter, story: Story) -> Iterator[Place]:
    headings = list(re.finditer(r"(?m)^#{1,6}[ \t][^\n]*$", note.text))
    for at, heading in enumerate(headings):
        stop = headings[at + 1].start() if at + 1 < len(headings) else len(note.text)
        is_rules = _HEADING.match(heading.group())
        for item in _ITEM.finditer(note.text, heading.end(), stop):
            if is_rules or _states(item.group(1), story):
                yield Place(
                    chapter=note.name, order=note.order, start=item.start(1), stop=item.end(1),
                    quote=item.group(1),
                )  # fmt: skip


def breaks(rule: Rule, text: str, shown: frozenset[str]) -> bool:
    """Whether a sentence with these concepts breaks a rule."""
    missing = len(rule.concepts - shown)
    shared = len(rule.concepts) - missing
    if rule.kind is RuleKind.OBLIGES:
        return shared > 1 and missing == 0 and bool(_UNDONE.search(text))
    if rule.kind is RuleKind.RESERVES and rule.reserved_to & shown:
        return False
    if _DENIAL.search(_HABIT.sub("", text)):
        return False
    if len(rule.concepts) == 1:
        return missing == 0 and _hits(next(iter(rule.concepts)), text) > 1
    return missing == 0 or (shared > 1 and missing == 1 and bool(_HABIT.search(text)))


def _hits(concept: str, text: str) -> int:
    """How many words of a text stand for a concept."""
    return sum(CONCEPT_OF.get(one.group().lower()) == concept for one in _WORD.finditer(text))
