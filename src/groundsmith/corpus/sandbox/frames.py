"""Messages on a pipe: their length, then their bytes."""

import struct
from typing import IO

_LENGTH = struct.Struct(">Q")


def send(pipe: IO[bytes], *parts: bytes) -> None:
    """Writes one message, made of `parts`."""
    pipe.write(_LENGTH.pack(sum(map(len, parts))))
    for part in parts:
        pipe.write(part)
    pipe.flush()


def receive(pipe: IO[bytes], most_bytes: int) -> bytes | None:
    """The next message; `None` where the pipe ends first, or it is longer than allowed."""
    head = pipe.read(_LENGTH.size)
    if len(head) < _LENGTH.size:
        return None
    (length,) = _LENGTH.unpack(head)
    if length > most_bytes:
        return None
    message = pipe.read(length)
    return message if len(message) == length else None
