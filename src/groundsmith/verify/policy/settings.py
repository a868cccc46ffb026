"""Settings of the policy: which rules a text is held to."""

from pydantic import field_serializer, field_validator, model_validator

from groundsmith.errors import SettingsError
from groundsmith.phases import Settings, judge
from groundsmith.verify.policy.reading import written


class PolicySettings(Settings):
    """Where rules come from, and which are not applied."""

    rules: str | None = judge(
        None,
        min_length=1,
        about="YAML file, or folder of them, with rules that extend and override ours.",
    )
    off: tuple[str, ...] = judge((), about="Rules and categories that are not applied.")

    @field_validator("off", mode="before")
    @classmethod
    def _from_text(cls, given: object) -> object:
        """An option and a variable hold text: names with commas between them."""
        return [name.strip() for name in given.split(",")] if isinstance(given, str) else given

    @model_validator(mode="after")
    def _usable(self) -> "PolicySettings":
        if self.rules is not None or self.off:
            try:
                written(self.rules).compiled(self.off)
            except SettingsError as error:
                raise ValueError("; ".join(error.faults)) from error
        return self

    @field_serializer("rules", when_used="json")
    def _rules_as_text(self, place: str | None) -> str | None:
        """A hash of what the rules say: that enters fingerprints, not where they lie."""
        return None if place is None else written(place).sha256
