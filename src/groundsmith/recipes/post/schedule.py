"""A schedule of posts for tools that publish at a time; nothing is sent anywhere by us.

Days and weeks are counted on the clock of the time zone, so that nine o'clock stays nine o'clock
when summer time begins; hours and minutes are counted as they pass.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import BinaryIO
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from groundsmith.errors import RequestError
from groundsmith.recipes.registry import recipe_format
from groundsmith.recipes.table import table
from groundsmith.records import Record
from groundsmith.seams import PassageText

_UNITS = {"w": 7 * 24 * 60, "d": 24 * 60, "h": 60, "m": 1}
"""Minutes in each."""
_MOST_MINUTES = 5 * 366 * 24 * 60
_OPTIONS = ("start", "every", "zone")


@dataclass(frozen=True, slots=True, kw_only=True)
class Rhythm:
    """When the first post is due, and how long after it each next one.

    Attributes:
        start: On the clock of the zone.
        by_clock: Whether steps are days on the clock, or time that passes.
    """

    start: datetime
    step: timedelta
    by_clock: bool

    def times(self) -> Iterator[datetime]:
        """The times, in order; one that a clock leaves out is what it shows by then.

        Raises RequestError where there are no more.
        """
        at = self.start
        try:
            while True:
                yield at.astimezone(UTC).astimezone(at.tzinfo)
                if self.by_clock:
                    at = at + self.step
                else:
                    at = (at.astimezone(UTC) + self.step).astimezone(at.tzinfo)
        except OverflowError as error:
            raise RequestError("every: the posts go on beyond the year 9999") from error


@recipe_format("post")
class Schedule:
    """Rows of date, time zone, platform, text, tags, link: the posts in their order, one a step."""

    name = "schedule"
    suffix = ".csv"
    columns = ("Date", "Time Zone", "Platform", "Text", "Tags", "Link")

    def __init__(self, rhythm: Rhythm | None = None) -> None:
        self._rhythm = rhythm

    def adjusted(self, options: Mapping[str, str]) -> "Schedule":
        """The schedule from `start` (2026-03-02T09:00), one post `every` (1d), in a `zone` (UTC).

        Raises RequestError for what is none of these.
        """
        if unknown := sorted(set(options) - set(_OPTIONS)):
            raise RequestError(f"{unknown[0]}: schedule takes {', '.join(_OPTIONS)}")
        if "start" not in options:
            return Schedule()
        zone = _zone(options.get("zone", "UTC"))
        step, by_clock = _step(options.get("every", "1d"))
        start = _start(options["start"], zone)
        return Schedule(Rhythm(start=start, step=step, by_clock=by_clock))

    def write(self, records: Iterable[Record], passages: PassageText, to: BinaryIO) -> int:
        """How many posts are in it, not counting the row of names."""
        if self._rhythm is None:
            raise RequestError("schedule: say when it begins: --option start=2026-03-02T09:00")
        return table(self._rows(records, self._rhythm), to) - 1

    def _rows(self, records: Iterable[Record], rhythm: Rhythm) -> Iterator[list[str]]:
        yield list(self.columns)
        for record, at in zip(records, rhythm.times(), strict=False):
            content = record.content
            yield [
                at.isoformat(timespec="minutes"),
                str(at.tzinfo),
                content["platform"],
                content["text"],
                " ".join(content["hashtags"]),
                link_of(record),
            ]


def link_of(record: Record) -> str:
    """The address in the call to action, if it has one."""
    closing = " ".join(one["text"] for one in record.content["sections"]["call_to_action"])
    found = re.search(r"https?://\S{1,500}", closing)
    return found.group() if found else ""


def _zone(name: str) -> ZoneInfo:
    try:
        return ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError) as error:
        raise RequestError(f"zone: {name!r} is no time zone, such as Asia/Jakarta") from error


def _start(given: str, zone: ZoneInfo) -> datetime:
    """The time on the clock of the zone; one with an offset of its own is brought there."""
    try:
        at = datetime.fromisoformat(given)
        local = at.replace(tzinfo=zone) if at.tzinfo is None else at.astimezone(zone)
        local.astimezone(UTC)
        return local
    except (ValueError, OverflowError) as error:
        raise RequestError(f"start: {given!r} is no time, such as 2026-03-02T09:00") from error


def _step(given: str) -> tuple[timedelta, bool]:
    """How long it is between two posts, and whether that is counted in days."""
    found = re.fullmatch(r"([1-9]\d{0,6}) ?([wdhm])", given.strip())
    minutes = int(found[1]) * _UNITS[found[2]] if found else 0
    if not found or minutes > _MOST_MINUTES:
        raise RequestError(f"every: {given!r} is no time between posts, such as 1d, 12h or 1w")
    return timedelta(minutes=minutes), found[2] in "wd"
