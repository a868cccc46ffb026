"""The grammars there are, by language code."""

from groundsmith.recipes.qa.checks.english import ENGLISH
from groundsmith.recipes.qa.checks.grammar import Grammar
from groundsmith.recipes.qa.checks.indonesian import INDONESIAN

GRAMMARS = {"en": ENGLISH, "id": INDONESIAN}


def grammar_of(language: str) -> Grammar | None:
    """The grammar of a language, by its code; `None` where there is none."""
    return GRAMMARS.get(language)
