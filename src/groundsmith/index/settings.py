"""How collections are indexed and searched."""

from groundsmith.phases import Settings, run


class IndexSettings(Settings):
    """What `index`, `search` and `recommend` do where the command line does not say."""

    analyser: str | None = run(
        None,
        min_length=1,
        about="How words are read: mixed, code, or a language; null is chosen from the texts.",
    )
    embed: str = run(
        "auto",
        min_length=1,
        about="What makes vectors: minilm, sentence-transformers:NAME-OR-FOLDER, a name under "
        "`models` or provider:model (an endpoint), off; auto is minilm where it is installed and "
        "there are few documents.",
    )
    auto_embedded: int = run(
        2_000, ge=0, about="Documents up to which `embed: auto` makes vectors (about 15 a second)."
    )
    method: str = run("default", min_length=1, about="How documents are ranked.")
    deadline_s: float | None = run(
        None, gt=0, about="Seconds that a voice has before it is left out; null waits."
    )
    max_rows_bytes: int = run(
        10_000_000_000, ge=1, about="Larger files of rows (csv, tsv, jsonl) are skipped."
    )
