import asyncio
import re
from pathlib import Path

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from groundsmith.records import Claim, Evidence, JudgedClaim, Verdict
from groundsmith.verify.judges.embedded import EmbeddedJudge
from groundsmith.verify.settings import VerifySettings

GUIDANCE = Path(__file__).parents[2] / "examples" / "guidance"
SENTENCES = [
    "The annual hostel fee at Sharda University is ₹1,20,000 for international students.",
    "Students from Bangladesh must register with the local office within 14 days of arrival.",
    "The library at Galgotias College is open from 8 in the morning until 10 at night.",
    "Attendance of 75% is required before any student may sit the examination in Delhi.",
    "Biaya kuliah di Universitas Indonesia adalah Rp 7.500.000 untuk setiap semester.",
    "Mahasiswa dari Jakarta dapat mengajukan beasiswa paling lambat 30 hari setelah diterima.",
]
SOURCE = "# Fees and rules\n\n" + " ".join(SENTENCES)
JUDGE = EmbeddedJudge()


def claim(text: str) -> Claim:
    return Claim(text=text, start=0, stop=len(text))


def judged(text: str, source: str = SOURCE) -> JudgedClaim:
    whole = Evidence(input=0, start=0, stop=len(source), text=source)
    return asyncio.run(JUDGE.judge(claim(text), [whole]))


@pytest.mark.parametrize("path", sorted(GUIDANCE.glob("*.txt"))[::6], ids=lambda path: path.stem)
def test_whatever_is_copied_out_of_a_source_is_supported_in_full(path: Path) -> None:
    source = path.read_text(encoding="utf-8")[:6000]
    words = list(re.finditer(r"\S+", source))
    spans = [(words[at].start(), words[at + 7].end()) for at in range(0, len(words) - 8, 11)]

    found = [judged(source[start:stop], source) for start, stop in spans]

    assert {(one.verdict, one.score) for one in found} == {(Verdict.SUPPORTED, 1.0)}


@pytest.mark.parametrize("text", ["₹1,20,000", "14 days", "Sharda University", "within", "75%"])
def test_a_short_copied_answer_is_supported_in_full(text: str) -> None:
    found = judged(text)

    assert (found.verdict, found.score) == (Verdict.SUPPORTED, 1.0)
    assert found.evidence[0].text == text


@pytest.mark.parametrize("text", ["20,000", "₹1,20", "5%", "00"])
def test_a_piece_of_a_number_is_not_a_copy_of_it(text: str) -> None:
    assert judged(text).verdict is not Verdict.SUPPORTED


@given(st.sampled_from(SENTENCES), st.integers(min_value=2, max_value=99_999))
def test_a_changed_number_is_not_supported(sentence: str, number: int) -> None:
    changed = re.sub(r"\d[\d.,]*\d|\d", str(number), sentence, count=1)
    assume(re.findall(r"\d+", changed) != re.findall(r"\d+", sentence))
    assume(f"{number}" not in re.sub(r"[.,](?=\d)", "", sentence))

    assert judged(changed).verdict is not Verdict.SUPPORTED


@pytest.mark.parametrize(("at", "other"), [(0, "14"), (0, "75"), (3, "14"), (5, "14")])
def test_a_number_that_stands_elsewhere_in_the_source_is_seen_to_be_misplaced(
    at: int, other: str
) -> None:
    changed = re.sub(r"\d[\d.,]*\d|\d", other, SENTENCES[at], count=1)

    assert judged(changed).verdict is Verdict.REFUTED


NAMES = ["Sharda", "Bangladesh", "Galgotias", "Delhi", "Jakarta"]


@given(
    st.sampled_from(NAMES),
    st.one_of(st.sampled_from(NAMES), st.from_regex(r"[A-Z][a-z]{4,9}", fullmatch=True)),
)
def test_a_changed_name_is_not_supported(name: str, other: str) -> None:
    assume(not other.lower().startswith(name.lower()[:4]))
    sentence = next(sentence for sentence in SENTENCES if name in sentence)

    assert judged(sentence.replace(name, other)).verdict is not Verdict.SUPPORTED


@pytest.mark.parametrize(
    ("stated", "denied"),
    [
        ("Pets are allowed in the hostel rooms.", "Pets are not allowed in the hostel rooms."),
        ("The fee can be refunded later.", "The fee cannot be refunded later."),
        ("Students will need a new visa.", "Students won't need a new visa."),
        ("Biaya kuliah dapat dikembalikan.", "Biaya kuliah tidak dapat dikembalikan."),
        ("Refunds are given after June.", "No refunds are given after June."),
    ],
)
def test_a_negation_on_one_side_refutes(stated: str, denied: str) -> None:
    around = "Rules of the house. {} Ask the warden."

    assert judged(stated, around.format(denied)).verdict is Verdict.REFUTED
    assert judged(denied, around.format(stated)).verdict is Verdict.REFUTED


@pytest.mark.parametrize(
    "text",
    [
        "Sharda University asks international students for an annual hostel fee of 1.2 lakh.",
        "International students pay an annual hostel fee of 120,000 at Sharda University.",
        "75 percent attendance is required before the examination in Delhi.",
        "Students from Bangladesh must register within fourteen days of arrival.",
        "Biaya kuliah di Universitas Indonesia adalah 7,5 juta rupiah untuk setiap semester.",
    ],
)
def test_the_same_facts_in_other_words_are_supported(text: str) -> None:
    found = judged(text)

    assert (found.verdict, found.reason) == (Verdict.SUPPORTED, "")


@pytest.mark.parametrize(
    "text", ["The moon is made of cheese.", "Yes.", "Oxford has eight hundred punts."]
)
def test_what_the_source_does_not_say_is_not_enough_information(text: str) -> None:
    found = judged(text)

    assert found.verdict is Verdict.NOT_ENOUGH_INFO
    assert found.reason


@pytest.mark.parametrize("text", ["", " ", "***", "…", "🙂", "\ud800"])
def test_what_states_nothing_is_unchecked(text: str) -> None:
    found = judged(text)

    assert (found.verdict, found.score) == (Verdict.UNCHECKED, None)


def test_a_claim_too_long_to_be_one_is_unchecked_unless_it_is_a_copy() -> None:
    text = "hostel fees rise " * 1000

    assert judged(text).verdict is Verdict.UNCHECKED
    assert judged(text, text).verdict is Verdict.SUPPORTED


def test_without_evidence_nothing_is_supported() -> None:
    found = asyncio.run(JUDGE.judge(claim("The fee is due."), []))

    assert (found.verdict, found.score, found.evidence) == (Verdict.NOT_ENOUGH_INFO, 0.0, ())


def test_the_threshold_decides_what_is_supported() -> None:
    shown = [Evidence(input=0, start=0, stop=len(SOURCE), text=SOURCE)]
    asked = claim("The annual hostel fee pays for laundry and meals.")
    strict, lenient = (
        asyncio.run(EmbeddedJudge(VerifySettings(support_threshold=at)).judge(asked, shown))
        for at in (1.0, 0.0)
    )

    assert strict.score == lenient.score
    assert (strict.verdict, lenient.verdict) == (Verdict.NOT_ENOUGH_INFO, Verdict.SUPPORTED)


def test_evidence_keeps_the_input_and_the_offsets_of_what_was_shown() -> None:
    passages = ["Nothing here.", "xx " + SOURCE]
    shown = [
        Evidence(input=number, start=100, stop=100 + len(text), text=text)
        for number, text in enumerate(passages)
    ]

    found = asyncio.run(
        JUDGE.judge(claim("Is the hostel fee for international students ₹1,20,000?"), shown)
    )

    assert {window.input for window in found.evidence} == {1}
    assert all(passages[w.input][w.start - 100 : w.stop - 100] == w.text for w in found.evidence)


@given(st.text(alphabet=st.characters(), max_size=120), st.text(max_size=200))
def test_no_text_breaks_the_judge_and_a_score_is_missing_only_when_unchecked(
    text: str, source: str
) -> None:
    found = judged(text, source)

    assert (found.score is None) == (found.verdict is Verdict.UNCHECKED)
    assert found == judged(text, source)


@given(
    st.text(alphabet="ab 12.,%₹not\nMay", max_size=60), st.text(alphabet="ab 12.,%", max_size=60)
)
def test_numbers_and_dates_in_any_disorder_break_nothing(text: str, source: str) -> None:
    found = judged(text, source)

    assert found.score is None or 0 <= found.score <= 1


@pytest.mark.parametrize(
    "text",
    ["The wall is about 500 m long.", "The wall is roughly 0.5 km long."],
)
def test_an_amount_that_is_rounded_and_converted_is_supported(text: str) -> None:
    source = "The wall is 503 metres long and 2 metres high."

    assert judged(text, source).verdict is Verdict.SUPPORTED
