"""What runs in the parsing process: one task after another, each bytes in and JSON out.

The parsers meet whatever bytes there are, so whatever they raise is an answer, not a failure.
"""

import importlib
import json
import os
import sys
from collections.abc import Callable, Sequence

from groundsmith.corpus.sandbox.frames import receive, send
from groundsmith.corpus.sandbox.limits import allow_cpu, seal
from groundsmith.errors import SourceError
from groundsmith.records import Json

Task = Callable[[bytes], Json]
"""Makes JSON of a file's bytes; raises SourceError, without a path, for what it cannot read."""

_MOST_TASK_BYTES = 1 << 40


def serve(functions: Sequence[str], memory_bytes: int, cpu_s: int, answer_bytes: int) -> None:
    """Answers tasks from standard input until it ends.

    Args:
        functions: Paths (`package.module:name`); a task names one by its place here.
    """
    tasks = [_task(path) for path in functions]
    source, answers = os.fdopen(0, "rb"), os.fdopen(1, "wb")
    seal(memory_bytes)
    send(answers)  # it began
    while (message := receive(source, _MOST_TASK_BYTES)) is not None:
        allow_cpu(cpu_s)
        answer = _answer(tasks[message[0]], message[1:])
        if len(answer) > answer_bytes:
            answer = _dumped({"fault": f"more than {answer_bytes >> 20} MiB of text"})
        send(answers, answer)


def _answer(task: Task, data: bytes) -> bytes:
    try:
        return _dumped({"answer": task(data)})
    except SourceError as error:
        return _dumped({"fault": error.reason})
    except MemoryError:
        return _dumped({"out_of_memory": True})
    except RecursionError:
        return _dumped({"fault": "nested too deep"})
    except Exception as error:  # parsers on hostile bytes raise anything
        return _dumped({"fault": f"damaged ({_named(error)})"})


def _dumped(answer: Json) -> bytes:
    """JSON by the standard library: unlike faster ones it survives running out of memory."""
    return json.dumps(answer, ensure_ascii=False).encode()


def _named(error: Exception) -> str:
    """What a parser said, as one printable line."""
    said = "".join(char if char.isprintable() else " " for char in str(error))
    return " ".join(f"{type(error).__name__} {said}".split())[:200]


def _task(path: str) -> Task:
    module, _, name = path.partition(":")
    found: Task = getattr(importlib.import_module(module), name)
    return found


def main() -> None:
    """The entry of the process; its arguments are those of `serve`."""
    memory_bytes, cpu_s, answer_bytes, *functions = sys.argv[1:]
    serve(functions, int(memory_bytes), int(cpu_s), int(answer_bytes))
