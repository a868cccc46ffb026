"""Repair: what is not supported is rewritten, and the rewriting counts only if it is."""

import asyncio
import json

from hypothesis import given
from hypothesis import strategies as st

from groundsmith.corpus.sentences import RuleSplitter
from groundsmith.errors import RequestRefused
from groundsmith.llm.structured import ask
from groundsmith.records import Claim, Evidence, JudgedClaim, Request, Verdict
from groundsmith.testing import ScriptedModel
from groundsmith.verify.claims import split_claims
from groundsmith.verify.judges.embedded import EmbeddedJudge
from groundsmith.verify.repair import Repaired, Repairer, Rewriting, repairing_prompt

SOURCE = "The bridge was opened in 1931. It is 503 metres long and carries eight lanes."
EVIDENCE = [Evidence(input=0, start=0, stop=len(SOURCE), text=SOURCE)]
TRUE = "The bridge was opened in 1931."
FALSE = "It is 803 metres long."
MENDED = "It is 503 metres long."
SPLITTER = RuleSplitter()
UNSUPPORTED = {Verdict.REFUTED, Verdict.NOT_ENOUGH_INFO}


async def check(text: str) -> list[tuple[Claim, JudgedClaim]]:
    judge = EmbeddedJudge()
    return [(claim, await judge.judge(claim, EVIDENCE)) for claim in split_claims(text, SPLITTER)]


def repaired(text: str, *answers: str | Exception, most: int = 1) -> tuple[Repaired, ScriptedModel]:
    lines = [
        answer if isinstance(answer, Exception) else json.dumps({"sentence": answer})
        for answer in answers
    ]
    model = ScriptedModel(*lines)

    async def asked(request: Request, kind: type[Rewriting]) -> Rewriting:
        return (await ask(model, request, kind)).value

    async def run() -> Repaired:
        repairer = Repairer(ask=asked, check=check, sentences=SPLITTER, most=most)
        return await repairer.repair(text, await check(text), EVIDENCE)

    return asyncio.run(run()), model


def test_a_released_prompt_keeps_its_text() -> None:
    released = "c4aea538e7d294159dca4063c4f9a4b451734f7651405463cbb75d9d76f01c03"

    assert repairing_prompt().sha256 == released


def test_a_supported_text_is_left_alone_and_nobody_is_asked() -> None:
    found, model = repaired(f"{TRUE} {MENDED}", "Something else.")

    assert found == Repaired(text=f"{TRUE} {MENDED}", corrections=())
    assert model.requests == []


def test_a_wrong_sentence_is_rewritten_and_the_change_is_told() -> None:
    found, _ = repaired(f"{TRUE} {FALSE}", MENDED)

    assert found.text == f"{TRUE} {MENDED}"
    [correction] = found.corrections
    assert (correction.original, correction.rewritten) == (FALSE, MENDED)
    assert "803" in correction.reason


def test_a_rewriting_that_is_as_wrong_is_not_taken() -> None:
    found, model = repaired(f"{TRUE} {FALSE}", "It is 903 metres long.")

    assert found.text == TRUE
    assert found.corrections[0].rewritten == ""
    assert len(model.requests) == 1


def test_a_second_try_is_told_what_was_wrong_with_the_first() -> None:
    found, model = repaired(f"{TRUE} {FALSE}", "It is 903 metres long.", MENDED, most=2)

    assert found.text == f"{TRUE} {MENDED}"
    assert "903" in model.requests[1].messages[0][1]


def test_a_text_of_which_nothing_would_be_left_stays_as_it_was() -> None:
    found, _ = repaired(FALSE, "")

    assert found == Repaired(text=FALSE, corrections=())


def test_a_model_that_cannot_answer_leaves_the_sentence_out() -> None:
    found, _ = repaired(f"{FALSE} {TRUE}", RequestRefused("m", "no", 400))

    assert found.text.strip() == TRUE


@given(st.text(st.characters(exclude_categories=["Cs"]), max_size=80))
def test_whatever_a_model_answers_no_unsupported_sentence_is_put_in(answer: str) -> None:
    found, _ = repaired(f"{TRUE} {FALSE}", answer)

    assert found.text.startswith(TRUE)
    assert found.corrections[0].original == FALSE
    kept = found.corrections[0].rewritten
    assert all(judged.verdict not in UNSUPPORTED for _, judged in asyncio.run(check(kept)))
