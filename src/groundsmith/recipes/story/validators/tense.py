"""Narration that changes tense; in Indonesian, which has none, its standpoint in time.

English: two verbs of the other tense in a run of narration, none in the story's own. Indonesian:
`sekarang`, `besok`, `sedang`, `akan` in narration that says `hari itu` and `keesokan harinya`.
Thoughts, general truths and memories may stand in the present.
"""

import re
from collections import Counter
from collections.abc import Iterator

from groundsmith.recipes.story.bible.story import Story
from groundsmith.recipes.story.findings import Finding, Severity, slips
from groundsmith.recipes.story.reading import Mode, Sentence
from groundsmith.recipes.story.words import english
from groundsmith.verify.words.listing import listed

_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
_SUBJECT = re.compile(
    r"\b(?:he|she|it|they|there|who|(?:the|a|an|his|her|their|my|our) (?:\w+ ){0,2}?\w+|[A-Z]\w+)"
    r" (?:\w+ly |still |only |never |always |also )?(?P<verb>[a-z]+)\b"
)
_SERIES = re.compile(r"(?:,|, and|;|\band\b|\bthen\b) (?:(?:he|she|it|they) )?(?P<verb>[a-z]+)\b")
_GENERAL = re.compile(
    r"\b(?:one (?:can|may|must|never|always|does|is|has)|you|whenever|nobody|everyone|people"
    r"|such as"
    r"|that is|as one|the law|custom|means|called|I|me|my|we)\b"
)
_THOUGHT = re.compile(r"\b(?:thought|think|wondered|pikir\w*|batin\w*|dalam hati|kata\w*)\b", re.I)
_NOW = re.compile(
    r"\b(?:sekarang|saat ini|kini|(?<!sampai )(?<!hingga )hari ini|malam ini|pagi ini|siang ini"
    r"|sore ini|detik ini)\b",
    re.I,
)
_SOON = re.compile(
    r"\b(?:besok|lusa|nanti|sebentar lagi|\w+ lagi) ?(?:\w+ ){0,4}(?:akan|ingin)?\b", re.I
)
_GOING = re.compile(r"\b(?:sedang|akan|hendak|mau)\b", re.I)
_THEN = re.compile(
    r"\b(?:(?:hari|malam|pagi|sore|siang|saat|waktu|ketika|tahun|minggu) itu|keesokan\w*"
    r"|esok harinya"
    r"|kemudian|malamnya|paginya|sorenya)\b",
    re.I,
)
_STATES = listed(
    """
    is are has does knows thinks means wants seems lies needs owns feels keeps says
    """
)
_PRESENT = re.compile(r"\b(?:is|are|has|have|does|do|isn['’]t|aren['’]t|hasn['’]t|doesn['’]t)\b")
_RELATIVE = re.compile(r",? (?:who|which|that|when|where|because) [^,;:]*")
_MAIN = re.compile(
    r"\b(?:[a-z]+ed|was|were|had|did|said)\b"
    r"|\b(?:he|she|it|they|[A-Z]\w+) (?!but\b|and\b|or\b|of\b)"
    r"[a-z]+\b"
)
"""A verb of its own, once what hangs on a relative is taken away."""
_BEFORE = re.compile(
    r"\b(?:(?:in|of|since|until|by) (?:1\d|20)\d\d|(?:1\d|20)\d\d|ago|last (?:year|month|week"
    r"|winter|summer|spring|autumn|night|time)|yesterday|once|used to|for \w+ (?:years|months)"
    r"|years|as a (?:child|boy|girl)|when (?:he|she|they) (?:was|were))\b",
    re.I,
)
"""What says that a sentence in the past, in a story of the present, tells of before."""
_I = re.compile(r"\b(?:I|my|me)\b")
_OFTEN = 0.15
_FRAME = re.compile(
    r"\b(?:has|have) (?:\w+ly |never |long |since )?(?:\w+(?:ed|wn|en|ne)|been|had|kept|lost"
    r"|left)\b"
    r"|\b(?:now|still|nowadays|these days|today|to this day)\b"
)
"""Where somebody who looks back on their own story says how things are since."""
_LEAST = 16
_NEAR_CHARS = 400


def check(story: Story) -> Iterator[Finding]:
    """Sentences of narration in another tense than the story's."""
    told = [one for one in story.reading.sentences if one.mode in (Mode.TOLD, Mode.SUPPOSED)]
    found = _standpoint(told) if story.language == "id" else _tenses(told)
    yield from slips(found, story.manuscript.word_count)


def _tenses(told: list[Sentence]) -> Iterator[Finding]:
    counted = [(one, *_verbs(one.told)) for one in told]
    total = Counter[str]()
    for _, past, present in counted:
        total["past"] += past
        total["present"] += present
    if total["past"] + total["present"] < _LEAST:
        return
    habit = "past" if total["past"] > 3 * total["present"] else "present"
    if habit == "present" and total["present"] < 3 * total["past"]:
        return
    shown = next(
        one for one, past, present in counted if (past if habit == "past" else present) > 0
    )
    background = _background(told)
    is_first = sum(bool(_I.search(one.told)) for one in told) > _OFTEN * len(told)
    for sentence, past, present in counted:
        if habit == "present" and sentence.at in background:
            continue
        own, other = (past, present) if habit == "past" else (present, past)
        if own or not other or _GENERAL.search(sentence.told) or "?" in sentence.told:
            continue
        if is_first and _FRAME.search(sentence.told):
            continue
        if _THOUGHT.search(sentence.told) or not _is_sure(sentence, other, counted, habit):
            continue
        yield _finding(shown, sentence, habit, "present" if habit == "past" else "past")


def _background(told: list[Sentence]) -> set[tuple[int, int]]:
    """Sentences of a story in the present that tell of before: what has a date, what follows it.

    A clause that only says who somebody is (`Nobody but Tomas, who carried the box`) is none of
    the narration's verbs, and a present verb anywhere leaves a sentence in the present.
    """
    found: set[tuple[int, int]] = set()
    last: Sentence | None = None
    for one in told:
        follows = last is not None and one.paragraph == last.paragraph and last.at in found
        present = _PRESENT.search(one.told)
        main, aside = _RELATIVE.subn("", one.told)
        relative = aside > 0 and not _MAIN.search(main)
        if present or relative or _BEFORE.search(one.told) or (follows and not present):
            found.add(one.at)
        last = None if present and not _BEFORE.search(one.told) else one
    return found


def _is_sure(
    sentence: Sentence, other: int, counted: list[tuple[Sentence, int, int]], habit: str
) -> bool:
    """Whether one more verb, in the sentence or beside it in its paragraph, has the other tense."""
    if other > 2:
        return True
    if habit == "present" or other < 2:
        return False
    return any(
        one.paragraph == sentence.paragraph
        and one.at != sentence.at
        and present
        and not past
        and abs(one.start - sentence.start) < _NEAR_CHARS
        for one, past, present in counted
    )


def _verbs(told: str) -> tuple[int, int]:
    """How many finite verbs are past, and how many present; verbs of acting count two."""
    past = present = 0
    seen: set[int] = set()
    clean = re.sub(r"[‘“*][^’”*]*[’”*]", " ", told)
    for pattern in (_SUBJECT, _SERIES):
        for one in pattern.finditer(clean):
            at, verb = one.start("verb"), one.group("verb").lower()
            if at in seen:
                continue
            seen.add(at)
            if verb in english.PRESENT:
                present += 2 if verb not in _STATES else 1
            elif verb in english.PAST or (verb.endswith("ed") and verb not in english.NOT_PAST):
                past += 2
    if not past:
        words = [word.lower() for word in _WORD.findall(clean)]
        past = sum(word in ("was", "were", "had", "did", "said") for word in words)
    return past, present


def _standpoint(told: list[Sentence]) -> Iterator[Finding]:
    """Indonesian narration that stands in the middle of what it tells."""
    anchored = [one for one in told if _THEN.search(one.told)]
    present = [one for one in told if _NOW.search(one.told) and _GOING.search(one.told)]
    if not anchored or len(present) > len(anchored):
        return
    for sentence in told:
        words = sentence.told
        if _THOUGHT.search(words) or "?" in words or re.search(r"\b[Aa]ku\b|ku\b", words):
            continue
        now, soon = _NOW.search(words), _SOON.search(words)
        going = _GOING.search(words)
        if (
            now
            and (going or re.search(r"\b(?:hari|malam|pagi|siang|sore|saat) ini\b", words, re.I))
        ) or (soon and re.search(r"\b(?:besok|lusa|lagi)\b[^.]{0,40}\bakan\b", words)):
            yield _finding(anchored[0], sentence, "then", "now")


def _finding(shown: Sentence, sentence: Sentence, habit: str, found: str) -> Finding:
    return Finding(
        subtype="tense",
        severity=Severity.MEDIUM,
        message=f"narration in the {found} tense; the story is told in the {habit}"
        if habit in ("past", "present")
        else "narration stands in the midst of what it tells; the story looks back on it",
        established=shown.place(),
        contradicting=sentence.place(),
        suggestion="keep to one tense, or mark the change as meant",
    )
