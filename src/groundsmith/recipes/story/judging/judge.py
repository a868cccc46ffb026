"""A model judge for stories, believed no further than its quotations go.

Nothing is believed because a model said it. A contradiction counts where both its quotations stand
in the story at two different places, and one of them in the passage that was asked about; it counts
less where one of them is only said, dreamt or supposed. What rules found stays, whatever a model
says of it: a rejection lowers it by one step and stands beside it.
"""

import asyncio
from asyncio import to_thread
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import chain

from groundsmith.recipes.story.bible.story import Story
from groundsmith.recipes.story.findings import Finding
from groundsmith.recipes.story.judging.answer import (
    Contradiction,
    Contradictions,
    Opinions,
    Outcome,
    Outcomes,
    Weighed,
)
from groundsmith.recipes.story.judging.asking import Asking
from groundsmith.recipes.story.judging.belief import UNQUOTED, Belief, overlap, same, words
from groundsmith.recipes.story.judging.judged import (
    THREAD,
    JudgedFinding,
    JudgedStory,
    Opinion,
    Unasked,
    gravest,
    lowered,
)
from groundsmith.recipes.story.judging.questions import (
    THREADS_A_CALL,
    AboutFindings,
    AboutPortion,
    AboutThreads,
    Questions,
)
from groundsmith.recipes.story.manuscript import Place
from groundsmith.records import Request
from groundsmith.seams import Model

Said = JudgedFinding | str
"""A finding of the model, or why what it said is none."""

_TOO_LONG = "too long to ask about: a sentence of {} characters; a higher --context-tokens may help"
_NO_ANSWER = "no opinion in the answer"
_THREADS_A_PORTION = 2
_ABANDONED, _OUTCOMES = "abandoned", frozenset({"resolved", "open", "abandoned"})
_PICK_UP = "let the story come back to it, or take the opening out"


@dataclass(frozen=True, slots=True, kw_only=True)
class _Read:
    """What came of asking about a portion."""

    said: tuple[Said, ...] = ()
    threads: tuple[Place, ...] = ()
    unasked: Unasked | None = None


class StoryJudge:
    """Asks about a story's passages, what rules found in them, and the threads they open.

    Args:
        name: The model's name, as it stands in findings.
    """

    def __init__(self, story: Story, questions: Questions, *, name: str) -> None:
        self.name = f"model:{name}"
        self._questions = questions
        self._belief = Belief(story, by=self.name)
        self._kinds = questions.kinds

    def requests(self, findings: Sequence[Finding]) -> list[Request]:
        """All that would be asked, but for threads."""
        portions = (one.request for one in self._questions.about_portions())
        weighed = (one.request for one in self._questions.about_findings(findings))
        return [*weighed, *filter(None, portions)]

    def later_count(self, portion_count: int) -> int:
        """How many questions about threads may follow so many about portions, at most."""
        return -(-_THREADS_A_PORTION * portion_count // THREADS_A_CALL)

    async def judged(
        self, findings: Sequence[Finding], model: Model, *, together: int = 1, most: int = 100
    ) -> JudgedStory:
        """The findings of rules with the model's opinions, and the model's own.

        Args:
            together: How many questions are asked at the same time.
            most: How many findings to keep.
        """
        asking, ask = Asking(model, together), self._questions
        about = (self._weighed(one, asking) for one in ask.about_findings(findings))
        # Beside the event loop, which others need while a long manuscript is searched.
        portions = (self._read(one, asking) for one in await to_thread(list, ask.about_portions()))
        weighed, read = await asyncio.gather(asyncio.gather(*about), asyncio.gather(*portions))
        threads = [thread for one in read for thread in one.threads]
        later = (self._settled(one, asking) for one in ask.about_threads(threads))
        settled = await asyncio.gather(*later)
        asking.end()
        own, dropped = _sifted(
            chain(*(one.said for one in read), *(said for said, _ in settled)), findings
        )
        ruled = [one for few, _ in weighed for one in few]
        return JudgedStory(
            findings=gravest([*ruled, *own], most),
            own_count=len(own),
            judge=self.name,
            kinds=self._kinds,
            portion_count=len(read),
            thread_count=len(threads),
            unasked=tuple(one.unasked for one in read if one.unasked),
            unweighed=tuple(one for _, few in weighed for one in few),
            unsettled=tuple(one for _, few in settled for one in few),
            dropped=dict(dropped.most_common()),
            ended=asking.ended,
        )

    async def _weighed(
        self, about: AboutFindings, asking: Asking
    ) -> tuple[list[JudgedFinding], list[Unasked]]:
        """The findings with an opinion where there is one, and those without."""
        answer = await asking.ask(about.request, Opinions)
        opinions, why = ([], answer) if isinstance(answer, str) else (answer.opinions, _NO_ANSWER)
        told = {one.number: one for one in reversed(opinions)}
        found = [_weighed(one, told.get(at)) for at, one in enumerate(about.findings, start=1)]
        places = (one.finding.contradicting for one in found if one.opinion is None)
        return found, [Unasked(place=place, reason=why) for place in places]

    async def _read(self, about: AboutPortion, asking: Asking) -> _Read:
        """What a model finds in a portion, or why it was not read."""
        portion = about.portion
        if about.request is None:
            reason = _TOO_LONG.format(len(portion.quote))
            return _Read(unasked=Unasked(place=portion, reason=reason))
        answer = await asking.ask(about.request, Contradictions)
        if isinstance(answer, str):
            return _Read(unasked=Unasked(place=portion, reason=answer))
        opened = [self._belief.place(one, (portion,)) for one in answer.threads]
        here = {one.at: one for one in opened if one and overlap(one, portion)}
        lost = (UNQUOTED for one in opened if one is None)
        return _Read(
            said=(*(self._contradiction(one, about) for one in answer.contradictions), *lost),
            threads=tuple(here.values())[: _THREADS_A_PORTION if THREAD in self._kinds else 0],
        )

    def _contradiction(self, said: Contradiction, about: AboutPortion) -> Said:
        if said.kind not in self._kinds:
            return "of no kind that was asked for"
        here = self._belief.place(said.contradicting, (about.portion,))
        there = self._belief.place(said.established, (*about.shown, about.portion))
        found = self._belief.finding(said.kind, there, here, said.reason, said.suggestion)
        places = [one for one in (here, there) if one is not None]
        if isinstance(found, str) or any(overlap(one, about.portion) for one in places):
            return found
        return "quotes nothing of the passage"

    async def _settled(
        self, about: AboutThreads, asking: Asking
    ) -> tuple[list[Said], list[Unasked]]:
        """Threads that are dropped, and those of which nothing was said."""
        answer = await asking.ask(about.request, Outcomes)
        told, why = ([], answer) if isinstance(answer, str) else (answer.threads, _NO_ANSWER)
        outcomes = {one.number: one for one in told if one.verdict in _OUTCOMES}
        found: list[Said] = []
        left: list[Unasked] = []
        for number, (thread, shown) in enumerate(
            zip(about.threads, about.shown, strict=True), start=1
        ):
            outcome = outcomes.get(number)
            if outcome is None:
                left.append(Unasked(place=thread, reason=why))
            elif outcome.verdict == _ABANDONED:
                found.append(self._abandoned(outcome, thread, shown))
        return found, left

    def _abandoned(self, said: Outcome, thread: Place, shown: Sequence[Place]) -> Said:
        here = self._belief.place(said.quote, shown)
        if here is not None and here.at < thread.at:
            return UNQUOTED
        return self._belief.finding(THREAD, thread, here, said.reason, _PICK_UP)


def _sifted(
    said: Iterable[Said], findings: Sequence[Finding]
) -> tuple[list[JudgedFinding], Counter[str]]:
    """What a model found that rules had not, each once; and how often the rest is none, and why."""
    own: dict[tuple[str, tuple[int, int]], JudgedFinding] = {}
    dropped: Counter[str] = Counter()
    for one in said:
        if isinstance(one, str):
            dropped[one] += 1
        elif any(same(one.finding, other) for other in findings):
            dropped["rules found it already"] += 1
        else:
            own.setdefault((one.finding.subtype, one.finding.contradicting.at), one)
    return list(own.values()), dropped


def _weighed(finding: Finding, said: Weighed | None) -> JudgedFinding:
    """A finding of the rules with an opinion; without one where none was given with a reason."""
    reason = words(said.reason) if said else ""
    if said is None or said.verdict not in set(Opinion) or not reason:
        return JudgedFinding(finding=finding)
    opinion = Opinion(said.verdict)
    kept = lowered(finding) if opinion is Opinion.REJECTED else finding
    return JudgedFinding(finding=kept, opinion=opinion, reason=reason)
