"""DataDesigner's `create` with one text column over seed rows, as its quick start shows it."""

import data_designer.config as dd  # type: ignore[import-not-found]  # lives in its own environment
import pandas as pd  # type: ignore[import-untyped]  # lives in DataDesigner's environment
from data_designer.interface import (  # type: ignore[import-not-found]  # lives in its own environment
    DataDesigner,
)

from engine_peers.stopwatch import MAX_OUTPUT_TOKENS, SYSTEM, Task, Work, run


def prepare(task: Task) -> Work:
    """A builder with the rows as its seed."""
    provider = dd.ModelProvider(name="stub", endpoint=task.base_url, api_key="none")
    model = dd.ModelConfig(
        alias="writer",
        model="fake",
        provider="stub",
        skip_health_check=True,
        inference_parameters=dd.ChatCompletionInferenceParams(
            max_parallel_requests=task.in_flight, max_tokens=MAX_OUTPUT_TOKENS, temperature=0.0
        ),
    )
    builder = dd.DataDesignerConfigBuilder([model])
    builder.with_seed_dataset(dd.DataFrameSeedSource(df=pd.DataFrame({"question": task.prompts()})))
    builder.add_column(
        dd.LLMTextColumnConfig(
            name="answer",
            model_alias="writer",
            system_prompt=SYSTEM,
            prompt="{{ question }}",
        )
    )
    designer = DataDesigner(artifact_path=task.folder, model_providers=[provider])
    return lambda: len(designer.create(builder, num_records=task.row_count).load_dataset())


if __name__ == "__main__":
    run(["data-designer", "httpx"], prepare)
