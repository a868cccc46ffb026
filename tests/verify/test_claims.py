"""Claims: where a text is cut, what kind each claim is of, and that nothing is lost."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from groundsmith.corpus.sentences import RuleSplitter
from groundsmith.records import ClaimKind
from groundsmith.verify.claims import split_claims

SPLITTER = RuleSplitter()
BETWEEN = re.compile(
    r"(?:[\W_]|\b(?:and|but|while|whereas|yet|dan|tetapi|tapi|namun|sedangkan|sementara)\b"
    r"|\b\d{1,3}[.)]|\(?\b[a-z]\))*"
)
"""What may stand between two claims: what joins clauses, list numbers, white space and marks."""

SENTENCES = st.sampled_from(
    [
        "Sales rose 5 % and exports fell.",
        "If A is late, B pays and the school waits.",
        "Harga naik, tetapi permintaan tetap stabil.",
        "The road is closed; the bridge is open.",
        "# Fees\n\n",
        "| Item | Fee |\n|---|---|\n| Visa | 75 dollars |\n",
        "1. Fill in the form.\n2. The fee is paid, and the card arrives within a week.\n",
        "What now? Visit us today! “We won,” she said; nobody objected.",
        "Profits doubled, costs were flat, and the workforce grew.",
        "Cara (a) satu, dan (b) dua.\n\n",
        "Ende gut, alles gut. 東京は首都です。",
    ]
)


def texts_of(text: str) -> list[str]:
    return [claim.text for claim in split_claims(text, SPLITTER)]


def kind_of(text: str) -> ClaimKind:
    (claim,) = split_claims(text, SPLITTER)
    return claim.kind


@given(st.one_of(st.text(), st.lists(st.one_of(SENTENCES, st.text(max_size=20))).map(" ".join)))
def test_claims_are_their_spans_in_order_and_between_them_nothing_is_stated(text: str) -> None:
    claims = split_claims(text, SPLITTER)

    at = 0
    for claim in claims:
        assert text[claim.start : claim.stop] == claim.text
        assert claim.start >= at
        at = claim.stop
    borders = [0, *(at for claim in claims for at in (claim.start, claim.stop)), len(text)]
    left = [text[start:stop] for start, stop in zip(borders[::2], borders[1::2], strict=True)]
    assert claims or not text.strip()
    assert not claims or all(BETWEEN.fullmatch(between.casefold()) for between in left)


@pytest.mark.parametrize(
    ("sentence", "clauses"),
    [
        ("Revenue rose 5 % and costs fell.", ["Revenue rose 5 %", "costs fell."]),
        (
            "The bank checks the papers, but the branch keeps the originals.",
            ["The bank checks the papers", "the branch keeps the originals."],
        ),
        (
            "Harga beras naik dan permintaan menurun.",
            ["Harga beras naik", "permintaan menurun."],
        ),
        (
            "Kantor pusat berada di Medan, sedangkan gudang berada di Padang.",
            ["Kantor pusat berada di Medan", "gudang berada di Padang."],
        ),
    ],
)
def test_clauses_that_assert_separately_are_claims_of_their_own(
    sentence: str, clauses: list[str]
) -> None:
    assert texts_of(sentence) == clauses


@pytest.mark.parametrize(
    "sentence",
    [
        "Revenue rose and it doubled again in May.",
        "The garden has roses and tulips.",
        "If revenue rises, taxes rise and the fund grows.",
        "The ministry says that prices rose and wages fell.",
        "“Prices rose and wages fell,” said the minister.",
        "The man who sold the car and the woman who bought it are siblings.",
        "The gap between rich and poor was wider in 1990.",
        "The guide covers toys made in China and Japan.",
        "The steps are described (the form is signed and the fee is paid).",
        "Jika harga naik, pajak naik dan dana bertambah.",
        "Kebun itu memiliki mawar dan melati.",
        "Wali kota mengatakan bahwa harga naik dan upah turun.",
    ],
)
def test_a_clause_without_its_subject_or_condition_is_not_cut_off(sentence: str) -> None:
    assert texts_of(sentence) == [sentence]


@pytest.mark.parametrize(
    ("sentence", "kind"),
    [
        ("The fee is 75 dollars.", ClaimKind.QUANTITATIVE),
        ("Biayanya Rp 500.000.", ClaimKind.QUANTITATIVE),
        ("The office was founded in 1990.", ClaimKind.TEMPORAL),
        ("Visa berlaku selama dua tahun.", ClaimKind.TEMPORAL),
        ("A lease is a contract.", ClaimKind.DEFINITIONAL),
        ("Sewa adalah perjanjian.", ClaimKind.DEFINITIONAL),
        ("The mayor said the pool is safe.", ClaimKind.ATTRIBUTED),
        ("Menurut dokter, obat itu aman.", ClaimKind.ATTRIBUTED),
        ("The dam broke because of the rain.", ClaimKind.CAUSAL),
        ("Bendungan jebol akibat hujan.", ClaimKind.CAUSAL),
        ("Iron is heavier than wood.", ClaimKind.COMPARATIVE),
        ("Besi lebih berat daripada kayu.", ClaimKind.COMPARATIVE),
        ("The door is open.", ClaimKind.QUALITATIVE),
        ("Pintunya terbuka.", ClaimKind.QUALITATIVE),
        ("Where is it?", ClaimKind.QUESTION),
        ("Saya rasa filmnya membosankan.", ClaimKind.OPINION),
        ("Subscribe now!", ClaimKind.CALL_TO_ACTION),
        ("Hubungi kami sekarang.", ClaimKind.CALL_TO_ACTION),
        ("You should visit it!", ClaimKind.CALL_TO_ACTION),
        ("Anda sebaiknya mengunjunginya.", ClaimKind.CALL_TO_ACTION),
        ("You should apply before noon.", ClaimKind.TEMPORAL),
    ],
)
def test_a_claim_has_the_kind_that_its_cues_give_away(sentence: str, kind: ClaimKind) -> None:
    assert kind_of(sentence) is kind


@pytest.mark.parametrize(
    "sentence",
    [
        "I believe the fee is 75 dollars.",
        "Sign up before 4 May 2027!",
        "Mix the flour with the butter.",
        "More than 200 people came.",
    ],
)
def test_what_a_source_can_refute_is_never_set_apart(sentence: str) -> None:
    assert kind_of(sentence).checkable


@pytest.mark.parametrize("answer", ["₹52,000", "Jakarta", "in May", "Business School", "Ya"])
def test_an_answer_of_a_few_words_is_one_checkable_claim(answer: str) -> None:
    (claim,) = split_claims(answer, SPLITTER)

    assert claim.text == answer
    assert claim.kind.checkable


@pytest.mark.parametrize(
    "text",
    [
        "# Fees\n\nThe visa is free.",
        "Fees\n====\n\nThe visa is free.",
        "Fees and deadlines\n\nThe visa is free.",
        "**Fees**\n\nThe visa is free.",
        "Here are the fees:\n\nThe visa is free.",
    ],
)
def test_a_heading_is_set_apart_from_what_stands_under_it(text: str) -> None:
    heading, statement = split_claims(text, SPLITTER)

    assert heading.kind is ClaimKind.HEADING
    assert statement.kind.checkable


def test_a_line_under_another_without_a_space_between_is_no_heading() -> None:
    claims = split_claims("- Passport\n- Photograph\n- Visa form", SPLITTER)

    assert [claim.text for claim in claims] == ["Passport", "Photograph", "Visa form"]
    assert all(claim.kind.checkable for claim in claims)


def test_a_tables_rows_are_claims_and_its_first_is_a_heading() -> None:
    claims = split_claims("| Item | Fee |\n|---|---|\n| Visa | 75 dollars |\n", SPLITTER)

    assert [(claim.text, claim.kind) for claim in claims] == [
        ("Item | Fee", ClaimKind.HEADING),
        ("Visa | 75 dollars", ClaimKind.QUANTITATIVE),
    ]


def test_the_number_of_a_list_item_is_no_part_of_its_claim() -> None:
    assert texts_of("1. Fill in the form.\n2) Pay the fee.\n(3) Wait.") == [
        "Fill in the form.",
        "Pay the fee.",
        "Wait.",
    ]


@pytest.mark.parametrize(
    "hostile",
    [
        "a, " * 50_000,
        "A is B and " * 20_000,
        "((((" * 20_000 + " and the fee is paid",
        "“" * 50_000 + " he said",
        "#" * 50_000 + "\n\nx",
        "| " * 50_000,
        "1. " * 50_000,
        "x\n\n" * 20_000,
        "\ud800 rose and \udfff fell.",
    ],
)
def test_no_text_takes_more_than_a_look_at_each_of_its_parts(hostile: str) -> None:
    claims = split_claims(hostile, SPLITTER)

    assert all(hostile[claim.start : claim.stop] == claim.text for claim in claims)
