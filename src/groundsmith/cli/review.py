"""`groundsmith review`: a person judges claims, each beside its source, one key a verdict."""

from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import click

from groundsmith.app.verdicts.feedback import Opinion, whoami
from groundsmith.app.verdicts.review import Question, Review, ReviewRequest, open_review
from groundsmith.cli.keys import Keys, keys
from groundsmith.cli.options import configured, printing
from groundsmith.cli.output import Output
from groundsmith.settings import Loaded

_VERDICTS = {"y": Opinion.SUPPORTED, "n": Opinion.UNSUPPORTED, "?": Opinion.UNSURE}
_SKIP, _BACK, _NOTE, _QUIT = "s", "b", "e", "q"


@click.command("review")
@click.argument("out", metavar="OUT", type=click.Path(path_type=Path))
@click.option(
    "--sample", type=click.IntRange(min=1), metavar="N", help="Ask about N records. [default: all]"
)
@click.option("--by", "who", metavar="NAME", help="Whose verdicts they are. [default: you]")
@click.option("--seed", type=int, default=0, show_default=True, help="Another one, other records.")
@click.option("--unreviewed", is_flag=True, help="Leave out what anybody has judged.")
@click.option("--rejected", is_flag=True, help="Ask about rejected drafts too.")
@configured()
@printing
def command(
    out: Path,
    sample: int | None,
    who: str | None,
    seed: int,
    unreviewed: bool,
    rejected: bool,
    loaded: Loaded,
    output: Output,
) -> None:
    """Judge the claims of OUT one by one: does the source say so?

    Records come in random order, drawn so that all ranges of scores are seen; what the judge said
    is not shown. Every verdict is kept at once: stop whenever you like, the same command goes on.
    Without a terminal, keys are read from standard input, one a line.
    """
    request = ReviewRequest(
        out=out,
        who=who or whoami(),
        sample=sample,
        seed=seed,
        rejected=rejected,
        unreviewed=unreviewed,
    )
    database, review = open_review(request, loaded)
    with database, keys() as pressed:
        given = _Sitting(review, output, pressed).run()
    counts = {verdict.value: given[verdict] for verdict in _VERDICTS.values()}
    told = ", ".join(f"{count} {verdict}" for verdict, count in counts.items())
    output.show(
        f"{given.total()} claims judged: {told}",
        {"by": request.who, "records": review.record_count, "judged": counts},
    )


class _Sitting:
    """From the first question to the last, or to `q`."""

    def __init__(self, review: Review, output: Output, pressed: Keys) -> None:
        # Imported here: help and faults need no screen.
        from rich.console import Console

        from groundsmith.cli.review_screen import KEYS, show

        self._review = review
        self._pressed = pressed
        self._console = Console(stderr=output.as_json, highlight=False, soft_wrap=False)
        self._show, self._help = show, KEYS
        self._asked: list[Question] = []
        self._answers: dict[int, Opinion] = {}

    def run(self) -> Counter[Opinion]:
        """How many claims got which verdict."""
        to_ask, at = self._review.questions(), 0
        while (question := self._question(at, to_ask)) is not None:
            step = self._ask(question, at)
            if step is None:
                break
            at = max(0, at + step)
        return Counter(self._answers.values())

    def _question(self, at: int, to_ask: Iterator[Question]) -> Question | None:
        if at == len(self._asked):
            if (fresh := next(to_ask, None)) is None:
                return None
            self._asked.append(fresh)
        return self._asked[at]

    def _ask(self, question: Question, at: int) -> int | None:
        """Where to go from here, relative to this question; `None` is to quit."""
        note = ""
        self._show(question, self._console, note)
        while True:
            key = self._pressed.key()
            if verdict := _VERDICTS.get(key):
                self._review.answer(question, verdict, note)
                self._answers[at] = verdict
                self._console.print(f"→ {verdict.value}", style="bold")
                return 1
            if key in (_SKIP, _BACK):
                return 1 if key == _SKIP else -1
            if key in (_QUIT, ""):
                return None
            if key == _NOTE:
                self._console.print("note: ", end="")
                note = self._pressed.line()
                self._show(question, self._console, note)
            else:
                self._console.print(self._help, style="dim")
