"""flexllm's batch call with its checkpoint file, as its README shows it."""

import asyncio

from flexllm import LLMClient  # type: ignore[import-not-found]  # lives in its own environment

from engine_peers.stopwatch import MAX_OUTPUT_TOKENS, SYSTEM, Task, Work, run


def prepare(task: Task) -> Work:
    """All rows as one batch, written to a JSONL file as they come."""
    batch = [
        [{"role": "system", "content": SYSTEM}, {"role": "user", "content": prompt}]
        for prompt in task.prompts()
    ]

    async def work() -> int:
        async with LLMClient(
            model="fake",
            base_url=task.base_url,
            api_key="none",
            concurrency_limit=task.in_flight,
        ) as client:
            answers = await client.chat_batch(
                batch,
                output_jsonl=str(task.folder / "rows.jsonl"),
                show_progress=False,
                max_tokens=MAX_OUTPUT_TOKENS,
                temperature=0.0,
            )
        return sum(answer.ok for answer in answers)

    return lambda: asyncio.run(work())


if __name__ == "__main__":
    run(["flexllm", "aiohttp"], prepare)
