"""What a person sees of a draft while it is written."""

from hypothesis import given
from hypothesis import strategies as st

from groundsmith.cli.heard import Heard
from groundsmith.events import ItemFinished, TextHeard
from groundsmith.records import ItemState


def finished(item: str) -> ItemFinished:
    return ItemFinished(item=item, category="", state=ItemState.DONE, draft_count=1, duration_s=0.1)


@given(st.lists(st.text("ab \n", max_size=8)))
def test_every_word_is_shown_once_however_it_is_cut(portions: list[str]) -> None:
    heard = Heard()

    shown = [
        line
        for event in (*(TextHeard(item="a", text=one) for one in portions), finished("a"))
        for line in heard.lines(event)
    ]

    words = "".join(portions).split()
    assert [word for line in shown for word in line.removeprefix("a:").split()] == words


def test_items_that_are_written_at_once_are_not_mixed() -> None:
    heard = Heard()

    heard.lines(TextHeard(item="a", text="one "))
    heard.lines(TextHeard(item="b", text="two "))

    assert heard.lines(TextHeard(item="a", text="line\n")) == ["a: one line"]
    assert heard.lines(finished("b")) == ["b: two"]


def test_a_stream_that_begins_again_says_so() -> None:
    heard = Heard()
    heard.lines(TextHeard(item="a", text="half of"))

    assert heard.lines(TextHeard(item="a", text="", anew=True)) == [
        "a: (the answer broke off and is asked for again)"
    ]
    assert heard.lines(TextHeard(item="a", text="\x1b[2Jwhole\n")) == ["a: [2Jwhole"]
