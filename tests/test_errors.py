"""The error tree: every error pickles, says what to do, and knows its exit code."""

import pickle

import pytest

from groundsmith import errors
from groundsmith.errors import GroundsmithError

EXAMPLES: list[tuple[GroundsmithError, int]] = [
    (errors.SettingsError(("a: unknown key", "b: not a number")), 2),
    (errors.InputError("x: does not exist; name a file or a folder"), 2),
    (errors.OutputError("x: is a file; --out names a folder"), 2),
    (errors.NewerState("ledger.db", "9"), 2),
    (errors.KeyRefused("groq:llama", "GROQ_API_KEY", 401), 2),
    (errors.ModelUnknown("groq:lama", "https://api.groq.com/openai/v1", "no such model"), 2),
    (errors.PriceUnknown("mine:tuned"), 2),
    (errors.SourceError("a.txt", "vanished"), 1),
    (errors.ItemError("a", "broken"), 1),
    (errors.WorkerDied("recipes:write", "SIGKILL"), 1),
    (errors.RateLimited("groq:llama", "too many requests", retry_after_s=2.0), 1),
    (errors.ProviderFailed("groq:llama", "bad gateway", 502, retry_after_s=1.0), 1),
    (errors.Unreachable("groq:llama", "connection refused"), 1),
    (errors.AnswerLate("groq:llama", "no answer within 60 s"), 1),
    (errors.AnswerCut("groq:llama", "no finish reason"), 1),
    (errors.BreakerOpen("groq:llama", "12 of 20 calls failed", retry_after_s=10.0), 1),
    (errors.RequestRefused("groq:llama", "context too long", 400), 1),
    (errors.AnswerUnusable("groq:llama", "not JSON", "Sure! Here it is"), 1),
    (errors.Interrupted(3, 4), 130),
    (errors.BudgetReached("$0.99", "$1"), 3),
    (errors.BudgetBreach("groq:llama", "$0.2", "$0.1"), 3),
    (errors.CreditSpent("groq:llama", "insufficient_quota"), 4),
    (errors.ModelNeeded("no model"), 4),
    (errors.StorageFull("/state"), 5),
    (errors.StateCorrupt("ledger.db", "malformed"), 5),
    (errors.IndexCorrupt("archive", "a file is missing"), 5),
    (errors.StateUnreachable("ledger.db", "gone"), 5),
    (errors.LeaseLost("a"), 5),
]


@pytest.mark.parametrize(("error", "exit_code"), EXAMPLES, ids=lambda value: type(value).__name__)
def test_an_error_survives_pickling_with_its_message_and_exit_code(
    error: GroundsmithError, exit_code: int
) -> None:
    back = pickle.loads(pickle.dumps(error))

    assert type(back) is type(error)
    assert str(back) == str(error)
    assert vars(back) == vars(error)
    assert back.exit_code == exit_code


def test_every_error_of_the_tree_is_in_the_examples_or_has_children_there() -> None:
    shown = {type(error) for error, _ in EXAMPLES}
    leaves = [
        kind
        for kind in vars(errors).values()
        if isinstance(kind, type)
        and issubclass(kind, GroundsmithError)
        and not kind.__subclasses__()
    ]

    assert set(leaves) <= shown


def test_the_drawn_tree_names_every_error() -> None:
    drawn = errors.__doc__ or ""

    missing = [
        name
        for name, kind in vars(errors).items()
        if isinstance(kind, type) and issubclass(kind, GroundsmithError) and name not in drawn
    ]

    assert missing == []
