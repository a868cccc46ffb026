"""What happened when: an event, who and what was in it, and all that its sentence says of when.

An event is a word for what happens (`words/happenings.py`), or a verb, or the subject of one that
says nothing ("the alarm went"). The decision to question: things are taken from the whole sentence,
and only where a sentence has two times of a kind does each event get the nearer one.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from groundsmith.recipes.story.bible.story import Story
from groundsmith.recipes.story.calendar.whens import When, whens
from groundsmith.recipes.story.people.line import Line
from groundsmith.recipes.story.reading import BACK, VOUCHED, Sentence
from groundsmith.recipes.story.words.english_verbs import lemma
from groundsmith.recipes.story.words.happenings import AGAIN, LIGHT, ONCE
from groundsmith.recipes.story.words.indonesian_verbs import root
from groundsmith.recipes.story.words.phrases import TIME_NOUNS
from groundsmith.verify.words.listing import listed
from groundsmith.verify.words.numbers import NUMBER_WORDS

_WORD = re.compile(r"[^\W\d_]{3,}(?:-[^\W\d_]+)?")
_CLITIC = re.compile(r"(?:nya|ku|mu|lah|kah)$")
_BACK = re.compile(
    r"\b(?:(?i:that (?:same )?(?:day|night|morning|evening|afternoon|noon|week|spring|summer|autumn"
    r"|winter|year)|had|when|tadi|ketika|waktu|saat|sewaktu|tatkala|dulu|\w{3,}nya (?=hari|pukul"
    r"|jam|tanggal|bulan|tahun)|(?:hari|malam|pagi|siang|sore|tahun|musim) (?:\w+ ){1,3}itu)"
    r"|(?i:the (?:very )?(?:day|night|morning|evening|afternoon|hour|year|summer|winter|spring"
    r"|autumn) (?:that|when|of|on which|he|she|they|we|i|the|(?-i:[A-Z])\w+))"
    r"|(?i:hari|malam|pagi|siang|sore|tahun) (?!Senin|Selasa|Rabu|Kamis|Jumat|Sabtu|Minggu|Ahad)"
    r"[A-Z]\w+)\b"
)
_VAGUE = re.compile(
    r"\b(?:every|each|always|usually|used to|would|will|shall|if|unless|often|sometimes|or"
    r"|might|could|should|dream\w*|perhaps|as if|as though|setiap|tiap|selalu|biasanya|akan|kalau"
    r"|jika|seandainya|sering|kadang\w*|seolah\w*|seakan\w*|mungkin|barangkali|atau)\b",
    re.I,
)
"""What is told of no one time."""
_NOT_EVENT = re.compile(r"\b(?:the|his|her|my|its|their|on|to) left\b|\bsampai (?!di\b)", re.I)
_DULL = (
    TIME_NOUNS
    | frozenset(NUMBER_WORDS)
    | listed(
        """
    first last same very long only again there then half whole after before while when which where
    sun moon star light dark sky day clock hour time weather month year week date
    hari malam pagi siang sore jam pukul waktu bulan tahun minggu itu ini ketika saat pertama kali
    tanggal matahari langit musim
    """
    )
)
_NEAR = 45


@dataclass(frozen=True, slots=True, kw_only=True)
class Happening:
    """`event` was `when`.

    Attributes:
        is_once: Whether it happens once to whoever is in it.
        is_rare: Whether its verb stands in few sentences of the story.
        who: Keys of the people who do it, or to whom it is done; of all of its sentence where its
            word is a noun.
        things: Rare stems of its sentence.
        looks_back: Whether the sentence speaks of it as known.
    """

    event: str
    is_once: bool
    is_rare: bool
    who: frozenset[str]
    things: frozenset[str]
    when: When
    looks_back: bool
    sentence: Sentence


def happenings(story: Story) -> Iterator[Happening]:
    """Everything that is told with a time, in story order."""
    for line in story.lines:
        sentence = line.sentence
        if sentence.mode not in VOUCHED or _VAGUE.search(sentence.told):
            continue
        found = list(whens(sentence.told))
        if found:
            yield from _in(line, found, story)


def _in(line: Line, found: list[When], story: Story) -> Iterator[Happening]:
    told = line.sentence.told
    events = _events(line, story)
    things = _things(line, {event for event, _, _ in events}, found, story)
    back = line.sentence.mode in BACK or bool(_BACK.search(told))
    for event, at, who in events:
        for when in _whens_of(at, found):
            yield Happening(
                event=event, is_once=event in _ONCE_NAMES, is_rare=_is_rare(event, story),
                who=who, things=things, when=when, looks_back=back, sentence=line.sentence,
            )  # fmt: skip


_ONCE_NAMES, _AGAIN_NAMES = frozenset(ONCE.values()), frozenset(AGAIN.values())


def _is_rare(event: str, story: Story) -> bool:
    """Whether a verb of no list stands in so few sentences that it names its event."""
    named = event in _ONCE_NAMES or event in _AGAIN_NAMES
    return not named and story.frequency[story.stem(event)] <= 3


def _events(line: Line, story: Story) -> list[tuple[str, int, frozenset[str]]]:
    """The events of a sentence: name, place, and whose they are."""
    told = line.sentence.told
    everybody = frozenset(
        [one.key for one in (*line.mentions, *line.kin)]
        + [key for clause in line.clauses for key in clause.subjects]
    )
    found: dict[str, tuple[str, int, frozenset[str]]] = {}
    skipped = [one.span() for one in _NOT_EVENT.finditer(told)]
    verbs = {clause.verb_at: clause for clause in line.clauses}
    for one in _WORD.finditer(told):
        if any(a <= one.start() < b for a, b in skipped):
            continue
        event = named(one.group().lower(), story.language)
        clause = verbs.get(one.start())
        if clause is not None and clause.is_negated:
            continue
        if event:
            own = frozenset((*clause.subjects, *clause.objects)) if clause else frozenset()
            found.setdefault(event, (event, one.start(), own or everybody))
    for clause in line.clauses:
        event = clause.noun if clause.verb in LIGHT else clause.verb
        if len(event) > 2 and not clause.is_negated and not named(event, story.language):
            own = frozenset((*clause.subjects, *clause.objects))
            found.setdefault(event, (event, clause.verb_at, own or everybody))
    return list(found.values())


@lru_cache(50_000)
def named(word: str, language: str) -> str:
    """The event that a word stands for, in whatever form; nothing where it names none."""
    forms = (
        (word, lemma(word), word.removesuffix("s"))
        if language == "en"
        else (word, _CLITIC.sub("", word), root(word))
    )
    return next((name for table in (ONCE, AGAIN) for one in forms if (name := table.get(one))), "")


def words(told: str) -> list[str]:
    """The words of a text in lower case, compounds as one."""
    return [one.lower() for one in _WORD.findall(told)]


def _things(line: Line, events: set[str], found: list[When], story: Story) -> frozenset[str]:
    """Rare stems of a sentence, without its people, its times and its events."""
    told = line.sentence.told
    spans = [(one.start, one.stop) for one in (*line.mentions, *line.kin)]
    spans += [(one.start, one.stop) for one in found]
    stems = set()
    for one in _WORD.finditer(told):
        word = (
            _CLITIC.sub("", one.group().lower()) if story.language == "id" else one.group().lower()
        )
        if word in _DULL or any(a <= one.start() < b for a, b in spans):
            continue
        if named(word, story.language) not in events:
            stems.add(word)
    return story.rare(" ".join(sorted(stems)), 12)


def _whens_of(at: int, found: list[When]) -> Iterator[When]:
    """Of each kind the time that an event has: the only one there is, or else the nearest."""
    kinds: dict[str, list[When]] = {}
    for one in found:
        kinds.setdefault(one.kind, []).append(one)
    for ones in kinds.values():
        if all(one.meets(other) for one in ones for other in ones):
            yield min(ones, key=_width)
        else:
            nearest = min(ones, key=lambda one: abs(one.start - at))
            if abs(nearest.start - at) <= _NEAR:
                yield nearest


def _width(when: When) -> float:
    return sum(high - low + 1 for low, high in when.ranges)
