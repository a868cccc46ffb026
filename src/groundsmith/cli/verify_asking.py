"""What `groundsmith verify` does besides where a model judges: preflight, consent, and the bill."""

from collections.abc import Callable, Coroutine
from typing import Any, TypeVar

import click

from groundsmith.app.checking.verifying import Judging
from groundsmith.cli.output import Output
from groundsmith.errors import RequestError
from groundsmith.records import in_dollars
from groundsmith.settings import Loaded

T = TypeVar("T")
Check = Callable[[Judging], Coroutine[Any, Any, T]]


def asked(
    check: Check[T], loaded: Loaded, output: Output, *, yes: bool, counted: Check[Any] | None
) -> tuple[T, int]:
    """What `check` finds with the settings' model; 0, or the exit code of what stopped the asking.

    Args:
        counted: Judges the same without a trace, for the estimate; `None` where nobody can.

    Raises:
        RequestError: It costs money, has no limit, and nobody said yes.
    """
    # Imported here: they speak HTTP and keep a ledger, and most checks ask nobody.
    from groundsmith.app.checking.escalation import asked_at_most, checked_with_model, is_open_ended
    from groundsmith.app.preflight import preflight_judge
    from groundsmith.cli.estimate import asked_lines

    preflight_judge(loaded)
    if not yes and is_open_ended(loaded.settings):
        if counted:
            name = str(loaded.settings.verify.model)
            output.say("\n".join(asked_lines(name, asked_at_most(loaded.settings, counted))))
        raise RequestError("this check costs money and has no limit: give --budget USD, or --yes")
    done = checked_with_model(loaded, check)
    limit = "" if done.budget is None else f" of {in_dollars(done.budget)}"
    output.say(
        f"asked {done.asked.calls} times for {in_dollars(done.asked.cost)}; "
        f"checks here spent {in_dollars(done.spent)}{limit} in all"
    )
    if done.stopped is None:
        return done.found, 0
    click.echo(f"groundsmith: {done.stopped}", err=True)
    return done.found, done.stopped.exit_code
