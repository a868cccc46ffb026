"""A server that we did not write answers our client: LiteLLM's proxy, in an environment of its own.

GROUNDSMITH_LITELLM names its executable (`python -m venv V; V/bin/pip install 'litellm[proxy]'`).
It stands between our client and the fake provider, so that what it makes of both is seen.
"""

import asyncio
import os
import socket
import subprocess
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from pydantic import BaseModel, ConfigDict, SecretStr

from groundsmith.errors import KeyRefused, ModelUnknown, RateLimited, RequestRefused
from groundsmith.llm.build import endpoint_of, provider_of
from groundsmith.llm.client import Client
from groundsmith.llm.clock import SystemClock
from groundsmith.llm.settings import ModelSettings
from groundsmith.llm.structured import ask
from groundsmith.records import Completion, Request
from groundsmith.testing import FakeProvider, Outcome, Script

pytestmark = pytest.mark.slow

KEY = "sk-litellm-for-tests"
START_S = 120.0


class Fee(BaseModel):
    """What we want to know."""

    model_config = ConfigDict(extra="forbid")

    fee: str


@pytest.fixture(scope="module")
def proxy(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Base URL of a proxy with the models `fine`, `limited` and `locked`."""
    command = os.environ.get("GROUNDSMITH_LITELLM")
    if not command:
        pytest.skip("GROUNDSMITH_LITELLM names no executable of LiteLLM's proxy")
    folder = tmp_path_factory.mktemp("litellm")
    limited = Script(usual=Outcome(status=429, retry_after="2", message="Rate limit reached"))
    with (
        FakeProvider() as fine,
        FakeProvider(limited) as strict,
        FakeProvider(Script(key="another")) as locked,
    ):
        fakes = {"fine": fine, "limited": strict, "locked": locked}
        (folder / "config.yaml").write_text(config(fakes))
        port = free_port()
        with (folder / "log").open("wb") as log:
            running = subprocess.Popen(
                [command, "--config", "config.yaml", "--host", "127.0.0.1", "--port", str(port)],
                cwd=folder,
                stdout=log,
                stderr=subprocess.STDOUT,
                env=os.environ | {"LITELLM_MASTER_KEY": KEY},
            )
        try:
            until_open(port, folder / "log")
            yield f"http://127.0.0.1:{port}/v1"
        finally:
            running.terminate()
            running.wait(30)


def config(fakes: dict[str, FakeProvider]) -> str:
    """The proxy's configuration."""
    models = "".join(
        f"  - model_name: {name}\n    litellm_params: {{model: openai/fake, api_key: x, "
        f"api_base: {fake.base_url}}}\n"
        for name, fake in fakes.items()
    )
    settings = "router_settings: {num_retries: 0, disable_cooldowns: true}\n"
    return f"model_list:\n{models}{settings}litellm_settings: {{num_retries: 0}}\n"


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


def until_open(port: int, log: Path) -> None:
    end = time.monotonic() + START_S
    while time.monotonic() < end:
        try:
            socket.create_connection(("127.0.0.1", port), timeout=1).close()
        except OSError:
            time.sleep(0.2)
        else:
            return
    pytest.fail(f"the proxy did not start:\n{log.read_text()[-2000:]}")


def asked(
    url: str,
    request: Request,
    *,
    model: str = "fine",
    heard: list[object] | None = None,
) -> Completion:
    async def main() -> Completion:
        settings = ModelSettings(
            provider="litellm", model=model, base_url=url, key_variable="LITELLM_API_KEY"
        )
        async with Client() as client:
            endpoint = endpoint_of(settings, SecretStr(KEY))
            served = provider_of(settings, endpoint, client, SystemClock())
            if request.response_schema is not None:
                return (await ask(served, request, Fee)).completion
            return await served.complete(request, None if heard is None else heard.append)

    return asyncio.run(main())


def test_a_plain_answer_comes_with_its_usage(proxy: str, request_: Request) -> None:
    answer = asked(proxy, request_)

    assert answer.text.startswith("Answer")
    assert answer.usage is not None


def test_a_stream_ends_whole_and_with_its_usage(proxy: str, request_: Request) -> None:
    heard: list[object] = []

    answer = asked(proxy, request_, heard=heard)

    assert len(heard) > 1
    assert "".join(map(str, heard)) == answer.text
    assert answer.usage is not None


def test_a_schema_is_kept(proxy: str, request_: Request) -> None:
    request = Request(
        system=request_.system,
        messages=request_.messages,
        max_output_tokens=100,
        temperature=0.0,
        response_schema=Fee.model_json_schema(),
    )

    answer = asked(proxy, request)

    assert Fee.model_validate_json(answer.text).fee


def test_being_told_to_slow_down_is_understood(proxy: str, request_: Request) -> None:
    with pytest.raises(RateLimited):
        asked(proxy, request_, model="limited")


def test_a_wrong_key_is_named_by_its_variable(proxy: str, request_: Request) -> None:
    with pytest.raises(KeyRefused) as caught:
        asked(proxy, request_, model="locked")

    assert "LITELLM_API_KEY" in str(caught.value)


def test_an_unknown_model_is_said_to_be_one(proxy: str, request_: Request) -> None:
    with pytest.raises((ModelUnknown, RequestRefused, KeyRefused)):
        asked(proxy, request_, model="nobody")
