"""A model among those who check in `benchmarks/story.py`, paid as `story check --model` pays it.

Answers are stored, so an edit costs only the questions that it changes, and a benchmark that was
stopped goes on where it was. Findings of the rules that the model rejects are left out: that is
what it is asked for. Half a figure is none, so a budget that is reached ends the benchmark.
"""

import sys
from collections.abc import Callable, Sequence
from pathlib import Path

from groundsmith.app.stories.judging import story_check
from groundsmith.recipes.story.findings import Finding
from groundsmith.recipes.story.judging.judged import Opinion
from groundsmith.recipes.story.manuscript import Manuscript
from groundsmith.settings import load, settings_file

_MOST = 10_000

Check = Callable[[Manuscript], Sequence[Finding]]


def with_model(name: str, budget: str | None) -> Check:
    """What rules and this model find in a manuscript; ends the benchmark where it is stopped.

    Args:
        name: Of the model, under `models` of the settings here or as provider:model.
        budget: In dollars, of all checks that keep their state here.
    """
    limits = {} if budget is None else {"run.budget": budget}
    loaded = load(settings_file(None, Path()), None, limits)

    def check(whole: Manuscript) -> Sequence[Finding]:
        paid = story_check(lambda: whole, _MOST, name, loaded).carried_out(loaded)
        if paid.stopped is not None:
            sys.exit(str(paid.stopped))
        kept = [one for one in paid.found.findings if one.opinion is not Opinion.REJECTED]
        for one in paid.found.unasked:
            print(f"not read: {one.place.chapter}:{one.place.start} ({one.reason})")
        return [one.finding for one in kept]

    return check
