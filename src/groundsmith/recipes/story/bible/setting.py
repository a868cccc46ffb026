"""Where a story is and what stands in it: places by name, and things that come back.

A thing is one that the story shows with a mark of its own ("the brass key", "kunci kuningan itu")
in two chapters or more; what is shown once is furniture.
"""

import re
from collections import defaultdict
from collections.abc import Iterator

from groundsmith.recipes.story.bible.fact import Fact, FactKind
from groundsmith.recipes.story.bible.story import Story
from groundsmith.recipes.story.reading import VOUCHED, Sentence
from groundsmith.recipes.story.words.things import THINGS
from groundsmith.verify.words.listing import listed

_THING = {
    "en": re.compile(
        r"\b(?:the|an?|his|her|their|my|[A-Z]\w+['’]s) (?P<mark>[a-z]{3,}) "
        rf"(?P<noun>{'|'.join(sorted(THINGS['en'], key=len, reverse=True))})\b"
    ),
    "id": re.compile(
        rf"\b(?P<noun>{'|'.join(sorted(THINGS['id'], key=len, reverse=True))}) "
        r"(?P<mark>(?!ke|\w+nya\b)[a-z]{4,})(?: itu| ini|,|\.)"
    ),
}
_NO_MARKS = listed(
    """
    same other next last first second third whole only old new little small big own great good
    itu ini yang dari dengan pada untuk seperti sudah tidak akan baru lama kecil besar sendiri
    mereka kami kita miliknya tersebut pertama kedua lain juga
    """
)
_LEAST_CHAPTERS = 2


def facts(story: Story) -> Iterator[Fact]:
    """The places that are named, where they are named first, and the things that come back."""
    yield from _places(story)
    yield from _things(story)


def _places(story: Story) -> Iterator[Fact]:
    seen: set[str] = set()
    for sentence in story.reading.sentences:
        if sentence.mode not in VOUCHED:
            continue
        for name in story.cast.places_in(sentence.told):
            if name not in seen:
                seen.add(name)
                yield Fact(
                    kind=FactKind.PLACE,
                    subject=name,
                    attribute="is named",
                    value="place",
                    place=sentence.place(),
                    mode=sentence.mode,
                )


def _things(story: Story) -> Iterator[Fact]:
    shown: dict[tuple[str, str], list[Sentence]] = defaultdict(list)
    for sentence in story.reading.sentences:
        if sentence.mode in VOUCHED:
            for one in _THING[story.language].finditer(sentence.told):
                if one.group("mark") not in _NO_MARKS:
                    shown[one.group("noun"), one.group("mark")].append(sentence)
    for (noun, mark), sentences in shown.items():
        chapters = {one.chapter.order for one in sentences}
        if len(chapters) >= _LEAST_CHAPTERS:
            yield Fact(
                kind=FactKind.OBJECT,
                subject=noun,
                attribute="is",
                value=mark,
                place=sentences[0].place(),
                mode=sentences[0].mode,
            )
