"""Which model is asked, where, and with whose key.

The key is a SecretStr and leaves it in one place, the header of a call: no error, log line or
repr can show it, and what a provider says about it is masked.
"""

from dataclasses import dataclass

from pydantic import SecretStr

from groundsmith.llm.presets import Preset

_SAID_CHARS = 300


@dataclass(frozen=True, slots=True, kw_only=True)
class Endpoint:
    """A model at a service.

    Attributes:
        provider: Name of its preset.
        model: The model's name there.
        base_url: Without a slash at the end.
        key_variable: Where the key came from, for messages.
    """

    provider: str
    model: str
    base_url: str
    preset: Preset
    key: SecretStr | None = None
    key_variable: str = ""

    @property
    def label(self) -> str:
        """How messages name it: `groq:llama-3.1-8b-instant`."""
        return f"{self.provider}:{self.model}"

    def quoted(self, said: str) -> str:
        """What the provider said, short, printable, and without the key."""
        if self.key is not None and len(secret := self.key.get_secret_value()) > 3:
            said = said.replace(secret, "***")
        line = " ".join(said[: 8 * _SAID_CHARS].split())
        return "".join(c if c.isprintable() else "\ufffd" for c in line[:_SAID_CHARS])
