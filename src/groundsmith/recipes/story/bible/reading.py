"""Every fact of a story in story order, notes first: what is proposed to people."""

from groundsmith.recipes.story.bible import (
    abilities,
    ages,
    appearance,
    counts,
    deaths,
    directions,
    emotions,
    holdings,
    measures,
    relations,
    rules,
    setting,
    telling,
    threads,
    years,
)
from groundsmith.recipes.story.bible.fact import Fact
from groundsmith.recipes.story.bible.story import Story

READERS = (
    appearance.facts,
    ages.facts,
    deaths.facts,
    relations.facts,
    abilities.facts,
    holdings.facts,
    counts.facts,
    measures.facts,
    directions.facts,
    years.facts,
    rules.facts,
    setting.facts,
    threads.facts,
    emotions.facts,
    telling.facts,
)


def facts(story: Story) -> list[Fact]:
    """All facts, each once, in the order in which the story tells them."""
    found: dict[str, Fact] = {}
    for reader in READERS:
        for fact in reader(story):
            found.setdefault(fact.id, fact)
    return sorted(found.values(), key=lambda one: one.place.at)
