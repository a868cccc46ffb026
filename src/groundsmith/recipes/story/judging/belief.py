"""What of a model's words is believed: two quotations that stand in the story, at two places."""

from collections.abc import Iterator, Sequence

from groundsmith.recipes.story.bible.story import Story
from groundsmith.recipes.story.findings import Finding, Severity
from groundsmith.recipes.story.judging.judged import JudgedFinding, lowered
from groundsmith.recipes.story.judging.modes import Modes
from groundsmith.recipes.story.judging.quoting import Quotable
from groundsmith.recipes.story.manuscript import Place
from groundsmith.recipes.story.reading import VOUCHED

UNQUOTED = "quotes what the story does not say"
_WORDS_CHARS = 300


class Belief:
    """Makes findings of what a model says of one story.

    Args:
        by: The judge's name.
    """

    def __init__(self, story: Story, *, by: str) -> None:
        self._by = by
        self._quotable = Quotable(story.manuscript)
        self._modes = Modes(story.reading)

    def place(self, words: str, near: Sequence[Place]) -> Place | None:
        """Where quoted words stand; near ones are preferred."""
        return self._quotable.find(words, near)

    def finding(
        self, kind: str, there: Place | None, here: Place | None, reason: str, suggestion: str
    ) -> JudgedFinding | str:
        """A finding of medium severity, lower where a place is not vouched for; or why it is none.

        Args:
            there: Where the words stand that were given as established; `None` for nowhere.
            here: The same for those that contradict them.
        """
        if not words(reason):
            return "without a reason"
        if there is None or here is None:
            return UNQUOTED
        if overlap(here, there):
            return "quotes one place twice"
        before, after = sorted((there, here), key=lambda one: one.at)
        finding = Finding(
            subtype=kind,
            severity=Severity.MEDIUM,
            message=words(reason),
            established=before,
            contradicting=after,
            suggestion=words(suggestion) or "decide which of the two holds, and change the other",
        )
        marks = tuple(self._marks(before, after))
        return JudgedFinding(
            finding=lowered(finding) if marks else finding, by=self._by, marks=marks
        )

    def _marks(self, before: Place, after: Place) -> Iterator[str]:
        for label, place in (("established", before), ("contradicting", after)):
            mode = self._modes.of(place)
            if mode not in VOUCHED:
                yield f"{label} words are only {mode}"


def words(said: str) -> str:
    """A model's words on one line, with nothing in them that does not show."""
    plain = "".join(char if char.isprintable() else " " for char in said)
    return " ".join(plain.split())[:_WORDS_CHARS]


def same(one: Finding, other: Finding) -> bool:
    """Whether two findings are about the same two places."""
    return overlap(one.established, other.established) and overlap(
        one.contradicting, other.contradicting
    )


def overlap(one: Place, other: Place) -> bool:
    """Whether two places share a character."""
    alike = (one.chapter, one.order) == (other.chapter, other.order)
    return alike and one.start < other.stop and other.start < one.stop
