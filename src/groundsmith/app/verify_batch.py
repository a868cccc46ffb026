"""Many texts, each with sources of its own: lines of JSON in, lines of JSON out.

    {"id": …, "text": "…", "source": "…" or ["…", …]}
    {"id": …, "score": 0.97, "verdict": "SUPPORTED", "claims": […]}

One line is in memory at a time, or a few for each process. A line that cannot be read is told and
left out, and the others are done: whoever checks a million texts wants the rest.
"""

from collections import deque
from collections.abc import AsyncGenerator, Callable, Iterable, Iterator, Mapping
from contextlib import aclosing, nullcontext
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

import orjson

from groundsmith.app.loop import run_async
from groundsmith.app.verifying import verified
from groundsmith.errors import InputError
from groundsmith.export.files import atomic
from groundsmith.records import Json, Verdict
from groundsmith.settings import GroundsmithSettings
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
    figures = BatchFigures(by_verdict={verdict.value: 0 for verdict in Verdict})
    numbered = ((number, line) for number, line in enumerate(lines, start=1) if line.strip())

    def take(number: int, answer: Answer, file: BinaryIO) -> None:
        verdict, written = answer
        if verdict is None:
            figures.bad_count += 1
            tell(f"{name}:{number}: {written}")
            return
        figures.by_verdict[verdict] += 1
        file.write(written.encode() + b"\n")

    with atomic(to) if isinstance(to, Path) else nullcontext(to) as file:
        if workers == 1:
            for number, line in numbered:
                take(number, _answer(line, settings), file)
                if not isinstance(to, Path):
                    file.flush()
        else:
            run_async(_shared_out(numbered, settings, workers, lambda n, a: take(n, a, file)))
    return figures


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
    try:
        name, text, sources = _request(line)
    except BadLine as error:
        return None, str(error)
    report = verified(text, sources, settings)
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
    chosen = load(GroundsmithSettings, str(settings["settings"]).encode())
    return list(_answer(payload, chosen))


async def _shared_out(
    numbered: Iterable[tuple[int, bytes]],
    settings: GroundsmithSettings,
    workers: int,
    take: Callable[[int, Answer], None],
) -> None:
    async with aclosing(_answers(numbered, settings, workers)) as answers:
        async for number, answer in answers:
            take(number, answer)


async def _answers(
    numbered: Iterable[tuple[int, bytes]], settings: GroundsmithSettings, workers: int
) -> AsyncGenerator[tuple[int, Answer], None]:
    """Answers of a pool in the order of their lines, a few lines ahead of what is taken."""
    # Imported here: a batch in one process does not pay for it.
    import asyncio

    from groundsmith.runs.workers.processes import ProcessPool

    told = {"settings": dump(settings.model_dump(exclude={"database"})).decode()}
    function = f"{__name__}:{answer_line.__name__}"
    waiting: deque[tuple[int, asyncio.Task[Json]]] = deque()
    with ProcessPool(workers) as pool:
        for number, line in numbered:
            task = asyncio.create_task(pool.run(function, told, line))
            waiting.append((number, task))
            if len(waiting) >= workers * _AHEAD:
                first, task = waiting.popleft()
                yield first, tuple(await task)
        for first, task in waiting:
            yield first, tuple(await task)
