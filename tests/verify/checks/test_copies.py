import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from groundsmith.records import Claim, Evidence, Finding
from groundsmith.verify.checks import copies, hard_findings
from groundsmith.verify.checks.case import Case


def found(text: str, source: str) -> list[Finding]:
    return hard_findings(_claim(text), [_whole(source)])


def _claim(text: str) -> Claim:
    return Claim(text=text, start=0, stop=len(text))


def _whole(source: str) -> Evidence:
    return Evidence(input=0, start=0, stop=len(source), text=source)


@pytest.mark.parametrize(
    ("code", "source", "text"),
    [
        (
            "negation-differs",
            "The permit lets the owner build a shed, but bars a garage or a second storey.",
            "The permit does not let the owner build a shed.",
        ),
        (
            "negation-differs",
            "The climbers failed to reach the summit, but they mapped the northern glacier.",
            "The climbers reached the summit and mapped the northern glacier.",
        ),
        (
            "antonym-differs",
            "Tim penyelamat gagal menemukan kapal itu, tetapi memetakan dasar lautnya.",
            "Tim penyelamat berhasil menemukan kapal itu.",
        ),
        (
            "quantifier-differs",
            "The committee may invite up to four experts to each meeting.",
            "The committee may invite at least four experts to each meeting.",
        ),
        (
            "quantifier-differs",
            "The pump rarely stops in cold weather.",
            "The pump always stops in cold weather.",
        ),
        (
            "quantifier-differs",
            "Pompa itu jarang berhenti pada musim hujan.",
            "Pompa itu selalu berhenti pada musim hujan.",
        ),
        (
            "direction-differs",
            "The new kiln uses more gas than the old kiln and about as much clay.",
            "The new kiln uses less gas than the old kiln.",
        ),
        (
            "unit-differs",
            "The quarry ships 40,000 tonnes of slate a year and employs 31 people.",
            "The quarry ships 40,000 tonnes of slate a day and employs 31 people.",
        ),
    ],
)
def test_one_changed_word_in_a_copied_clause_is_a_contradiction(
    code: str, source: str, text: str
) -> None:
    assert code in [finding.code for finding in found(text, source)]


@pytest.mark.parametrize(
    ("source", "text"),
    [
        ("The climbers failed to reach the summit.", "The climbers did not reach the summit."),
        ("The pump never fails to start.", "The pump always starts."),
        ("Few readers finish the long report.", "Most readers do not finish the long report."),
        ("The Amber is deeper than the Silver.", "The Silver is shallower than the Amber."),
        ("The jury found the driver not guilty.", "The jury acquitted the driver."),
        (
            "No member may keep more than three tools at once.",
            "Members may keep up to three tools at once.",
        ),
        (
            "Tenants of the north wing pay no rent. Tenants of the south wing pay rent in May.",
            "Tenants of the south wing pay rent in May.",
        ),
        ("Hakim menolak permohonan itu.", "Hakim tidak mengabulkan permohonan itu."),
        ("Anggota yang absen tiga kali dicoret.", "Anggota yang tidak hadir tiga kali dicoret."),
    ],
)
def test_what_turns_a_sentence_twice_or_not_at_all_is_no_finding(source: str, text: str) -> None:
    assert found(text, source) == []


_WORDS = st.sampled_from(
    [
        "old",
        "mill",
        "never",
        "rarely",
        "sold",
        "not",
        "few",
        "many",
        "May",
        "days",
        "open",
        "closed",
    ]
)


@settings(max_examples=60, deadline=None)
@given(st.lists(_WORDS, min_size=1, max_size=12, unique=True).map(" ".join))
def test_no_clause_differs_from_its_copy(text: str) -> None:
    assert copies.check(Case(_claim(text), [_whole(text)])) == []


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=80), st.text(max_size=200), st.lists(_WORDS, max_size=12).map(" ".join))
def test_whatever_is_read_objections_stay_within_the_claim(
    odd: str, source: str, words: str
) -> None:
    text = f"{words} {odd}"

    objections = copies.check(Case(_claim(text), [_whole(f"{source} {words}")]))

    assert all(one.finding.span.stop <= len(text) for one in objections if one.finding.span)
