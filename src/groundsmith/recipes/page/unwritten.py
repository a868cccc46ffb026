"""The dead letter of a component whose text no model could write."""

from collections.abc import Mapping

from groundsmith.errors import ItemError
from groundsmith.records import Json


class TextsUnwritten(ItemError):
    """Everything the model stack tries was tried, and no usable answer came.

    Attributes:
        request: What was asked.
    """

    def __init__(
        self, item: str, reason: str, *, request: Mapping[str, Json] | None = None
    ) -> None:
        super().__init__(item, reason)
        self.request = dict(request or {})

    @property
    def dead_letter(self) -> dict[str, object]:
        """What the ledger keeps beside the message, as JSON."""
        return {"request": self.request}


class FileUnwritten(ItemError):
    """A component's template could not be filled with the facts of an item."""
