"""What every chunker owes its callers, whatever the text and the settings."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from groundsmith.corpus.chunkers.sections import SectionChunker
from groundsmith.corpus.settings import CorpusSettings
from groundsmith.records import Chunk, Document
from groundsmith.seams import Chunker

CHUNKERS: list[tuple[Chunker, CorpusSettings]] = [
    (SectionChunker(settings), settings)
    for settings in (
        CorpusSettings(),
        CorpusSettings(max_chars=200, overlap_chars=100),
        CorpusSettings(max_chars=250, overlap_chars=0),
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


def cut(chunker: Chunker, text: str) -> list[Chunk]:
    source = "sub/name.md"
    document = Document(
        id=source, source=source, sha256="", text_sha256="", reader="text@1", text=text
    )
    return list(chunker.cut(document))


@pytest.mark.parametrize(("chunker", "settings"), CHUNKERS)
class TestChunker:
    @given(text=TEXTS)
    def test_chunks_without_overlap_join_to_the_document(
        self, chunker: Chunker, settings: CorpusSettings, text: str
    ) -> None:
        chunks = cut(chunker, text)

        assert "".join(chunk.text[chunk.overlap_chars :] for chunk in chunks) == text

    @given(text=TEXTS)
    def test_every_chunk_is_the_text_of_its_span(
        self, chunker: Chunker, settings: CorpusSettings, text: str
    ) -> None:
        chunks = cut(chunker, text)

        assert all(text[chunk.start : chunk.stop] == chunk.text for chunk in chunks)
        assert all(chunk.document == "sub/name.md" for chunk in chunks)

    @given(text=TEXTS)
    def test_no_two_chunks_share_an_id(
        self, chunker: Chunker, settings: CorpusSettings, text: str
    ) -> None:
        ids = [chunk.id for chunk in cut(chunker, text)]

        assert len(set(ids)) == len(ids)
        assert all(name.startswith("sub/name.md#") for name in ids)

    @given(text=TEXTS)
    def test_sizes_keep_to_the_settings(
        self, chunker: Chunker, settings: CorpusSettings, text: str
    ) -> None:
        chunks = cut(chunker, text)

        assert all(0 < len(chunk.text) <= settings.max_chars for chunk in chunks)
        assert all(chunk.overlap_chars <= settings.overlap_chars for chunk in chunks)

    @given(text=TEXTS)
    def test_an_overlap_repeats_the_end_of_the_chunk_before(
        self, chunker: Chunker, settings: CorpusSettings, text: str
    ) -> None:
        for before, chunk in pairwise(cut(chunker, text)):
            repeated = chunk.text[: chunk.overlap_chars]

            assert before.text.endswith(repeated)
            assert before.stop == chunk.start + chunk.overlap_chars

    @given(text=TEXTS)
    def test_cutting_again_gives_the_same(
        self, chunker: Chunker, settings: CorpusSettings, text: str
    ) -> None:
        assert cut(chunker, text) == cut(chunker, text)
