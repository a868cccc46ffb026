"""What is read and how it is cut; all of it decides which items there are."""

from enum import StrEnum
from typing import Self

from pydantic import model_validator

from groundsmith.phases import Settings, plan


class CutBy(StrEnum):
    """What a document is cut by."""

    HEADINGS = "headings"
    PARAGRAPHS = "paragraphs"
    SENTENCES = "sentences"
    CHARACTERS = "characters"
    TOKENS = "tokens"


class CorpusSettings(Settings):
    """Limits of reading and of cutting. Sizes of files in bytes, of passages in code points."""

    min_bytes: int = plan(100, ge=1, about="Smaller files are skipped.")
    max_bytes: int = plan(10_000_000, ge=1, about="Larger files are skipped.")
    max_chars: int = plan(2000, ge=200, le=100_000, about="Longest passage, overlap included.")
    overlap_chars: int = plan(
        200, ge=0, about="Most that a passage repeats of the one before it, in whole sentences."
    )

    cut_by: CutBy = plan(CutBy.HEADINGS, about="Where passages may end.")
    max_tokens: int = plan(256, ge=8, le=100_000, about="Longest passage when cut by tokens.")
    tokenizer: str | None = plan(
        None, min_length=1, about="The tokenizer.json that counts them; null is none."
    )

    @model_validator(mode="after")
    def _overlap_leaves_room(self) -> Self:
        if self.overlap_chars * 2 > self.max_chars:
            raise ValueError(
                f"overlap_chars ({self.overlap_chars}) must be at most half of "
                f"max_chars ({self.max_chars})"
            )
        if self.min_bytes > self.max_bytes:
            raise ValueError(
                f"min_bytes ({self.min_bytes}) must be at most max_bytes ({self.max_bytes})"
            )
        return self
