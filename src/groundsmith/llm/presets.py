"""Known services, as data: where they are, which variable holds their key, and their ways.

A service that is not here is configured by `base_url`: `custom` has the plain OpenAI shape.
"""

from dataclasses import dataclass
from enum import StrEnum


class Shape(StrEnum):
    """Whose messages a service speaks."""

    OPENAI = "openai"
    ANTHROPIC = "anthropic"


class JsonMode(StrEnum):
    """How a service can be made to answer in JSON, the surest way first."""

    SCHEMA = "json_schema"
    """It takes a JSON Schema and keeps to it."""
    OBJECT = "json_object"
    """It promises JSON; the schema stands in the instruction."""
    INSTRUCTED = "instructed"
    """It is only told to."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Preset:
    """A service.

    Attributes:
        key_variable: Environment variable of its key; empty where it needs none.
        limit_field: What it calls the most tokens that an answer may have.
        prices: Its name in the price list; empty where it is not in there.
        batch_percent: What a call in a file batch costs of its price; None where there are none.
        local: It runs on hardware of one's own: free unless priced.
    """

    base_url: str
    key_variable: str = ""
    shape: Shape = Shape.OPENAI
    json_mode: JsonMode = JsonMode.SCHEMA
    limit_field: str = "max_tokens"
    prices: str = ""
    batch_percent: int | None = None
    local: bool = False


PRESETS: dict[str, Preset] = {
    "openai": Preset(
        base_url="https://api.openai.com/v1",
        key_variable="OPENAI_API_KEY",
        limit_field="max_completion_tokens",
        prices="openai",
        batch_percent=50,
    ),
    "anthropic": Preset(
        base_url="https://api.anthropic.com/v1",
        key_variable="ANTHROPIC_API_KEY",
        shape=Shape.ANTHROPIC,
        json_mode=JsonMode.INSTRUCTED,
        prices="anthropic",
    ),
    "anthropic-compatible": Preset(
        base_url="https://api.anthropic.com/v1",
        key_variable="ANTHROPIC_API_KEY",
        json_mode=JsonMode.INSTRUCTED,
        prices="anthropic",
    ),
    "gemini": Preset(
        base_url="https://generativelanguage.googleapis.com/v1beta/openai",
        key_variable="GEMINI_API_KEY",
        prices="google",
    ),
    "groq": Preset(
        base_url="https://api.groq.com/openai/v1",
        key_variable="GROQ_API_KEY",
        limit_field="max_completion_tokens",
        prices="groq",
        batch_percent=50,
    ),
    "deepseek": Preset(
        base_url="https://api.deepseek.com/v1",
        key_variable="DEEPSEEK_API_KEY",
        json_mode=JsonMode.OBJECT,
        prices="deepseek",
    ),
    "mistral": Preset(
        base_url="https://api.mistral.ai/v1", key_variable="MISTRAL_API_KEY", prices="mistral"
    ),
    "together": Preset(
        base_url="https://api.together.xyz/v1", key_variable="TOGETHER_API_KEY", prices="together"
    ),
    "openrouter": Preset(
        base_url="https://openrouter.ai/api/v1",
        key_variable="OPENROUTER_API_KEY",
        prices="openrouter",
    ),
    "ollama": Preset(base_url="http://localhost:11434/v1", local=True),
    "llama.cpp": Preset(base_url="http://localhost:8080/v1", local=True),
    "vllm": Preset(base_url="http://localhost:8000/v1", local=True),
    "lmstudio": Preset(base_url="http://localhost:1234/v1", local=True),
    "litellm": Preset(base_url="http://localhost:4000/v1", key_variable="LITELLM_API_KEY"),
    "custom": Preset(base_url="", batch_percent=100),
}
