"""A narrator who changes grammatical person: "I" in a story of "she", "you" in either.

A story's person is that of nearly all its narration; a chapter may have its own (several
narrators), so a chapter is held to itself where it has enough narration, else to the whole. Only
runs of a few sentences are slips; a whole scene in another person is a choice.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import groupby

from groundsmith.recipes.story.bible.story import Story
from groundsmith.recipes.story.findings import Finding, Severity
from groundsmith.recipes.story.reading import Mode, Sentence

_FIRST = {
    "en": re.compile(r"\b(?:I|me|my|mine|myself|I'm|I'd|I've|I'll)\b(?!’)"),
    "id": re.compile(r"\b(?:[Aa]ku|[Ss]aya|[Kk]ami)\b|\b[a-z]{3,}ku\b(?<!waktu)(?<!laku)(?<!buku)"
                     r"(?<!kuku)(?<!suku)(?<!baku)(?<!paku)(?<!siku)(?<!saku)(?<!kaku)(?<!beku)"
                     r"(?<!bangku)(?<!berlaku)(?<!pelaku)(?<!perilaku)(?<!melaku)(?<!mangku)"
                     r"(?<!tungku)(?<!cangku)(?<!teku)|\b[Kk]u[a-z]{4,}\b(?<!kucing)(?<!kuning)"),
}  # fmt: skip
_SECOND = {
    "en": re.compile(r"\b(?:[Yy]ou|[Yy]our|[Yy]ours|[Yy]ourself)\b"),
    "id": re.compile(r"\b(?:[Kk]au|[Kk]amu|[Ee]ngkau)\b|\b[a-z]{4,}mu\b(?<!jamu)(?<!tamu)(?<!ilmu)(?<!semu)(?<!ramu)(?<!temu)(?<!bertemu)(?<!ketemu)(?<!menemu)"),
}  # fmt: skip
_THIRD = {
    "en": re.compile(r"\b(?:[Hh]e|[Ss]he|[Hh]is|[Hh]er|[Hh]im)\b"),
    "id": re.compile(r"\b(?:[Ii]a|[Dd]ia)\b|\b[a-z]{3,}nya\b"),
}
_THOUGHT = re.compile(
    r"\b(?:thought|think|wondered|wonder|remembered|told (?:him|her)self|pikir\w*|batin\w*|dalam hati"
    r"|kata\w*|gumam\w*|bisik\w*|teringat)\b",
    re.I,
)
_SAYING = re.compile(r"\b(?:you (?:could|can|might|would|may|know|see|never|had to|'d)|as you)\b", re.I)
_QUOTED = re.compile(r"[*_][^*_\n]+[*_]")
_MOST_RUN = 3
_LEAST_LINES = 6


def check(story: Story) -> Iterator[Finding]:
    """Sentences of narration in another person than what is around them."""
    told = [one for one in story.reading.sentences if one.mode is not Mode.SAID]
    people = {one.at: _person(one, story.language) for one in told}
    habit = _habit(told, people)
    if habit is None:
        return
    shown = next(one for one in told if people[one.at] == habit)
    for _, group in groupby(told, key=lambda one: (one.chapter.order, one.scene)):
        scene = list(group)
        for run in _odd_runs(scene, people, habit):
            if _is_thought(run, scene):
                continue
            for sentence in run:
                if people[sentence.at] not in (habit, ""):
                    yield Finding(
                        subtype="person",
                        severity=Severity.MEDIUM,
                        message=f"narration turns from the {habit} to the {people[sentence.at]} person",
                        established=shown.place(),
                        contradicting=sentence.place(),
                        suggestion=f"tell it in the {habit} person, or mark it as thought",
                    )


def _person(sentence: Sentence, language: str) -> str:
    """"first", "second", "third", or nothing where the narration of a sentence shows none."""
    told = _QUOTED.sub(lambda one: " " * len(one.group()), sentence.told)
    told = re.sub(r"[‘“„\"][^’”“\"]*[’”“\"]?", " ", told)
    if _FIRST[language].search(told):
        return "first"
    if _SECOND[language].search(told) and not _SAYING.search(told):
        return "second"
    return "third" if _THIRD[language].search(told) else ""


def _habit(told: list[Sentence], people: dict[tuple[int, int], str]) -> str | None:
    """The person of nearly all narration; `None` where there is none, or too little of it."""
    count = Counter(people[one.at] for one in told)
    # A first-person narrator tells of others too, so "third" there is no sign of anything.
    first, third, second = count["first"], count["third"], count["second"]
    if first + third + second < _LEAST_LINES:
        return None
    if first > 0.25 * (first + third):
        return "first"
    return "third" if third > 4 * (first + second) else None


def _odd_runs(
    scene: list[Sentence], people: dict[tuple[int, int], str], habit: str
) -> Iterator[list[Sentence]]:
    """Runs of sentences in a person that is not the story's, short enough to be slips."""
    odd = ("first", "second") if habit == "third" else ("second",)
    run: list[Sentence] = []
    for sentence in scene:
        person = people[sentence.at]
        if person in odd or (run and person == "" and sentence.paragraph == run[-1].paragraph):
            run.append(sentence)
            continue
        if run:
            yield run
        run = []
    if run:
        yield run


def _is_thought(run: Iterable[Sentence], scene: list[Sentence]) -> bool:
    """Whether a run is somebody's thought: its paragraph says so, or it asks or exclaims."""
    rows = list(run)
    paragraphs = {one.paragraph for one in rows}
    around = [one for one in scene if one.paragraph in paragraphs]
    first, last = rows[0], rows[-1]
    near = [
        one
        for one in around
        if -3 <= scene.index(one) - scene.index(first) and scene.index(one) - scene.index(last) <= 3
    ]
    if any(_THOUGHT.search(one.told) for one in near):
        return True
    asked = sum(one.told.rstrip().endswith(("?", "!")) for one in rows)
    odd = len(rows) > _MOST_RUN * 4
    return odd or asked > 0
