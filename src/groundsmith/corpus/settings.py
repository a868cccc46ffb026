"""What is read, and how it is cut; all of it decides the plan."""

from pydantic import model_validator

from groundsmith.phases import Settings, plan


class CorpusSettings(Settings):
    """Limits of sources and sizes of chunks, in bytes and in characters."""

    min_bytes: int = plan(100, ge=1, about="Sources below this size are skipped.")
    max_bytes: int = plan(10_000_000, ge=1, about="Sources above this size are skipped.")
    max_chars: int = plan(2000, ge=200, le=100_000, about="Characters in a chunk, at most.")
    overlap_chars: int = plan(
        200,
        ge=0,
        le=10_000,
        about="Characters, as whole sentences, repeated from the chunk before.",
    )

    @model_validator(mode="after")
    def _fit_together(self) -> "CorpusSettings":
        if self.min_bytes > self.max_bytes:
            raise ValueError("min_bytes is greater than max_bytes")
        if self.overlap_chars * 2 > self.max_chars:
            raise ValueError("overlap_chars is more than half of max_chars")
        return self
