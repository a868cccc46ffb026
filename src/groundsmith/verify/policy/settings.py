"""Settings of the policy: which rules a text is held to."""

from groundsmith.phases import Settings, judge


class PolicySettings(Settings):
    """Where rules come from, and which are not applied."""

    rules: str | None = judge(
        None, about="YAML file, or folder of them, with rules that extend and override ours."
    )
    off: tuple[str, ...] = judge((), about="Rules and categories that are not applied.")
