"""A story of two chapters, for tests of what one sentence says against another."""

from groundsmith.recipes.story.manuscript import manuscript
from groundsmith.recipes.story.validators.registry import check

_FILLER = {
    "en": "The road was long, and the wind came and went. Clouds moved over the hills.",
    "id": "Jalan itu panjang, dan angin datang dan pergi. Awan bergerak di atas bukit.",
}


def kinds(language: str, first: str, second: str) -> set[str]:
    """Subtypes that two chapters with these sentences bring."""
    filler = _FILLER[language]
    chapters = [("1.md", f"{filler}\n\n{first}"), ("2.md", f"{filler}\n\n{second}")]
    return {one.subtype for one in check(manuscript(chapters)).findings}
