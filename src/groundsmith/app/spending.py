"""What a run spent: calls and tokens from its items and judgements, money from its wallet.

An item whose passage stands in several documents was paid once and counts for the first of them.
An answer that was found and not asked for counts nowhere: it was counted when it was paid.
"""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field
from itertools import chain

from groundsmith.app.opened import OpenedRun
from groundsmith.export.facts import Spending
from groundsmith.export.tally import source_of
from groundsmith.store import drafts, wallet


@dataclass(slots=True)
class Spent:
    """The figures of a manifest: in total, by model, by source.

    With spares, or a model that judges, each has what its answers took, under its label; what
    failed items cost, and what is unsettled, is known of the total alone.
    """

    total: Spending = field(default_factory=Spending)
    by_model: dict[str, Spending] = field(default_factory=dict)
    by_source: dict[str, Spending] = field(default_factory=dict)


def spent(run: OpenedRun, sources: frozenset[str]) -> Spent:
    """What the run spent in its life; all zero where no model was ever asked."""
    with run.database.read() as connection:
        money = wallet.totals(connection, run.out.run)
        if money is None:
            return Spent()
        by_source: dict[str, Spending] = defaultdict(Spending)
        by_model: dict[str, Spending] = defaultdict(Spending)
        calls = inputs = outputs = 0
        took = chain(
            drafts.written_items(connection, run.out.run),
            drafts.asked_to_judge(connection, run.out.run),
        )
        for payload, made in took:
            if made["run"] != run.out.run:
                continue
            calls += made["calls"]
            inputs += made["input_tokens"]
            outputs += made["output_tokens"]
            source = source_of(run.passages.document_of(payload), sources)
            by_source[source] = _plus(by_source[source], made)
            for label, part in made.get("models", {}).items():
                by_model[label] = _plus(by_model[label], part)
    total = Spending(
        call_count=calls,
        input_tokens=inputs,
        output_tokens=outputs,
        cost_pico_usd=money.settled,
        unsettled_pico_usd=money.unsettled,
    )
    if run.settings.verify.model or (run.model and run.model.spares):
        return Spent(total=total, by_model=dict(by_model), by_source=dict(by_source))
    name = run.model.name if run.model else "a model of an earlier command"
    return Spent(total=total, by_model={name: total}, by_source=dict(by_source))


def _plus(before: Spending, made: Mapping[str, int]) -> Spending:
    return Spending(
        call_count=before.call_count + made["calls"],
        input_tokens=before.input_tokens + made["input_tokens"],
        output_tokens=before.output_tokens + made["output_tokens"],
        cost_pico_usd=before.cost_pico_usd + made["cost_pico_usd"],
    )
