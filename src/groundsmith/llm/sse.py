"""Reads server-sent events from bytes that arrive in any portions.

Only what model providers use of the standard (https://html.spec.whatwg.org, 9.2): `data:` lines;
names, ids and comments are passed over, as every event says in its data what it is.
"""


class EventReader:
    """Collects bytes and gives the data of each event that is complete."""

    def __init__(self) -> None:
        self._buffer = bytearray()
        self._searched = 0
        self._data: list[bytes] = []

    def feed(self, portion: bytes) -> list[bytes]:
        """The data of the events that `portion` completes, in order."""
        buffer = self._buffer
        buffer += portion
        events: list[bytes] = []
        start = 0
        end = buffer.find(b"\n", self._searched)
        while end >= 0:
            self._line(bytes(buffer[start:end]).rstrip(b"\r"), events)
            start = end + 1
            end = buffer.find(b"\n", start)
        del buffer[:start]
        self._searched = len(buffer)
        return events

    def _line(self, line: bytes, events: list[bytes]) -> None:
        if line.startswith(b"data:"):
            self._data.append(line[5:].removeprefix(b" "))
        elif not line and self._data:
            events.append(b"\n".join(self._data))
            self._data.clear()
