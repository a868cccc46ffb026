"""Many texts, each with sources of its own: lines of JSON in, lines of JSON out.

    {"id": …, "text": "…", "source": "…" or ["…", …]}
    {"id": …, "score": 0.97, "verdict": "SUPPORTED", "claims": […]}

One line is in memory at a time, or a few for each process. A line that cannot be read is told and
left out, and the others are done: whoever checks a million texts wants the rest.
"""

import asyncio
from collections import deque
from collections.abc import AsyncGenerator, Callable, Coroutine, Iterable, Iterator, Mapping
from contextlib import aclosing, contextmanager, nullcontext
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any, BinaryIO

import orjson

from groundsmith.app.checking.verifying import Judging, at_once, judge_for, verified_by
from groundsmith.app.loop import run_async
from groundsmith.errors import InputError
from groundsmith.export.files import atomic
from groundsmith.records import Json, Verdict
from groundsmith.settings import GroundsmithSettings, settings_model
from groundsmith.store.codec import dump, load
from groundsmith.verify.report import SourceText

_AHEAD = 4
_SHOWN_CHARS = 80

Tell = Callable[[str], None]
"""Takes one line about what went wrong."""


@dataclass(slots=True)
class BatchFigures:
    """How a batch went; `by_verdict` counts the texts that were checked."""

    by_verdict: dict[str, int]
    bad_count: int = 0

    @property
    def text_count(self) -> int:
        """Texts that were checked."""
        return sum(self.by_verdict.values())


class BadLine(ValueError):
    """A line that is no request; the message says why."""


def verify_batch(
    lines: Iterable[bytes],
    to: Path | BinaryIO,
    settings: GroundsmithSettings,
    *,
    name: str,
    workers: int = 1,
    tell: Tell,
) -> BatchFigures:
    """Checks each line and writes what came of it, in order.

    Args:
        to: A file that is written as a whole, or a stream that gets each line when it is done.
        name: What messages call the input.
        workers: Processes that check; 1 is this one.
        tell: Gets one line for each that was left out.
    """
    with _written(to, name, tell) as written:
        if workers == 1:
            for number, line in _numbered(lines):
                written.take(number, _answer(line, settings))
        else:
            run_async(_shared_out(_numbered(lines), settings, workers, written))
    return written.figures


async def verify_batch_with(
    judging: Judging, lines: Iterable[bytes], to: Path | BinaryIO, *, name: str, tell: Tell
) -> BatchFigures:
    """The same by judges of whom one is waited for: some lines at the same time, in one process."""
    with _written(to, name, tell) as written:
        started = partial(_answered, judging)
        async with aclosing(_in_order(_numbered(lines), started, judging.together)) as answers:
            async for number, answer in answers:
                written.take(number, answer)
    return written.figures


async def judge_all(judging: Judging, lines: Iterable[bytes]) -> None:
    """Judges each line that can be read and keeps nothing of it."""
    for _, line in _numbered(lines):
        await _answered(judging, line)


@dataclass(slots=True)
class _Written:
    """Where answers go, and how many there were."""

    file: BinaryIO
    name: str
    tell: Tell
    flush: bool
    figures: BatchFigures

    def take(self, number: int, answer: "Answer") -> None:
        """Writes the answer to a line, or tells why there is none."""
        verdict, text = answer
        if verdict is None:
            self.figures.bad_count += 1
            self.tell(f"{self.name}:{number}: {text}")
            return
        self.figures.by_verdict[verdict] += 1
        self.file.write(text.encode() + b"\n")
        if self.flush:
            self.file.flush()


@contextmanager
def _written(to: Path | BinaryIO, name: str, tell: Tell) -> Iterator[_Written]:
    figures = BatchFigures(by_verdict={verdict.value: 0 for verdict in Verdict})
    with atomic(to) if isinstance(to, Path) else nullcontext(to) as file:
        yield _Written(file, name, tell, not isinstance(to, Path), figures)


def _numbered(lines: Iterable[bytes]) -> Iterator[tuple[int, bytes]]:
    """The lines that hold anything, by their number in the file."""
    return ((number, line) for number, line in enumerate(lines, start=1) if line.strip())


def batch_lines(name: str, stdin: BinaryIO) -> Iterator[bytes]:
    """The lines of a file, or of standard input where it is `-`; raises InputError."""
    try:
        with nullcontext(stdin) if name == "-" else Path(name).open("rb") as file:
            yield from file
    except OSError as error:
        raise InputError(f"{name}: cannot be read ({error.strerror})") from error


Answer = tuple[str | None, str]
"""The verdict and the line to write, or `None` and why there is none."""


def _answer(line: bytes, settings: GroundsmithSettings) -> Answer:
    return at_once(_answered(Judging(judge=judge_for(settings)), line))


async def _answered(judging: Judging, line: bytes) -> Answer:
    try:
        name, text, sources = _request(line)
    except BadLine as error:
        return None, str(error)
    report = await verified_by(judging, text, sources)
    written = {
        "id": name,
        "score": report.score,
        "verdict": report.verdict,
        "claims": report.claims,
    }
    return report.verdict.value, dump(written).decode()


def _request(line: bytes) -> tuple[Json, str, list[SourceText]]:
    """Id, text and sources of a line; raises BadLine."""
    try:
        given = orjson.loads(line)
    except orjson.JSONDecodeError as error:
        raise BadLine(f"not JSON ({str(error)[:_SHOWN_CHARS]})") from error
    if not isinstance(given, dict):
        raise BadLine("not an object with id, text and source")
    missing = [key for key in ("id", "text", "source") if key not in given]
    if missing:
        raise BadLine(f"{', '.join(missing)} missing; a line has id, text and source")
    name, text, source = given["id"], given["text"], given["source"]
    if not isinstance(name, (str, int)):
        raise BadLine("id is neither text nor a number")
    if not isinstance(text, str):
        raise BadLine("text is no string")
    if isinstance(source, str):
        return name, text, [SourceText(name="source", text=source)]
    if not isinstance(source, list) or not source or not all(isinstance(s, str) for s in source):
        raise BadLine("source is neither a string nor a list of strings")
    named = [SourceText(name=f"source {at}", text=one) for at, one in enumerate(source, start=1)]
    return name, text, named


def answer_line(settings: Mapping[str, Json], payload: Json) -> Json:
    """What a worker process makes of a line."""
    chosen = load(settings_model(), str(settings["settings"]).encode())
    return list(_answer(payload, chosen))


async def _shared_out(
    numbered: Iterable[tuple[int, bytes]],
    settings: GroundsmithSettings,
    workers: int,
    written: _Written,
) -> None:
    # Imported here: a batch in one process does not pay for it.
    from groundsmith.runs.workers.processes import ProcessPool

    told = {"settings": dump(settings.model_dump(exclude={"database"})).decode()}
    function = f"{__name__}:{answer_line.__name__}"
    with ProcessPool(workers) as pool:

        async def answered(line: bytes) -> Answer:
            verdict, text = await pool.run(function, told, line)
            return verdict, text

        async with aclosing(_in_order(numbered, answered, workers * _AHEAD)) as answers:
            async for number, answer in answers:
                written.take(number, answer)


async def _in_order(
    numbered: Iterable[tuple[int, bytes]],
    answered: Callable[[bytes], Coroutine[Any, Any, Answer]],
    ahead: int,
) -> AsyncGenerator[tuple[int, Answer], None]:
    """Answers in the order of their lines, of which `ahead` are worked on at the same time."""
    waiting: deque[tuple[int, asyncio.Task[Answer]]] = deque()
    for number, line in numbered:
        waiting.append((number, asyncio.create_task(answered(line))))
        if len(waiting) >= ahead:
            first, task = waiting.popleft()
            yield first, await task
    for first, task in waiting:
        yield first, await task
