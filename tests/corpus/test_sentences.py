import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from groundsmith.corpus.sentences import RuleSplitter

PIECES = st.lists(
    st.one_of(
        st.sampled_from(
            ["Dr. ", "e.g. ", "U.S. ", "3. ", "word ", "Word ", ". ", "... ", "!” ", "\n", "\n\n"]
        ),
        st.sampled_from(["- item\n", "\n# Head\n", "| a | b |\n", "> q\n", "。", "। ", "(", ") "]),
        st.text(max_size=5),
    ),
    max_size=20,
).map("".join)


def sentences(text: str) -> list[str]:
    return [span.of(text) for span in RuleSplitter().split(text)]


@given(PIECES)
def test_sentences_lie_in_order_without_white_space_around_them(text: str) -> None:
    spans = RuleSplitter().split(text)

    borders = [edge for span in spans for edge in (span.start, span.stop)]
    assert borders == sorted(borders)
    assert all(span.of(text) == span.of(text).strip() != "" for span in spans)


@given(PIECES.filter(lambda text: "```" not in text and "~~~" not in text))
def test_no_letter_is_left_outside_every_sentence(text: str) -> None:
    spans = RuleSplitter().split(text)

    inside = "".join(span.of(text) for span in spans)
    letters = [char for char in text if char.isalpha()]
    assert [char for char in inside if char.isalpha()] == letters


@given(PIECES)
@example("Dr. (")
def test_splitting_one_paragraph_does_not_depend_on_the_next(text: str) -> None:
    alone = sentences(text)

    followed = sentences(f"{text}\n\nAnother paragraph.")

    assert followed[: len(alone)] == alone


@pytest.mark.parametrize(
    "expected",
    [
        ["Fees rose.", "They fell later."],
        ["Dr. A. B. Smith of Acme Inc. paid $3.50 on Jan. 5 at 5 p.m. in St. Louis."],
        ["He moved to the U.S.", "There he wrote to the U.S. Senate."],
        ["Bring photos, forms, etc.", "The office opens at nine."],
        ["Is it late?", "No!", "It is not..."],
        ["“Really?” he said.", "“Yes.”", "(See p. 5.)", "That was all."],
        ["It worked [...] in the end (cf. Fig. 3).[1]", "Others agree. [2, 3]", "So it is."],
        ["Choose plan B.", "It is cheaper."],
        ["Prof. Dr. Ir. H. Budi Santoso tinggal di Jl. Merdeka No. 5, Kab. Bogor."],
        ["Bawa paspor, foto, dll.", "Setelah itu isi formulir."],
        ["Lihat Pasal 3 hlm. 10.", "Itu berlaku s.d. Desember 2025."],
        ["यह पहला है।", "यह दूसरा है।"],
        ["এটা এক।", "এটা দুই?", "হ্যাঁ।"],
        ["هل هذا صحيح؟", "نعم."],
        ["She works at Yahoo! in the accounting department."],
        ["1. Open the form.", "2. Fill it in."],
        ["3.) Open the form", "4.) See page 5.", "Then fill it in"],
        ["a) Passport", "b) Photo"],
        ["•1. Passport", "•2. Photo"],
        ["He left the bank at 6 p.m. on Monday for Acme Inc.", "Mr. Smith stayed."],
        ["At 5 a.m. Mr. Smith opened os.Path and example.Com again."],
    ],
    ids=lambda expected: expected[0][:24],
)
def test_sentences_are_found_in_running_text(expected: list[str]) -> None:
    text = " ".join(expected)

    found = sentences(text)

    assert found == expected


def test_a_word_that_opens_sentences_may_stand_right_behind_the_full_stop() -> None:
    text = "Hello world.Today is Tuesday.Mr. Smith paid 1,000.That is a lot."

    found = sentences(text)

    assert found == ["Hello world.", "Today is Tuesday.", "Mr. Smith paid 1,000.", "That is a lot."]


def test_wide_terminators_need_no_space_behind_them() -> None:
    text = "今日は晴れです。「本当?」はい！元気ですか？"

    found = sentences(text)

    assert found == ["今日は晴れです。", "「本当?」はい！", "元気ですか？"]


def test_a_line_break_inside_a_paragraph_ends_nothing_and_a_blank_line_does() -> None:
    text = "A sentence that\nruns over lines\n \nand another paragraph"

    found = sentences(text)

    assert found == ["A sentence that\nruns over lines", "and another paragraph"]


def test_block_borders_end_sentences_and_their_markers_stay_outside() -> None:
    text = (
        "# 1. Fees. And more\n- **Visa**\n* two\n1. three\n| a. B | c |\n|---|---|\n---\n> q\n> r"
    )

    found = sentences(text)

    assert found == ["1. Fees. And more", "**Visa**", "two", "1. three", "a. B | c", "q\n> r"]


@pytest.mark.parametrize(
    "unit", [". ", "a. ", "(", '."', "A.", "\n", "\n> ", "! \n", "1. ", "1. A ", "a\n1) ", "[1]"]
)
def test_a_long_run_of_any_candidate_is_split_in_linear_time(unit: str) -> None:
    text = unit * 50_000

    spans = RuleSplitter().split(text)

    assert len(spans) <= 50_001


def documents(treebank: Path) -> Iterator[list[str]]:
    """The sentences of each document of a treebank."""
    for document in treebank.read_text(encoding="utf-8").split("# newdoc"):
        texts = [line[9:] for line in document.splitlines() if line.startswith("# text = ")]
        if texts:
            yield texts


@pytest.mark.parametrize(
    ("name", "least_precision", "least_recall"),
    [("en_gum-ud-test.conllu", 0.98, 0.87), ("id_gsd-ud-test.conllu", 0.90, 0.97)],
)
def test_treebank_sentences_are_found_again_in_running_text(
    data: Path, name: str, least_precision: float, least_recall: float
) -> None:
    right = found = wanted = 0

    for texts in documents(data / "sentences" / name):
        ends = {len(" ".join(texts[:count])) for count in range(1, len(texts) + 1)}
        stops = {span.stop for span in RuleSplitter().split(" ".join(texts))}
        right, found, wanted = right + len(ends & stops), found + len(stops), wanted + len(ends)

    assert right / found >= least_precision
    assert right / wanted >= least_recall


def test_most_golden_rules_hold(data: Path) -> None:
    rules = json.loads((data / "sentences/golden_rules_en.json").read_text(encoding="utf-8"))

    held = [
        rule["name"]
        for rule in rules
        if [" ".join(found.split()) for found in sentences(rule["text"])] == rule["sentences"]
    ]

    assert len(held) >= 0.8 * len(rules)
