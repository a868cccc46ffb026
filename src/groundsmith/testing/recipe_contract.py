"""What every recipe owes the run that carries it out: one law a function, for any recipe.

    @pytest.mark.parametrize("law", LAWS, ids=lambda law: law.__name__)
    def test_the_recipe_keeps_every_law(law: Law) -> None:
        law(Trial(KIND))

A law raises AssertionError where the recipe breaks it. A trial carries the recipe out on a few
files, without a ledger; give it files of your own where the recipe reads something else, and a
model where it cannot write without one. Laws that a recipe could only keep or break together with a
run (leases, money) are tested with the runs: here stands what the recipe itself decides.
"""
# ruff: noqa: S101  # a law is an assertion

import asyncio
from collections.abc import Callable
from dataclasses import replace

from groundsmith.errors import BudgetReached, ItemError
from groundsmith.records import Tier, Verdict
from groundsmith.testing.model import ScriptedModel
from groundsmith.testing.trial import SETTINGS_SHA256, NobodyKnows, Trial


def names_and_fingerprints_are_stable(trial: Trial) -> None:
    """The same corpus is planned the same; every item has a name of its own."""
    first, second = (list(trial.recipe.plan(trial)) for _ in range(2))

    assert first, "nothing is planned: give the trial files that the recipe reads"
    assert first == second
    assert len({item.name for item in first}) == len(first)
    assert trial.fingerprints() == trial.fingerprints()


def needs_are_items_of_the_plan(trial: Trial) -> None:
    """What an item needs is planned, too, and no item waits for itself."""
    names = {item.name for item in trial.items}

    assert all(need in names for item in trial.items for need in item.needs)
    assert trial.written()


def drafts_are_numbered_and_cite_within_their_inputs(trial: Trial) -> None:
    """Parts count from 0, and every citation lies in a passage that the item was given."""
    made = trial.written()

    assert any(made.values()), "no draft is written: give the trial files that give some"
    for item in trial.items:
        assert [draft.part for draft in made[item.name]] == list(range(len(made[item.name])))
        for draft in made[item.name]:
            for cited in draft.citations:
                assert 0 <= cited.start < cited.stop <= len(item.inputs[cited.input].text)


def nothing_is_written_without_a_source(trial: Trial) -> None:
    """Every accepted record cites something, and says who wrote it."""
    for record in trial.records(trial.judged()):
        assert record.made_by.writer
        assert record.citations or not record.accepted


def every_quote_is_what_stands_there(trial: Trial) -> None:
    """A citation gives its quote again, cut from the document that it names."""
    texts = {document.id: document for document in trial.documents()}

    for record in trial.records(trial.judged()):
        for cited in record.citations:
            assert texts[cited.document].text[cited.start : cited.stop] == cited.quote
            assert texts[cited.document].text_sha256 == cited.text_sha256


def what_was_not_checked_says_so(trial: Trial) -> None:
    """What the run's judge cannot tell stays UNCHECKED, and no stage is scored in silence."""
    nobody = NobodyKnows()
    for judged in trial.judged(judge=nobody):
        for claim in judged.judgement.claims:
            assert claim.judge
            assert claim.judge != nobody.name or claim.verdict is Verdict.UNCHECKED
        for stage in judged.judgement.stages.values():
            assert stage.why if stage.score is None else 0 <= stage.score <= 1


def going_on_makes_what_an_unbroken_run_makes(trial: Trial) -> None:
    """Writing and judging again, by another instance, gives the same: nothing is kept between."""
    again = replace(trial)

    assert trial.judged() == again.judged()


def the_order_of_work_changes_no_record(trial: Trial) -> None:
    """Items that end in another order give the same records in the same order."""
    assert trial.records(trial.judged()) == trial.records(trial.judged(backwards=True))


def every_draft_becomes_a_record_in_its_place(trial: Trial) -> None:
    """Curation leaves nothing out: what it turns away is a record that is rejected."""
    judged = trial.judged()

    records = trial.records(judged)

    assert [record.id for record in records] == [each.id for each in judged]
    for record in records:
        assert record.recipe == trial.kind.name
        assert record.made_by.settings_sha256 == SETTINGS_SHA256
        assert record.accepted is (record.assessment.tier is not Tier.REJECTED)
        assert record.accepted or record.assessment.findings


def a_budget_that_is_reached_stops_the_writing(trial: Trial) -> None:
    """No recipe hides from its run that the money is spent: it asks no more and writes no more."""
    for item in trial.items:
        if item.needs:
            continue
        model = ScriptedModel(BudgetReached("$1", "$1"))
        try:
            asyncio.run(trial.recipe.write(item, replace(trial.kit(), model=model)))
        except (BudgetReached, ItemError):  # an item that cannot be written asks nobody
            continue
        assert not model.requests, f"{item.name}: asked, and wrote on without an answer"


Law = Callable[[Trial], None]

LAWS: tuple[Law, ...] = (
    names_and_fingerprints_are_stable,
    needs_are_items_of_the_plan,
    drafts_are_numbered_and_cite_within_their_inputs,
    nothing_is_written_without_a_source,
    every_quote_is_what_stands_there,
    what_was_not_checked_says_so,
    going_on_makes_what_an_unbroken_run_makes,
    the_order_of_work_changes_no_record,
    every_draft_becomes_a_record_in_its_place,
    a_budget_that_is_reached_stops_the_writing,
)
