"""The openai SDK on aiohttp, which its README names for high concurrency; nothing is kept."""

import asyncio
from contextlib import suppress

from openai import (  # type: ignore[import-not-found]  # lives in its own environment
    AsyncOpenAI,
    DefaultAioHttpClient,
    OpenAIError,
)

from engine_peers.stopwatch import MAX_OUTPUT_TOKENS, SYSTEM, Task, Work, run


def prepare(task: Task) -> Work:
    """As many workers as calls in flight, on one client."""
    prompts = task.prompts()

    async def work() -> int:
        waiting = iter(prompts)
        delivered = 0
        async with AsyncOpenAI(
            base_url=task.base_url, api_key="none", http_client=DefaultAioHttpClient()
        ) as client:

            async def worker() -> None:
                nonlocal delivered
                for prompt in waiting:
                    with suppress(OpenAIError):  # a row that is lost is not delivered
                        answer = await client.chat.completions.create(
                            model="fake",
                            messages=[
                                {"role": "system", "content": SYSTEM},
                                {"role": "user", "content": prompt},
                            ],
                            max_tokens=MAX_OUTPUT_TOKENS,
                            temperature=0.0,
                        )
                        delivered += bool(answer.choices[0].message.content)

            await asyncio.gather(*(worker() for _ in range(task.in_flight)))
        return delivered

    return lambda: asyncio.run(work())


if __name__ == "__main__":
    run(["openai", "aiohttp"], prepare)
