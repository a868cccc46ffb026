"""What every chunker owes its callers, whatever the text and the settings."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from groundsmith.corpus.chunkers.chosen import chunker
from groundsmith.corpus.settings import CorpusSettings, CutBy
from groundsmith.records import Chunk, Document
from groundsmith.seams import Chunker

CHUNKERS: list[tuple[Chunker, CorpusSettings]] = [
    (chunker(settings), settings)
    for settings in (
        CorpusSettings(),
        CorpusSettings(max_chars=200, overlap_chars=100),
        CorpusSettings(max_chars=250, overlap_chars=0),
        CorpusSettings(cut_by=CutBy.PARAGRAPHS, max_chars=200, overlap_chars=100),
        CorpusSettings(cut_by=CutBy.SENTENCES, max_chars=200, overlap_chars=0),
        CorpusSettings(cut_by=CutBy.CHARACTERS, max_chars=250, overlap_chars=50),
    )
]
LINES = (
    *("# Visa", "## Fees", "### Papers", "#### X", "Title\n=====", "Other\n---", "```", "~~~"),
    *("- item one", "| a | b |", "> q", "", "   ", "**Lead:**", "A sentence. Another one! And?"),
    *("word " * 40, "x" * 300, "漢字。" * 30, "**bold** text " * 20, "---\nk: v\n---"),
)
TEXTS = st.lists(st.one_of(st.sampled_from(LINES), st.text(max_size=30)), max_size=40).map(
    "\n".join
)


def cut(cutter: Chunker, text: str) -> list[Chunk]:
    source = "sub/name.md"
    document = Document(
        id=source, source=source, sha256="", text_sha256="", reader="text@1", text=text
    )
    return list(cutter.cut(document))


@pytest.mark.parametrize(("cutter", "settings"), CHUNKERS)
class TestChunker:
    @given(text=TEXTS)
    def test_chunks_without_overlap_join_to_the_document(
        self, cutter: Chunker, settings: CorpusSettings, text: str
    ) -> None:
        chunks = cut(cutter, text)

        assert "".join(chunk.text[chunk.overlap_chars :] for chunk in chunks) == text

    @given(text=TEXTS)
    def test_every_chunk_is_the_text_of_its_span(
        self, cutter: Chunker, settings: CorpusSettings, text: str
    ) -> None:
        chunks = cut(cutter, text)

        assert all(text[chunk.start : chunk.stop] == chunk.text for chunk in chunks)
        assert all(chunk.document == "sub/name.md" for chunk in chunks)

    @given(text=TEXTS)
    def test_no_two_chunks_share_an_id(
        self, cutter: Chunker, settings: CorpusSettings, text: str
    ) -> None:
        ids = [chunk.id for chunk in cut(cutter, text)]

        assert len(set(ids)) == len(ids)
        assert all(name.startswith("sub/name.md#") for name in ids)

    @given(text=TEXTS)
    def test_sizes_keep_to_the_settings(
        self, cutter: Chunker, settings: CorpusSettings, text: str
    ) -> None:
        chunks = cut(cutter, text)

        assert all(0 < len(chunk.text) <= settings.max_chars for chunk in chunks)
        assert all(chunk.overlap_chars <= settings.overlap_chars for chunk in chunks)

    @given(text=TEXTS)
    def test_an_overlap_repeats_the_end_of_the_chunk_before(
        self, cutter: Chunker, settings: CorpusSettings, text: str
    ) -> None:
        for before, chunk in pairwise(cut(cutter, text)):
            repeated = chunk.text[: chunk.overlap_chars]

            assert before.text.endswith(repeated)
            assert before.stop == chunk.start + chunk.overlap_chars

    @given(text=TEXTS)
    def test_cutting_again_gives_the_same(
        self, cutter: Chunker, settings: CorpusSettings, text: str
    ) -> None:
        assert cut(cutter, text) == cut(cutter, text)
