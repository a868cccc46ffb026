"""A text held against its sources: spans, places, what is set apart, what cannot be judged."""

import asyncio
from collections.abc import Sequence

import pytest

from groundsmith.corpus.sentences import RuleSplitter
from groundsmith.records import Claim, Evidence, Finding, JudgedClaim, Span, Verdict
from groundsmith.verify.judges.embedded import EmbeddedJudge
from groundsmith.verify.report import Report, SourceText
from groundsmith.verify.verifier import Verifier

FEES = SourceText(
    name="fees.md", text="# Fees\n\nThe visa costs 75 dollars.\nThe form is free of charge.\n"
)


class Silent:
    """A judge that can judge nothing."""

    name = "silent@1"

    async def judge(self, claim: Claim, evidence: Sequence[Evidence]) -> JudgedClaim:
        return JudgedClaim(
            text=claim.text,
            verdict=Verdict.UNCHECKED,
            score=None,
            judge=self.name,
            reason="it has no voice",
        )


class Objecting:
    """A judge that refutes all and points at the first word of claim and evidence."""

    name = "objecting@1"

    async def judge(self, claim: Claim, evidence: Sequence[Evidence]) -> JudgedClaim:
        word = Evidence(
            input=evidence[0].input, start=evidence[0].start, stop=evidence[0].start + 1, text="#"
        )
        finding = Finding(
            stage="objecting",
            code="objected",
            message="no",
            advice="say less",
            span=Span(start=claim.start, stop=claim.start + 3),
            source=word,
        )
        return JudgedClaim(
            text=claim.text,
            verdict=Verdict.REFUTED,
            score=0.1,
            judge=self.name,
            reason="no",
            findings=(finding,),
        )


def checked(text: str, *sources: SourceText) -> Report:
    return asyncio.run(Verifier(EmbeddedJudge(), RuleSplitter(), sources).verify(text))


def test_a_claim_shows_where_its_source_says_so() -> None:
    report = checked("The visa costs 75 dollars.", FEES)

    (claim,) = report.claims
    (place,) = claim.evidence
    assert claim.verdict is Verdict.SUPPORTED
    assert (place.document, place.line) == ("fees.md", 3)
    assert FEES.text[place.start : place.stop] == place.text == "The visa costs 75 dollars."
    assert place.before.endswith("\n") or not place.before
    assert place.after == "\nThe form is free of charge.\n"


def test_a_changed_number_refutes_the_text() -> None:
    report = checked("The form is free of charge. The visa costs 95 dollars.", FEES)

    assert report.verdict is Verdict.REFUTED
    assert [claim.verdict for claim in report.claims] == [Verdict.SUPPORTED, Verdict.REFUTED]
    assert not report.passed


def test_a_finding_keeps_its_span_in_the_text_and_its_place_in_the_source() -> None:
    text = "The form is free. The visa costs 95 dollars."
    verifier = Verifier(Objecting(), RuleSplitter(), [FEES])

    report = asyncio.run(verifier.verify(text))

    second = report.claims[1].findings[0]
    assert second.span == Span(start=18, stop=21)
    assert second.source is not None
    assert (second.source.document, second.source.line, second.source.text) == ("fees.md", 1, "#")


def test_what_states_nothing_is_set_apart_and_never_judged() -> None:
    text = "# Money\n\nHow much is it? The form is free of charge. Contact us today!"

    report = checked(text, FEES)

    assert [claim.checkable for claim in report.claims] == [False, False, True, False]
    assert report.claims[1].reason == "set apart: question"
    assert report.claims[1].judge == ""
    assert report.passed
    assert report.verdict is Verdict.SUPPORTED


def test_a_text_of_questions_is_unchecked_and_passes() -> None:
    report = checked("How much is it? Who pays?", FEES)

    assert (report.verdict, report.score) == (Verdict.UNCHECKED, None)
    assert report.reason == "nothing in it to check"
    assert report.passed


def test_a_text_without_words_passes_because_it_states_nothing() -> None:
    report = checked("***", FEES)

    assert report.claims[0].reason == "set apart: no word and no number"
    assert report.passed


def test_a_judge_that_cannot_tell_leaves_the_text_unchecked_and_it_does_not_pass() -> None:
    verifier = Verifier(Silent(), RuleSplitter(), [FEES])

    report = asyncio.run(verifier.verify("The visa costs 75 dollars."))

    assert (report.verdict, report.score) == (Verdict.UNCHECKED, None)
    assert not report.passed


def test_sources_that_say_nothing_leave_every_claim_unchecked() -> None:
    report = checked("The visa costs 75 dollars.", SourceText(name="empty", text=" \n"))

    assert report.claims[0].verdict is Verdict.UNCHECKED
    assert report.claims[0].reason == "no source says anything"


@pytest.mark.parametrize(
    ("text", "language", "said"),
    [
        ("The visa is free and it is valid for a year.", "en", "judged as English"),
        (
            "Visa itu gratis dan berlaku selama satu tahun untuk semua.",
            "id",
            "judged as Indonesian",
        ),
        ("Das Visum kostet nichts.", "und", "judged by language-free features"),
    ],
)
def test_the_report_says_how_the_language_was_taken(text: str, language: str, said: str) -> None:
    report = checked(text, FEES)

    assert (report.language, report.judged_as) == (language, said)


@pytest.mark.parametrize(
    "given",
    ["\ud800The visa costs 75 dollars.", "Is it?\r\n\r\nThe visa costs 75 dollars.", "\0 x \udfff"],
)
def test_spans_count_in_the_text_as_it_was_given(given: str) -> None:
    report = checked(given, FEES)

    assert len(report.text) == len(given)
    for claim in report.claims:
        readable = given[claim.start : claim.stop].encode("utf-8", "replace")
        assert len(readable.decode()) == len(claim.text)
    report.text.encode("utf-8")


def test_each_source_is_named_with_the_hash_of_its_text() -> None:
    other = SourceText(name="other", text="The form is free of charge.")

    report = checked("The form is free of charge.", FEES, other)

    assert [(one.name, one.char_count) for one in report.sources] == [
        ("fees.md", len(FEES.text)),
        ("other", len(other.text)),
    ]
    assert len({one.text_sha256 for one in report.sources}) == 2
