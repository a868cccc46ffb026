import pytest
from hypothesis import given
from hypothesis import strategies as st

from groundsmith.corpus.chunkers.sections import SectionChunker
from groundsmith.corpus.settings import CorpusSettings
from groundsmith.records import Chunk, ChunkKind, Document, sha256

SMALL = CorpusSettings(max_chars=400, overlap_chars=80)
PROSE = "The office opens at nine. Bring your passport and two photographs. It closes at four. "
SECTIONS = st.lists(
    st.tuples(
        st.integers(1, 4),
        st.sampled_from(["Fees", "Visa", "Hostel", "Papers", "Contact"]),
        st.integers(0, 60),
    ),
    min_size=1,
    max_size=12,
).filter(lambda plan: any(words for _, _, words in plan))


def document(text: str) -> Document:
    return Document(
        id="visa.md", source="visa.md", sha256="", text_sha256=sha256(text), reader="r@1", text=text
    )


def cut(text: str, settings: CorpusSettings = SMALL) -> list[Chunk]:
    return SectionChunker(settings).cut(document(text))


def section(level: int, title: str, words: int) -> str:
    return f"{'#' * level} {title}\n\n{'word ' * words}\n"


@given(SECTIONS, st.data())
def test_a_line_inserted_into_a_section_leaves_every_chunk_of_other_sections_alone(
    plan: list[tuple[int, str, int]], draw: st.DataObject
) -> None:
    parts = [section(*one) for one in plan]
    written = [at for at, (_, _, words) in enumerate(plan) if words]
    at = draw.draw(st.sampled_from(written))
    before = cut("".join(parts))
    place = sum(map(len, parts[: at + 1]))
    touched = next(c.id for c in before if c.start < place <= c.stop).rpartition("/")[0]

    after = cut("".join([*parts[: at + 1], "A new line.\n", *parts[at + 1 :]]))

    kept = {(c.id, c.text, c.headings, c.kind) for c in after}
    others = [c for c in before if c.id.rpartition("/")[0] != touched]
    assert all((c.id, c.text, c.headings, c.kind) in kept for c in others)


def test_an_id_names_the_headings_and_counts_only_within_them() -> None:
    text = f"Intro text here.\n{PROSE * 3}\n# Student Visa!\n## Fees\n{PROSE * 8}\n## Fees\nTen."

    ids = [chunk.id for chunk in cut(text)]

    assert ids[0] == "visa.md#/1"
    assert ids[1:3] == ["visa.md#student-visa/fees/1", "visa.md#student-visa/fees/2"]
    assert ids[-1] == "visa.md#student-visa/fees~2/1"


def test_headings_are_plain_text_and_shared_by_what_was_merged() -> None:
    text = "# **Guide** 🎓\n## Papers\n### Passport\nTwo.\n### Photo\nThree.\n## Fees\nTen.\n"

    headings = {chunk.id: chunk.headings for chunk in cut(text)}

    assert headings == {
        "visa.md#guide/papers/passport/1": ("Guide", "Papers"),
        "visa.md#guide/fees/1": ("Guide", "Fees"),
    }


def test_small_siblings_merge_under_one_heading_of_level_two_and_never_across() -> None:
    text = "## A\n### a\nOne.\n### b\nTwo.\n## B\n### c\nThree.\n"

    texts = [chunk.text for chunk in cut(text)]

    assert texts == ["## A\n### a\nOne.\n### b\nTwo.\n", "## B\n### c\nThree.\n"]


def test_savings_compare_with_one_chunk_a_leaf_section() -> None:
    text = "## A\n### a\nOne.\n### b\nTwo.\n### c\nThree.\n## B\nFour.\n"

    apart, made = SectionChunker(SMALL).savings(document(text))

    assert (apart, made) == (4, len(cut(text))) == (4, 2)


def test_a_large_section_is_cut_between_paragraphs_and_repeats_whole_sentences() -> None:
    paragraphs = [f"Paragraph {number} is here. {PROSE}" for number in range(8)]
    text = "## Visa\n\n" + "\n\n".join(paragraphs)

    first, second, *_ = cut(text)

    assert text[first.stop :].startswith("Paragraph")
    repeated = second.text[: second.overlap_chars]
    assert first.text.endswith(repeated)
    assert repeated.startswith(("Bring your", "It closes", "The office", "Paragraph"))


def test_a_paragraph_that_does_not_fit_begins_a_chunk_of_its_own() -> None:
    short = "The harbour opens at six and closes at nine every day."
    long = " ".join(f"Rule {number} says that ships wait outside." for number in range(20))

    first, *_ = cut(f"{short}\n\n{long}\n")

    assert first.text.strip() == short


def test_a_wall_of_words_is_cut_behind_sentences() -> None:
    text = PROSE * 20

    starts = [text[chunk.start + chunk.overlap_chars :] for chunk in cut(text)]

    assert all(start.lstrip().startswith(("The ", "Bring ", "It ")) for start in starts)


def test_what_leads_to_a_list_stays_with_it() -> None:
    lead = f"{PROSE * 2}\n\n**Important conditions:**\n"
    text = lead + "".join(f"- Condition {number} holds.\n" for number in range(30))

    chunks = cut(text)

    assert not any(chunk.text.rstrip().endswith(":**") for chunk in chunks)


def test_a_line_inserted_above_a_long_text_moves_few_cuts() -> None:
    paragraphs = [f"Chapter line {n * n} speaks of matter {n}. {PROSE}\n\n" for n in range(120)]
    before = [chunk.text for chunk in cut("".join(paragraphs))]

    after = {chunk.text for chunk in cut("".join(["A new line comes first.\n\n", *paragraphs]))}

    assert sum(text in after for text in before) >= 0.8 * len(before)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        (PROSE, ChunkKind.PROSE),
        ("Bring:\n- passport and visa\n- photographs\n1. the form\n", ChunkKind.LIST),
        ("| Fee | Sum |\n|---|---|\n| Visa | 10 |\n", ChunkKind.TABLE),
        ("Run:\n```\nfirst = 1\nsecond = 2\n```\n", ChunkKind.CODE),
        ("“Where is it?” she asked.\n“Here,” he said.\n", ChunkKind.DIALOGUE),
        ("Ann: Hello.\nBen: Hi.\nAnn: Where?\nBen: Here.\n", ChunkKind.DIALOGUE),
        ("Name: Ann\nAge: 30\nCity: Rome\nJob: Cook\n", ChunkKind.PROSE),
    ],
)
def test_a_chunk_knows_what_it_mostly_holds(text: str, kind: ChunkKind) -> None:
    (chunk,) = cut(text)

    assert chunk.kind is kind


def test_headings_in_code_cut_nothing() -> None:
    text = f"## Run\n\n```sh\n# install\nmake\n# test\n```\n{PROSE}"

    chunks = cut(text)

    assert [chunk.id for chunk in chunks] == ["visa.md#run/1"]


@pytest.mark.parametrize("unit", ["#\n", "### a\nb\n", "## a\n", "x", "- ", "a:\n", "`" * 3 + "\n"])
def test_a_hostile_text_is_cut_in_linear_time(unit: str) -> None:
    text = unit * 20_000

    chunks = cut(text)

    assert sum(len(chunk.text) - chunk.overlap_chars for chunk in chunks) == len(text)
