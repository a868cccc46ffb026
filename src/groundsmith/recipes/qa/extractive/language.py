"""Which of the languages we have patterns for a text is written in."""

import re
from functools import lru_cache

from groundsmith.recipes.qa.extractive.words import terms

_WORDS = re.compile(r"[^\W\d_]+")
_FUNCTION_WORDS: dict[str, frozenset[str]] = {
    "en": terms(
        """
        the of and to in is for with are was from by that this at be as or an it you on has have
        which will must can were been not
        """
    ),
    "id": terms(
        """
        yang dan di dengan untuk adalah dari pada ini itu dalam oleh ke tidak akan sebagai juga atau
        """
    ),
    "": terms(
        """
        der die das und ist nicht ein eine mit von zu den im el los las una del que por para con es
        le les des et une est dans pour sur avec il lo gli della che per non os da do uma com het
        een van voor op och att som det er av ja nie na je
        """
    ),
}


@lru_cache(maxsize=1024)
def language_of(text: str) -> str:
    """`en`, `id`, or "" where it is neither or cannot be told."""
    words = [word.lower() for word in _WORDS.findall(text[:4000])]
    counts = {code: sum(word in known for word in words) for code, known in _FUNCTION_WORDS.items()}
    best = max(counts, key=lambda code: counts[code])
    return best if counts[best] else ""
