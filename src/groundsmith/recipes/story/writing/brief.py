"""Which passage is wanted: where it stands in the story, what of it is asked, and in which words.

`chapter` is counted from 1. A passage follows the end of its chapter; an opening comes before it,
or begins a chapter that is not there yet.
"""

from dataclasses import dataclass

from groundsmith.errors import ItemError
from groundsmith.recipes.story.writing.prompt_set import PassageKind, PromptSet, prompts_in
from groundsmith.recipes.story.writing.settings import StorySettings
from groundsmith.records import Request

_LANGUAGES = {"en": "English", "id": "Indonesian"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Brief:
    """What is asked for, once the manuscript is known.

    Attributes:
        chapter: Number of the chapter that the passage belongs to.
        position: How many chapters come before the passage.
    """

    kind: PassageKind
    chapter: int
    position: int
    language: str
    settings: StorySettings
    prompts: PromptSet

    def request(self, shown: str) -> Request:
        """What a model is asked, with what is established in the words of `shown`."""
        asked = self.settings
        opening = self.prompts.write.filled(
            {
                "task": self.prompts.task(self.kind),
                "chapter": str(self.chapter),
                "pov": asked.pov or "as in the last scene",
                "words": str(asked.words),
                "language": _LANGUAGES.get(self.language, "the language of the manuscript"),
                "ask": " ".join((asked.ask or "").split()) or "nothing more",
                "passage": shown,
            }
        )
        return Request(
            system=self.prompts.write.system,
            messages=(("user", opening),),
            max_output_tokens=asked.answer_tokens,
            temperature=asked.temperature,
        )


def name_of(settings: StorySettings, chapter_count: int) -> str:
    """The item's name, the same for the same chapter and kind."""
    return f"chapter-{_chapter(settings, chapter_count)}/{settings.kind}"


def brief_of(item: str, settings: StorySettings, chapter_count: int, language: str) -> Brief:
    """The brief; raises ItemError where there is no such chapter to write for."""
    chapter = _chapter(settings, chapter_count)
    opens = settings.kind is PassageKind.CHAPTER_OPENING
    if not chapter_count:
        raise ItemError(item, "there is no chapter to go on from, only notes")
    if chapter > chapter_count + 1:
        last = chapter_count + 1
        raise ItemError(item, f"there are {chapter_count} chapters; the next is --chapter {last}")
    return Brief(
        kind=settings.kind,
        chapter=chapter,
        position=chapter - 1 if opens else min(chapter, chapter_count),
        language=language if settings.language == "document" else settings.language,
        settings=settings,
        prompts=prompts_in(settings.prompts),
    )


def _chapter(settings: StorySettings, chapter_count: int) -> int:
    """The chapter that was named; else the last, or, for an opening, the one after it."""
    opens = settings.kind is PassageKind.CHAPTER_OPENING
    return settings.chapter or chapter_count + int(opens)
