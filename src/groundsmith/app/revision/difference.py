"""What differs between two texts: lines, words, length, emojis, and the facts they state.

Lines are aligned by their longest common subsequence (Indel distance, as in Hyyrö, "Bit-parallel
LCS-length computation revisited", 2004): no text is long enough to make it slow. Words and facts
are counted and not aligned: what was added or dropped is what one side has more of.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import asdict, dataclass
from itertools import groupby

from rapidfuzz.distance import Indel

from groundsmith.records import Json
from groundsmith.verify.amounts import amounts

_WORD = re.compile(r"[^\W_]+(?:['’.,-][^\W_]+)*")
_EMOJI = re.compile(
    "(?:[\U0001f1e6-\U0001f1ff]{2}"
    "|[\U0001f300-\U0001faff\u2600-\u27bf\u2b50\u2b55\u231a\u231b\u23e9-\u23f3]"
    "[\ufe0f\U0001f3fb-\U0001f3ff]?(?:\u200d[\U0001f300-\U0001faff\u2600-\u27bf]\ufe0f?){0,8})"
)
_AROUND = 1
"""Unchanged lines that are shown before and after a change."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """A text that is compared, with the texts of its claims."""

    text: str
    claims: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """How much of something there was and is, and what one side has more of."""

    before: int
    after: int
    added: tuple[str, ...] = ()
    dropped: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Difference:
    """Between two texts.

    Attributes:
        shown: Lines with ` `, `-` or `+` in front; `…` where unchanged ones are left out.
        chars: The lengths, in code points.
        claims: Statements that could be held against a source.
        figures: Numbers and amounts, as they are written.
    """

    shown: tuple[str, ...]
    lines: Change
    words: Change
    chars: Change
    emojis: Change
    claims: Change
    figures: Change

    @property
    def is_none(self) -> bool:
        """Whether both texts are the same."""
        return not (self.lines.added or self.lines.dropped)

    def as_json(self) -> dict[str, Json]:
        """For `--json`."""
        return asdict(self)


def difference(before: Told, after: Told) -> Difference:
    """What is another in `after`."""
    old, new = before.text.splitlines(), after.text.splitlines()
    marked = list(_marked(old, new))
    return Difference(
        shown=tuple(_near(marked)),
        lines=Change(
            before=len(old),
            after=len(new),
            added=tuple(line for mark, line in marked if mark == "+"),
            dropped=tuple(line for mark, line in marked if mark == "-"),
        ),
        words=_change(_WORD.findall(before.text), _WORD.findall(after.text)),
        chars=Change(before=len(before.text), after=len(after.text)),
        emojis=_change(_EMOJI.findall(before.text), _EMOJI.findall(after.text)),
        claims=_change(before.claims, after.claims),
        figures=_change(_figures(before.text), _figures(after.text)),
    )


def _marked(old: Sequence[str], new: Sequence[str]) -> Iterator[tuple[str, str]]:
    """Every line of both, those of a change first as they were, then as they are."""
    steps = Indel.opcodes(old, new)
    for equal, together in groupby(steps, key=lambda step: step.tag == "equal"):
        spans = list(together)
        was, now = old[spans[0].src_start : spans[-1].src_end], spans[0].dest_start
        if equal:
            yield from ((" ", line) for line in was)
            continue
        yield from (("-", line) for line in was)
        yield from (("+", line) for line in new[now : spans[-1].dest_end])


def _near(marked: Sequence[tuple[str, str]]) -> Iterator[str]:
    """The changed lines, and those beside them."""
    changed = [at for at, (mark, _) in enumerate(marked) if mark != " "]
    near = {one for at in changed for one in range(at - _AROUND, at + _AROUND + 1)}
    last = -1
    for at, (mark, line) in enumerate(marked):
        if at in near:
            if at != last + 1:
                yield "…"
            yield f"{mark} {line}".rstrip()
            last = at
    if changed and last < len(marked) - 1:
        yield "…"


def _change(before: Iterable[str], after: Iterable[str]) -> Change:
    old, new = Counter(before), Counter(after)
    return Change(
        before=old.total(),
        after=new.total(),
        added=tuple((new - old).elements()),
        dropped=tuple((old - new).elements()),
    )


def _figures(text: str) -> Iterator[str]:
    """The amounts of a text in digits, with their units."""
    return (text[one.start : one.stop] for one in amounts(text) if not one.spelled)
