"""A model judge for stories, believed no further than its quotations go.

Nothing is believed because a model said it. A contradiction counts where both its quotations stand
in the story at two different places, and one of them in the passage that was asked about; it counts
less where one of them is only said, dreamt or supposed. What rules found stays, whatever a model
says of it: a rejection lowers it by one step and stands beside it.
"""

import asyncio
from collections import Counter
from collections.abc import Iterator, Sequence

from groundsmith.recipes.story.bible.story import Story
from groundsmith.recipes.story.findings import Finding, Severity
from groundsmith.recipes.story.judging.answer import (
    Contradiction,
    Contradictions,
    Opinions,
    Weighed,
)
from groundsmith.recipes.story.judging.asking import Asking
from groundsmith.recipes.story.judging.judged import (
    JudgedFinding,
    JudgedStory,
    Opinion,
    Unasked,
    gravest,
    lowered,
)
from groundsmith.recipes.story.judging.modes import Modes
from groundsmith.recipes.story.judging.questions import (
    AboutFindings,
    AboutPortion,
    Questions,
    asked_kinds,
)
from groundsmith.recipes.story.judging.quoting import Quotable
from groundsmith.recipes.story.manuscript import Place
from groundsmith.recipes.story.reading import VOUCHED
from groundsmith.records import Request
from groundsmith.seams import Model

_TOO_LONG = "too long to ask about: a sentence of {} characters; a higher --context-tokens may help"
_NO_OPINION = "no opinion in the answer"
_WORDS_CHARS = 300
_MEND = "decide which of the two holds, and change the other"


class StoryJudge:
    """Asks about a story's passages, and about what rules found in it.

    Args:
        name: The model's name, as it stands in findings.
    """

    def __init__(self, story: Story, questions: Questions, *, name: str) -> None:
        self.name = f"model:{name}"
        self._questions = questions
        self._quotable = Quotable(story.manuscript)
        self._modes = Modes(story.reading)
        self._kinds = asked_kinds()

    def requests(self, findings: Sequence[Finding]) -> list[Request]:
        """All that would be asked."""
        portions = (one.request for one in self._questions.about_portions())
        weighed = (one.request for one in self._questions.about_findings(findings))
        return [*weighed, *filter(None, portions)]

    async def judged(
        self, findings: Sequence[Finding], model: Model, *, together: int = 1, most: int = 100
    ) -> JudgedStory:
        """The findings of rules with the model's opinions, and the model's own.

        Args:
            together: How many questions are asked at the same time.
            most: How many findings to keep.
        """
        asking = Asking(model, together)
        weighed, read = await asyncio.gather(
            asyncio.gather(
                *(self._weighed(one, asking) for one in self._questions.about_findings(findings))
            ),
            asyncio.gather(*(self._read(one, asking) for one in self._questions.about_portions())),
        )
        asking.end()
        dropped: Counter[str] = Counter()
        own: dict[tuple[str, tuple[int, int]], JudgedFinding] = {}
        for found in (found for answers, _ in read for found in answers):
            if isinstance(found, str):
                dropped[found] += 1
            elif any(_same(found.finding, one) for one in findings):
                dropped["rules found it already"] += 1
            else:
                key = (found.finding.subtype, found.finding.contradicting.at)
                own.setdefault(key, found)
        ruled = [one for few, _ in weighed for one in few]
        return JudgedStory(
            findings=gravest([*ruled, *own.values()], most),
            own_count=len(own),
            judge=self.name,
            kinds=self._kinds,
            portion_count=len(read),
            unasked=tuple(one for _, one in read if one is not None),
            unweighed=tuple(one for _, few in weighed for one in few),
            dropped=dict(dropped.most_common()),
            ended=asking.ended,
        )

    async def _weighed(
        self, about: AboutFindings, asking: Asking
    ) -> tuple[list[JudgedFinding], list[Unasked]]:
        """The findings with an opinion where there is one, and those without."""
        answer = await asking.ask(about.request, Opinions)
        opinions, why = ([], answer) if isinstance(answer, str) else (answer.opinions, _NO_OPINION)
        told = {one.number: one for one in reversed(opinions)}
        found = [_weighed(one, told.get(at)) for at, one in enumerate(about.findings, start=1)]
        places = (one.finding.contradicting for one in found if one.opinion is None)
        return found, [Unasked(place=place, reason=why) for place in places]

    async def _read(
        self, about: AboutPortion, asking: Asking
    ) -> tuple[list[JudgedFinding | str], Unasked | None]:
        """What a model finds in a portion, or why it was not read."""
        portion = about.portion
        if about.request is None:
            reason = _TOO_LONG.format(len(portion.quote))
            return [], Unasked(place=portion, reason=reason)
        answer = await asking.ask(about.request, Contradictions)
        if isinstance(answer, str):
            return [], Unasked(place=portion, reason=answer)
        return [self._believed(one, about) for one in answer.contradictions], None

    def _believed(self, said: Contradiction, about: AboutPortion) -> JudgedFinding | str:
        """A finding, or why it is none."""
        if said.kind not in self._kinds:
            return "of no kind that was asked for"
        if not _words(said.reason):
            return "without a reason"
        here = self._quotable.find(said.contradicting, (about.portion,))
        there = self._quotable.find(said.established, (*about.shown, about.portion))
        if here is None or there is None:
            return "quotes what the story does not say"
        if _overlap(here, there):
            return "quotes one place twice"
        if not (_overlap(here, about.portion) or _overlap(there, about.portion)):
            return "quotes nothing of the passage"
        before, after = sorted((there, here), key=lambda one: one.at)
        return self._marked(said, before, after)

    def _marked(self, said: Contradiction, before: Place, after: Place) -> JudgedFinding:
        finding = Finding(
            subtype=said.kind,
            severity=Severity.MEDIUM,
            message=_words(said.reason),
            established=before,
            contradicting=after,
            suggestion=_words(said.suggestion) or _MEND,
        )
        marks = tuple(self._marks(before, after))
        return JudgedFinding(
            finding=lowered(finding) if marks else finding, by=self.name, marks=marks
        )

    def _marks(self, before: Place, after: Place) -> Iterator[str]:
        for label, place in (("established", before), ("contradicting", after)):
            mode = self._modes.of(place)
            if mode not in VOUCHED:
                yield f"{label} words are only {mode}"


def _weighed(finding: Finding, said: Weighed | None) -> JudgedFinding:
    """A finding of the rules with an opinion; without one where none was given with a reason."""
    reason = _words(said.reason) if said else ""
    if said is None or said.verdict not in set(Opinion) or not reason:
        return JudgedFinding(finding=finding)
    opinion = Opinion(said.verdict)
    kept = lowered(finding) if opinion is Opinion.REJECTED else finding
    return JudgedFinding(finding=kept, opinion=opinion, reason=reason)


def _words(said: str) -> str:
    """A model's words on one line, with nothing in them that does not show."""
    plain = "".join(char if char.isprintable() else " " for char in said)
    return " ".join(plain.split())[:_WORDS_CHARS]


def _same(one: Finding, other: Finding) -> bool:
    """Whether two findings are about the same two places."""
    return _overlap(one.established, other.established) and _overlap(
        one.contradicting, other.contradicting
    )


def _overlap(one: Place, other: Place) -> bool:
    same = (one.chapter, one.order) == (other.chapter, other.order)
    return same and one.start < other.stop and other.start < one.stop
