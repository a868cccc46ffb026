"""Who is on which pole of which axis, sentence by sentence.

The narrator's word counts, and what speakers say of themselves; dreams, guesses and memories do
not. What was so before (`had lost`) still is, unless a change is told of.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from groundsmith.recipes.story.bible.story import Story
from groundsmith.recipes.story.manuscript import Place
from groundsmith.recipes.story.people.certainty import Certainty
from groundsmith.recipes.story.people.line import Line
from groundsmith.recipes.story.people.people import SELF
from groundsmith.recipes.story.reading import Mode
from groundsmith.recipes.story.states.axes import CHANGE, Axis, Entry, Lexicon, lexicon
from groundsmith.recipes.story.states.parts import OTHER
from groundsmith.recipes.story.states.patterns import Match
from groundsmith.recipes.story.states.views import View, spoken_view, views
from groundsmith.verify.words.listing import listed

_MEANT, _DESCRIBED = Certainty.SUBJECT, Certainty.ONLY
"""How sure it must be whom a pronoun means, and whom `the old woman`."""
_HELD = frozenset({Mode.TOLD, Mode.RECOUNTED})
_DREAMS = listed("dream dreams dreamed dreamt dreaming nightmare mimpi bermimpi")
_HELD_FOR_LIFE = _HELD | {Mode.REMEMBERED, Mode.SAID}
"""What never changes holds in a memory too: `since she was small she had never learned to swim`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class State:
    """Somebody is on a pole of an axis, says a place.

    Attributes:
        who: A character's key; of a mutual axis, both keys.
        about: What the axis is about for them: a captured word, another person whom the phrase
            names (whom somebody teaches to swim does not matter); or nothing.
        value: What excludes other values: the pole, or what was captured.
        place: Its sentence.
        words: What says so there.
        line: Number of its sentence.
        is_named: Their name, or whose kin they are, stands there, and no pronoun or role.
    """

    axis: Axis
    who: str
    about: str
    value: str
    mode: Mode
    place: Place
    words: str
    scene: int
    paragraph: int
    line: int
    is_named: bool

    @property
    def is_change(self) -> bool:
        """Whether it tells that the state changes."""
        return self.value == CHANGE


def states(story: Story) -> Iterator[State]:
    """Every state that the story tells of, in order."""
    known = lexicon(story.language)
    for number, line in enumerate(story.lines):
        mode = line.sentence.mode
        if not line.sentence.text.rstrip("\"'”’ ").endswith("?"):
            for view in views(line, story):
                yield from _in(view, mode, line, number, story, known)
        if line.sentence.text != line.sentence.told and mode in _HELD | {Mode.SAID}:
            speaker = _speaker(line, story)
            said = spoken_view(line, speaker, story) if speaker is not None else None
            if said is not None:
                yield from _in(said, Mode.SAID, line, number, story, known)


def _speaker(line: Line, story: Story) -> str | None:
    """Who says what is said in a line, if not the narrator: by the tag, else who acts there."""
    acting = [one.subject for one in line.clauses if one.subject is not None]
    speaker = story.speakers.of(line) or (acting[0] if acting else None)
    return speaker if speaker != SELF else None


def _in(
    view: View, mode: Mode, line: Line, number: int, story: Story, known: Lexicon
) -> Iterator[State]:
    """What one person's view of a sentence says of them, each value of an axis once or twice."""
    told: set[tuple[Axis, str, str, bool]] = set()
    for entry in known.candidates(view.seen):
        if entry.pole != CHANGE and not _DREAMS.isdisjoint(view.seen.all):
            continue
        held = _HELD_FOR_LIFE if entry.axis.holds == "life" else _HELD | {Mode.SAID}
        if mode not in held and entry.pole != CHANGE:
            continue
        for one in entry.pattern.matches(view.seen):
            word = _captured(entry, one, view, story)
            if entry.pattern.captures is None or word:
                state = _state(entry, one, word, view, mode, line, number, story)
                if line.certainty(view.key) < (_DESCRIBED if state.is_named else _MEANT):
                    break
                key = (state.axis, state.about, state.value, state.is_named)
                if key not in told:
                    told.add(key)
                    yield state
                break


def _state(
    entry: Entry,
    one: Match,
    word: str,
    view: View,
    mode: Mode,
    line: Line,
    number: int,
    story: Story,
) -> State:
    axis = entry.axis
    who, other = story.person(view.key), view.other(one.start, one.stop)
    is_value = axis.is_unique and bool(word) and entry.pole != CHANGE
    is_pair = axis.is_mutual and other is not None
    towards = other if axis.is_towards else None
    start, stop = view.span(one.start, one.stop)
    return State(
        axis=axis,
        who=" and ".join(sorted((who, story.person(other)))) if is_pair and other else who,
        about=("" if is_value else word) or towards or "",
        value=word if is_value else entry.pole,
        mode=mode,
        place=line.sentence.place(),
        words=line.sentence.text[start:stop],
        scene=line.sentence.scene,
        paragraph=line.sentence.paragraph,
        line=number,
        is_named=view.is_named(one.start, one.stop, line.sentence.told),
    )


def _captured(entry: Entry, one: Match, view: View, story: Story) -> str:
    """What a pattern captured: a word as its list has it, or a character's name; or nothing."""
    if one.captured < 0:
        return ""
    captured = view.seen.bare[one.captured]
    if captured != OTHER:
        return (entry.pattern.captures or {}).get(captured, captured)
    key = view.words[one.captured].key
    return key.lower() if key in story.cast.characters else ""
