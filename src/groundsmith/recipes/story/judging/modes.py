"""What a narrator vouches for at a place: told, said, dreamt, supposed."""

from bisect import bisect_right
from collections import defaultdict

from groundsmith.recipes.story.manuscript import Place
from groundsmith.recipes.story.reading import VOUCHED, Mode, Reading, Sentence


class Modes:
    """The modes of a story's places, as it was read."""

    def __init__(self, reading: Reading) -> None:
        self._sentences: dict[int, list[Sentence]] = defaultdict(list)
        for one in reading.sentences:
            self._sentences[one.chapter.order].append(one)
        self._starts = {
            order: [one.start for one in held] for order, held in self._sentences.items()
        }

    def of(self, place: Place) -> Mode:
        """The mode of a place; of several sentences, the one that is vouched for counts most.

        Notes are TOLD; within a sentence that is told, what stands in quotation marks is SAID.
        """
        starts = self._starts.get(place.order, [])
        first = max(0, bisect_right(starts, place.start) - 1)
        last = bisect_right(starts, place.stop - 1)
        found = [_mode(one, place) for one in self._sentences.get(place.order, [])[first:last]]
        return next((one for one in found if one in VOUCHED), found[0] if found else Mode.TOLD)


def _mode(sentence: Sentence, place: Place) -> Mode:
    """The mode of the part of a sentence that lies in a place."""
    start, stop = max(0, place.start - sentence.start), place.stop - sentence.start
    if sentence.mode in VOUCHED and not any(map(str.isalpha, sentence.told[start:stop])):
        return Mode.SAID
    return sentence.mode
