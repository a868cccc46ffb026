"""What the lexicon of states holds, and what it reads out of texts that contradict nothing.

    python benchmarks/story_states.py              axes, poles and patterns; findings on clean texts
    python benchmarks/story_states.py --readings AXIS…   every reading of these axes there, too
    python benchmarks/story_states.py --text FILE        every reading of a text of yours

Clean are the example stories, the controls, and the manuscripts that contradictions were planted
in, as they were before. Every clash on them is a false finding.
"""

import argparse
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from groundsmith.recipes.story.bible.story import Story
from groundsmith.recipes.story.manuscript import Manuscript, manuscript
from groundsmith.recipes.story.states.axes import lexicon
from groundsmith.recipes.story.validators import states as clashes
from story_texts import clean, unplanted


def main() -> None:
    """Prints the tables."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--readings", nargs="*", default=[], metavar="AXIS")
    parser.add_argument("--text", type=Path)
    asked = parser.parse_args()
    if asked.text is not None:
        text = manuscript([(asked.text.name, asked.text.read_text("utf-8"))])
        return _show(asked.text.name, text, None)
    print("keys of an axis: subtype holds severity change; order: A B (A told before B); unique;")
    print("mutual: yes (of two people: ~ and @, whoever is named first)")
    for language in ("en", "id"):
        entries = lexicon(language).entries
        count = Counter((entry.axis.name, entry.pole) for entry in entries)
        print(f"\n{language}: {len(entries)} patterns, {len({a for a, _ in count})} axes")
        for (axis, pole), patterns in sorted(count.items()):
            print(f"  {axis:<24} {pole:<16} {patterns}")
    for name, text in _clean():
        _show(name, text, frozenset(asked.readings))
    return None


def _show(name: str, text: Manuscript, axes: frozenset[str] | None) -> None:
    """Readings of the axes, of all where `None`, and findings."""
    story = Story(text)
    for state in story.states:
        if axes is None or state.axis.name in axes:
            print(f"{name}: {state.who}: {state.axis.name} {state.about} {state.value}"
                  f" [{state.mode.value}] {state.words!r}")  # fmt: skip
    for finding in clashes.check(story):
        print(f"FOUND {name}: {finding.message}\n  {finding.established.quote!r}"
              f"\n  {finding.contradicting.quote!r}")  # fmt: skip


def _clean() -> Iterator[tuple[str, Manuscript]]:
    yield from ((name, text) for name, _, text in clean())
    yield from unplanted()


if __name__ == "__main__":
    main()
