"""litellm's `acompletion`, as its README shows it; nothing is kept."""

import asyncio
from contextlib import suppress

import litellm  # type: ignore[import-not-found]  # lives in its own environment
from openai import OpenAIError  # type: ignore[import-not-found]  # litellm brings it

from engine_peers.stopwatch import MAX_OUTPUT_TOKENS, SYSTEM, Task, Work, run


def prepare(task: Task) -> Work:
    """As many workers as calls in flight."""
    prompts = task.prompts()

    async def work() -> int:
        waiting = iter(prompts)
        delivered = 0

        async def worker() -> None:
            nonlocal delivered
            for prompt in waiting:
                with suppress(OpenAIError):  # a lost row is not delivered
                    answer = await litellm.acompletion(
                        model="openai/fake",
                        api_base=task.base_url,
                        api_key="none",
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
    run(["litellm", "openai", "aiohttp"], prepare)
