"""The manuscripts that stories are measured on."""

import json
from collections.abc import Iterator
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


def clean() -> Iterator[tuple[str, str, Manuscript]]:
    """Name, language and text of everything that was written to contradict nothing."""
    for line in (HERE / "controls" / "controls.jsonl").read_text("utf-8").splitlines():
        row = json.loads(line)
        bases = (HERE.parents[1], HERE, HERE / "controls")
        path = next(base / row["path"] for base in bases if (base / row["path"]).exists())
        whole = (
            read(path.parent)
            if path.is_dir()
            else manuscript([(path.name, path.read_text("utf-8"))])
        )
        yield row["id"], row["language"], whole


def unplanted() -> Iterator[tuple[str, Manuscript]]:
    """The manuscripts that contradictions are planted in, without them; no sealed ones."""
    for folder in sorted((HERE / "planted").glob("*/manuscripts/*")):
        if "sealed" not in folder.parts[-3]:
            yield folder.name, read(folder)
