"""A manuscript read sentence by sentence: what is told as happening, and what is only said.

A sentence has a mode. Rules look for contradictions among what is TOLD; what somebody says,
remembers, dreams, supposes or sees in a picture contradicts nothing. Cues are words, and where a
scene opens with one it holds for the scene. The decision to question: doubt is decided towards
silence, so a real slip inside a memory is missed.
"""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from groundsmith.corpus.sentences import RuleSplitter
from groundsmith.recipes.story.cutting.scenes import BREAK, paragraphs, scenes
from groundsmith.recipes.story.cutting.speech import blanked, speech
from groundsmith.recipes.story.manuscript import Chapter, Manuscript, Place
from groundsmith.records import Span


class Mode(StrEnum):
    """What a narrator vouches for in a sentence."""

    TOLD = "told"
    SAID = "said"
    RECOUNTED = "recounted"
    """Told as past by then (`had gone`): it holds, but its time is another."""
    REMEMBERED = "remembered"
    DREAMT = "dreamt"
    SUPPOSED = "supposed"
    DEPICTED = "depicted"


@dataclass(frozen=True, slots=True, kw_only=True)
class Sentence:
    """One sentence; `told` is its text with speech as spaces, at the same offsets.

    Attributes:
        paragraph: Number of its paragraph within the manuscript.
        scene: Number of its scene within the manuscript.
    """

    chapter: Chapter
    start: int
    stop: int
    text: str
    told: str
    paragraph: int
    scene: int
    mode: Mode

    @property
    def at(self) -> tuple[int, int]:
        """Where it stands in story order."""
        return (self.chapter.order, self.start)

    def happens(self, at: int) -> bool:
        """Whether what stands at an offset is told as happening; `had` behind it tells of less."""
        if self.mode is Mode.TOLD:
            return True
        return (
            self.mode is Mode.RECOUNTED
            and not _PERFECT.search(self.told, 0, at + 1)
            and not _PERFECT.match(self.told, at)
        )

    def place(self, start: int = 0, stop: int | None = None) -> Place:
        """A part of it as a place; the whole without arguments."""
        end = len(self.text) if stop is None else stop
        return Place(
            chapter=self.chapter.name,
            order=self.chapter.order,
            start=self.start + start,
            stop=self.start + end,
            quote=self.chapter.text[self.start + start : self.start + end],
        )


VOUCHED = frozenset({Mode.TOLD, Mode.RECOUNTED, Mode.REMEMBERED})
"""Modes in which a narrator vouches for what is said, whatever its time."""
BACK = frozenset({Mode.RECOUNTED, Mode.REMEMBERED})
"""Modes that tell of an earlier time."""

_LONG_WORD = re.compile(r"\w{80,}")
"""No word of a story: rules see spaces there, and none of their patterns runs away over it."""
_MOST_CHARS = 3_000
"""Who is meant takes time with the square of a sentence, so no text may be one sentence."""
_DREAM = re.compile(
    r"\b(?:(?:in|into|from) (?:a|the|his|her|my|their|that|this|one|another) (?:\w+ )?(?:dream"
    r"|nightmare|vision)|(?<!never )(?<!not )(?<!no longer )(?:dreamt|dreamed|dreams|dreaming)"
    r"(?! (?:again|no more|up)\b)|(?:had|has|was|came) (?:a|the|that) (?:\w+ ){0,2}(?:dream"
    r"|nightmare|vision)|(?:the|his|her|my) (?:dream|nightmare) \w+|hallucinat\w+"
    r"|(?:in (?:his|her|my|their)|dalam) (?:sleep|tidur\w+)"
    r"|(?<!tak pernah )(?<!tidak pernah )bermimpi|(?:dalam|di) mimpi\w*|mimpi(?:nya|ku) |memimpikan"
    r")\b",
    re.I,
)
_NOBODY = re.compile(
    r"\b(?:nobody|no one|none|whoever|anybody|anyone|never|tak seorang|siapa pun)\b", re.I
)
_WOKE = re.compile(
    r"\b(?:woke|awoke|wakes|woken|awake|(?:next|in the|that) morning|at (?:dawn|daybreak)|terbangun"
    r"|terjaga|bangun|membuka mata|keesokan|esok paginya|pagi harinya|paginya)\b",
    re.I,
)
_PERFECT = re.compile(
    r"\b(?:had|hadn['’]t|['’]d) (?:\w+ly |not |never |once |always |just |also |already |all "
    r"|both ){0,2}"
    r"(?!red\b|hundred\b|naked\b|wooden\b|golden\b|seven\b|eleven\b|ten\b|children\b|men\b"
    r"|women\b|need\b|indeed\b)"
    r"(?:\w+(?:ed|wn|ght|ung|oken|itten|idden|allen|eaten|aken|iven|een|olen|orn|oven|ept|elt"
    r"|ent|eft|"
    r"ound)|been|gone|done|said|told|made|had|put|cut|set|let|lost|kept|met|read|run|come"
    r"|become|begun|"
    r"sat|stood|heard|held|led|left|laid|lain|paid|shut|slid|sold|spun|stuck|struck|won|hit|hurt|"
    r"split|spread|swum|sunk|drunk|sung|understood)\b",
    re.I,
)
_REMEMBER = re.compile(
    r"\b(?:used to|remember\w*|years (?:ago|before|earlier)|long ago|in those days|back then"
    r"|when (?:he|she|i|they|we) (?:was|were|had been) (?:a |an |\w+ years|small|young|little"
    r"|\w+teen)"
    r"|(?<!short )as a (?:boy|girl|child)\b(?!['’])|once,|would once|(?<!lebih )(?<!jauh )(?:dulu"
    r"|dahulu)|waktu itu|ketika itu|kala itu|semasa"
    r"|(?:ketika|waktu|saat) (?:ia |dia |aku |\w+ )?(?:masih )?(?:kecil|berumur|muda"
    r"|remaja)"
    r"|teringat|mengingat|terkenang|kenangan|tahun-tahun lalu|tahun (?:lalu|silam)|(?<!tidak"
    r" )(?<!tak )(?<!belum )pernah"
    r"|masa kecil|almarhum\w*|the late)\b",
    re.I,
)
_SUPPOSE = re.compile(
    r"\b(?:as if|as though|might have|would have|could have|if only|perhaps|imagin\w+|pretend\w*"
    r"|seem(?:s|ed) to|seolah\w*|seakan\w*|seandainya|andai\w*|kalau saja|mungkin|barangkali"
    r"|membayangkan|pura-pura|konon|legend|legenda|dongeng|ghost|hantu|arwah|spirit of"
    r"|kata orang|orang(?:-orang)? (?:mulai |pada )?(?:berkata|bilang)|menurut (?:orang|cerita)"
    r"|kabarnya|dikabarkan|desas-desus|people said|some said|it was said|was said to"
    r"|rumou?r(?:s|ed)?|(?:given up|reported|believed) (?:for )?(?:dead|lost|drowned|missing))\b",
    re.I,
)
_DEPICT = re.compile(
    r"\b(?:photo(?:graph)?s?|portrait|painting|picture of|statue|snapshot|foto\w*|lukisan|potret"
    r"|patung|nisan|tombstone|headstone|grave of)\b"
    r"(?! (?:it|him|her|them|that|booth|shop|studio)\b)",
    re.I,
)
_SHOWS = re.compile(
    r"\b(?:in|on|of|from|show\w*|hung|hangs|hanging|looked|smiled|stared|gazed|faced|read|di|dalam"
    r"|pada|dari|tergantung|tampak|terlihat|tertera|tertulis|bertuliskan|memandang\w*|tersenyum"
    r"|bergambar|seorang|orang)\b",
    re.I,
)
"""What says that a picture is looked at, and not only held or made."""
_TAIL = re.compile(r"as if|as though|could have|seolah-olah|seakan-akan", re.I)
_TAIL_WORDS = 4
"""Behind so many words a comparison only ends a sentence that tells of something else."""
_RECOUNTS = re.compile(
    r"\b(?:confessed (?:to )?(?:everything|all|it all)|admitted (?:everything|it all)|told"
    r" (?:him|her|them|us|me|the \w+) (?:everything|it all|the whole (?:story|of it))"
    r"|mengakui (?:semua|segala)\w*|(?:menceritakan|bercerita) (?:semua|segala)\w*)\b",
    re.I,
)
"""Behind it the paragraph tells of what was confessed or told."""
_OPENS_MEMORY = re.compile(
    r"\W*(?:\w+ ){0,4}?(?:(?:it|that) had been|had been \w+ then|(?<!yang )(?:ketika itu"
    r"|waktu itu"
    r"|kala itu|(?<!lebih )(?:dulu|dahulu))"
    r"|(?:years|decades) (?:before|earlier|ago)|tahun (?:sebelum\w*|silam"
    r"|lalu))\b",
    re.I,
)


class Reading:
    """All sentences of a manuscript in story order, and their paragraphs."""

    def __init__(self, manuscript: Manuscript) -> None:
        self.manuscript = manuscript
        self.language = manuscript.language
        self.sentences = tuple(_sentences(manuscript))

    def told(self) -> Iterator[Sentence]:
        """Sentences the narrator vouches for."""
        return (one for one in self.sentences if one.mode is Mode.TOLD)


def _sentences(manuscript: Manuscript) -> Iterator[Sentence]:
    splitter = RuleSplitter()
    paragraph_count = scene_count = 0
    for chapter in manuscript.chapters:
        text = _LONG_WORD.sub(lambda one: " " * len(one.group()), chapter.text)
        told = blanked(text, speech(text))
        blocks = paragraphs(text)
        parts = scenes(text)
        around = _Around([one.start for one in parts])
        begins = [one.start for one in blocks]
        scene_begins = [one.start for one in parts]
        for span in _pieces(text, splitter.split(text)):
            own = text[span.start : span.stop]
            if own.startswith("#") or BREAK.fullmatch(own):
                continue
            block = max(0, bisect_right(begins, span.start) - 1)
            yield Sentence(
                chapter=chapter,
                start=span.start,
                stop=span.stop,
                text=own,
                told=told[span.start : span.stop],
                paragraph=paragraph_count + block,
                scene=scene_count + bisect_right(scene_begins, span.start),
                mode=around.mode(told[span.start : span.stop], span.start, block),
            )
        paragraph_count += len(blocks)
        scene_count += len(parts) + 1


class _Around:
    """What the sentences before give to the next: a dream goes on, and so does a look at a picture.

    A dream that opens its paragraph lasts until somebody wakes or the scene ends, any other for its
    paragraph; a picture for its paragraph; a memory that opens a scene for the scene.
    """

    def __init__(self, scene_starts: list[int]) -> None:
        self._starts = scene_starts
        self._scene = self._block = -1
        self._memory = self._dream = self._dreams_on = self._picture = self._recounts = False

    def mode(self, told: str, start: int, block: int) -> Mode:
        """The mode of the next sentence."""
        scene = bisect_right(self._starts, start) - 1
        if scene != self._scene:
            self._memory, self._dreams_on = _is_memory(told), False
        opens = block != self._block
        if opens:
            self._picture = self._recounts = False
            self._dream = self._dreams_on
        self._scene, self._block = scene, block
        woken, dreamt = _WOKE.search(told), _DREAM.search(told)
        if woken is not None:
            self._dream = self._dreams_on = False
        elif dreamt is not None and not _NOBODY.search(told):
            self._dream, self._dreams_on = True, self._dreams_on or opens
        shown = _DEPICT.search(told)
        self._picture |= shown is not None and bool(_SHOWS.search(told))
        if self._dream or (woken and dreamt and dreamt.start() < woken.start()):
            return Mode.DREAMT
        if self._memory or self._recounts:
            return Mode.REMEMBERED
        self._recounts = bool(_RECOUNTS.search(told))
        return Mode.DEPICTED if self._picture else _mode(told)


def _pieces(text: str, spans: Iterable[Span]) -> Iterator[Span]:
    """Sentences; one that is longer than any is, in pieces, cut where a word ends."""
    for span in spans:
        start = span.start
        while span.stop - start > _MOST_CHARS:
            space = text.rfind(" ", start, start + _MOST_CHARS) + 1
            stop = space if space > start else start + _MOST_CHARS
            yield Span(start=start, stop=stop)
            start = stop
        yield Span(start=start, stop=span.stop)


def _is_memory(opening: str) -> bool:
    """Whether a scene's first paragraph says that the scene is past."""
    first = opening[:160]
    return bool(_OPENS_MEMORY.match(first)) and not re.search(r"\bnow\b|\bkini\b", first, re.I)


def _mode(told: str) -> Mode:
    if sum(char.isalpha() for char in told) < 3:
        return Mode.SAID
    if _REMEMBER.search(told):
        return Mode.REMEMBERED
    if _PERFECT.search(told):
        return Mode.RECOUNTED
    supposed = _SUPPOSE.search(told)
    if supposed is None or (
        _TAIL.match(supposed.group()) and len(told[: supposed.start()].split()) >= _TAIL_WORDS
    ):
        return Mode.TOLD
    return Mode.SUPPOSED
