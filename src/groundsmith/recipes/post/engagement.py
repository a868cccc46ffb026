"""Estimates how a post may be received: by features of its text, and weights that are shown.

An estimate, and no measurement: the weights are a rule of thumb, ours, with nothing measured behind
them, until they are fitted to results of one's own (`fitting.py`). So its confidence is low by the
rule of thumb, whatever a post looks like.
"""

import math
import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict, dataclass
from enum import StrEnum
from itertools import pairwise

from groundsmith.records import Json, rounded
from groundsmith.verify.amounts import amounts
from groundsmith.verify.tokens import sentence_starts

NO_RESULTS = "a rule of thumb, of ours; nothing was measured"
_BASE_RATE, _BEST_RATE = 3.0, 30.0
_A_THOUSAND = 1000
_TAGS = re.compile(r"#\w+")
_READER = re.compile(r"(?<!\w)(?:you|your|yours|anda|kamu|kalian)(?!\w)", re.IGNORECASE)


class Level(StrEnum):
    """How well a post may be received, next to others."""

    LOW = "low"
    MEDIUM = "medium"
    HIGH = "high"


@dataclass(frozen=True, slots=True, kw_only=True)
class Feature:
    """Something of a text that may matter: measured from 0 to 1.

    Attributes:
        share: Of what lies between a poor post and a good one, by the rule of thumb.
        tip: What to do where it is low.
    """

    share: float
    tip: str
    measure: Callable[["_Text"], float]


@dataclass(frozen=True, slots=True, kw_only=True)
class Tip:
    """What to do, the feature that it is on, and how much more it would bring by the estimate."""

    feature: str
    text: str
    gain_ratio: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Estimate:
    """How a post may be received.

    Attributes:
        reactions_per_1000: A thousand impressions, with the middle half of what is to be expected
            where results allow to say it.
        best_line: The line that most speaks for itself.
        confidence: `low` wherever the weights are only a rule of thumb.
        basis: What the weights rest on, in words.
    """

    level: Level
    reactions_per_1000: float
    likely_range: tuple[float, float] | None
    best_line: str
    confidence: Level
    basis: str
    features: Mapping[str, float]
    weights: Mapping[str, float]
    tips: tuple[Tip, ...]

    def as_json(self) -> dict[str, Json]:
        """For records and `--json`; it says of itself that it is an estimate."""
        return {"label": "estimate, not a measurement", **asdict(self)}


@dataclass(frozen=True, slots=True, kw_only=True)
class _Text:
    """A post as it goes out, taken apart."""

    body: str
    tag_count: int
    paragraphs: tuple[str, ...]
    sentences: tuple[str, ...]

    @classmethod
    def of(cls, text: str) -> "_Text":
        whole = [part.strip() for part in text.split("\n\n") if part.strip()]
        told = [part for part in whole if _TAGS.sub("", part).strip()]
        body = "\n\n".join(told)
        starts = [*sentence_starts(body), len(body)]
        split = (body[start:stop].strip() for start, stop in pairwise(starts))
        lines = (line.strip() for one in split for line in one.split("\n"))
        return cls(
            body=body,
            tag_count=len(_TAGS.findall(text)),
            paragraphs=tuple(told),
            sentences=tuple(line for line in lines if line),
        )

    @property
    def opening(self) -> str:
        return self.paragraphs[0] if self.paragraphs else ""

    @property
    def closing(self) -> str:
        return self.paragraphs[-1] if self.paragraphs else ""


def _falling(value: float, good: float, poor: float) -> float:
    """1 up to `good`, 0 from `poor` on, a straight line between."""
    return min(1.0, max(0.0, (poor - value) / (poor - good)))


def _mean(values: Sequence[float]) -> float:
    return sum(values) / len(values) if values else 0.0


def _figures(text: str) -> int:
    return sum(not one.spelled for one in amounts(text))


FEATURES: Mapping[str, Feature] = {
    "short_opening": Feature(
        share=0.20,
        tip="begin with one line of at most 120 characters",
        measure=lambda text: _falling(len(text.opening), 120, 300) if text.opening else 0.0,
    ),
    "question": Feature(
        share=0.15,
        tip="ask the reader a question that they can answer from experience",
        measure=lambda text: float("?" in text.body),
    ),
    "figures": Feature(
        share=0.15,
        tip="name a figure that the sources have",
        measure=lambda text: min(1.0, _figures(text.body) / 3),
    ),
    "reader": Feature(
        share=0.10,
        tip="speak to the reader: say you",
        measure=lambda text: min(1.0, len(_READER.findall(text.body)) / 2),
    ),
    "short_sentences": Feature(
        share=0.10,
        tip="cut sentences to 14 words or fewer",
        measure=lambda text: _falling(
            _mean([len(one.split()) for one in text.sentences]) if text.sentences else 99, 14, 30
        ),
    ),
    "short_paragraphs": Feature(
        share=0.10,
        tip="break paragraphs of more than 250 characters in two",
        measure=lambda text: _falling(max(map(len, text.paragraphs), default=999), 250, 700),
    ),
    "length": Feature(
        share=0.10,
        tip="keep it between 400 and 1,300 characters",
        measure=lambda text: min(
            _falling(len(text.body), 1300, 3000), _falling(-len(text.body), -400, 0)
        ),
    ),
    "closing": Feature(
        share=0.05,
        tip="end with a question or an address to go to",
        measure=lambda text: float("?" in text.closing or "://" in text.closing),
    ),
    "few_hashtags": Feature(
        share=0.05,
        tip="use one to five hashtags",
        measure=lambda text: _falling(text.tag_count, 5, 15) if text.tag_count else 0.0,
    ),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Estimator:
    """Weights on the features, in the logarithm of reactions a thousand impressions.

    Attributes:
        base: The logarithm where all features are 0.
        bounds: From which logarithms on a post is medium, and high.
        spread: The standard deviation of what is left over; `None` by the rule of thumb.
    """

    base: float
    weights: Mapping[str, float]
    bounds: tuple[float, float]
    basis: str
    confidence: Level = Level.LOW
    spread: float | None = None

    def estimate(self, text: str) -> Estimate:
        """How a post with this text may be received."""
        taken = _Text.of(text)
        measured = measures(taken)
        expected = self.base + sum(self.weights[name] * value for name, value in measured.items())
        return Estimate(
            level=self._level(expected),
            reactions_per_1000=_rate(expected),
            likely_range=self._range(expected),
            best_line=_best(taken),
            confidence=self.confidence,
            basis=self.basis,
            features=measured,
            weights={name: rounded(weight) for name, weight in self.weights.items()},
            tips=self._tips(measured),
        )

    def _level(self, expected: float) -> Level:
        medium, high = self.bounds
        return Level.HIGH if expected >= high else Level.MEDIUM if expected >= medium else Level.LOW

    def _range(self, expected: float) -> tuple[float, float] | None:
        """The middle half of a normal distribution around it."""
        if self.spread is None:
            return None
        return _rate(expected - 0.6745 * self.spread), _rate(expected + 0.6745 * self.spread)

    def _tips(self, measured: Mapping[str, float]) -> tuple[Tip, ...]:
        """What is low and would help, the greatest gain first."""
        gains = {name: self.weights[name] * (1 - value) for name, value in measured.items()}
        tips = [
            Tip(
                feature=name,
                text=FEATURES[name].tip,
                gain_ratio=rounded(math.exp(gains[name]) - 1),
            )
            for name in sorted(gains, key=lambda name: -gains[name])
            if measured[name] < 1 and gains[name] > 0.01
        ]
        return tuple(tips)


def measures(text: "str | _Text") -> dict[str, float]:
    """Every feature of a text, from 0 to 1."""
    taken = _Text.of(text) if isinstance(text, str) else text
    return {name: rounded(feature.measure(taken)) for name, feature in FEATURES.items()}


def rule_of_thumb() -> Estimator:
    """The weights without anybody's results."""
    span = math.log(_BEST_RATE / _BASE_RATE)
    base = math.log(_BASE_RATE)
    return Estimator(
        base=base,
        weights={name: feature.share * span for name, feature in FEATURES.items()},
        bounds=(base + 0.4 * span, base + 0.7 * span),
        basis=NO_RESULTS,
    )


def _rate(logarithm: float) -> float:
    return round(math.exp(min(logarithm, math.log(_A_THOUSAND))), 1)


def _best(text: _Text) -> str:
    """The sentence with a figure, a name of the reader or a question in the fewest words."""

    def worth(line: str) -> float:
        told = bool(_figures(line)) + 0.5 * bool(_READER.search(line)) + 0.5 * ("?" in line)
        return told + _falling(len(line), 80, 240)

    return max(text.sentences, key=worth, default="")
