"""The dead letter of a passage whose pairs no model could write."""

from dataclasses import asdict

from groundsmith.errors import AnswerUnusable, ItemError, ModelError
from groundsmith.fallback import AllStrategiesFailed
from groundsmith.records import Json, Request


class PairsUnwritten(ItemError):
    """Everything the model stack tries was tried, and no usable answer came.

    Attributes:
        model: Whoever was asked; several names where there were several.
        request: What was asked.
        answer: The raw text of the last answer; empty where there was none.
        causes: One readable line for each model's failure.
    """

    def __init__(
        self,
        item: str,
        reason: str,
        *,
        model: str = "",
        request: Request | None = None,
        answer: str = "",
        causes: tuple[str, ...] = (),
    ) -> None:
        super().__init__(item, reason)
        self.model = model
        self.request = request
        self.answer = answer
        self.causes = causes

    @property
    def dead_letter(self) -> dict[str, Json]:
        """What the ledger keeps beside the message, as JSON."""
        return {
            "model": self.model,
            "request": None if self.request is None else asdict(self.request),
            "answer": self.answer,
            "causes": list(self.causes),
        }


def unwritten(
    item: str, request: Request, error: ModelError | AllStrategiesFailed
) -> PairsUnwritten:
    """The dead letter for what the model stack raised in the end."""
    named = error.causes if isinstance(error, AllStrategiesFailed) else ((error.model, error),)
    answers = [cause.text for _, cause in named if isinstance(cause, AnswerUnusable)]
    return PairsUnwritten(
        item,
        str(error),
        model=", ".join(name for name, _ in named),
        request=request,
        answer=answers[-1] if answers else "",
        causes=tuple(f"{type(cause).__name__}: {cause}" for _, cause in named),
    )
