"""How good a post is, in five measures from 0 to 10, by features that are stated here.

A model is asked where there is one, about its own draft; these are what is said without one, and
of every post that was changed since. None of them says whether a post is true: that is safety's.

- clarity: 10 at 14 words a sentence or fewer, 0 at 34 or more, a straight line between;
- specificity: the share of sentences with a figure, a name or a technology in them;
- engagement: 4 for a hook of at most 200 characters, 3 for a question, 3 for a call to action;
- credibility: the share of sentences that cite a source, of those that say anything;
- actionability: 5 for a call to action, 5 for an address to go to.
"""

import re
from collections.abc import Iterable, Mapping

from groundsmith.recipes.post.content import Origin, Part, Post
from groundsmith.recipes.post.technologies import named_in
from groundsmith.records import Json
from groundsmith.verify.names import names

MEASURES = ("clarity", "specificity", "engagement", "credibility", "actionability")
FEATURES = "features@1"
_SHORT_WORDS, _LONG_WORDS = 14, 34
_HOOK_CHARS = 200
_STRONG: Mapping[str, str] = {
    "clarity": "short sentences",
    "specificity": "figures and names in most sentences",
    "engagement": "a short hook, a question and a call to action",
    "credibility": "what it says is cited",
    "actionability": "says what to do next, and where",
}
_WEAK: Mapping[str, str] = {
    "clarity": "sentences are long",
    "specificity": "few figures and names",
    "engagement": "no short hook, question or call to action",
    "credibility": "little of it is cited",
    "actionability": "does not say what to do next, or where",
}


def quality(post: Post, model: str | None) -> dict[str, Json]:
    """The five scores, who gave them, and the main strength and weakness.

    Args:
        model: Who gave the post's own scores; `None` measures features.
    """
    asked = post.scores is not None and model is not None
    scores = dict(post.scores) if post.scores is not None and asked else features(post)
    best = max(MEASURES, key=lambda name: scores[name])
    worst = min(MEASURES, key=lambda name: scores[name])
    return {
        "by": f"{model}, of the draft" if asked else FEATURES,
        "scores": {name: scores[name] for name in MEASURES},
        "strength": f"{best}: {_STRONG[best]}",
        "weakness": f"{worst}: {_WEAK[worst]}" if scores[worst] < max(scores.values()) else "",
    }


def features(post: Post) -> dict[str, int]:
    """The five measures of a post as it stands."""
    saying = [one for one in post.sentences if one.origin is not Origin.NEUTRAL]
    texts = [one.text for one in saying]
    closing = post.of(Part.CALL_TO_ACTION)
    words = [len(text.split()) for text in texts]
    mean = sum(words) / len(words) if words else _LONG_WORDS
    hook = post.of(Part.HOOK)
    return {
        "clarity": _ten((_LONG_WORDS - mean) / (_LONG_WORDS - _SHORT_WORDS)),
        "specificity": _share(map(_is_specific, texts), len(texts)),
        "engagement": 4 * (0 < len(hook) <= _HOOK_CHARS)
        + 3 * ("?" in post.text)
        + 3 * bool(closing),
        "credibility": _share((bool(one.places) for one in saying), len(saying)),
        "actionability": 5 * bool(closing) + 5 * ("://" in closing),
    }


def _is_specific(text: str) -> bool:
    return bool(re.search(r"\d", text) or named_in(text) or names(text))


def _share(holds: Iterable[bool], count: int) -> int:
    return _ten(sum(holds) / count) if count else 0


def _ten(share: float) -> int:
    return round(10 * min(1.0, max(0.0, share)))
