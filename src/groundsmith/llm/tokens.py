"""The most tokens that a request can be, without its model's tokenizer.

Every tokenizer in use cuts UTF-8 bytes into tokens of at least one byte, so bytes bound tokens;
what a service adds around the messages is declared. A worst case must hold, not be near.
"""

from groundsmith.llm.body import SCHEMA_INSTRUCTION, encoded
from groundsmith.records import Request

MESSAGE_TOKENS = 16
"""Roles and separators around one message, and once for the answer that is to follow."""


def input_bound(request: Request) -> int:
    """The most tokens that the input can be counted as."""
    texts = [request.system, *(text for _, text in request.messages)]
    size = sum(_bytes(text) for text in texts) + MESSAGE_TOKENS * (len(texts) + 1)
    if request.response_schema is not None:
        size += len(encoded(request.response_schema)) + len(SCHEMA_INSTRUCTION) + MESSAGE_TOKENS
    return size


def _bytes(text: str) -> int:
    return len(text) if text.isascii() else len(text.encode("utf-8", "surrogatepass"))
