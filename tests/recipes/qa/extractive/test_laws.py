"""What holds of every pair, whatever the text."""

from types import SimpleNamespace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from groundsmith.corpus.sentences import RuleSplitter
from groundsmith.recipes.qa.content import Kind
from groundsmith.recipes.qa.extractive.writer import extract
from groundsmith.records import Chunk, ChunkKind

FACTS = {Kind.FACTUAL, Kind.QUANTITATIVE, Kind.TEMPORAL}
ENGLISH = "Delhi Zoo was opened in 1959. "
SEEDS = [
    "Nikola Tesla was hired by Thomas Edison in 1884. ",
    "The National Board of Accreditation (NBA) is an agency of India. ",
    "Borobudur adalah sebuah candi yang terletak di Magelang. ",
    "# Guide of Example College\n",
    "## Visa Process\n\n",
    "- **Fee:** ₹2,000 for **all**\n",
    "- Documents: passport, visa, photo\n",
    "1. Step: Do the thing with the form.\n",
    "| Program | Fee |\n|---|---|\n| BCA | 1,000 |\n",
    "**🎓 BOX:**\n",
    "What is a visa?\nA visa is a permit for the country.\n",
    "[a](b) `code` ~~x~~ ✅ ",
    "```\n# not a heading\n```\n",
    "\n\n",
    "\ud800",
    "\x00\x1b",
    "((((",
    "\u202e",
]
texts = st.lists(st.one_of(st.sampled_from(SEEDS), st.text(max_size=30)), max_size=14).map("".join)
headings = st.lists(st.one_of(st.sampled_from([*SEEDS[:6], ""]), st.text(max_size=40)), max_size=3)


@given(text=texts, above=headings, limit=st.integers(1, 10))
def test_every_answer_is_a_plain_span_of_the_chunk(text: str, above: list[str], limit: int) -> None:
    chunk = chunk_of(text, tuple(above))

    pairs = extract(chunk, RuleSplitter(), SimpleNamespace(questions_per_chunk=limit))

    assert len(pairs) <= limit
    assert len({pair.question for pair in pairs}) == len(pairs)
    for pair in pairs:
        assert pair.answer == text[pair.start : pair.stop]
        assert 10 <= len(pair.question) <= 200
        assert (1 if pair.kind in FACTS else 5) <= len(pair.answer) <= 500
        assert not any(mark in pair.question + pair.answer for mark in ("**", "`", "](", "✅"))
        assert pair.question.endswith("?")


@pytest.mark.parametrize(
    "text",
    [
        "",
        "\ud800" * 2000,
        "a" * 100_000,
        "(" * 50_000,
        "[" * 20_000 + "]" * 20_000,
        "**" * 30_000,
        "A, " * 20_000,
        "The " + "very " * 10_000 + "long word was founded in 1900.",
        "A b" * 20_000 + " was founded in 1900 by X.",
        "| a " * 20_000,
        "Key: " * 20_000,
        "1. a\n" * 10_000,
        "Aa Bb (CC) " * 8_000,
        "In 1900 " * 10_000,
        ("x, a y " * 10_000) + ".",
        "> " * 10_000,
        "\n".join("  " * depth + "- item" for depth in range(500)),
    ],
)
def test_hostile_text_is_read_to_its_end_without_an_error(text: str) -> None:
    text = f"{ENGLISH}{text}\n\n{ENGLISH}"

    pairs = extract(
        chunk_of(text, ("Guide of Delhi",)), RuleSplitter(), SimpleNamespace(questions_per_chunk=10)
    )

    assert "When was Delhi Zoo opened?" in {pair.question for pair in pairs}
    assert all(pair.answer == text[pair.start : pair.stop] for pair in pairs)


def chunk_of(text: str, above: tuple[str, ...]) -> Chunk:
    return Chunk(
        id="doc#/1",
        document="doc",
        start=0,
        stop=len(text),
        overlap_chars=0,
        text=text,
        headings=above,
        kind=ChunkKind.PROSE,
    )
