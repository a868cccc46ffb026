"""Settings of a catalogue's pages, each with the phase in which it matters."""

from typing import Literal

from pydantic import field_serializer, field_validator

from groundsmith.phases import Settings, judge, run, write


class PageSettings(Settings):
    """What is written for each entry of a catalogue, how it is checked, and where it will lie."""

    components: str | None = write(
        None,
        min_length=1,
        about="Folder with components of your own (*.yaml): one of a shipped name replaces it.",
    )
    url: str = write(
        "https://example.org",
        pattern=r"^https?://[^\s/?#\"<>]+(/[^\s?#\"<>]*)?$",
        about="Address of the site, for canonical links.",
    )
    fallback: Literal["none", "facts"] = write(
        "none", about="Who writes, labelled, where a model could not."
    )
    max_corrections: int = judge(
        1,
        ge=0,
        le=5,
        about="How often a model rewrites a sentence that the facts do not support; what is not "
        "supported then is left out.",
    )
    policy: bool = judge(True, about="Reject files with secrets, hate or threats in them.")
    preview: bool = run(False, about="Render the pages of the items to HTML as well.")

    @field_validator("components")
    @classmethod
    def _usable(cls, folder: str | None) -> str | None:
        if folder is None:
            return None
        # Imported here: every command reads these settings, and few have components of their own.
        from groundsmith.recipes.page.component_set import ComponentsUnusable, components_in

        try:
            components_in(folder)
        except ComponentsUnusable as error:
            raise ValueError("; ".join(error.faults)) from error
        return folder

    @field_serializer("components", when_used="json")
    def _components_as_nothing(self, folder: str | None) -> None:
        """Nothing: what a component says is hashed with the items that it is for, and no others."""
