"""curator's `LLM` over a list of rows, as its quick start shows it, with its cache on.

Its own limits would hold it back at some thousand calls a minute; they are set out of reach.
"""

from bespokelabs import curator  # type: ignore[import-not-found]  # lives in its own environment

from engine_peers.stopwatch import MAX_OUTPUT_TOKENS, SYSTEM, Task, Work, run

UNLIMITED = 1_000_000_000


class Answerer(curator.LLM):  # type: ignore[misc]  # its base is not known here
    """One question a row."""

    def prompt(self, row: dict[str, str]) -> str:
        """What is asked of a row."""
        return row["prompt"]

    def parse(self, row: dict[str, str], response: str) -> dict[str, str]:
        """The row of the dataset."""
        return {"prompt": row["prompt"], "answer": response}


def prepare(task: Task) -> Work:
    """The rows, and an `LLM` that asks the provider."""
    rows = [{"prompt": prompt} for prompt in task.prompts()]
    answerer = Answerer(
        model_name="fake",
        backend="openai",
        system_prompt=SYSTEM,
        generation_params={"max_tokens": MAX_OUTPUT_TOKENS, "temperature": 0.0},
        backend_params={
            "base_url": task.base_url,
            "api_key": "none",
            "max_concurrent_requests": task.in_flight,
            "max_requests_per_minute": UNLIMITED,
            "max_tokens_per_minute": UNLIMITED,
        },
    )
    return lambda: len(answerer(rows, working_dir=str(task.folder)).dataset)


if __name__ == "__main__":
    run(["bespokelabs-curator", "aiohttp", "litellm"], prepare)
