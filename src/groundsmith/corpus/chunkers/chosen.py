"""The cutter that the settings name."""

from pathlib import Path

from groundsmith.corpus.chunkers.sections import SectionChunker
from groundsmith.corpus.chunkers.tokens import TokenChunker
from groundsmith.corpus.chunkers.windows import CHARACTERS, PARAGRAPHS, SENTENCES, WindowChunker
from groundsmith.corpus.settings import CorpusSettings, CutBy
from groundsmith.errors import RequestError
from groundsmith.tokenizer import FileTokenizer

AnyChunker = SectionChunker | WindowChunker | TokenChunker

_BORDERS = {
    CutBy.CHARACTERS: CHARACTERS,
    CutBy.SENTENCES: SENTENCES,
    CutBy.PARAGRAPHS: PARAGRAPHS,
}


def chunker(settings: CorpusSettings) -> AnyChunker:
    """The cutter for `settings.cut_by`; raises RequestError for tokens without a tokenizer."""
    if settings.cut_by is CutBy.HEADINGS:
        return SectionChunker(settings)
    if settings.cut_by is not CutBy.TOKENS:
        return WindowChunker(settings, _BORDERS[settings.cut_by])
    if not settings.tokenizer:
        raise RequestError("cutting by tokens needs a tokenizer.json: set corpus.tokenizer")
    return TokenChunker(FileTokenizer(Path(settings.tokenizer)), settings.max_tokens)
