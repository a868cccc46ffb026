"""Server-sent events are read the same, however their bytes are cut."""

from hypothesis import given
from hypothesis import strategies as st

from groundsmith.llm.sse import EventReader

LINES = st.lists(st.binary(max_size=20).filter(lambda b: b"\n" not in b and b"\r" not in b))


@given(LINES, st.lists(st.integers(1, 9), min_size=1), st.sampled_from([b"\n", b"\r\n"]))
def test_portions_of_any_size_give_the_same_events(
    texts: list[bytes], sizes: list[int], newline: bytes
) -> None:
    stream = b"".join(b"id: 1" + newline + b"data: " + text + newline * 2 for text in texts)
    reader, events, at = EventReader(), [], 0

    for turn in range(len(stream)):
        size = sizes[turn % len(sizes)]
        events += reader.feed(stream[at : at + size])
        at += size

    assert events == texts


def test_an_event_without_its_end_is_not_given() -> None:
    reader = EventReader()

    events = reader.feed(b'data: {"a": 1}\n')

    assert events == []


def test_data_over_several_lines_is_one_event() -> None:
    reader = EventReader()

    events = reader.feed(b": a comment\nevent: x\ndata: one\ndata:two\n\n")

    assert events == [b"one\ntwo"]
