"""What a model is asked: about each portion, about what rules found, and about threads.

What is asked of portions and findings depends on the story and the settings alone, so the same
check asks the same, finds what is stored, and can say beforehand what it would cost; threads are
those that the model itself names, and come last. The decision
to question: the kinds that rules look for are asked for as well, because rules miss most of what
is told in words of its own.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, cached_property
from importlib.resources import files

from groundsmith.prompt import Prompt, fenced, parsed
from groundsmith.recipes.story.bible.story import Story
from groundsmith.recipes.story.findings import SUBTYPES, Finding
from groundsmith.recipes.story.judging.established import Established, excerpt_of, line_of
from groundsmith.recipes.story.judging.judged import THREAD
from groundsmith.recipes.story.judging.portion import place_of, portions
from groundsmith.recipes.story.manuscript import Chapter, Place
from groundsmith.records import Request, Span

_CHARS_A_TOKEN = 4
_SHOWN_RATIO = 0.8
_FENCES_CHARS = 600
"""Three fences with their titles, and the name of the chapter."""
LEAST_TOKENS = 2_500
"""Of a question with its answer: below, what is asked and how leaves no room for a story."""
_LEAST_CHARS = 2_000
_PORTION_SHARE, _FACTS_SHARE = 0.5, 0.15
_LEAST_ANSWER, _MOST_ANSWER = 512, 2_048
_FINDINGS_A_CALL = 8
THREADS_A_CALL = 6
_AROUND_CHARS, _QUOTE_CHARS = 300, 600
_SLOTS = frozenset({"kinds", "passage"})
_SEEK, _WEIGH, _SETTLE, _KINDS = "seek.v1", "weigh.v1", "settle.v1", "kinds.v1"
NO_PAIR = frozenset({"cliche"})
"""Kinds that one place makes: they have no second passage, so a model is not believed on them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class AboutPortion:
    """A portion, what was shown beside it, and the request; `None` where it is too long to ask."""

    portion: Place
    shown: tuple[Place, ...]
    request: Request | None


@dataclass(frozen=True, slots=True, kw_only=True)
class AboutFindings:
    """Findings of rules, numbered from 1 as they stand, and the request."""

    findings: tuple[Finding, ...]
    request: Request


@dataclass(frozen=True, slots=True, kw_only=True)
class AboutThreads:
    """Threads, numbered from 1 as they stand, the later passages beside them, and the request."""

    threads: tuple[Place, ...]
    shown: tuple[tuple[Place, ...], ...]
    request: Request


class Questions:
    """All that a story makes a model be asked.

    Args:
        context_tokens: Of one request, a fifth of it for the answer; at least `LEAST_TOKENS`.
        only: The chapter whose portions are asked about; `None` is all of them.
    """

    def __init__(self, story: Story, context_tokens: int, *, only: str | None = None) -> None:
        self._story = story
        self._only = only
        context_tokens = max(LEAST_TOKENS, context_tokens)
        prompt = prompt_of(_SEEK)
        frame = len(prompt.system) + len(prompt.user) + len(_kinds()) + _FENCES_CHARS
        shown = int(context_tokens * _SHOWN_RATIO) * _CHARS_A_TOKEN - frame
        self._room_chars = max(_LEAST_CHARS, shown)
        kept = int(context_tokens * (1 - _SHOWN_RATIO))
        self._answer_tokens = min(_MOST_ANSWER, max(_LEAST_ANSWER, kept))

    @property
    def kinds(self) -> tuple[str, ...]:
        """What is asked for; within one chapter no thread is followed."""
        return tuple(name for name in asked_kinds() if self._only is None or name != THREAD)

    def about_portions(self) -> Iterator[AboutPortion]:
        """Every portion of the chapters, in story order."""
        room = int(self._room_chars * _PORTION_SHARE)
        for chapter in self._story.manuscript.chapters:
            if self._only in (None, chapter.name):
                for portion in portions(chapter, room):
                    yield self._about(portion, room)

    def about_findings(self, findings: Sequence[Finding]) -> Iterator[AboutFindings]:
        """The findings of rules, a few at a time."""
        for first in range(0, len(findings), _FINDINGS_A_CALL):
            few = tuple(findings[first : first + _FINDINGS_A_CALL])
            yield AboutFindings(findings=few, request=self._weigh(few))

    def about_threads(self, threads: Sequence[Place]) -> Iterator[AboutThreads]:
        """The threads of a whole story, a few at a time, each with what comes later."""
        if not threads or self._only is not None:
            return
        ending = self._ending()
        for first in range(0, len(threads), THREADS_A_CALL):
            few = tuple(threads[first : first + THREADS_A_CALL])
            room = (self._room_chars - len(ending.quote)) // len(few) - _FENCES_CHARS
            later = tuple(tuple(self._established.sequels(one, room)) for one in few)
            told = "\n\n".join(
                f"Thread {number}\n{fenced(_thread(one, after)).text}"
                for number, (one, after) in enumerate(zip(few, later, strict=True), start=1)
            )
            shown = f"{told}\n\nThe last page:\n{fenced(excerpt_of(ending)).text}"
            prompt = prompt_of(_SETTLE)
            yield AboutThreads(
                threads=few,
                shown=tuple((*after, ending) for after in later),
                request=self._request(prompt, prompt.filled({"passage": shown})),
            )

    @cached_property
    def _established(self) -> Established:
        return Established(self._story)

    def _ending(self) -> Place:
        """The last page of the story."""
        chapter = self._story.manuscript.chapters[-1]
        start = max(0, len(chapter.text) - self._room_chars // 8)
        return place_of(chapter, Span(start=start, stop=len(chapter.text)))

    def _about(self, portion: Place, room: int) -> AboutPortion:
        if len(portion.quote) > room:
            return AboutPortion(portion=portion, shown=(), request=None)
        facts = self._established.facts(portion, int(self._room_chars * _FACTS_SHARE))
        lines = "\n".join(map(line_of, facts))
        left = self._room_chars - len(portion.quote) - len(lines)
        excerpts = self._established.excerpts(portion, left)
        passages = "\n\n".join(map(excerpt_of, excerpts))
        blocks = {
            "What the notes and earlier pages establish": lines,
            "Excerpts from the notes and earlier pages": passages,
            "The passage": f"[{portion.chapter}]\n{portion.quote}",
        }
        told = "\n\n".join(f"{name}:\n{fenced(held).text}" for name, held in blocks.items() if held)
        prompt = prompt_of(_SEEK)
        return AboutPortion(
            portion=portion,
            shown=(*excerpts, *(one.place for one in facts)),
            request=self._request(prompt, prompt.filled({"kinds": _kinds(), "passage": told})),
        )

    def _weigh(self, findings: Sequence[Finding]) -> Request:
        told = self._story.manuscript
        chapters = {(one.name, one.order): one for one in (*told.notes, *told.chapters)}
        listed = "\n\n".join(
            f"Finding {number}\n{fenced(_shown(one, chapters)).text}"
            for number, one in enumerate(findings, start=1)
        )
        prompt = prompt_of(_WEIGH)
        return self._request(prompt, prompt.filled({"passage": listed}))

    def _request(self, prompt: Prompt, asked: str) -> Request:
        return Request(
            system=prompt.system,
            messages=(("user", asked),),
            max_output_tokens=self._answer_tokens,
            temperature=0.0,
        )


@cache
def prompt_of(name: str) -> Prompt:
    """A shipped prompt; its text never changes under its name."""
    return parsed(name, _file(name), _SLOTS)


def asked_kinds() -> tuple[str, ...]:
    """The kinds that a model is asked for, in a passage or as threads."""
    return tuple(name for name in SUBTYPES if name not in NO_PAIR)


def _kinds() -> str:
    """The kinds, one a line, each with what it means where that is told."""
    lines = _file(_KINDS).strip().splitlines()
    meant = {line.removeprefix("- ").partition(":")[0]: line for line in lines}
    return "\n".join(meant.get(name, f"- {name}") for name in asked_kinds() if name != THREAD)


@cache
def _file(name: str) -> str:
    folder = files("groundsmith.recipes.story.judging") / "prompts"
    return (folder / f"{name}.md").read_text("utf-8")


def _shown(finding: Finding, chapters: Mapping[tuple[str, int], Chapter]) -> str:
    """A finding as a model is shown it: what the rule says, and both places."""
    places = (("established", finding.established), ("contradicting", finding.contradicting))
    told = [
        f"{label} [{place.chapter}]: {' '.join(place.quote.split())[:_QUOTE_CHARS]}\n"
        f"  around it: {_around(place, chapters)}"
        for label, place in places
    ]
    return "\n".join([f"{finding.subtype}: {finding.message}", *told])


def _thread(thread: Place, later: Sequence[Place]) -> str:
    """A thread as a model is shown it, and what comes later."""
    passages = "\n\n".join(map(excerpt_of, later))
    return f"opened: {excerpt_of(thread)}\n\nlater passages:\n\n{passages or '(none)'}"


def _around(place: Place, chapters: Mapping[tuple[str, int], Chapter]) -> str:
    text = chapters[place.chapter, place.order].text
    stop = min(place.stop, place.start + _QUOTE_CHARS)
    return " ".join(text[max(0, place.start - _AROUND_CHARS) : stop + _AROUND_CHARS].split())
