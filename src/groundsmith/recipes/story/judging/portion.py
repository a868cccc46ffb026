"""A manuscript in portions that a model can read at once: scenes together, as many as fit.

A portion lies within one chapter, so that what is asked of a chapter changes only where it does. A
scene that is too long is cut between paragraphs, and a paragraph between sentences; a sentence that
is too long stays whole, for its reader to leave out and to say so.
"""

from collections.abc import Iterable, Iterator

from groundsmith.corpus.sentences import RuleSplitter
from groundsmith.recipes.story.cutting.scenes import paragraphs, scenes
from groundsmith.recipes.story.manuscript import Chapter, Place
from groundsmith.records import Span


def portions(chapter: Chapter, room_chars: int) -> Iterator[Place]:
    """The places that a chapter is read in, none longer than the room but for a lone sentence."""
    for span in packed(_pieces(chapter.text, room_chars), room_chars):
        yield place_of(chapter, span)


def place_of(chapter: Chapter, span: Span) -> Place:
    """A span of a chapter, with its words."""
    return Place(
        chapter=chapter.name,
        order=chapter.order,
        start=span.start,
        stop=span.stop,
        quote=span.of(chapter.text),
    )


def packed(pieces: Iterable[Span], room_chars: int) -> Iterator[Span]:
    """Neighbours as one, as long as they fit; one that does not is left alone."""
    held: Span | None = None
    for piece in pieces:
        if held is not None and piece.stop - held.start <= room_chars:
            held = Span(start=held.start, stop=piece.stop)
            continue
        if held is not None:
            yield held
        held = piece
    if held is not None:
        yield held


def _pieces(text: str, room_chars: int) -> Iterator[Span]:
    for scene in scenes(text):
        if _length(scene) <= room_chars:
            yield scene
            continue
        for paragraph in paragraphs(scene.of(text)):
            block = _moved(paragraph, scene.start)
            if _length(block) <= room_chars:
                yield block
            else:
                inner = RuleSplitter().split(block.of(text))
                yield from (_moved(sentence, block.start) for sentence in inner)


def _length(span: Span) -> int:
    return span.stop - span.start


def _moved(span: Span, by: int) -> Span:
    return Span(start=span.start + by, stop=span.stop + by)
