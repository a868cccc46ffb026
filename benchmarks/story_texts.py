"""The manuscripts that stories are measured on."""

from pathlib import Path

from groundsmith.recipes.story.manuscript import Manuscript, manuscript

HERE = Path(__file__).resolve().parent / "story"
EXAMPLES = HERE.parents[1] / "examples" / "story"


def read(folder: Path) -> Manuscript:
    """A manuscript of ours: chapters in `manuscript`, notes beside it."""

    def texts(kind: str) -> list[tuple[str, str]]:
        return [
            (f"{kind}/{path.name}", path.read_text("utf-8"))
            for path in sorted((folder / kind).glob("*.md"))
        ]

    return manuscript(texts("manuscript"), texts("notes"))


def repeated(whole: Manuscript, words: int) -> Manuscript:
    """A manuscript told again and again until it has so many words."""
    times = -(-words // whole.word_count)
    chapters = [
        (f"{turn:04}/{chapter.name}", chapter.text)
        for turn in range(times)
        for chapter in whole.chapters
    ]
    return manuscript(chapters, [(note.name, note.text) for note in whole.notes])
