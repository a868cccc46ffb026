"""Corrects an answer that its passage does not support, by asking the model that writes."""

from dataclasses import replace
from functools import partial

from groundsmith.llm.structured import ask
from groundsmith.recipes.qa.asking.quote import cited
from groundsmith.recipes.qa.checks.pair import CheckedPair, evidence_of, judged_claims
from groundsmith.records import Correction, Draft, DraftCitation, Item, Request
from groundsmith.seams import Kit, Model
from groundsmith.verify.repair import Repairer, Rewriting


async def corrected(
    item: Item, draft: Draft, pair: CheckedPair, kit: Kit, most: int
) -> tuple[Draft, tuple[Correction, ...]] | None:
    """The draft with a corrected answer that cites what it says now; `None` where none came of it.

    An answer of the extractive writer is a copy: there is nothing in it to correct.
    """
    if kit.model is None or pair.verbatim:
        return None
    repairer = Repairer(
        ask=partial(_rewriting, kit.model),
        check=lambda text: judged_claims(text, item.inputs, kit),
        sentences=kit.sentences,
        most=most,
    )
    repaired = await repairer.repair(pair.answer, pair.claims, evidence_of(item.inputs))
    if not repaired.corrections:
        return None
    span = cited("", repaired.text, item.inputs[0].text)
    better = replace(
        draft,
        content={**draft.content, "answer": repaired.text},
        citations=(DraftCitation(input=0, start=span.start, stop=span.stop),),
    )
    return better, repaired.corrections


async def _rewriting(model: Model, request: Request, kind: type[Rewriting]) -> Rewriting:
    return (await ask(model, request, kind)).value
