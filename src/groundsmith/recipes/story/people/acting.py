"""Who does what in a sentence: the grammar that every rule about people stands on.

A sentence's subject is whoever is named at its beginning, or whom its pronoun means: the last
character of that gender who was named, subjects first. The decision to question: one subject a
sentence, found by word order; a clause in the middle with another subject is found only where that
subject is named.
"""

import re
from collections.abc import Iterator

from groundsmith.recipes.story.grammar import english, indonesian
from groundsmith.recipes.story.grammar.clauses import Clause
from groundsmith.recipes.story.grammar.tokens import tokens
from groundsmith.recipes.story.people.cast import Cast, Mention
from groundsmith.recipes.story.people.certainty import Certainty, Near
from groundsmith.recipes.story.people.clause_reader import ClauseReader
from groundsmith.recipes.story.people.kinfolk import kinfolk
from groundsmith.recipes.story.people.line import Act, Line
from groundsmith.recipes.story.people.owned import Owned
from groundsmith.recipes.story.people.people import SELF, People
from groundsmith.recipes.story.people.roles import Roles
from groundsmith.recipes.story.reading import Reading
from groundsmith.recipes.story.words.language import is_verb, words_of

_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_PRONOUN = {
    "en": re.compile(r"\b(?P<f>she|her)\b|\b(?P<m>he|his|him)\b", re.I),
    "id": re.compile(r"\b(?P<any>ia|dia|beliau)\b|(?P<own>\w{3,}nya)\b", re.I),
}
_SELF = {
    "en": re.compile(r"\b(?:I|my|me)\b"),
    "id": re.compile(r"\b(?:[Aa]ku|[Ss]aya)\b|\w{3,}ku\b"),
}
_SUBJECT_CHARS = 45
_FEW = 2
_IS = frozenset({"was", "is", "were", "are", "been", "be"})
"""Before a verb of speaking they make it one of naming: `One of them was called Edmund`."""
_STRANGER = re.compile(
    r"(?:(?<=there was )|(?<!like )(?<!down )(?<!as )(?<!than )(?<!is )(?<!of )(?<!been )"
    r"(?<!only )(?<!such ))"
    r"\b(?:[Aa]n? (?:\w+ ){0,2}(?:man|woman|girl|boy|stranger|child|lady|figure|fellow"
    r"|clerk)(?!['’])"
    r"|se(?:orang|sosok) (?:perempuan|lelaki|laki-laki|gadis|pemuda|anak|wanita|pria|nenek"
    r"|kakek|ibu"
    r"|bapak|penjual|orang))\b",
    re.I,
)
_APPOSITION = re.compile(r",[^,.;:!?\n]{1,70},")
_CONJUNCTION = re.compile(
    r"\b(?:dan|lalu|bahwa|ketika|karena|sementara|tetapi|namun|sedangkan|sebab|kemudian|waktu"
    r"|saat"
    r"|malam|pagi|sore|sejak|dekat|rumah)$",
    re.I,
)


def lines(reading: Reading, cast: Cast) -> Iterator[Line]:
    """Every sentence of a reading with its people, in story order."""
    focus: dict[str, str] = {}
    chapter = -1
    language = cast.words.code
    read = [(one, tuple(cast.mentions(one.told))) for one in reading.sentences]
    people = People(cast, Roles(cast, read))
    near = Near(people.gender)
    for sentence, mentions in read:
        if sentence.chapter.order != chapter:
            chapter, focus = sentence.chapter.order, {}
            people.forget()
            near.forget()
        subject = _subject(sentence.told, mentions, focus, cast)
        owner = dict(focus)
        kin = tuple(kinfolk(sentence.told, mentions, subject, owner, cast))
        acts = tuple(_acts(sentence.told, [*mentions, *kin], language))
        _look_at(sentence.told, focus, mentions, subject, acts, cast)
        clauses, things = _read(sentence.told, mentions, kin, people)
        line = Line(
            sentence=sentence,
            mentions=mentions,
            subject=subject,
            owner=owner if not mentions else {**owner, **_first_of(mentions, cast)},
            acts=acts,
            kin=kin,
            clauses=clauses,
            owned=things,
            near=near.certainties(),
            shared=cast.shared,
        )
        yield line
        near.spoken_of(_spoken_of(line, cast), _topic(line, cast))


def _spoken_of(line: Line, cast: Cast) -> Iterator[str]:
    """Whom a sentence names, in dialogue too, and who is in it without a name."""
    yield from (one.key for one in (*cast.mentions(line.sentence.text), *line.kin))
    yield from (key for one in line.clauses for key in one.subjects)
    if stranger := _STRANGER.search(line.sentence.told):
        yield f"({stranger.group().split()[-1].lower()})"


def _topic(line: Line, cast: Cast) -> str | None:
    """Whom a sentence is about beyond doubt: the only subject of its first main clause."""
    told = line.sentence.told
    main = (one for one in line.clauses if not one.opener and not one.under and one.subjects)
    clause = next(main, None)
    subjects = clause.subjects if clause is not None else (line.subject,)
    key = subjects[0] if len(subjects) == 1 else None
    if key is None or key.startswith("(") or clause is None or not clause.is_pronoun:
        return key
    named = any(one.key == key and is_subject(told, one, cast) for one in line.mentions)
    return key if named or line.near.get(key, Certainty.FAR) >= Certainty.SUBJECT else None


def _read(
    told: str, mentions: tuple[Mention, ...], kin: tuple[Mention, ...], people: People
) -> tuple[tuple[Clause, ...], tuple[Owned, ...]]:
    """The clauses of a sentence, and whose things are in it."""
    language = people.cast.words.code
    words = tokens(told, [(one.start, one.stop) for one in mentions], language)
    if not words:
        return (), ()
    grammar = indonesian if language == "id" else english
    reader = ClauseReader(told, words, mentions, kin, people)
    return reader.clauses(grammar.parse(words)), reader.owned()


def _first_of(mentions: tuple[Mention, ...], cast: Cast) -> dict[str, str]:
    """The first character named of each gender, whom a possessive behind the name means."""
    found: dict[str, str] = {}
    for mention in reversed(mentions):
        found[cast.characters[mention.key].gender] = mention.key
        found["any"] = mention.key
    return found


def _look_at(
    told: str,
    focus: dict[str, str],
    mentions: tuple[Mention, ...],
    subject: str | None,
    acts: tuple[Act, ...],
    cast: Cast,
) -> None:
    """Whom later pronouns mean: the subject, else who was named last."""
    stranger = _STRANGER.search(told)
    if stranger and stranger.start() < _SUBJECT_CHARS and (subject is None or not mentions):
        focus.clear()
    if cast.words.code == "id" and len({one.key for one in mentions}) > _FEW:
        focus.clear()  # `ia` has no gender: of so many, nobody is meant for certain
        return
    order = [one.key for one in mentions if one.key != subject]
    order += [one.who for one in acts if one.who in cast.characters]
    if subject is not None:
        order.append(subject)
    for key in order:
        if key in cast.characters:
            focus[cast.characters[key].gender] = key
            focus["any"] = key


def _subject(
    told: str, mentions: tuple[Mention, ...], focus: dict[str, str], cast: Cast
) -> str | None:
    language = cast.words.code
    pronoun = _PRONOUN[language].search(told)
    first = mentions[0] if mentions else None
    if first is not None and (pronoun is None or first.start < pronoun.start()):
        if is_subject(told, first, cast):
            return first.key
        if first.start > 0 and pronoun is None:
            return next((one.key for one in mentions if is_subject(told, one, cast)), None)
    if _SELF[language].search(told[:40]):
        return SELF
    if pronoun is None:
        return None
    side = str(pronoun.lastgroup)
    return focus.get("any" if side == "own" else side)


def is_subject(told: str, mention: Mention, cast: Cast) -> bool:
    """Whether a name is neither behind a preposition nor a possessor."""
    if told[mention.stop : mention.stop + 2] in ("'s", "’s"):
        return False
    words = _WORD.findall(told[max(0, mention.start - 30) : mention.start])
    said_before = bool(words) and words[-1].lower() in cast.words.said
    return said_before or not words or words[-1].lower() not in cast.words.prepositions


def _acts(told: str, mentions: list[Mention], language: str) -> Iterator[Act]:
    for mention in mentions:
        if told[mention.stop : mention.stop + 2] in ("'s", "’s"):
            continue
        said = _said_before(told, mention, language)
        if said is not None:
            yield Act(mention.key, said.group(), said.start(), mention.stop)
            continue
        verb = _verb_behind(told, mention, language)
        if verb is not None:
            yield Act(mention.key, verb.group().lower(), mention.start, verb.end())


def _said_before(told: str, mention: Mention, language: str) -> re.Match[str] | None:
    """The verb of speaking right before a name, as in `said Maren`."""
    words = list(_WORD.finditer(told, max(0, mention.start - 20), mention.start))
    if len(words) > 1 and words[-2].group().lower() in _IS:
        return None
    if words and words[-1].group().lower() in words_of(language).said:
        return words[-1] if told[words[-1].end() : mention.start].isspace() else None
    return None


def _verb_behind(told: str, mention: Mention, language: str) -> re.Match[str] | None:
    """The finite verb of which a name is the subject; `None` where the name is something else."""
    words = words_of(language)
    before = _WORD.findall(told[max(0, mention.start - 24) : mention.start])
    if before and before[-1].lower() in words.prepositions:
        return None
    if language == "id" and ":" in mention.key and not _opens_clause(told, mention.start):
        return None
    at = mention.stop
    if aside := _APPOSITION.match(told, at):
        at = aside.end()
    elif told[at : at + 1] not in (" ", ""):
        return None
    for count, word in enumerate(_WORD.finditer(told, at, at + 90)):
        lower = word.group().lower()
        if "," in told[at : word.start()] or count > 3:
            return None
        if is_verb(lower, language):
            return word
        if lower not in words.between and not lower.endswith("ly"):
            return None
    return None


def _opens_clause(told: str, at: int) -> bool:
    """Whether a clause may begin here: nothing, a mark, or a conjunction stands before."""
    before = told[:at].rstrip()
    return not before or not before[-1].isalpha() or bool(_CONJUNCTION.search(before))
