import asyncio
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from groundsmith.records import Claim, ClaimKind, Evidence, JudgedClaim, Verdict
from groundsmith.verify.judges.embedded import LANGUAGE_FREE, EmbeddedJudge
from groundsmith.verify.settings import VerifySettings

SENTENCES = [
    "The annual hostel fee at Sharda University is ₹1,20,000 for international students.",
    "Students from Bangladesh must register with the local office within 14 days of arrival.",
    "The library at Galgotias College is open from 8 in the morning until 10 at night.",
    "Attendance of 75% is required before any student may sit the examination in Delhi.",
    "Biaya kuliah di Universitas Indonesia adalah Rp 7.500.000 untuk setiap semester.",
    "Mahasiswa dari Jakarta dapat mengajukan beasiswa paling lambat 30 hari setelah diterima.",
]
SOURCE = "# Fees and rules\n\n" + " ".join(SENTENCES)
FRENCH = (
    "La bibliothèque municipale ouvre ses portes à neuf heures du matin. "
    "Les étudiants étrangers doivent payer leurs frais avant la fin du mois de septembre."
)


def judged(text: str, source: str = SOURCE, kind: ClaimKind = ClaimKind.QUALITATIVE) -> JudgedClaim:
    claim = Claim(text=text, start=0, stop=len(text), kind=kind)
    whole = Evidence(input=0, start=0, stop=len(source), text=source)
    return asyncio.run(EmbeddedJudge().judge(claim, [whole]))


@pytest.mark.parametrize("text", [*SENTENCES, "₹1,20,000", "14 days", "within", "75%"])
def test_what_is_copied_is_supported_in_full(text: str) -> None:
    found = judged(text)

    assert (found.verdict, found.score, found.reason) == (Verdict.SUPPORTED, 1.0, "")
    assert found.evidence[0].text == text


@pytest.mark.parametrize(
    "text",
    [
        "International students pay an annual hostel fee of 120,000 at Sharda University.",
        "Students from Bangladesh must register within fourteen days of arrival.",
        "The library at Galgotias College is open until 10 at night.",
        "Biaya kuliah di Universitas Indonesia adalah 7,5 juta rupiah untuk setiap semester.",
    ],
)
def test_the_same_facts_in_other_words_are_supported(text: str) -> None:
    assert judged(text).verdict is Verdict.SUPPORTED


@given(st.sampled_from(SENTENCES), st.integers(min_value=101, max_value=99_999))
def test_a_changed_number_is_never_supported(sentence: str, number: int) -> None:
    changed = re.sub(r"\d[\d.,]*\d|\d", str(number), sentence, count=1)

    found = judged(changed)

    assert found.verdict is not Verdict.SUPPORTED or changed in SOURCE
    assert found.findings or changed in SOURCE


def test_a_contradiction_refutes_with_its_message_and_keeps_its_finding() -> None:
    found = judged(SENTENCES[1].replace("14", "40"))

    assert found.verdict is Verdict.REFUTED
    assert found.reason == found.findings[0].message
    assert found.score is not None
    assert found.score < 0.5


def test_a_contradicted_claim_scores_below_the_claim_it_contradicts() -> None:
    said = "The library at Galgotias College is open until 10 at night."
    right, wrong = judged(said), judged(said.replace("10", "12"))

    assert right.score is not None
    assert wrong.score is not None
    assert wrong.score < right.score


def test_what_the_source_does_not_say_is_not_enough_information_and_says_what_is_missing() -> None:
    found = judged("The library lends violins and telescopes.")

    assert found.verdict is Verdict.NOT_ENOUGH_INFO
    assert "violins" in found.reason
    assert "telescopes" in found.reason


def test_more_that_is_unsupported_never_scores_higher() -> None:
    said = "International students pay an annual hostel fee at Sharda University"
    scores = [
        judged(said + more).score
        for more in (
            ".",
            " and enjoy free violins.",
            " and enjoy free violins beside turquoise swimming pools.",
        )
    ]

    assert scores == sorted(scores, key=lambda score: -(score or 0.0))
    assert len(set(scores)) == 3


@pytest.mark.parametrize(
    ("kind", "called"),
    [
        (ClaimKind.QUESTION, "a question"),
        (ClaimKind.OPINION, "an opinion"),
        (ClaimKind.CALL_TO_ACTION, "a call to action"),
        (ClaimKind.HEADING, "a heading"),
    ],
)
def test_what_states_nothing_is_unchecked_even_if_it_is_copied(
    kind: ClaimKind, called: str
) -> None:
    found = judged(SENTENCES[0], kind=kind)

    assert (found.verdict, found.score) == (Verdict.UNCHECKED, None)
    assert found.reason == f"not checkable: {called}"


@pytest.mark.parametrize("text", ["", " ", "***", "…", "🙂", "\ud800"])
def test_what_has_nothing_to_check_is_unchecked(text: str) -> None:
    found = judged(text)

    assert (found.verdict, found.score) == (Verdict.UNCHECKED, None)
    assert found.reason


def test_without_evidence_nothing_is_supported() -> None:
    claim = Claim(text="The fee is due.", start=0, stop=15)
    found = asyncio.run(EmbeddedJudge().judge(claim, []))

    assert (found.verdict, found.score, found.evidence) == (Verdict.NOT_ENOUGH_INFO, 0.0, ())


def test_an_unknown_language_is_judged_by_language_free_features_and_says_so() -> None:
    near = judged("La bibliothèque municipale ouvre à neuf heures.", FRENCH)
    far = judged("Le musée régional vend des jouets anciens pendant l'été.", FRENCH)

    assert near.score is not None
    assert far.score is not None
    assert near.score > far.score
    assert near.verdict is Verdict.SUPPORTED
    assert far.verdict is Verdict.NOT_ENOUGH_INFO
    assert LANGUAGE_FREE in near.reason
    assert LANGUAGE_FREE in far.reason


def test_the_threshold_decides_what_is_supported() -> None:
    shown = [Evidence(input=0, start=0, stop=len(SOURCE), text=SOURCE)]
    text = "The annual hostel fee pays for laundry and meals."
    claim = Claim(text=text, start=0, stop=len(text))
    strict, lenient = (
        asyncio.run(EmbeddedJudge(VerifySettings(support_threshold=at)).judge(claim, shown))
        for at in (1.0, 0.0)
    )

    assert strict.score == lenient.score
    assert (strict.verdict, lenient.verdict) == (Verdict.NOT_ENOUGH_INFO, Verdict.SUPPORTED)


@given(st.text(alphabet=st.characters(), max_size=120), st.text(alphabet="ab 12.,%₹ not\nMay語é"))
def test_no_text_breaks_it_and_a_score_is_missing_only_when_unchecked(
    text: str, source: str
) -> None:
    found = judged(text, source)

    assert (found.score is None) == (found.verdict is Verdict.UNCHECKED)
    assert found.score is None or 0 <= found.score <= 1
    assert found == judged(text, source)
