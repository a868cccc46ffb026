from collections.abc import Callable, Sequence
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tokenizers import Tokenizer, models, normalizers, pre_tokenizers, trainers

from groundsmith.corpus.chunkers.chosen import chunker
from groundsmith.corpus.chunkers.tokens import TokenChunker
from groundsmith.corpus.settings import CorpusSettings, CutBy
from groundsmith.errors import RequestError
from groundsmith.records import Chunk, Document, sha256
from groundsmith.tokenizer import FileTokenizer

PROSE = "The office opens at nine. Bring your passport and two photographs. It closes at four. "
TEXTS = st.lists(
    st.one_of(
        st.sampled_from(
            [PROSE, "\n\n", "\n \n", "# Head\n\n", "word ", "今日は晴れです。", " ", "\n"]
        ),
        st.sampled_from(["x" * 300, "\x1c", "\x00ab", "\ud800", "```\ncode\n```\n", "| a | b |\n"]),
        st.text(max_size=8),
    ),
    max_size=40,
).map("".join)
BY_CHARACTERS = [by for by in CutBy if by is not CutBy.TOKENS]


def small(cut_by: CutBy) -> CorpusSettings:
    return CorpusSettings(max_chars=200, overlap_chars=60, cut_by=cut_by)


def document(text: str) -> Document:
    return Document(
        id="a.md",
        source="a.md",
        sha256="",
        text_sha256=sha256(text.encode("utf-8", "replace").decode()),
        reader="r@1",
        text=text,
    )


def joined(chunks: Sequence[Chunk]) -> str:
    return "".join(chunk.text[chunk.overlap_chars :] for chunk in chunks)


@pytest.mark.parametrize("cut_by", BY_CHARACTERS)
@given(text=TEXTS)
@settings(max_examples=60)
def test_chunks_fit_and_joined_without_overlap_give_the_document_back(
    cut_by: CutBy, text: str
) -> None:
    chunks = chunker(small(cut_by)).cut(document(text))

    assert joined(chunks) == text
    assert all(chunk.text == text[chunk.start : chunk.stop] for chunk in chunks)
    assert all(len(chunk.text) <= 200 and chunk.overlap_chars <= 60 for chunk in chunks)
    assert len({chunk.id for chunk in chunks}) == len(chunks)


def test_sentences_are_kept_whole_and_repeated_whole() -> None:
    chunks = chunker(small(CutBy.SENTENCES)).cut(document(PROSE * 20))

    assert all(chunk.text.rstrip().endswith(".") for chunk in chunks)
    assert all(chunk.text.startswith(("The", "Bring", "It")) for chunk in chunks)
    assert chunks[1].overlap_chars > 0


def test_paragraphs_are_kept_whole_where_they_fit() -> None:
    chunks = chunker(small(CutBy.PARAGRAPHS)).cut(document(f"{PROSE * 2}\n\n" * 5))

    assert [chunk.text[chunk.overlap_chars :] for chunk in chunks] == [f"{PROSE * 2}\n\n"] * 5


def test_a_chunk_stands_under_the_heading_it_begins_under() -> None:
    text = f"# Visa\n\n{PROSE * 4}\n\n# Fees\n\n{PROSE * 4}"

    chunks = chunker(small(CutBy.CHARACTERS)).cut(document(text))

    assert chunks[0].headings == ("Visa",)
    assert chunks[-1].headings == ("Fees",)
    assert chunks[-1].id.startswith("a.md#fees/")


def wordpiece() -> Tokenizer:
    made = Tokenizer(models.WordPiece(unk_token="[UNK]"))
    made.normalizer = normalizers.BertNormalizer()
    made.pre_tokenizer = pre_tokenizers.BertPreTokenizer()
    made.train_from_iterator(
        [PROSE], trainers.WordPieceTrainer(vocab_size=60, special_tokens=["[UNK]"])
    )
    return made


def byte_level() -> Tokenizer:
    made = Tokenizer(models.BPE())
    made.pre_tokenizer = pre_tokenizers.ByteLevel(add_prefix_space=True)
    alphabet = pre_tokenizers.ByteLevel.alphabet()
    made.train_from_iterator([PROSE], trainers.BpeTrainer(initial_alphabet=alphabet))
    return made


@pytest.fixture(scope="module", params=[wordpiece, byte_level], ids=["wordpiece", "byte-level"])
def tokenizer(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> FileTokenizer:
    make: Callable[[], Tokenizer] = request.param
    path = tmp_path_factory.mktemp("tokenizer") / "tokenizer.json"
    make().save(str(path))
    return FileTokenizer(path)


@given(text=TEXTS)
@settings(max_examples=40)
def test_no_chunk_has_more_tokens_than_asked_for(tokenizer: FileTokenizer, text: str) -> None:
    chunks = TokenChunker(tokenizer, max_tokens=24, overlap_tokens=12).cut(document(text))

    assert joined(chunks) == text
    assert max(tokenizer.counts([chunk.text for chunk in chunks]), default=0) <= 24


def test_a_chunk_by_tokens_is_filled_with_whole_sentences(tokenizer: FileTokenizer) -> None:
    (count,) = tokenizer.counts([PROSE.strip()])

    chunks = TokenChunker(tokenizer, max_tokens=count + 4).cut(document(PROSE * 5))

    assert [chunk.text for chunk in chunks] == [PROSE] * 5


def test_a_file_without_a_tokenizer_is_refused_in_one_line(tmp_path: Path) -> None:
    (tmp_path / "tokenizer.json").write_text("{}", encoding="utf-8")

    with pytest.raises(RequestError, match="no tokenizer here"):
        FileTokenizer(tmp_path / "tokenizer.json")


def test_cutting_by_tokens_without_a_tokenizer_is_refused() -> None:
    with pytest.raises(RequestError, match=r"tokenizer\.json"):
        chunker(small(CutBy.TOKENS))


@pytest.mark.parametrize("overlap", [-1, 6])
def test_an_overlap_that_leaves_no_room_is_refused(tokenizer: FileTokenizer, overlap: int) -> None:
    with pytest.raises(ValueError, match="do not fit"):
        TokenChunker(tokenizer, max_tokens=10, overlap_tokens=overlap)
