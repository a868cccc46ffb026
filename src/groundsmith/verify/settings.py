"""Settings of the checks: thresholds that were chosen on development data, not guessed."""

from pydantic import Field, model_validator

from groundsmith.phases import Settings, curate, judge
from groundsmith.verify.policy.settings import PolicySettings


class VerifySettings(Settings):
    """How a claim is held against its evidence."""

    support_threshold: float = judge(
        0.5, ge=0, le=1, about="A claim is SUPPORTED from this score on."
    )
    max_windows: int = judge(
        3, ge=1, le=10, about="Windows of evidence that one claim may rest on."
    )
    dense_from: float | None = judge(
        None,
        ge=0,
        le=1,
        about="What the embedded judge leaves in doubt is supported where its embedding is this "
        "near to a sentence of the source (a cosine; needs `checks.dense`); null does not ask.",
    )
    cross_encoder: str | None = judge(
        None,
        min_length=1,
        about="Folder of a cross-encoder (model.onnx, tokenizer.json) that judges what the "
        "embedded judge leaves in doubt, before any model.",
    )
    model: str | None = judge(
        None,
        min_length=1,
        about="Model that judges what the embedded judge leaves in doubt: a name under `models`, "
        "or provider:model.",
    )
    samples: int = judge(
        1, ge=1, le=15, about="How often that model is asked about one claim; the majority decides."
    )
    doubt_low: float = judge(
        0.2, ge=0, le=1, about="The embedded judge is in doubt from this score on."
    )
    doubt_high: float = judge(0.9, ge=0, le=1, about="And up to this one.")

    calibration: str | None = curate(
        None,
        min_length=1,
        about="Calibration file (`groundsmith calibrate`): claims below its threshold are not "
        "accepted, and the report says what it promises of the others.",
    )
    policy: PolicySettings = Field(
        default_factory=PolicySettings, description="Which rules a text is held to besides."
    )

    @model_validator(mode="after")
    def _band(self) -> "VerifySettings":
        if self.doubt_low > self.doubt_high:
            raise ValueError("doubt_low must not be above doubt_high")
        return self
