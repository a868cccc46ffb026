"""A model whose calls are gathered into file batches: dearer in hours, cheaper in money.

It stands where the provider stands, under `Cached(Budgeted(…))` with the batch price; attempts,
pace and breaker are the provider's own there. What a killed run had submitted is found again on the
first call, and its answers stand in for calls. The money held for them was booked as unsettled when
the process died, so after a kill the books are above the bill, never below it.
"""

import asyncio
from collections.abc import Coroutine, Mapping
from dataclasses import dataclass

from groundsmith.errors import AnswerCut, GroundsmithError, ModelError, ProviderFailed
from groundsmith.llm.batch_api import Batch, BatchApi
from groundsmith.llm.endpoint import Endpoint
from groundsmith.llm.key import AnswerKey
from groundsmith.llm.providers.openai import chat_body, completion
from groundsmith.llm.stream import Streamed
from groundsmith.records import Completion, Json, Request
from groundsmith.seams import Clock, Hear


@dataclass(frozen=True, slots=True, kw_only=True)
class Gathering:
    """How calls become batches: when the first has waited `wait_s`, or at `calls_max` of them."""

    calls_max: int = 2_000
    wait_s: float = 5.0
    poll_s: float = 30.0


class Batched(Streamed):
    """A model whose answers come by the batch; a call waits for its own."""

    def __init__(
        self,
        api: BatchApi,
        *,
        endpoint: Endpoint,
        run: str,
        key: AnswerKey,
        clock: Clock,
        gathering: Gathering | None = None,
    ) -> None:
        self._api = api
        self._endpoint = endpoint
        self._run = run
        self._key = key
        self._clock = clock
        self._gathering = gathering or Gathering()
        self._awaited: dict[str, asyncio.Future[Completion]] = {}
        self._gathered: list[tuple[str, Json]] = []
        self._tasks: set[asyncio.Task[None]] = set()
        self._resuming: asyncio.Task[None] | None = None

    async def complete(self, request: Request, hear: Hear | None = None) -> Completion:
        """The answer, once its batch is there; raises that line's ModelError."""
        await self._resumed()
        name = self._key(request)
        if name not in self._awaited:
            self._awaited[name] = asyncio.get_running_loop().create_future()
            body = chat_body(self._endpoint, request, self._endpoint.preset.json_mode)
            self._gather(name, body)
        answer = await asyncio.shield(self._awaited[name])
        self._awaited.pop(name, None)
        if hear is not None:
            hear(answer.text)
        return answer

    async def _resumed(self) -> None:
        """Returns once it is known what was asked before; the next call tries again if not."""
        if self._resuming is None:
            self._resuming = asyncio.ensure_future(self._resume())
        try:
            await asyncio.shield(self._resuming)
        except ModelError:
            self._resuming = None
            raise

    def _gather(self, name: str, body: Json) -> None:
        self._gathered.append((name, body))
        if len(self._gathered) >= self._gathering.calls_max:
            self._submit_gathered()
        elif len(self._gathered) == 1:
            self._start(self._submit_later())

    async def _submit_later(self) -> None:
        await self._clock.sleep(self._gathering.wait_s)
        self._submit_gathered()

    def _submit_gathered(self) -> None:
        gathered, self._gathered = self._gathered, []
        if gathered:
            self._start(self._submit(gathered))

    async def _submit(self, gathered: list[tuple[str, Json]]) -> None:
        names = [name for name, _ in gathered]
        try:
            batch = await self._api.submit(gathered, self._run)
            await self._merge(batch, names)
        except GroundsmithError as error:
            self._fail(names, error)

    async def _resume(self) -> None:
        """Takes up what this run had submitted before."""
        for batch in await self._api.of_run(self._run):
            asked = await self._api.lines([batch.input_file]) if not batch.over else []
            names = [str(line.get("custom_id")) for line in asked]
            for name in names:
                self._expect(name)
            if batch.over:
                self._take(await self._api.lines(batch.output_files))
            else:
                self._start(self._resume_one(batch, names))

    async def _resume_one(self, batch: Batch, names: list[str]) -> None:
        try:
            await self._merge(batch, names)
        except GroundsmithError as error:
            self._fail(names, error)

    async def _merge(self, batch: Batch, names: list[str]) -> None:
        """Waits for the batch and gives its answers to those who wait for them."""
        while not batch.over:
            await self._clock.sleep(self._gathering.poll_s)
            try:
                batch = await self._api.now(batch)
            except ModelError as error:
                if not error.retryable:
                    raise
        self._take(await self._api.lines(batch.output_files))
        missing = ProviderFailed(self._endpoint.label, f"batch {batch.id} {batch.state}", 503)
        self._fail(names, missing)

    def _take(self, lines: list[Mapping[str, Json]]) -> None:
        for line in lines:
            name = str(line.get("custom_id"))
            try:
                answer = self._completion(line)
            except ModelError as error:
                self._fail([name], error)
                continue
            future = self._expect(name)
            if not future.done():
                future.set_result(answer)

    def _completion(self, line: Mapping[str, Json]) -> Completion:
        response = line.get("response")
        if not isinstance(response, dict) or response.get("status_code") != 200:
            said = self._endpoint.quoted(str(line.get("error") or response))
            raise ProviderFailed(self._endpoint.label, f"in a batch: {said}", 503)
        body = response.get("body")
        if not isinstance(body, dict):
            raise AnswerCut(self._endpoint.label, "a batch's line has no answer")
        return completion(body, self._endpoint)

    def _fail(self, names: list[str], error: GroundsmithError) -> None:
        """Those who got no answer get the reason, and may ask again."""
        for name in names:
            future = self._awaited.get(name)
            if future is not None and not future.done():
                future.set_exception(error)
                future.exception()  # where nobody waits, nobody is to be warned
                del self._awaited[name]

    def _expect(self, name: str) -> "asyncio.Future[Completion]":
        if name not in self._awaited:
            self._awaited[name] = asyncio.get_running_loop().create_future()
        return self._awaited[name]

    def _start(self, work: Coroutine[None, None, None]) -> None:
        task = asyncio.ensure_future(work)
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)
