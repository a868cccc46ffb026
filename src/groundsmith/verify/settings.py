"""Settings of the checks: thresholds that were chosen on development data, not guessed."""

from groundsmith.phases import Settings, judge


class VerifySettings(Settings):
    """How a claim is held against its evidence."""

    support_threshold: float = judge(
        0.64, ge=0, le=1, about="A claim is SUPPORTED from this score on."
    )
    max_windows: int = judge(
        3, ge=1, le=10, about="Windows of evidence that one claim may rest on."
    )
