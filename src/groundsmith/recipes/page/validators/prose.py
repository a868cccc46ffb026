"""Validators of running text: sentences, length, sections, readability, leaked instructions."""

import re
from collections.abc import Iterator, Sequence

from groundsmith.recipes.page.page_file import Fault, PageFile
from groundsmith.recipes.page.validators.registry import validator
from groundsmith.records import Span

_HEADING = re.compile(r"^#{1,6}[ \t]+(.*?)[ \t]*$", re.MULTILINE)
_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_VOWELS = re.compile(r"[aeiouy]+")
_LEAKED = re.compile(
    r"\b(?:as an ai|language model|system prompt|guiding questions?|end line|data line|json object"
    r"|the (?:passage|prompt|instructions?) (?:above|below|says?|asks?)"
    r"|here is (?:the|your|a) (?:text|caption|answer|description)|i (?:cannot|can't|am unable))",
    re.IGNORECASE,
)


@validator("sentences", count=2, max_chars=400)
def sentences(file: PageFile, *, count: int, max_chars: int) -> Iterator[Fault]:
    """Exactly so many sentences, and not too long together."""
    found = [span for span in file.sentence_spans if any(map(str.isalnum, span.of(file.text)))]
    if len(found) != count:
        yield _fault("sentence-count", f"{len(found)} sentences, {count} are wanted")
    if len(file.text.strip()) > max_chars:
        yield _fault("too-long", f"more than {max_chars} characters")


@validator("length", min_chars=1, max_chars=100_000)
def length(file: PageFile, *, min_chars: int, max_chars: int) -> Iterator[Fault]:
    """Neither too short nor too long for its kind."""
    chars = len(file.text.strip())
    if not min_chars <= chars <= max_chars:
        yield _fault("length", f"{chars} characters, not {min_chars} to {max_chars}")


@validator("sections", titles=["Properties"], min_chars=40)
def sections(file: PageFile, *, titles: Sequence[str], min_chars: int) -> Iterator[Fault]:
    """A section under each title, with something said in it: the questions a page must answer."""
    found = _sections(file.text)
    for title in titles:
        body = found.get(title.casefold())
        if body is None:
            yield _fault("section-missing", f"there is no section “{title}”")
        elif len(body) < min_chars:
            yield _fault("section-empty", f"the section “{title}” says hardly anything")


@validator("readability", max_grade=16, max_sentence_words=45)
def readability(file: PageFile, *, max_grade: int, max_sentence_words: int) -> Iterator[Fault]:
    """Prose that can be read: the grade of Kincaid et al. (1975), and no endless sentence."""
    words = [_WORD.findall(span.of(file.text)) for span in file.sentence_spans]
    words = [each for each in words if each]
    if not words:
        return
    grade = kincaid(words)
    if grade > max_grade:
        yield _fault("hard-to-read", f"reads like grade {grade:.0f}, at most {max_grade} is wanted")
    for span, each in zip(file.sentence_spans, map(len, words), strict=False):
        if each > max_sentence_words:
            yield _fault("sentence-too-long", f"a sentence has {each} words", span)


@validator("instructions")
def instructions(file: PageFile) -> Iterator[Fault]:
    """No words that speak to, or of, the model that wrote them."""
    for match in _LEAKED.finditer(file.text):
        span = Span(start=match.start(), stop=match.end())
        yield _fault("leaked-instruction", f"speaks of the writing: {match.group()!r}", span)


def kincaid(sentences: Sequence[Sequence[str]]) -> float:
    """The Flesch-Kincaid grade: 0.39 words a sentence + 11.8 syllables a word - 15.59.

    Kincaid, Fishburne, Rogers and Chissom 1975. Syllables are counted as groups of vowels, a silent
    e at the end not among them.
    """
    words = [word for sentence in sentences for word in sentence]
    syllables = sum(map(_syllables, words))
    return 0.39 * len(words) / len(sentences) + 11.8 * syllables / len(words) - 15.59


def _syllables(word: str) -> int:
    plain = word.casefold()
    groups = len(_VOWELS.findall(plain))
    return max(1, groups - (plain.endswith("e") and not plain.endswith("le")))


def _sections(text: str) -> dict[str, str]:
    """Title → what stands under it."""
    heads = list(_HEADING.finditer(text))
    stops = [head.start() for head in heads[1:]] + [len(text)]
    return {
        head.group(1).casefold(): text[head.end() : stop].strip()
        for head, stop in zip(heads, stops, strict=True)
    }


def _fault(code: str, message: str, span: Span | None = None) -> Fault:
    return Fault(code=code, message=message, advice="write it again, or mend its words", span=span)
