"""A model provider on a loopback socket, in a thread of this process or in a process of its own.

A thread is quick to start and its bill is at hand; a process does not share the interpreter with
the client, which a benchmark needs, and outlives a client that is killed.
"""

import asyncio
import multiprocessing
import sys
import threading
import urllib.request
from multiprocessing.connection import Connection
from types import TracebackType

import orjson

from groundsmith.testing.bill import Bill
from groundsmith.testing.script import Script
from groundsmith.testing.service import Service
from groundsmith.testing.wire import Wire

_START_S = 30.0


class FakeProvider:
    """`with FakeProvider(script) as provider:` serves at `provider.base_url` until the end."""

    def __init__(self, script: Script | None = None, *, own_process: bool = False) -> None:
        self._script = script or Script()
        self._own_process = own_process
        self._process: multiprocessing.process.BaseProcess | None = None
        self._thread: threading.Thread | None = None
        self._control: Connection | None = None
        self.port = 0

    @property
    def base_url(self) -> str:
        """What a client is configured with; Anthropic's clients take it as well."""
        return f"http://127.0.0.1:{self.port}/v1"

    def bill(self, *, with_calls: bool = True) -> Bill:
        """What it would charge for so far."""
        url = f"http://127.0.0.1:{self.port}/ledger{'' if with_calls else '?calls=0'}"
        with urllib.request.urlopen(url, timeout=_START_S) as answer:
            return Bill.from_json(orjson.loads(answer.read()))

    def __enter__(self) -> "FakeProvider":
        ours, theirs = multiprocessing.get_context("spawn").Pipe()
        if self._own_process:
            context = multiprocessing.get_context("spawn")
            self._process = context.Process(target=_run, args=(self._script, theirs), daemon=True)
            self._process.start()
        else:
            self._thread = threading.Thread(
                target=_run, args=(self._script, theirs), name="fake-provider", daemon=True
            )
            self._thread.start()
        self._control = ours
        if not ours.poll(_START_S):
            raise TimeoutError("the fake provider did not start")
        self.port = ours.recv()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        if self._control is not None:
            self._control.send("stop")
        for running in (self._process, self._thread):
            if running is not None:
                running.join(_START_S)


def _run(script: Script, control: Connection) -> None:
    factory = asyncio.new_event_loop
    if sys.platform != "win32":
        import uvloop

        factory = uvloop.new_event_loop
    with asyncio.Runner(loop_factory=factory) as runner:
        runner.run(_serve(script, control))


async def _serve(script: Script, control: Connection) -> None:
    """Serves until `control` says stop, or its other end is gone."""
    loop = asyncio.get_running_loop()
    service = Service(script)
    server = await loop.create_server(lambda: Wire(service.serve), "127.0.0.1", 0, backlog=4096)
    control.send(server.sockets[0].getsockname()[1])
    await asyncio.to_thread(control.poll, None)
    server.close()
    control.close()
