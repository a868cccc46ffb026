"""Text without the differences that a writer may make while copying: white space and quotes.

Case, accents and digits stay: folding forgives typography, not words.
"""

from functools import lru_cache

_TYPOGRAPHY = str.maketrans(
    {
        **dict.fromkeys("‘’‚‛′´`", "'"),
        **dict.fromkeys("“”„‟″«»", '"'),
        **dict.fromkeys("‐‑‒–—―−", "-"),
        "\u00ad": None,
        "…": "...",
    }
)


@lru_cache(maxsize=256)
def folded(text: str) -> str:
    """One space for each run of white space, plain quotes and dashes, no soft hyphens."""
    return " ".join(text.translate(_TYPOGRAPHY).split())
