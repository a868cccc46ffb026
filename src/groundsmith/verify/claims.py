"""Claims: a text taken apart into its smallest checkable statements.

A claim is a sentence, or the whole of an answer that is none ("₹52,000"). Sentences without a
letter or digit (a rule, an emoji) state nothing and are left out while others state something.
"""

from groundsmith.records import Claim, Span
from groundsmith.seams import SentenceSplitter


def split_claims(text: str, sentences: SentenceSplitter) -> list[Claim]:
    """Claims in order, each with its span in `text`; none where the text is blank."""
    if not text.strip():
        return []
    spans = sentences.split(text) or [Span(start=0, stop=len(text))]
    stating = [span for span in spans if any(char.isalnum() for char in span.of(text))]
    return [
        Claim(text=span.of(text), start=span.start, stop=span.stop)
        for span in stating or [Span(start=0, stop=len(text))]
    ]
