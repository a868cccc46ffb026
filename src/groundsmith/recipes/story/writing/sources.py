"""The manuscript that an item was given, and where its places lie among the item's passages.

An item reads the whole manuscript and all notes, because a passage is held to all of it. The
decision to question: a change anywhere in the manuscript therefore writes and checks again; the
request is another only where the change shows in the context, and the same request is not paid for
twice.
"""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import PurePosixPath

from groundsmith.recipes.story.manuscript import Chapter, Manuscript, Place, manuscript
from groundsmith.recipes.story.writing.approved import bible
from groundsmith.records import Chunk, DraftCitation, Evidence

PASSAGE = "(passage)"
"""The passage's name among the chapters."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Sources:
    """Chapters and notes, and the passages that they were cut into."""

    manuscript: Manuscript
    inputs: tuple[Chunk, ...]
    begins: dict[str, tuple[list[int], list[int]]]
    """Document → where each of its passages begins to be new, and that passage's number."""

    @property
    def chapter_count(self) -> int:
        """How many chapters there are."""
        return len(self.manuscript.chapters)

    def until(self, position: int) -> Manuscript:
        """What a reader knows before a passage at `position`: the chapters before it, the notes."""
        return replace(self.manuscript, chapters=self.manuscript.chapters[:position])

    def with_passage(self, text: str, position: int) -> Manuscript:
        """The manuscript with a passage among its chapters, as one of its own."""
        told = self.manuscript.chapters
        passage = Chapter(name=PASSAGE, text=text, order=position, continues=position > 0)
        later = (replace(one, order=one.order + 1) for one in told[position:])
        return replace(self.manuscript, chapters=(*told[:position], passage, *later))

    def evidence(self, place: Place) -> Evidence | None:
        """A place as a span of one of the item's passages, cut at that passage's end."""
        starts, numbers = self.begins.get(place.chapter, ([], []))
        at = bisect_right(starts, place.start) - 1
        if at < 0:
            return None
        chunk = self.inputs[numbers[at]]
        start, stop = place.start - chunk.start, min(place.stop, chunk.stop) - chunk.start
        if not 0 <= start < stop:
            return None
        return Evidence(input=numbers[at], start=start, stop=stop, text=chunk.text[start:stop])

    def cited(self, places: Iterable[Place]) -> tuple[DraftCitation, ...]:
        """Places as citations, each once; those that lie in the passage itself are none."""
        found: dict[tuple[int, int, int], DraftCitation] = {}
        for place in places:
            shown = self.evidence(place)
            if shown is not None:
                key = (shown.input, shown.start, shown.stop)
                found[key] = DraftCitation(input=key[0], start=key[1], stop=key[2])
        return tuple(found.values())


def sources(
    inputs: Sequence[Chunk], note_folders: Sequence[str], approved: str | None = None
) -> Sources:
    """The manuscript that these passages were cut from.

    Args:
        approved: Sheets of what people approved of earlier passages.
    """
    texts: defaultdict[str, list[str]] = defaultdict(list)
    begins: dict[str, tuple[list[int], list[int]]] = {}
    for number, chunk in enumerate(inputs):
        texts[chunk.document].append(chunk.text[chunk.overlap_chars :])
        starts, numbers = begins.setdefault(chunk.document, ([], []))
        starts.append(chunk.start + chunk.overlap_chars)
        numbers.append(number)
    notes = {name for name in texts if is_note(name, note_folders)}
    told = [(name, "".join(parts)) for name, parts in texts.items()]
    made = manuscript(
        (one for one in told if one[0] not in notes), (one for one in told if one[0] in notes)
    )
    made = replace(made, notes=(*made.notes, *bible(approved)))
    return Sources(manuscript=made, inputs=tuple(inputs), begins=begins)


def is_note(document: str, note_folders: Sequence[str]) -> bool:
    """Whether a document lies below a folder of notes, upper and lower case alike."""
    wanted = {name.lower() for name in note_folders}
    return any(part.lower() in wanted for part in PurePosixPath(document).parts[:-1])
