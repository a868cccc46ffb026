"""A story checked by rules and by a model, paid from an account of its own.

What the rules find is found before anybody is asked, and given back whatever becomes of the model:
a spent budget, a refused key or an endpoint that is gone end the asking, never the check.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace

from groundsmith.app.account import Account, Paid
from groundsmith.app.asked import Asked, amount, tokens_of
from groundsmith.app.meter import Meter
from groundsmith.app.models import ChosenModel, model_named
from groundsmith.app.preflight import preflight_models
from groundsmith.app.stories.writing import own_settings
from groundsmith.errors import GroundsmithError, RequestError
from groundsmith.recipes.story.bible.story import Story
from groundsmith.recipes.story.judging.judge import StoryJudge
from groundsmith.recipes.story.judging.judged import JudgedStory
from groundsmith.recipes.story.judging.questions import LEAST_TOKENS, Questions
from groundsmith.recipes.story.manuscript import Manuscript
from groundsmith.recipes.story.validators.registry import Checked, checked
from groundsmith.seams import Model
from groundsmith.settings import Loaded
from groundsmith.store.database import Database

__all__ = ["ACCOUNT", "JudgedStory", "StoryCheck", "story_check"]

ACCOUNT = Account(id="story-check", command="story check")
"""What the money of story checks is booked under."""

_ANSWER_LOW = 20
"""Tokens of an empty list; the most is what a request allows."""


@dataclass(frozen=True, slots=True, kw_only=True)
class StoryCheck:
    """A story that the rules have read, and the model that shall read it, too.

    Attributes:
        ruled: What the rules found and what they do not look for.
        most: How many findings are wanted.
    """

    read: Manuscript
    ruled: Checked
    judge: StoryJudge
    chosen: ChosenModel
    most: int

    @property
    def is_open_ended(self) -> bool:
        """Whether asking can cost money and has no limit."""
        return self.chosen.budget is None and not self.chosen.is_free

    def asked_at_most(self) -> Asked:
        """What would be asked at most if no answer were stored; asks nobody."""
        requests = self.judge.requests(self.ruled.findings)
        sizes = sorted(map(tokens_of, requests))
        later = self.judge.later_count(len(requests))
        tokens = sum(sizes) + later * (sizes[-1] if sizes else 0)
        calls = len(requests) + later
        most = max((one.max_output_tokens for one in requests), default=0)
        return amount(self.chosen, calls, tokens, (_ANSWER_LOW * calls, most * calls))

    def carried_out(self, loaded: Loaded) -> Paid[JudgedStory]:
        """What rules and model found; the account says what it took."""

        async def work(
            model: Model, _: Database, __: Meter
        ) -> tuple[JudgedStory, GroundsmithError | None]:
            found = await self.judge.judged(
                self.ruled.findings,
                model,
                together=self.chosen.settings.in_flight,
                most=self.most,
            )
            return found, found.ended

        return ACCOUNT.pay(work, self.chosen, loaded)


def story_check(read: Callable[[], Manuscript], most: int, name: str, loaded: Loaded) -> StoryCheck:
    """A check with the model of that name, prepared.

    Raises what is wrong with the model before the manuscript is read.
    """
    preflight_models([name], loaded)
    tokens = own_settings(loaded).context_tokens
    if tokens < LEAST_TOKENS:
        raise RequestError(
            f"--context-tokens: {tokens} leaves a model no room for a story; give {LEAST_TOKENS} "
            "or more"
        )
    manuscript = read()
    chosen = replace(model_named(name, loaded.settings), redacted=loaded.settings.run.redact)
    story = Story(manuscript)
    questions = Questions(story, tokens)
    return StoryCheck(
        read=manuscript,
        ruled=checked(story, most),
        judge=StoryJudge(story, questions, name=name),
        chosen=chosen,
        most=most,
    )
