"""What the commands that may embed at an endpoint say at their end: what it was paid."""

from collections.abc import Iterator
from contextlib import contextmanager

from groundsmith.app.collections.vectors import Embedders
from groundsmith.cli.output import Output
from groundsmith.records import in_dollars


@contextmanager
def billed(embedders: Embedders, output: Output) -> Iterator[None]:
    """Says at the end what endpoints were paid for vectors, also where the work was stopped."""
    try:
        yield
    finally:
        if bill := embedders.bill():
            limit = "" if bill.budget is None else f" of {in_dollars(bill.budget)}"
            output.say(
                f"vectors: asked {bill.asked.calls} times for {in_dollars(bill.asked.cost)}; "
                f"indexes here spent {in_dollars(bill.spent)}{limit} in all"
            )
