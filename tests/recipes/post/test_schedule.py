"""A schedule of posts: when each is due, in a file that any tool reads."""

import csv
import io
from datetime import datetime
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from groundsmith.errors import RequestError
from groundsmith.recipes.post.schedule import Schedule
from groundsmith.recipes.registry import formats
from groundsmith.records import Assessment, Confidence, MadeBy, Record, Tier

START = {"start": "2026-03-28T09:00"}


def post(text: str) -> Record:
    closing = [{"text": "The code: https://example.org/t"}]
    return Record(
        id="1",
        recipe="post",
        item="t/growth",
        content={
            "platform": "linkedin",
            "text": text,
            "hashtags": ["python", "tides"],
            "sections": {"call_to_action": closing},
        },
        citations=(),
        claims=(),
        assessment=Assessment(
            tier=Tier.PREMIUM,
            confidence=Confidence.HIGH,
            overall=1.0,
            stages={},
            unchecked={},
            findings=(),
        ),
        made_by=MadeBy(
            recipe_version=1,
            writer="model:m",
            prompt_sha256=None,
            parameters={},
            settings_sha256="5",
        ),
    )


def rows(texts: list[str], **options: str) -> list[dict[str, str]]:
    to = io.BytesIO()
    form = Schedule().adjusted({**START, **options})
    count = form.write((post(text) for text in texts), lambda *_: "", to)
    found = list(csv.DictReader(io.StringIO(to.getvalue().decode(), newline="")))
    assert count == len(found)
    return found


def times(count: int, **options: str) -> list[str]:
    return [row["Date"] for row in rows(["x"] * count, **options)]


def test_a_row_says_when_where_and_what() -> None:
    (row,) = rows(["It floods.\n\nTwice."], zone="Asia/Jakarta")

    assert row == {
        "Date": "2026-03-28T09:00+07:00",
        "Time Zone": "Asia/Jakarta",
        "Platform": "linkedin",
        "Text": "It floods.\n\nTwice.",
        "Tags": "python tides",
        "Link": "https://example.org/t",
    }


def test_days_keep_their_hour_when_summer_time_begins_and_hours_pass_as_they_are() -> None:
    days = times(3, every="1d", zone="Europe/Berlin")
    hours = times(3, every="24h", zone="Europe/Berlin")

    assert days == [
        f"2026-03-{day}T09:00+0{hours}:00" for day, hours in ((28, 1), (29, 2), (30, 2))
    ]
    assert hours[1:] == ["2026-03-29T10:00+02:00", "2026-03-30T10:00+02:00"]


def test_an_hour_that_there_is_not_is_the_one_that_the_clock_shows() -> None:
    assert times(1, start="2026-03-29T02:30", zone="Europe/Berlin") == ["2026-03-29T03:30+02:00"]


@given(
    every=st.sampled_from(["1d", "2w", "36h", "90m"]),
    zone=st.sampled_from(["UTC", "Asia/Jakarta", "America/New_York"]),
    start=st.datetimes(datetime(2000, 1, 1), datetime(2060, 1, 1)),
)
def test_every_post_is_due_after_the_one_before(every: str, zone: str, start: datetime) -> None:
    found = [
        datetime.fromisoformat(one)
        for one in times(6, every=every, zone=zone, start=start.isoformat())
    ]

    assert all(first < second for first, second in pairwise(found))


@pytest.mark.parametrize(
    ("options", "said"),
    [
        ({"zone": "Mars/Olympus"}, "no time zone"),
        ({"zone": "../../etc/passwd"}, "no time zone"),
        ({"start": "tomorrow"}, "no time"),
        ({"start": "0001-01-01T00:00", "zone": "Asia/Jakarta"}, "no time"),
        ({"every": "0d"}, "no time between posts"),
        ({"every": "99999999d"}, "no time between posts"),
        ({"colour": "red"}, "schedule takes start, every, zone"),
    ],
)
def test_an_option_that_says_nothing_is_refused(options: dict[str, str], said: str) -> None:
    with pytest.raises(RequestError, match=said):
        Schedule().adjusted({**START, **options})


def test_a_schedule_without_a_beginning_and_one_without_an_end_are_refused() -> None:
    with pytest.raises(RequestError, match="--option start="):
        Schedule().write([post("x")], lambda *_: "", io.BytesIO())
    with pytest.raises(RequestError, match="year 9999"):
        times(3, start="9999-12-30T09:00", every="1d")


def test_it_is_one_of_the_formats_of_posts_and_runs_nothing_in_a_spreadsheet() -> None:
    (row,) = rows(["=cmd()"])

    assert isinstance(formats("post")["schedule"], Schedule)
    assert row["Text"] == "'=cmd()"
