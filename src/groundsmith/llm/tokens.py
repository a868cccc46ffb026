"""The most tokens that a request can be, with its model's tokenizer or without.

Every tokenizer in use cuts UTF-8 bytes into tokens of at least one byte, so bytes bound tokens;
what a service adds around the messages is declared. A worst case must hold, not be near.
"""

from collections.abc import Callable, Iterator
from pathlib import Path

from groundsmith.llm.body import SCHEMA_INSTRUCTION, encoded
from groundsmith.records import Request
from groundsmith.tokenizer import FileTokenizer

Bound = Callable[[Request], int]

MESSAGE_TOKENS = 16
"""Roles and separators around one message, and once for the answer that is to follow."""


def input_bound(request: Request) -> int:
    """The most tokens that the input can be counted as, whatever cuts it."""
    texts = [request.system, *(text for _, text in request.messages)]
    size = sum(_bytes(text) for text in texts) + MESSAGE_TOKENS * (len(texts) + 1)
    if request.response_schema is not None:
        size += len(encoded(request.response_schema)) + len(SCHEMA_INSTRUCTION) + MESSAGE_TOKENS
    return size


def bound_of(tokenizer: str | None) -> Bound:
    """What bounds a model's input: the tokens that its tokenizer counts, or else bytes.

    Args:
        tokenizer: The model's `tokenizer.json`; raises RequestError where it is none.
    """
    if tokenizer is None:
        return input_bound
    counts = FileTokenizer(Path(tokenizer)).counts

    def counted(request: Request) -> int:
        texts = list(_texts(request))
        return sum(counts(texts)) + MESSAGE_TOKENS * (len(texts) + 1)

    return counted


def _texts(request: Request) -> Iterator[str]:
    """All that is sent of a request."""
    yield request.system
    yield from (text for _, text in request.messages)
    if request.response_schema is not None:
        yield SCHEMA_INSTRUCTION + encoded(request.response_schema).decode()


def _bytes(text: str) -> int:
    return len(text) if text.isascii() else len(text.encode("utf-8", "surrogatepass"))
