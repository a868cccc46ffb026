"""How the word lists of this package are written down."""


def listed(words: str) -> frozenset[str]:
    """The words of a text, with white space or, where it has any, commas between them."""
    if "," in words:
        return frozenset(" ".join(phrase.split()) for phrase in words.split(","))
    return frozenset(words.split())
