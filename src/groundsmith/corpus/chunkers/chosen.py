"""The cutter that the settings name."""

from enum import StrEnum

from groundsmith.corpus.chunkers.sections import SectionChunker
from groundsmith.corpus.chunkers.tokens import TokenChunker, TokenCounter
from groundsmith.corpus.chunkers.windows import CHARACTERS, PARAGRAPHS, SENTENCES, WindowChunker
from groundsmith.corpus.settings import CorpusSettings
from groundsmith.errors import RequestError
from groundsmith.seams import Chunker

_BORDERS = {"characters": CHARACTERS, "sentences": SENTENCES, "paragraphs": PARAGRAPHS}


class CutBy(StrEnum):
    """What a document is cut by."""

    HEADINGS = "headings"
    PARAGRAPHS = "paragraphs"
    SENTENCES = "sentences"
    CHARACTERS = "characters"
    TOKENS = "tokens"


def chunker(
    cut_by: CutBy,
    settings: CorpusSettings,
    *,
    tokenizer: TokenCounter | None = None,
    max_tokens: int = 256,
) -> Chunker:
    """The cutter for `cut_by`; raises RequestError where tokens are asked for without a tokenizer.

    Args:
        settings: Sizes in characters, for every cutter but that by tokens.
        tokenizer: Counts the tokens; needed by that cutter only.
        max_tokens: The most tokens of one chunk.
    """
    if cut_by is CutBy.HEADINGS:
        return SectionChunker(settings)
    if cut_by is not CutBy.TOKENS:
        return WindowChunker(settings, _BORDERS[cut_by])
    if tokenizer is None:
        raise RequestError("cutting by tokens needs a tokenizer.json")
    return TokenChunker(tokenizer, max_tokens)
